/// One thing an author, or whoever runs the generator, should know: data only.
///
/// `DiagnosticWording` turns it into sentences; nothing else does.
public struct Diagnostic: Error, Sendable, Hashable {
  /// How serious a diagnostic is. Errors stop a build before a byte is written.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    case note, warning, error
  }

  public var severity: Severity
  /// What is wrong, with the values its sentence needs.
  public var problem: Problem
  /// Where, when a place in a file is to blame.
  public var location: SourceLocation?

  public init(_ severity: Severity, _ problem: Problem, at location: SourceLocation? = nil) {
    self.severity = severity
    self.problem = problem
    self.location = location
  }
}

/// A place in a source file.
///
/// Lines and columns are 1-based; columns and lengths are counted in Unicode scalars, lines in the whole file.
public struct SourceLocation: Sendable, Hashable {
  /// The file's path relative to the platform's folder, with `/` between its parts.
  public var file: String
  public var line: Int
  public var column: Int
  /// How many scalars the place spans, at least 1.
  public var length: Int

  public init(file: String, line: Int = 1, column: Int = 1, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = max(1, length)
  }
}
