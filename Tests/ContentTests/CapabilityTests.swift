import Testing

@testable import Content

@Suite("Capabilities")
struct CapabilityTests {
  private static func note(_ yaml: String) -> TinySite.File { .text("---\ntitle: A\n\(yaml)\n---\n") }

  static let rows: [Row] = [
    Row(
      "event: complete",
      note(
        "event: {start: 2024-05-01 14:30/2024-05-01 16:00, place: Lyon, online: non, replay: https://a.org/, registration: non précisé}"
      )),
    Row(
      "event: without start", note("event:\n  place: Lyon"), ["4:3 error missing-key"], says: ["event.start"]),
    Row("event: start left empty", note("event:\n  start:\n  place: Lyon"), ["4:3 error missing-key"]),
    Row("event: a text", note("event: 2024"), ["3:8 error wrong-kind"], says: ["« event »"]),
    Row(
      "event: wrong values", note("event: {start: lundi, online: parfois, replay: ici}"),
      ["3:16 error not-a-date", "3:31 error not-a-boolean", "3:48 error not-an-address"]),
    Row("event: online not stated", note("event: {start: 2024, online: non précisé}")),
    Row(
      "publication: complete",
      note("publication: {authors: [A. B., C], publisher: P, kind: Étude, url: https://a.org, citation: x}")),
    Row(
      "publication: a group of authors", note("publication: {authors: [{a: b}], auteur: x}"),
      ["3:25 error wrong-kind", "3:34 warning unknown-key"], says: ["« authors »"]),
    Row("course: complete", note("course: {period: 2024/.., duration: 6 h, url: https://a.org}")),
    Row(
      "course: wrong values", note("course: {period: toujours, url: x}"),
      ["3:18 error not-a-date", "3:33 error not-an-address"]),
    Row("tracker: complete", note("tracker: {number: 3}")),
    Row("tracker: without number", note("tracker: {}"), ["3:10 error missing-key"], says: ["tracker.number"]),
    Row("tracker: no number", note("tracker: {number: trois}"), ["3:19 error not-a-number"]),
    Row("tracker: a list", note("tracker: {number: [3]}"), ["3:19 error wrong-kind"]),
    Row(
      "assessment: complete",
      note("assessment: {of: page, levels: [{label: fait, count: 1}], statuses: {b: fait}}"),
      with: ["pages/b.md": "# B\n"]),
    Row(
      "assessment: an unknown type", note("assessment: {of: pages, levels: []}"), ["3:18 error unknown-name"],
      says: ["type de contenu", "« page »"]),
    Row("assessment: without type", note("assessment:\n  levels: []"), ["4:3 error missing-key"]),
    Row(
      "assessment: levels that don't add up",
      note("assessment:\n  of: page\n  levels: [{label: fait, count: 2}]"),
      ["5:3 warning assessment-total"], says: ["font 2 en tout, pour 0"]),
    Row(
      "assessment: levels without count, and one in words",
      note("assessment: {of: page, levels: [{label: a}, {label: b, count: x}]}"),
      ["3:33 error missing-key", "3:63 error not-a-number"]),
    Row(
      "assessment: an unknown level and an unknown item",
      note(
        """
        assessment:
          of: page
          levels: [{label: fait, count: 1}]
          statuses:
            b: faits
            bb: fait
        """), ["7:8 error unknown-value", "8:5 error unknown-reference"], says: ["« fait »", "« b »"],
      with: ["pages/b.md": "# B\n"]),
    Row(
      "platform: complete",
      note("platform: {urls: [https://a.org, non précisé], state: non précisé, audience: tous}")),
    Row("platform: one address, wrong", note("platform: {urls: a.org}"), ["3:18 error not-an-address"]),
    Row("definition: complete", note("definition: {text: Un mot.}")),
    Row(
      "definition: without text", note("definition:\n  texte: x"),
      ["4:3 error missing-key", "4:3 warning unknown-key"]),
    Row(
      "matrix: complete",
      note(
        """
        matrix:
          rows: [a, b]
          columns: [{label: c, note: n}, {label: d}]
          cells: [[{label: x, percent: 40}, {label: y, percent: 60}], [{label: z, percent: 60}, {label: w, percent: "40"}]]
        """)),
    Row(
      "matrix: a cell too few",
      note(
        """
        matrix:
          rows: [a]
          columns: [{label: c}, {label: d}]
          cells: [[{label: x, percent: 100}]]
        """), ["6:3 error matrix-shape"], says: ["1 lignes et 2 colonnes"]),
    Row(
      "matrix: a row and two columns that don't make 100",
      note(
        """
        matrix:
          rows: [a, b]
          columns: [{label: c}, {label: d}]
          cells:
            - [{label: x, percent: 40}, {label: y, percent: 60}]
            - [{label: z, percent: 50}, {label: w, percent: 60}]
        """), ["6:3 error matrix-sum", "6:3 error matrix-sum", "6:3 error matrix-sum"],
      says: ["« b » font 110", "« c » font 90", "« d » font 120"]),
    Row(
      "matrix: a share without number",
      note(
        """
        matrix:
          rows: [a]
          columns: [{label: c}]
          cells: [[{label: x}]]
        """), ["6:12 error missing-key"]),
    Row(
      "A capability that the type has not", .text("---\ntitle: A\nevent: {start: 2024}\n---\n"),
      file: "pages/a.md",
      ["3:1 warning unknown-key"]),
  ]

  @Test("Each takes good input whole, and says what is wrong with bad", arguments: rows)
  func capabilities(_ row: Row) async throws { try await row.check() }

  @Test("What was read is what was written")
  func values() async throws {
    let site = try TinySite([
      "notes/a.md": CapabilityTests.note(
        """
        event: {start: 2024-05-01, place: non précisé, online: oui}
        tracker: {number: 7}
        assessment: {of: page, levels: [{label: fait, count: 1}], statuses: {b: fait}}
        """),
      "pages/b.md": "# B\n",
    ])
    let reading = try await site.read()
    let index = try #require(reading.site.items.firstIndex { $0.id == "note/a" })
    let capabilities = reading.site.items[index].capabilities
    guard case .unspecified? = capabilities.event?.place else { return #expect(Bool(false), "no place") }
    #expect(capabilities.event?.start.isoText == "2024-05-01")
    #expect(capabilities.event?.isOnline == true)
    #expect(capabilities.tracker?.number == 7)
    let target = try #require(capabilities.assessment?.statuses.first?.item.target)
    #expect(reading.site.items[target].id == "page/b")
    #expect(capabilities.publication == nil)
  }
}
