import HTML

extension DiagnosticReport {
  /// Diagnostics for programs: an object each, with stable codes.
  ///
  /// Lines and columns are 1-based, columns and lengths in Unicode scalars; `file` is missing where no place is to
  /// blame.
  public func json(_ diagnostics: [Diagnostic]) -> JSON {
    .array(
      diagnostics.map { diagnostic in
        let text = wording.text(of: diagnostic.problem)
        var members: [(String, JSON)] = [
          ("severity", .string(diagnostic.severity.rawValue)),
          ("code", .string(diagnostic.problem.code)),
          ("message", .string(text.message)),
        ]
        if let advice = text.advice { members.append(("advice", .string(advice))) }
        if let location = diagnostic.location {
          members += [
            ("file", .string(location.file)), ("line", .int(location.line)), ("column", .int(location.column)),
            ("length", .int(location.length)),
          ]
        }
        return .object(members)
      })
  }
}
