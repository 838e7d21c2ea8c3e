import Content
import Generator
import Markup

/// What a check found.
public struct CheckReport: Sendable {
  /// By file, line and column; those without a place first.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// The language of the platform, in which its authors are spoken to; French until it is known.
  public internal(set) var language = Language.french
  /// How many pages were looked at.
  public internal(set) var pages = 0

  /// From which severity on a finding makes a check fail.
  public enum Bar: String, Sendable, CaseIterable {
    case error, warning, note, never

    fileprivate func isReached(by severity: Diagnostic.Severity) -> Bool {
      switch self {
      case .error: severity == .error
      case .warning: severity != .note
      case .note: true
      case .never: false
      }
    }
  }

  /// The status the command ends with: 0 nothing at or above the bar, 1 something is, 3 settings or
  /// environment, 4 reading failed, 70 a template failed, 130 interrupted.
  ///
  /// What kept the check from being made counts whatever the bar.
  public func exitStatus(_ bar: Bar) -> Int32 {
    diagnostics.lazy.map { diagnostic in
      let status = diagnostic.severity == .error ? diagnostic.exitStatus : 1
      let isPlainFinding = status == 1 || status == 3 && diagnostic.location != nil
      return !isPlainFinding || bar.isReached(by: diagnostic.severity) ? status : 0
    }.max() ?? 0
  }

  public func count(_ severity: Diagnostic.Severity) -> Int { diagnostics.count { $0.severity == severity } }
}
