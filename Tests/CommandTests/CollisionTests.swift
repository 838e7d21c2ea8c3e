import Foundation
import Testing

@Suite("Two sources, one address")
struct CollisionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Not a dictionary: two paths may differ by their Unicode form alone.
    let files: [(path: String, text: String)]
    let findings: [String]
    let says: [String]

    init(_ words: String, _ files: KeyValuePairs<String, String>, _ findings: [String], says: [String]) {
      testDescription = words
      self.files = files.map { ($0, $1) }
      self.findings = findings
      self.says = says
    }
  }

  static let cases: [Case] = [
    Case(
      "PL-01: a page and a folder's page",
      ["content/notes/c.md": "# C\n", "content/notes/c/index.md": "# C\n"],
      ["notes/c/index.md:1:1 error same-address"], says: ["« /notes/c/ »", "content/notes/c.md:1:1"]),
    Case(
      "PL-01: two pages of one slug", ["content/notes/c.md": "---\ntitle: C\nslug: a\n---\n"],
      ["notes/c.md:3:7 error same-address"], says: ["« /notes/a/ »", "content/notes/a.md:1:1"]),
    Case(
      "PL-01: two names that fold to one",
      ["content/notes/l-ete.md": "# É\n", "content/notes/L’été.md": "# É\n"],
      ["notes/l-ete.md:1:1 error same-address"], says: ["« /notes/l-ete/ »", "content/notes/L’été.md"]),
    Case(
      "PL-02: an alias that is a page",
      ["content/notes/c.md": "---\ntitle: C\naliases: [/x/, /notes/a/]\n---\n"],
      ["notes/c.md:3:16 error same-address"], says: ["« /notes/a/ »", "content/notes/a.md:1:1"]),
    Case(
      "PL-02: an alias of its own page", ["content/notes/c.md": "---\ntitle: C\naliases: /notes/c\n---\n"],
      ["notes/c.md:3:10 error same-address"], says: ["content/notes/c.md:1:1"]),
    Case(
      "PL-02: two aliases", ["content/notes/c.md": "---\ntitle: C\naliases: /ancienne/\n---\n"],
      ["notes/c.md:3:10 error same-address"], says: ["content/notes/b.md:3:11"]),
    Case(
      "PL-02: a list's page",
      [
        "content/pages/x.md": "# X\n",
        "content/types/page.yml": "name: P\nplural: P\nfolder: pages\npath: \"\"\nlist: false\n",
        "content/pages/notes.md": "# Notes\n",
      ], ["pages/notes.md:1:1 error same-address"], says: ["content/types/note.yml:3:1"]),
    Case(
      "PL-02: the file of a page", ["content/static/notes/a/index.html": "x"],
      ["static/notes/a/index.html:1:1 error same-address"], says: ["content/notes/a.md:1:1"]),
    Case(
      "PL-02: the sitemap, robots.txt and the page of missing ones",
      [
        "content/sitemap.xml": "x", "content/static/robots.txt": "x", "content/static/404.html": "x",
      ],
      [
        "sitemap.xml:1:1 error same-address", "static/404.html:1:1 error same-address",
        "static/robots.txt:1:1 error same-address",
      ],
      says: ["le générateur (sitemap.xml)", "le générateur (robots.txt)", "le générateur (404.html)"]),
    Case(
      "PL-20: a file called as home", ["content/static/index.html": "x"],
      ["static/index.html:1:1 error same-address"], says: ["« / »", "content/index.md"]),
    Case(
      "PL-04: one name in both forms",
      ["content/notes/caf\u{E9}.md": "# 1\n", "content/notes/cafe\u{301}.md": "# 2\n"],
      ["notes/café.md:1:1 error same-name-spelled-twice"], says: ["caf\\u{E9}.md", "cafe\\u{301}.md"]),
    Case(
      "PL-04: one file in both forms",
      ["content/images/\u{E9}t\u{E9}.png": "GIF89a\u{1}\0\u{1}\0", "content/images/e\u{301}te\u{301}.png": "GIF89a\u{2}\0\u{1}\0"],
      ["images/été.png:1:1 error same-name-spelled-twice"], says: ["images/\\u{E9}t\\u{E9}.png"]),
    Case(
      "Two files that differ by case", ["content/images/A.png": "1", "content/images/a.png": "2"],
      ["images/a.png:1:1 error addresses-differ-only-by-spelling"],
      says: ["« /images/A.png »", "content/images/A.png"]),
    Case(
      "A file where a folder is needed",
      ["content/notes/c.md": "---\ntitle: C\naliases: /f.html\n---\n", "content/f.html/x.png": "1"],
      ["f.html/x.png:1:1 error file-blocks-folder"], says: ["« /f.html »", "content/notes/c.md:3:10"]),
    Case(
      "CF-11: two types with one path",
      ["content/types/carnet.yml": "name: C\nplural: C\nfolder: carnets\npath: notes\n"],
      ["types/note.yml:3:1 error same-address"], says: ["« /notes/ »", "content/types/carnet.yml:4:1"]),
    Case(
      "CF-11: a type and a vocabulary with one path",
      ["content/vocabularies/notes.yml": "name: N\nplural: N\n"],
      ["types/note.yml:3:1 error same-address"], says: ["content/vocabularies/notes.yml:1:1"]),
    Case(
      "CF-11: a term and a page",
      [
        "content/vocabularies/v.yml": "name: V\nplural: V\npath: notes/v\nterms: [{id: x, label: X}]\n",
        "content/notes/v/x.md": "# X\n",
      ], ["notes/v/x.md:1:1 error same-address"], says: ["content/vocabularies/v.yml:4:14"]),
    Case(
      "The second page of a list",
      [
        "content/notes/page/2.md": "# 2\n",
        "content/site.yml": "name: E\nbase_url: https://a.org\npage_size: 1\n",
      ],
      ["notes/page/2.md:1:1 error same-address"], says: ["content/types/note.yml:3:1"]),
    Case(
      "Three of one address",
      [
        "content/notes/c.md": "---\ntitle: C\nslug: a\n---\n",
        "content/notes/d.md": "---\ntitle: D\nslug: a\n---\n",
      ],
      ["notes/c.md:3:7 error same-address", "notes/d.md:3:7 error same-address"],
      says: ["content/notes/a.md:1:1"]),
  ]

  @Test("Both are named, and nothing is written", arguments: cases)
  func collisions(_ collision: Case) throws {
    let platform = try Platform()
    for file in collision.files { try platform.write(file.path, file.text) }
    let result = try platform.build(["--format", "json"])
    let report = try result.report()
    #expect(result.status == 1)
    #expect(report.findings == collision.findings)
    for text in collision.says { #expect(report.messages.contains(text), "\(report.messages)") }
    #expect(!platform.exists("public"))
  }
}
