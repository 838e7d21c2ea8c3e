extension Problem {
  /// The file that explains every code, relative to the project's folder.
  public static let documentationFile = "docs/findings.md"

  /// Where the problem is explained: `docs/findings.md#broken-link`.
  public var documentation: String { "\(Problem.documentationFile)#\(code)" }

  /// The code most like one that doesn't exist.
  public static func code(nearest code: String) -> String? { EditDistance.nearest(to: code, among: codes) }
}
