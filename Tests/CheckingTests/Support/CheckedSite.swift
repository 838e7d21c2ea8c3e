import Content
import Foundation
import Templates

@testable import Checking

/// A small platform in a temporary folder, which goes when the value does, and what a check says of it.
final class CheckedSite {
  let folder: String

  /// - Parameter files: by their paths below `content/`, beside or instead of the standard ones.
  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "terreau-check-\(UUID().uuidString)").path
    for (path, text) in CheckedSite.standard.merging(files, uniquingKeysWith: { $1 }) {
      let url = URL(fileURLWithPath: "\(folder)/content/\(path)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// What a check says, with the platform's own theme unless another is given.
  func check(
    theme: any Theme = PlatformTheme(),
    _ change: (inout SiteChecker, inout CheckRequest) -> Void = { _, _ in }
  ) async -> CheckReport {
    var request = CheckRequest(source: folder, reading: BuildOptions(jobs: 2))
    var checker = SiteChecker(request: request, theme: theme)
    change(&checker, &request)
    checker.request = request
    return await checker.check()
  }

  /// Complete enough that a check has nothing to say.
  static let standard: [String: String] = [
    "site.yml": """
    name: Essai
    base_url: https://exemple.org/
    navigation: [{label: Notes, link: /notes/}]
    """,
    "types/note.yml": "name: Note\nplural: Notes\nfolder: notes\n",
    "index.md": "Bienvenue.\n",
    "notes/index.md": "Les notes.\n",
    "notes/a.md": CheckedSite.page("Première", "Un texte.\n"),
  ]

  /// A page with a title and a summary of a good length.
  static func page(_ title: String, _ body: String, more: String = "") -> String {
    "---\ntitle: \(title)\nsummary: Ce que l’on apprend en lisant cette page.\n\(more)---\n\(body)"
  }
}

extension CheckReport {
  /// `notes/a.md:5:1 link-text-vague`, or the code alone where there is no place.
  var findings: [String] {
    diagnostics.map { diagnostic in
      let place =
        diagnostic.location.map { "\($0.file.dropFirst("content/".count)):\($0.line):\($0.column) " } ?? ""
      return place + diagnostic.problem.code
    }
  }
}
