import Content
import Foundation
import Testing

@testable import Generator

/// A platform's folder with a home folder around it.
private final class Platform {
  let root: TemporaryFolder
  var source: String { root / "home/site" }

  init() throws {
    root = try TemporaryFolder()
    try root.makeFolder("home/site/content/pages")
    try root.write("home/site/site.yml", "")
    try root.makeFolder("home/site/public")
    try root.makeFolder("home/other")
    try root.write("home/other/mine.txt", "mine")
    try root.write("home/site/file", "")
    symlink(root / "home", root / "home/site/to-home")
    symlink(root / "home/site/public", root / "home/site/to-public")
    symlink(root / "home/site/content", root / "elsewhere")
    symlink(root / "nothing", root / "home/site/dangling")
  }

  func validate(_ path: String, adopt: Bool = false) throws -> OutputFolder {
    try OutputFolder.validate(
      path: path.replacingOccurrences(of: "ROOT", with: root.path), sourceFolder: source,
      contentFolder: root / "home/site/content", adopt: adopt, homeFolders: [root / "home"])
  }
}

@Suite("The output folder's rules")
struct OutputFolderTests {
  @Test(
    "CF-04, CF-05: a dangerous output folder is refused, however it is written, and nothing is touched",
    arguments: [
      ("", .empty), ("/", .root), ("//", .root), ("/..", .root), ("~", .home), ("~/public", .home),
      ("ROOT/home", .home), ("..", .home), (".", .sourceFolder), ("./", .sourceFolder),
      ("public/..", .sourceFolder), ("ROOT/home/site/", .sourceFolder), ("../../home/site", .sourceFolder),
      ("../..", .containsSource), ("/tmp", .containsSource), ("content", .insideContent),
      ("content/", .insideContent), ("content/public", .insideContent), ("content/a/b/c", .insideContent),
      ("ROOT/elsewhere/public", .insideContent), ("public/../content", .insideContent),
      ("to-home", .symbolicLink), ("to-home/", .symbolicLink), ("to-public", .symbolicLink),
      ("dangling", .symbolicLink), ("file", .notAFolder), ("file/public", .notAFolder),
      ("to-home/site/content/x", .insideContent),
    ] as [(String, Problem.OutputRefusal)])
  func refused(_ path: String, _ reason: Problem.OutputRefusal) throws {
    let platform = try Platform()
    let before = try snapshot(platform.root.path)
    for adopt in [false, true] {
      let expected = path.replacingOccurrences(of: "ROOT", with: platform.root.path)
      #expect(
        try problem { _ = try platform.validate(path, adopt: adopt) }
          == .outputRefused(path: expected, reason: reason))
    }
    #expect(try snapshot(platform.root.path) == before)
  }

  @Test(
    "CF-04: a harmless output folder is taken, and its path is absolute",
    arguments: [
      ("public", "home/site/public"), ("public/", "home/site/public"), ("./public/.", "home/site/public"),
      ("new", "home/site/new"), ("a/b/c", "home/site/a/b/c"), ("../new", "home/new"),
      ("content-public", "home/site/content-public"), ("to-public/x", "home/site/public/x"),
      ("ROOT/out", "out"), ("sité/œuvre d'e\u{301}té", "home/site/sité/œuvre d'e\u{301}té"),
    ])
  func taken(_ path: String, _ expected: String) throws {
    let platform = try Platform()
    let found = try platform.validate(path).absolutePath
    #expect(Array(found.utf8) == Array((platform.root / expected).utf8))
    #expect(try !platform.validate(path).path.hasSuffix("/"))
  }

  @Test("OW-10: a folder with files that no build of ours wrote is refused unless it is adopted")
  func foreign() throws {
    let platform = try Platform()
    let path = platform.root / "home/other"
    #expect(try problem { _ = try platform.validate(path) } == .outputNotOurs(path: path))
    #expect(try platform.validate(path, adopt: true).absolutePath == path)
  }

  @Test("OW-10: hidden files alone don't make a folder somebody else's; a manifest makes it ours")
  func ours() throws {
    let platform = try Platform()
    try platform.root.write("home/site/public/.gitignore", "*")
    try platform.root.makeFolder("home/site/public/.git")
    #expect(try platform.validate("public").path == "public")
    try platform.root.write("home/site/public/index.html", "")
    #expect(throws: Diagnostic.self) { try platform.validate("public") }
    try platform.root.write("home/site/public/.terreau-manifest", "")
    #expect(try platform.validate("public").path == "public")
  }

  @Test("CF-09: without a home folder the other rules hold")
  func homeless() throws {
    let platform = try Platform()
    let found = try problem {
      _ = try OutputFolder.validate(
        path: "..", sourceFolder: platform.source, contentFolder: "/nowhere", adopt: false, homeFolders: [])
    }
    #expect(found == .outputRefused(path: "..", reason: .containsSource))
  }
}
