import HTML

@testable import Content

extension SiteReader.Reading {
  /// Every diagnostic as `notes/a.md:3:7 error unknown-key`, in the order of the report.
  var findings: [String] { diagnostics.map(\.finding) }

  /// Every diagnostic's sentences, in French.
  var sentences: String { sentences(.french) }

  func sentences(_ wording: DiagnosticWording) -> String {
    diagnostics.map { diagnostic in
      let text = wording.text(of: diagnostic.problem)
      return [text.message, text.advice ?? ""].joined(separator: " ")
    }.joined(separator: "\n")
  }
}

extension Diagnostic {
  var finding: String {
    var place = ""
    if let location {
      let file =
        location.file.hasPrefix("content/")
        ? String(location.file.dropFirst("content/".count)) : location.file
      place = "\(file):\(location.line):\(location.column) "
    }
    return "\(place)\(severity) \(problem.code)"
  }
}

extension Body {
  /// Its HTML, addresses from the server's root.
  var text: String { String(decoding: html { _ in .empty }.resolved(.rooted("/")), as: UTF8.self) }
}
