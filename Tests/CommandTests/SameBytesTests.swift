import Foundation
import Testing

@Suite("The same content gives the same bytes")
struct SameBytesTests {
  private static let files = Platform.small(with: [
    "content/types/note.yml":
      "name: Note\nplural: Notes\nfolder: notes\ncapabilities: [event]\nfields: {jour: {type: date, label: Jour}}\n",
    "content/notes/mai.md":
      "---\ntitle: Mai\ndate: 2024-05-01 23:30\njour: 2024-08-01\nevent: {start: 2024-05-01 23:30/2024-05-02 01:00}\n---\n",
    "content/notes/août.md": "---\ntitle: Août\ndate: 2024-08-01\njour: 2024-T3\n---\n",
  ])

  private func built(_ arguments: [String] = [], environment: [String: String] = [:], name: String = "site")
    throws -> [String: Data]
  {
    let platform = try Platform(SameBytesTests.files, name: name)
    let result = try platform.build(arguments, environment: environment)
    #expect(result.status == 0, "\(result.errors)")
    return try tree(platform.folder + "/public")
  }

  @Test("OW-20, OW-21, FM-13, TE-16: whatever folder, zone, locale, home and number of tasks")
  func sameEverywhere() throws {
    let expected = try built()
    #expect(expected.count > 8)
    for zone in ["UTC", "Europe/Paris", "Pacific/Auckland"] {
      #expect(try built(environment: ["TZ": zone]) == expected, "\(zone)")
    }
    for locale in ["C", "fr_FR.UTF-8", "tr_TR.UTF-8", "nulle"] {
      #expect(try built(environment: ["LC_ALL": locale, "LANG": locale]) == expected, "\(locale)")
    }
    #expect(try built(["--jobs", "1"], name: "ailleurs/été") == expected)
    #expect(try built(["--jobs", "4"], environment: ["HOME": "/tmp", "USER": "autre"]) == expected)
    let page = String(decoding: try #require(expected["notes/mai/index.html"]), as: UTF8.self)
    #expect(
      page.contains("1er\u{A0}mai\u{A0}2024") || page.contains("1er mai 2024")
        || page.contains("<sup>er</sup>"), "\(page)")
    #expect(page.contains("août"))
  }

  @Test("FM-04, FM-05: a platform with marks and CRLF lines gives the site of its twin")
  func carriageReturns() throws {
    let expected = try built()
    let platform = try Platform([:])
    for (path, text) in SameBytesTests.files {
      let isText = path.hasSuffix(".md") || path.hasSuffix(".yml")
      try platform.write(path, isText ? "\u{FEFF}" + text.replacing("\n", with: "\r\n") : text)
    }
    #expect(try platform.build().status == 0)
    var built = try tree(platform.folder + "/public")
    var same = expected
    // The manifest keeps the hash of what was read.
    built[".terreau-manifest"] = nil
    same[".terreau-manifest"] = nil
    #expect(built == same)
  }

  @Test("OW-20: a second build touches no file, whatever the clock says of them")
  func untouched() throws {
    let platform = try Platform(SameBytesTests.files)
    #expect(try platform.build().status == 0)
    let inode =
      try FileManager.default.attributesOfItem(atPath: platform.folder + "/public/index.html")[
        .systemFileNumber] as? Int
    for path in SameBytesTests.files.keys {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: platform.folder + "/" + path)
    }
    let result = try platform.build(["--format", "json"])
    #expect(try result.report().summary?.written == 0)
    let after =
      try FileManager.default.attributesOfItem(atPath: platform.folder + "/public/index.html")[
        .systemFileNumber] as? Int
    #expect(inode == after)
  }

  @Test("OW-19: a source that can't be written is built elsewhere, and nothing is left in it")
  func readOnlySource() throws {
    let platform = try Platform(SameBytesTests.files)
    let before = try tree(platform.folder)
    let isRoot = geteuid() == 0
    for path in ["content", ""] { chmod(platform.folder + "/" + path, 0o555) }
    defer { for path in ["", "content"] { chmod(platform.folder + "/" + path, 0o755) } }
    let output = platform.surroundings + "/sortie"
    chmod(platform.surroundings, 0o777)
    let arguments = ["build", "--source", platform.folder, "--output", output]
    let result =
      try isRoot ? Program.terreau.run(under: OtherUser.command(), arguments) : Program.terreau.run(arguments)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try tree(platform.folder) == before)
    #expect(try tree(output) == built())
  }
}

/// Running as somebody who may not do everything.
enum OtherUser {
  /// The command that runs another as `nobody`; fails the test where root has none.
  static func command() throws -> [String] {
    let path = "/usr/bin/setpriv"
    try #require(access(path, X_OK) == 0, "This test, run as root, needs setpriv (Debian: util-linux).")
    return [path, "--reuid=65534", "--regid=65534", "--clear-groups", "--"]
  }
}
