/// Diagnostics as a terminal, an editor or another program reads them.
public struct DiagnosticReport: Sendable {
  public let wording: DiagnosticWording
  public let usesColour: Bool
  /// The bytes of a source file by the path that diagnostics name; `nil` when it can't be read.
  let source: @Sendable (String) -> [UInt8]?

  public init(
    wording: DiagnosticWording, usesColour: Bool, source: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.wording = wording
    self.usesColour = usesColour
    self.source = source
  }

  /// The most scalars of a source line that an excerpt shows.
  static let excerptLimit = 120

  /// Text for people: `file:line:column: severity: message [code]`, the line with a caret, and what to do.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    var lines: [String] = []
    var cached: (file: String, lines: ReportedLines?) = ("", nil)
    for diagnostic in diagnostics {
      if let location = diagnostic.location, location.file != cached.file {
        cached = (location.file, source(location.file).map { ReportedLines($0) })
      }
      lines += self.lines(of: diagnostic, in: cached.lines)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(of diagnostic: Diagnostic, in source: ReportedLines?) -> [String] {
    let text = wording.text(of: diagnostic.problem)
    let place =
      diagnostic.location.map { bold("\(Printable.text($0.file)):\($0.line):\($0.column)") + ": " } ?? ""
    let separator = wording == .french ? " : " : ": "
    let severity = coloured(wording.name(of: diagnostic.severity), diagnostic.severity)
    let message = Printable.text(text.message)
    var lines = ["\(place)\(severity)\(separator)\(message) \(dim("[\(diagnostic.problem.code)]"))"]
    // A note is about a file, not about a place in it.
    if let location = diagnostic.location, let source, diagnostic.severity != .note {
      lines += excerpt(at: location, in: source, as: diagnostic.severity)
    }
    if let advice = text.advice { lines.append("  \(coloured("→", .note)) \(Printable.text(advice))") }
    return lines
  }

  /// The source line that a diagnostic is about, whole; `nil` where there is none to show.
  public func line(of diagnostic: Diagnostic) -> String? {
    guard let location = diagnostic.location, diagnostic.severity != .note,
      let lines = source(location.file).map({ ReportedLines($0) }), lines.goToLine(location.line), !lines.isBlank
    else { return nil }
    let text = String(decoding: lines.line, as: UTF8.self)
    return location.file == "content/site.yml" && SecretKey.isNamed(in: text) ? nil : text
  }

  /// The source line with a caret under the place; nothing for a line of settings that may hold a secret.
  func excerpt(
    at location: SourceLocation, in source: ReportedLines, as severity: Diagnostic.Severity,
    limit: Int = excerptLimit
  ) -> [String] {
    guard source.goToLine(location.line), !source.isBlank, location.column <= source.scalars + 1 else { return [] }
    if location.file == "content/site.yml", SecretKey.isNamed(in: String(decoding: source.line, as: UTF8.self)) {
      return []
    }
    let count = source.scalars
    let limit = max(limit, 60)
    let first = max(0, min(location.column - 1 - 40, count - limit))
    let shown = source.text(from: first, atMost: limit).map(Printable.scalar)
    let column = location.column - 1 - first
    let length = max(1, min(location.length, shown.count - column))
    let margin = shown.prefix(column).reduce(first > 0 ? 1 : 0) { $0 + Printable.width(of: $1) }
    let width = max(1, shown.dropFirst(column).prefix(length).reduce(0) { $0 + Printable.width(of: $1) })
    let excerpt =
      (first > 0 ? "…" : "") + String(String.UnicodeScalarView(shown))
      + (first + shown.count < count ? "…" : "")
    let number = String(location.line)
    let gutter = String(repeating: " ", count: number.utf8.count)
    let caret =
      String(repeating: " ", count: margin) + coloured(String(repeating: "^", count: width), severity)
    return ["  \(dim("\(number) |")) \(excerpt)", "  \(dim("\(gutter) |")) \(caret)"]
  }

  func coloured(_ text: String, _ severity: Diagnostic.Severity) -> String {
    guard usesColour else { return text }
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[1;\(code)m\(text)\u{1B}[0m"
  }

  func bold(_ text: String) -> String { usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  func dim(_ text: String) -> String { usesColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
