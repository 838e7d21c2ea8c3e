import Testing

@testable import Content

@Suite("What the sources don't say")
struct UnstatedTests {
  /// The facts of an item whose front matter holds some lines, errors aside.
  private static func facts(_ yaml: String) async throws -> [UnstatedFact] {
    let text = TinySite.File.text("---\ntitle: A\n\(yaml)\n---\n")
    let site = try await TinySite(["notes/a.md": text, "notes/b.md": "# B\n"]).read().site
    let item = try #require(site.items.first { $0.id == "note/a" })
    return item.unstated
  }

  @Test("Every key of every capability", arguments: CapabilityKey.allCases)
  func keys(key: CapabilityKey) async throws {
    let facts = try await Self.facts("\(key.group): {\(key.name): non précisé}")
    #expect(facts.contains(UnstatedFact(.capability(key))))
    #expect(facts.filter { $0.words == nil }.count == 1)
  }

  @Test(
    "Every value in the groups of a key",
    arguments: CapabilityKey.allCases.filter { key in
      switch key.value {
      case .groups, .rows: true
      case .field, .typeName, .levels: false
      }
    })
  func groups(key: CapabilityKey) async throws {
    let facts = try await Self.facts(
      "\(key.group): {\(key.name): [{a: non précisé}, {b: x, c: non précisée}]}")
    #expect(facts.contains(UnstatedFact(.capability(key), count: 2)))
  }

  @Test("A whole capability", arguments: CapabilityKind.allCases)
  func wholeGroup(kind: CapabilityKind) async throws {
    let facts = try await Self.facts("\(kind.rawValue): non précisé")
    #expect(facts == kind.keys.map { UnstatedFact(.capability($0)) })
  }

  @Test("Nothing where everything is said, or where nothing is")
  func none() async throws {
    #expect(try await Self.facts("") == [])
    #expect(
      try await Self.facts(
        "date: 2020\nlicence: Libre\nniveau: 3\ncase: {evidence: Un récit}\nevent: {start: 2020}")
        == [])
  }

  @Test("Dates, fields, licences, the lines of a case, in the order of pages")
  func all() async throws {
    let facts = try await Self.facts(
      """
      date: non précisé
      licence: non précisée
      niveau: non précisé
      voir: non précisé
      case: {evidence: Un récit, unstated: [Le coût, La durée]}
      """)
    let note = try await TinySite([:]).read().site.types.first { $0.id == "note" }
    let fields = try #require(note).fields
    let niveau = try #require(fields.firstIndex { $0.id == "niveau" })
    let voir = try #require(fields.firstIndex { $0.id == "voir" })
    #expect(
      facts == [
        UnstatedFact(.date), UnstatedFact(.field(niveau)), UnstatedFact(.field(voir)),
        UnstatedFact(.capability(.caseUnstated), words: "Le coût"),
        UnstatedFact(.capability(.caseUnstated), words: "La durée"), UnstatedFact(.licence),
      ])
  }

  @Test("The statuses that an assessment counts without naming the items")
  func statuses() async throws {
    let levels = "levels: [{label: Fait, count: 3}, {label: À faire, count: 2}]"
    let none = try await Self.facts("assessment: {of: note, \(levels)}")
    #expect(none == [UnstatedFact(.capability(.assessmentStatuses), count: 5)])
    let one = try await Self.facts("assessment: {of: note, \(levels), statuses: {b: Fait}}")
    #expect(one == [UnstatedFact(.capability(.assessmentStatuses), count: 4)])
    let all = try await Self.facts(
      "assessment: {of: note, levels: [{label: Fait, count: 1}], statuses: {b: Fait}}")
    #expect(all == [])
  }
}
