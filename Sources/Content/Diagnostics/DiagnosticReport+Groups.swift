extension DiagnosticReport {
  /// Text for people with many things to look at: a heading a file, then what is found in it, broken into lines that
  /// fit a terminal.
  ///
  /// - Parameter width: of the terminal, in columns.
  public func groups(_ diagnostics: [Diagnostic], width: Int) -> String {
    var lines: [String] = []
    var file: String?
    var source: ReportedLines?
    for diagnostic in diagnostics {
      if let location = diagnostic.location, location.file != file {
        file = location.file
        source = self.source(location.file).map { ReportedLines($0) }
        if !lines.isEmpty { lines.append("") }
        lines.append(bold(Printable.text(location.file)))
      }
      lines += self.lines(of: diagnostic, in: source, width: width)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(of diagnostic: Diagnostic, in source: ReportedLines?, width: Int) -> [String] {
    let text = wording.text(of: diagnostic.problem)
    let place = diagnostic.location.map { "\($0.line):\($0.column) " } ?? ""
    let severity = wording.name(of: diagnostic.severity)
    let separator = wording == .french ? " : " : ": "
    let code = "[\(diagnostic.problem.code)]"
    // Colours take no columns: they are put in once the lines are broken.
    var lines = DiagnosticReport.broken("\(place)\(severity)\(separator)\(Printable.text(text.message)) \(code)", width)
    lines[0] = lines[0].replacing(
      "\(place)\(severity)", with: "\(dim(place))\(coloured(severity, diagnostic.severity))", maxReplacements: 1)
    lines[lines.count - 1] = lines[lines.count - 1].replacing(code, with: dim(code))
    if let location = diagnostic.location, let source, diagnostic.severity != .note {
      lines += excerpt(at: location, in: source, as: diagnostic.severity, limit: width - 10)
    }
    if let advice = text.advice {
      var broken = DiagnosticReport.broken("→ \(Printable.text(advice))", width)
      broken[0] = broken[0].replacing("→", with: coloured("→", .note), maxReplacements: 1)
      lines += broken
    }
    return lines
  }

  /// A sentence in lines, the first one two columns in, the others four.
  private static func broken(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = " "
    var length = 1
    var isEmpty = true
    for word in text.split(separator: " ") {
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
}
