import Foundation
import Testing

@testable import Content

@Suite("Paths")
struct PathTests {
  @Test("PL-04, PL-05: names and links meet whatever the form of their accents, and addresses are composed")
  func composedAndDecomposed() async throws {
    let site = try TinySite([
      "notes/e\u{301}te\u{301}.md": "# Été\n",
      "images/e\u{301}te\u{301}.png": .bytes(ImageSizeTests.png(4, 3)),
      "notes/b.md":
        "# B\n\n[a](été.md) ![b](../images/été.png) ![c](/images/e%CC%81t%C3%A9.png) ![d](/images/été.png#é)\n",
    ])
    let reading = try await site.read()
    #expect(reading.findings.isEmpty)
    let body = try #require(reading.site.items.first { $0.title == "B" }?.body.text)
    #expect(
      body == """
        <p><a href="/notes/ete/">a</a> <img src="/images/%C3%A9t%C3%A9.png" width="4" height="3" alt="b" /> \
        <img src="/images/%C3%A9t%C3%A9.png" width="4" height="3" loading="lazy" decoding="async" alt="c" /> \
        <img src="/images/%C3%A9t%C3%A9.png#%C3%A9" width="4" height="3" loading="lazy" decoding="async" alt="d" /></p>\n
        """)
  }

  @Test("PL-06: a name that is not UTF-8 is shown byte by byte, and the others are read")
  func nameIsNotUTF8() async throws {
    let site = try TinySite(["notes/a.md": "# A\n\n[x](y.md)\n"])
    let name = Array("\(site.folder)/content/notes/bad".utf8) + [0xE9] + Array(".md".utf8) + [0]
    close(creat(name.map(CChar.init(bitPattern:)), 0o644))
    let reading = try await site.read()
    #expect(
      reading.findings == [
        "notes/a.md:3:1 error broken-link", "notes/bad\\xE9.md:1:1 error name-is-not-utf8",
      ])
  }

  @Test(
    "PL-08: names that Windows can't hold",
    arguments: ["CON", "aux.md", "a:b.pdf", "nul.txt", "fin.", "fin ", "a?.png", "com1.tar.gz"])
  func reservedNames(_ name: String) async throws {
    let site = try TinySite([
      "pages/x.md": "# X\n", "divers/\(name)": .text(name.hasSuffix(".md") ? "# A\n" : "x"),
    ])
    let findings = try await site.read().findings
    #expect(findings.first == "divers/\(name):1:1 warning name-reserved")
  }

  @Test(
    "PL-08: names that only look like them", arguments: ["console", "auxiliaire.pdf", "com10.txt", "nulle"])
  func ordinaryNames(_ name: String) async throws {
    let findings = try await TinySite(["divers/\(name)": "x"]).read().findings
    #expect(findings.isEmpty)
  }

  @Test(
    "A name with a control character is an error, and can't command a terminal",
    arguments: ["a\u{1B}[2J.pdf", "a\nb.pdf", "a\u{7F}.png"])
  func controlCharacters(_ name: String) async throws {
    let reading = try await TinySite(["divers/\(name)": "x"]).read()
    #expect(reading.diagnostics.map(\.problem.code) == ["name-reserved"])
    #expect(reading.diagnostics.first?.severity == .error)
    let report = DiagnosticReport(wording: .french, usesColour: false) { _ in nil }.text(reading.diagnostics)
    #expect(!report.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
    #expect(report.contains("\\u{"))
    #expect(report.split(separator: "\n").count == 2)
  }

  static let names: [Row] = [
    Row(
      "PL-09: a slug of 300 bytes",
      .text("---\ntitle: A\nslug: \(String(repeating: "a", count: 300))\n---\n"),
      ["3:7 error name-too-long"], says: ["300 octets, la limite est de 255"]),
    Row(
      "PL-09: a slug of 130 accented letters",
      .text("---\ntitle: A\nslug: \(String(repeating: "é", count: 130))\n---\n"),
      ["3:7 error slug-invalid"]),
    Row(
      "PL-09: a slug of another script",
      .text("---\ntitle: A\nslug: \(String(repeating: "日", count: 90))\n---\n"),
      ["3:7 error name-too-long"], says: ["270 octets"]),
    Row("A name that has no letter", "# A\n", file: "notes/🎉.md", ["1:1 error slug-invalid"], says: ["🎉"]),
    Row("A name that has no letter, and a slug", "---\ntitle: A\nslug: fete\n---\n", file: "notes/🎉.md"),
    Row("A folder that has no letter", "# A\n", file: "notes/!/a.md", ["1:1 error slug-invalid"]),
    Row(
      "Markdown with a capital ending is read", "Texte\n", file: "notes/LISEZMOI.MD",
      ["1:1 error title-missing"]),
    Row(
      "PL-21: an image with a script", "<svg xmlns=\"x\"><SCRIPT>alert(1)</SCRIPT></svg>",
      file: "images/a.svg",
      ["1:1 warning active-svg"], says: ["script", "CSP"]),
    Row(
      "PL-21: an image with a handler", "<svg\n ONLOAD = 'alert(1)'/>", file: "images/a.SVG",
      ["1:1 warning active-svg"]),
    Row(
      "PL-21: an image with an address that acts", "<svg><a href='javascript:x'/></svg>",
      file: "static/a.svg", ["1:1 warning active-svg"]),
    Row(
      "PL-21: a still image", "<svg><title>on = script, description</title><path id='on' d='M0'/></svg>",
      file: "images/a.svg"),
  ]

  @Test("Each fault is said at its place, and nothing else", arguments: names)
  func faults(_ row: Row) async throws { try await row.check() }

  @Test("PL-10: a path deeper than 4,096 bytes is said, and the rest is read")
  func deepPath() async throws {
    let site = try TinySite(["notes/a.md": "# A\n"])
    let name = String(repeating: "d", count: 200)
    var folders = [open("\(site.folder)/content", O_RDONLY | O_DIRECTORY)]
    for folder in 0..<21 {
      mkdirat(folders[folder], name, 0o755)
      folders.append(openat(folders[folder], name, O_RDONLY | O_DIRECTORY))
    }
    // By no path could they be removed.
    defer {
      for folder in folders.dropLast().reversed() { unlinkat(folder, name, AT_REMOVEDIR) }
      for folder in folders { close(folder) }
    }
    let reading = try await site.read()
    #expect(reading.diagnostics.map(\.problem.code) == ["path-too-long"])
    #expect(reading.site.items.map(\.title) == ["A"])
  }

  @Test("PL-11, PL-12, PL-14: links are named with what they lead to, and never followed")
  func symbolicLinks() async throws {
    let site = try TinySite([
      "notes/passwd.md": .link(to: "/etc/passwd"), "notes/rien.md": .link(to: "nulle-part"),
      "notes/autre": .link(to: "../pages"), "pages/b.md": "# B\n",
      "site.yml": "name: E\nbase_url: https://a.org\n",
    ])
    let reading = try await site.read()
    #expect(
      reading.findings == [
        "notes/autre:1:1 error symbolic-link", "notes/passwd.md:1:1 error symbolic-link",
        "notes/rien.md:1:1 error symbolic-link",
      ])
    for target in ["/etc/passwd", "nulle-part", "../pages"] {
      #expect(reading.sentences.contains("« \(target) »"))
    }
    #expect(reading.site.items.count == 1)
  }

  @Test("PL-12: a content folder, or settings, that are links are refused")
  func linkedContent() async throws {
    let site = try TinySite([:])
    try makeFolder("\(site.folder)/autre")
    symlink("../content", "\(site.folder)/autre/content")
    #expect { try SourceTree(folder: "\(site.folder)/autre") } throws: {
      if case .symbolicLink? = ($0 as? Diagnostic)?.problem { true } else { false }
    }
    let settings = try TinySite(["site.yml": .link(to: "/etc/hostname")])
    #expect { try SourceTree(folder: settings.folder) } throws: {
      ($0 as? Diagnostic)?.problem == .settingsMissing(folder: settings.folder)
    }
  }

  @Test("A pipe is neither a file nor a folder, and nobody waits for it")
  func pipe() async throws {
    let site = try TinySite(["notes/a.md": "# A\n"])
    mkfifo("\(site.folder)/content/notes/b.md", 0o644)
    let findings = try await site.read().findings
    #expect(findings == ["notes/b.md:1:1 error not-a-regular-file"])
  }

  @Test("A folder that became a link since it was listed is not read through")
  func swappedFolder() async throws {
    let site = try TinySite(["notes/sub/a.md": "# A\n", "pages/secret/a.md": "# Secret\n"])
    let tree = try SourceTree(folder: site.folder)
    rename("\(site.folder)/content/notes/sub", "\(site.folder)/content/notes/old")
    symlink("../pages/secret", "\(site.folder)/content/notes/sub")
    let sources = await LoadedSources(tree, jobs: 1)
    #expect(sources.diagnostics.map(\.problem.code) == ["read-failed"])
    #expect(!sources.texts.contains { $0.path == "notes/sub/a.md" })
  }

  @Test("Files are listed in the order of their bytes, and hidden ones and back-ups left out")
  func order() throws {
    let site = try TinySite([
      "notes/Z.md": "", "notes/a.md": "", "notes/é.md": "", "notes/.cache": "", "notes/a.md~": "",
      "static/robots": "",
    ])
    let files = try SourceTree(folder: site.folder).files.map(\.path).filter { !$0.contains(".yml") }
    #expect(files == ["notes/Z.md", "notes/a.md", "notes/é.md", "static/robots"])
  }
}
