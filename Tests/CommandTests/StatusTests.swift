import Foundation
import Testing

@Suite("How a build ends")
struct StatusTests {
  @Test("0: a site is built, and built again untouched")
  func good() throws {
    let platform = try Platform()
    let first = try platform.build(["--format", "json"])
    #expect(first.status == 0)
    #expect(first.errors.isEmpty)
    let report = try first.report()
    #expect(report.ok && report.diagnostics.isEmpty)
    let summary = try #require(report.summary)
    #expect(summary.pages == 6, "home, list, two items, site map, missing page")
    #expect(summary.files == summary.written)
    let second = try #require(try platform.build(["--format", "json"]).report().summary)
    #expect(second.written == 0 && second.removed == 0 && second.unchanged == summary.files)
  }

  @Test("OW-08: what is no longer made is removed, what others put there stays")
  func removal() throws {
    let platform = try Platform()
    #expect(try platform.build().status == 0)
    try platform.write("public/CNAME", "exemple.org")
    try FileManager.default.removeItem(atPath: platform.folder + "/content/notes/b.md")
    try platform.write("content/notes/a.md", "# A\n")
    let summary = try #require(try platform.build(["--format", "json"]).report().summary)
    #expect(summary.removed == 2, "the page and its old address")
    #expect(!platform.exists("public/notes/b/index.html") && !platform.exists("public/ancienne"))
    #expect(try platform.text("public/CNAME") == "exemple.org")
  }

