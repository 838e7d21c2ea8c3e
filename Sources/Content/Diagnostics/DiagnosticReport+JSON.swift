import HTML

extension DiagnosticReport {
  /// Diagnostics for programs: an object each, with stable codes.
  ///
  /// `documentation` is relative to the project's folder. Lines and columns are 1-based, columns and lengths in
  /// Unicode scalars; `file` is missing where no place is to blame.
  public func json(_ diagnostics: [Diagnostic]) -> JSON {
    .array(
      diagnostics.map { diagnostic in
        let text = wording.text(of: diagnostic.problem)
        var members: [JSON.Member] = []
        func add(_ name: String, _ value: JSON) { members.append(JSON.Member(name: name, value: value)) }
        add("severity", .string(diagnostic.severity.rawValue))
        add("code", .string(diagnostic.problem.code))
        add("message", .string(text.message))
        if let advice = text.advice { add("advice", .string(advice)) }
        add("documentation", .string(diagnostic.problem.documentation))
        if let location = diagnostic.location {
          add("file", .string(location.file))
          add("line", .int(location.line))
          add("column", .int(location.column))
          add("length", .int(location.length))
        }
        return .object(members)
      })
  }
}
