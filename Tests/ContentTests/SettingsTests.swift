import Testing

@testable import Content

@Suite("Settings")
struct SettingsTests {
  private static func settings(
    _ words: String, _ yaml: String, _ findings: [String] = [], says: [String] = []
  ) -> Row {
    Row(
      words, .text("name: E\nbase_url: https://exemple.org\n\(yaml)\n"), file: "site.yml", findings,
      says: says)
  }

  private static func base(_ words: String, _ address: String, _ findings: [String] = [], says: [String] = [])
    -> Row
  {
    Row(words, .text("name: E\nbase_url: \(address)\n"), file: "site.yml", findings, says: says)
  }

  static let rows: [Row] = [
    Row(
      "CF-02: a syntax error", "name: \"E\nbase_url: x\n", file: "site.yml", ["1:7 error yaml-invalid"],
      says: ["jamais refermé"]),
    Row(
      "CF-02: a colon in a text", "name: E\nbase_url: https://a.org\ntagline: Agir : ensemble\n",
      file: "site.yml",
      ["3:15 error yaml-colon-in-text"], says: ["guillemets"]),
    Row("CF-02: settings that are a list", "- a\n", file: "site.yml", ["1:1 error not-a-mapping"]),
    Row("CF-02: empty settings", "", file: "site.yml", ["1:1 error missing-key", "1:1 error missing-key"]),
    settings("CF-08: an alias bomb", "a: &a [x]\nb: [*a, *a]", ["3:4 error yaml-indicator"]),
    Row(
      "CF-08: settings larger than 1 MiB", .text("name: E\n# \(String(repeating: "x", count: 1 << 20))\n"),
      file: "site.yml",
      ["1:1 error file-too-large"], says: ["1048576"]),
    settings(
      "CF-10: a password, whatever its key and depth",
      "s3_access_key: abc\ndeploy: {mot_de_passe: hunter2}\nclient-secret:\n  - x",
      [
        "3:1 warning secret-in-settings", "4:1 warning unknown-key", "4:10 warning secret-in-settings",
        "5:1 warning secret-in-settings",
      ],
      says: ["variable d’environnement"]),
    base(
      "PL-26: no scheme", "exemple.org/projet", ["2:11 error base-url-invalid"],
      says: ["https://exemple.org/projet/"]),
    base(
      "PL-26: a host with two slashes", "//exemple.org", ["2:11 error base-url-invalid"],
      says: ["https://exemple.org/"]),
    base("PL-26: another scheme", "ftp://exemple.org", ["2:11 error base-url-invalid"]),
    base("PL-26: no host", "https:///projet/", ["2:11 error base-url-invalid"]),
    base(
      "PL-26: a query", "https://exemple.org/?a", ["2:11 error base-url-invalid"],
      says: ["https://exemple.org/"]),
    base("PL-26: a user and a password", "https://moi:secret@exemple.org/", ["2:11 error base-url-invalid"]),
    base("PL-26: a space", "https://exemple .org/", ["2:11 error base-url-invalid"]),
    base("PL-26: empty", "\"\"", ["2:11 error base-url-invalid"]),
    base("PL-26: missing", "", ["2:1 error missing-key"]),
    settings(
      "An unknown zone", "time_zone: Europe/Pariss", ["3:12 error unknown-time-zone"],
      says: ["« Europe/Paris »"]),
    settings("Known zones", "time_zone: Pacific/Auckland"),
    settings("A zone of words", "time_zone: heure de Paris", ["3:12 error unknown-time-zone"]),
    settings("A language in words", "language: french", ["3:11 error unknown-language"]),
    settings(
      "Colours", "colours: {accent: vert, accent_dark: \"#12345g\", acent: \"#123456\"}",
      ["3:19 error not-a-colour", "3:38 error not-a-colour", "3:49 warning unknown-key"]),
    settings(
      "Colours that are hard to read", "colours: {accent: \"#ff9900\", accent_dark: \"#0b6150\"}",
      ["3:19 warning low-contrast", "3:43 warning low-contrast"], says: ["1,8", "moins que 4,5", "\"#9b5d00\""]),
    settings(
      "MD-09: HTML allowed beyond the standard list",
      "html:\n  iframe: [src, title, data-x]\n  video: src\n  b:\n  sub: [class]"),
    settings(
      "MD-09: HTML that no platform can allow",
      "html:\n  script: [src]\n  div: [class, style, onclick, srcdoc]\n  vidéo: [src]\n  video: [scr]\n  object:",
      [
        "4:3 error html-never-allowed", "5:16 error html-never-allowed", "5:23 error html-never-allowed",
        "5:32 error html-never-allowed", "6:3 error unknown-value", "7:11 error unknown-value",
        "8:3 error html-never-allowed",
      ], says: ["« video »", "« src »"]),
    settings("HTML that is a list", "html: [iframe]", ["3:7 error wrong-kind"]),
    settings("Page sizes", "page_size: 0", ["3:12 error not-a-number"]),
    settings("A page size in words", "page_size: vingt", ["3:12 error not-a-number"]),
    settings(
      "What to do with the future", "future: publishd", ["3:9 error unknown-value"], says: ["« published »"]),
    settings(
      "A menu with faults",
      """
      navigation:
        - {label: A, link: /notes/}
        - {label: B, link: /rien/}
        - {label: C}
        - {link: /notes/}
        - {label: D, link: rien}
        - E
      """,
      [
        "5:22 error broken-link", "6:5 error missing-key", "7:5 error missing-key",
        "8:22 error not-an-address",
        "9:5 error wrong-kind",
      ]),
    settings(
      "Publisher and contact", "publisher: {url: x}\ncontact: {mail: a@b.org}",
      ["3:12 error missing-key", "3:18 error not-an-address", "4:11 warning unknown-key"], says: ["« email »"]
    ),
    settings("A licence not stated", "licence: non précisée"),
    settings(
      "Budgets", "budgets: {html: 50 ko, css: -1, javascript: 0, first_vue: 3}",
      ["3:17 error not-a-number", "3:29 error not-a-number", "3:48 warning unknown-key"], says: ["« first_view »"]),
    settings(
      "An audit of accessibility",
      "accessibility: {audit: 2026-05-01, conformity: partielle, rate: 78, auditor: A, standard: B}"),
    settings(
      "An audit that says too little, or what can't be", "accessibility: {conformity: partiel, rate: 2}",
      ["3:16 error missing-key", "3:29 error unknown-value"], says: ["« partielle »"]),
    settings(
      "A rate that doesn't go with the conformity",
      "accessibility: {audit: 2026-05-01, conformity: totale, rate: 78.5}",
      ["3:56 error conformity-rate"], says: ["100 %"]),
    settings("A survey without an address", "survey: demain\nnewsletter: https://exemple.net/",
      ["3:9 error not-an-address"]),
  ]