  @Test("1: errors of content; nothing is written, the old site stays")
  func contentErrors() throws {
    let platform = try Platform()
    #expect(try platform.build().status == 0)
    let before = try tree(platform.folder + "/public")
    try platform.write("content/notes/c.md", "---\ntitle: C\ndate: hier\n---\n[x](z.md)\n")
    let result = try platform.build(["--format", "json"])
    #expect(result.status == 1)
    #expect(
      try result.report().findings == ["notes/c.md:3:7 error not-a-date", "notes/c.md:5:1 error broken-link"])
    #expect(try tree(platform.folder + "/public") == before)
  }

  @Test(
    "CC-01: 2, wrong usage, said on standard error with the usage",
    arguments: [
      ["frob"], ["build", "--frob"], ["build", "--output"], ["build", "--jobs", "zero"],
      ["build", "--jobs", "0"],
      ["build", "--now", "demain"], ["build", "--now", "2024-05"], ["build", "--base-url", "exemple.org"],
      ["build", "--format", "xml"], ["build", "un", "deux"],
    ])
  func usage(_ arguments: [String]) throws {
    let result = try Program.terreau.run(arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("Usage: terreau"))
  }

  @Test("CC-01: a day in the environment that is none")
  func sourceDate() throws {
    let platform = try Platform()
    #expect(try platform.build(environment: ["SOURCE_DATE_EPOCH": "hier"]).status == 2)
    #expect(try platform.build(environment: ["SOURCE_DATE_EPOCH": "1700000000"]).status == 0)
  }

  @Test(
    "0: help and version on standard output",
    arguments: [["--help"], ["build", "--help"], ["--version"], []])
  func help(_ arguments: [String]) throws {
    let result = try Program.terreau.run(arguments)
    #expect(result.status == 0)
    #expect(!result.output.isEmpty && result.errors.isEmpty)
  }

  @Test("CF-01: 3, no settings; nothing is made", arguments: ["", "content/notes/a.md", "content/site.yaml"])
  func noSettings(_ file: String) throws {
    let platform = try Platform(file.isEmpty ? [:] : [file: "name: E\n"])
    let before = try tree(platform.surroundings)
    let result = try platform.build()
    #expect(result.status == 3)
    #expect(result.errors.contains("pas de content/site.yml dans « \(platform.folder) »"))
    #expect(result.errors.contains("name, base_url"))
    #expect(try tree(platform.surroundings) == before)
    #expect(try Program.terreau.run(["build", "--source", platform.folder + "/rien"]).status == 3)
  }

  static let settings: [(String, String)] = [
    ("CF-02: a syntax error", "name: \"E\n"), ("CF-02: a list", "- a\n"),
    ("CF-08: a bomb", "a: &a [x]\nb: [*a, *a]\n"),
    ("PL-26: no scheme", "name: E\nbase_url: exemple.org\n"),
    ("CF-04: an empty output", "name: E\nbase_url: https://a.org\noutput: \"\"\n"),
  ]

  @Test("3: settings with errors", arguments: settings.map(\.0))
  func settingsErrors(_ words: String) throws {
    let yaml = try #require(StatusTests.settings.first { $0.0 == words }?.1)
    let platform = try Platform(Platform.small(with: ["content/site.yml": yaml]))
    let result = try platform.build()
    #expect(result.status == 3)
    #expect(!platform.exists("public"))
  }

  @Test("--strict makes warnings errors; without it they are said, and --quiet says errors alone")
  func strictAndQuiet() throws {
    let platform = try Platform(
      Platform.small(with: ["content/notes/c.md": "---\ntitle: C\ntilte: x\n---\n"]))
    let strict = try platform.build(["--strict"])
    #expect(strict.status == 1)
    #expect(strict.errors.contains("content/notes/c.md:3:1: erreur : clé inconnue « tilte »"))
    #expect(!platform.exists("public"))
    let plain = try platform.build()
    #expect(plain.status == 0)
    #expect(plain.errors.contains("attention : clé inconnue"))
    let quiet = try platform.build(["--quiet"])
    #expect(quiet.status == 0 && quiet.errors.isEmpty && quiet.output.isEmpty)
    try platform.write("content/notes/d.md", "")
    let quietError = try platform.build(["--quiet"])
    #expect(quietError.status == 1)
    #expect(quietError.errors.contains("title-missing") && !quietError.errors.contains("tilte"))
  }

  @Test("FM-14: --drafts, --future and --now say what is published")
  func releases() throws {
    let platform = try Platform(
      Platform.small(with: [
        "content/notes/c.md": "---\ntitle: C\ndraft: true\n---\n",
        "content/notes/d.md": "---\ntitle: D\npublish: 2030-01-01\n---\n",
      ]))
    func built(_ arguments: [String]) throws -> [Bool] {
      let result = try platform.build(arguments)
      #expect(result.status == 0)
      return ["c", "d"].map { platform.exists("public/notes/\($0)/index.html") }
    }
    #expect(try built([]) == [false, false])
    #expect(try built(["--drafts"]) == [true, false])
    #expect(try built(["--future"]) == [false, true])
    #expect(try built(["--now", "2030-01-01"]) == [false, true])
    #expect(try built(["--drafts", "--now", "2029-12-31"]) == [true, false])
    #expect(
      try platform.build().errors.contains(
        "content/notes/d.md:1:1: note : page à venir, non publiée avant le 2030-01-01"))
  }

  @Test("CC-04: a hundred errors are all listed in one order, and counted")
  func manyErrors() throws {
    var files = Platform.small
    for number in 0..<100 { files["content/notes/n\(number).md"] = "---\ntitle: N\ndate: x\n---\n" }
    let platform = try Platform(files)
    let one = try platform.build(["--jobs", "1"])
    let four = try platform.build(["--jobs", "4"])
    #expect(one.status == 1)
    #expect(one.errors == four.errors)
    #expect(one.errors.split(separator: "\n").count { $0.contains("[not-a-date]") } == 100)
    #expect(one.errors.contains("100 erreurs. Rien n’a été publié."))
  }

  @Test("No colour where there is no terminal, and none with NO_COLOR on one")
  func colour() throws {
    let platform = try Platform(Platform.small(with: ["content/notes/c.md": ""]))
    #expect(try !platform.build(environment: ["TERM": "xterm-256color"]).errors.contains("\u{1B}"))
    let program = try Program.terreau.path()
    for (environment, isColoured) in [
      (["TERM": "xterm"], true), (["TERM": "xterm", "NO_COLOR": "1"], false), (["TERM": "dumb"], false),
    ] {
      // `script` gives a terminal to the command it runs.
      let command = ["/usr/bin/script", "-qec", "\(program) build --source \(platform.folder)", "/dev/null"]
      let result = try Program.Running(command, environment, "/tmp").finish()
      #expect(result.output.contains("title-missing"))
      #expect(result.output.contains("\u{1B}[") == isColoured)
    }
  }

  @Test("Values and names can't command the terminal they are shown on")
  func escapes() throws {
    let platform = try Platform(
      Platform.small(with: [
        "content/notes/\u{9B}2Jc.md": "", "content/notes/d.md": "# D\n\n[x](\u{202E}z.md)\n",
        "content/a\u{1B}[2J.png": "x",
      ]))
    let result = try platform.build()
    #expect(result.status == 1)
    #expect(
      !result.errors.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    #expect(!result.errors.contains("\u{202E}"))
    #expect(result.errors.contains("\\u{1B}"))
  }
}
