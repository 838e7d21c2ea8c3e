import Content
import Markup

/// What came of a build.
public struct BuildReport: Sendable {
  public private(set) var diagnostics: [Diagnostic] = []
  /// The language of the platform, in which its authors are spoken to; French until it is known.
  public var language = Language.french
  /// `nil` when nothing was published.
  public var summary: BuildSummary?
  /// The site, where the content was read.
  public var site: Site?
  private let isStrict: Bool

  init(strict: Bool) {
    isStrict = strict
  }

  /// Adds diagnostics; where warnings are errors, they become so here.
  mutating func add(_ more: [Diagnostic]) {
    diagnostics += more.map { diagnostic in
      var diagnostic = diagnostic
      if isStrict, diagnostic.severity == .warning { diagnostic.severity = .error }
      return diagnostic
    }
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The status the command ends with: 0 done, 1 the content has errors, 3 settings or environment, 4 reading or
  /// writing failed, 70 a template failed, 130 interrupted.
  public var exitStatus: Int32 {
    diagnostics.lazy.filter { $0.severity == .error }.map(\.exitStatus).max() ?? 0
  }
}

extension Diagnostic {
  /// The status that a command ends with where this is an error.
  public var exitStatus: Int32 {
    switch problem {
    case .interrupted: 130
    case .readFailed, .writeFailed, .outputBusy, .outputEdited, .outputBlocked, .manifestInvalid: 4
    case .settingsMissing, .outputRefused, .outputNotOurs, .check(.externalProgramMissing): 3
    case .templateFailed, .templateTooSlow: 70
    default: location?.file == "content/site.yml" ? 3 : 1
    }
  }
}

/// What a build published.
public struct BuildSummary: Sendable {
  public var pages: Int
  public var files: Int
  public var written: Int
  public var bytesWritten: Int
  public var unchanged: Int
  public var removed: Int

  init(written: WriteSummary, pages: Int) {
    self.pages = pages
    files = written.files
    self.written = written.written
    bytesWritten = written.bytesWritten
    unchanged = written.unchanged
    removed = written.removed
  }

  /// A site that already stood as this build would have made it.
  init(untouched manifest: Manifest) {
    pages = manifest.pages
    files = manifest.entries.count
    written = 0
    bytesWritten = 0
    unchanged = manifest.entries.count
    removed = 0
  }
}