  @Test("Each fault is said at its place, and nothing else", arguments: rows)
  func faults(_ row: Row) async throws { try await row.check() }

  @Test(
    "PL-26: a base address ends with a slash, and gives the path of the site",
    arguments: [
      ("https://exemple.org", "https://exemple.org/", "/"),
      ("https://exemple.org/", "https://exemple.org/", "/"),
      ("http://exemple.org:8080/projet", "http://exemple.org:8080/projet/", "/projet/"),
      ("HTTPS://exemple.org/a/b/", "https://exemple.org/a/b/", "/a/b/"),
    ])
  func baseURL(_ written: String, _ normalised: String, _ path: String) async throws {
    let reading = try await TinySite(["site.yml": .text("name: E\nbase_url: \(written)\n")]).read()
    #expect(reading.findings.isEmpty)
    #expect(reading.site.settings.baseURL == normalised)
    #expect(reading.site.settings.basePath == path)
  }

  @Test("A base address given to the command stands in for a missing one")
  func override() async throws {
    let reading = try await TinySite(["site.yml": "name: E\n"]).read { $0.baseURL = "https://a.org/b/" }
    #expect(reading.findings.isEmpty)
    #expect(reading.site.settings.baseURL == "https://a.org/b/")
  }

  @Test("CF-01: no settings, no content, no folder")
  func missing() throws {
    let site = try TinySite(["notes/a.md": "# A\n"], standard: false)
    #expect { try SourceTree(folder: site.folder) } throws: { error in
      (error as? Diagnostic)?.problem == .settingsMissing(folder: site.folder)
    }
    #expect(throws: Diagnostic.self) { try SourceTree(folder: site.folder + "/rien") }
  }

  @Test("CF-10: the value of a secret is nowhere in the report")
  func secretIsNotShown() async throws {
    let yaml = "name: E\nbase_url: https://a.org\npassword: hunter2\ntoken: *hunter2\n"
    for text in [yaml, yaml.replacing("*", with: ""), "name: E\nbase_url: x\napi_key: `hunter2\n"] {
      let reading = try await TinySite(["site.yml": .text(text)]).read()
      #expect(!reading.diagnostics.isEmpty)
      let report = DiagnosticReport(wording: .french, usesColour: false) { _ in Array(text.utf8) }
      #expect(!report.text(reading.diagnostics).contains("hunter2"))
      #expect(
        !String(decoding: report.json(reading.diagnostics).serialized(), as: UTF8.self).contains("hunter2"))
    }
  }

  @Test("The output folder and the language are known before anything else is read, even to be refused")
  func preferences() async throws {
    for (written, output) in [("\"\"", ""), ("..", ".."), ("dist", "dist")] {
      let site = try TinySite(["site.yml": .text("name: E\nlanguage: en\noutput: \(written)\n")])
      let sources = await LoadedSources(try SourceTree(folder: site.folder), jobs: 1)
      #expect(sources.preferences.output == output)
      #expect(sources.preferences.language != .french)
    }
  }
}
