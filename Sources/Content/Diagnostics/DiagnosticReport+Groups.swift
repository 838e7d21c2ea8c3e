extension DiagnosticReport {
  /// Text for people with many things to look at: a heading a file, then what is found in it, broken into
  /// lines that fit a terminal. Advice is given once a file.
  ///
  /// - Parameter width: of the terminal, in columns.
  public func groups(_ diagnostics: [Diagnostic], width: Int) -> String {
    var lines: [String] = []
    var file: String?
    var source: ReportedLines?
    var advised: Set<String> = []
    for diagnostic in diagnostics {
      if let location = diagnostic.location, location.file != file {
        file = location.file
        source = self.source(location.file).map { ReportedLines($0) }
        advised = []
        if !lines.isEmpty { lines.append("") }
        lines.append(bold(Printable.text(location.file)))
      }
      let text = wording.text(of: diagnostic.problem)
      lines += self.lines(of: diagnostic, text.message, in: source, width: width)
      // The same advice twice in a file would only hide the rest.
      if let advice = text.advice, advised.insert(advice).inserted {
        lines += self.lines(of: advice, width: width)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(
    of diagnostic: Diagnostic, _ message: String, in source: ReportedLines?, width: Int
  ) -> [String] {
    let place = diagnostic.location.map { "\($0.line):\($0.column) " } ?? ""
    let severity = wording.name(of: diagnostic.severity)
    let separator = wording == .french ? " : " : ": "
    let code = "[\(diagnostic.problem.code)]"
    // Colours take no columns: they are put in once the lines are broken.
    var lines = DiagnosticReport.broken(
      "\(place)\(severity)\(separator)\(Printable.text(message)) \(code)", width)
    lines[0] = lines[0].replacing(
      "\(place)\(severity)", with: "\(dim(place))\(coloured(severity, diagnostic.severity))",
      maxReplacements: 1)
    lines[lines.count - 1] = lines[lines.count - 1].replacing(code, with: dim(code))
    if let location = diagnostic.location, let source, diagnostic.severity != .note {
      lines += excerpt(at: location, in: source, as: diagnostic.severity, limit: width - 10)
    }
    return lines
  }

  private func lines(of advice: String, width: Int) -> [String] {
    var lines = DiagnosticReport.broken("→ \(Printable.text(advice))", width)
    lines[0] = lines[0].replacing("→", with: coloured("→", .note), maxReplacements: 1)
    return lines
  }

  /// A sentence in lines, the first one two columns in, the others four.
  private static func broken(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = " "
    var length = 1
    var isEmpty = true
    for word in words(of: text) {
      let count = word.unicodeScalars.reduce(0) { $0 + Printable.width(of: $1) }
      if !isEmpty, length + 1 + count > width {
        lines.append(line)
        (line, length) = ("   ", 3)
      }
      line += " " + word
      length += 1 + count
      isEmpty = false
    }
    return lines + [line]
  }

  /// The words of a sentence, French signs with the word they belong to.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for word in text.split(separator: " ") {
      let isBound = words.last?.last == "«" || ["»", ":", ";", "!", "?", "%"].contains { word.hasPrefix($0) }
      if isBound, let last = words.popLast() {
        words.append("\(last) \(word)")
      } else {
        words.append(String(word))
      }
    }
    return words
  }
}
