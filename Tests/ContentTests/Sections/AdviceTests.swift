import HTML
import Testing

@testable import Content

@Suite("What a positioning advises")
struct AdviceTests {
  /// What the items of a platform carry, the answers given, and what is advised behind the doors A and B.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// The terms of each item, in the order of lists: `a b` are doors, `x y z` answers, `!` hides the item.
    var items: [String]
    var answers: [String?]
    /// The number of the item and the answers it carries, for each door.
    var advice: [(item: Int?, reasons: [String])]

    init(
      _ words: String, _ items: [String], _ answers: [String?], _ advice: (item: Int?, reasons: [String])...
    ) {
      testDescription = words
      self.items = items
      self.answers = answers
      self.advice = advice
    }
  }

  static let cases: [Case] = [
    Case(
      "An item that carries more answers comes first", ["a x", "a x p", "b p"], ["x", "p"],
      (1, ["x", "p"]), (2, ["p"])),
    Case("A rarer answer weighs more", ["a x", "a p", "x", "x", "b"], ["x", "p"], (1, ["p"]), (nil, [])),
    Case(
      "Among equals the first of the list", ["b x", "a x", "a x", "b x"], ["x", nil],
      (1, ["x"]), (0, ["x"])),
    Case("An item stands behind one door only", ["a b x", "b x"], ["x", nil], (0, ["x"]), (1, ["x"])),
    Case("An item behind two doors leaves the second empty", ["a b x"], ["x", nil], (0, ["x"]), (nil, [])),
    Case("Nothing carries an answer", ["a y", "b z"], ["x", "p"], (nil, []), (nil, [])),
    Case("No question is answered", ["a x", "b p"], [nil, nil], (nil, []), (nil, [])),
    Case("A hidden item is never advised", ["! a x", "a x", "b"], ["x", nil], (1, ["x"]), (nil, [])),
    Case(
      "Hidden items don't make an answer common", ["! x", "! x", "a p", "a x", "p"], ["x", "p"],
      (3, ["x"]), (nil, [])),
    Case(
      "Answers that aren't given count for nothing", ["a x", "a p y", "b y"], [nil, "p"],
      (1, ["p"]), (nil, [])),
    Case("Items without a door are never advised", ["x p", "a x"], ["x", "p"], (1, ["x"]), (nil, [])),
  ]

  @Test("Each door gets the item that fits best, with true reasons", arguments: cases)
  func advice(of example: Case) async throws {
    let site = try await Self.site(of: example.items)
    let positioning = try #require(site.sections.positioning)
    let answers = zip(positioning.questions, example.answers).map { question, answer in
      answer.flatMap { id in site.vocabularies[question.vocabulary].terms.firstIndex { $0.id == id } }
    }
    let advice = Adviser(positioning, in: site).advice(for: answers)
    #expect(advice.map(\.item) == example.advice.map(\.item))
    #expect(advice.map { $0.reasons.map { site[$0].id } } == example.advice.map(\.reasons))
    #expect(advice.map { site[$0.door].id } == ["a", "b"])
  }

  @Test("Two questions on one vocabulary count the same answer once")
  func sameVocabulary() async throws {
    let settings = Self.settings.replacing("vocabulary: q", with: "vocabulary: p")
    let site = try await Self.site(of: ["a x", "a p"], settings: settings)
    let positioning = try #require(site.sections.positioning)
    let advice = Adviser(positioning, in: site).advice(for: [0, 0])
    #expect(advice.first?.reasons.count == 1)
  }

  @Test("Ten times the items cost about ten times as much, not a hundred times")
  func linear() async throws {
    let small = try await Self.duration(items: 1_000)
    let large = try await Self.duration(items: 10_000)
    #expect(large < max(small, .milliseconds(2)) * 40)
  }

  /// How long it takes to read a site of so many items and to find every result.
  private static func duration(items count: Int) async throws -> Duration {
    let tiny = try await site(of: [])
    let positioning = try #require(tiny.sections.positioning)
    let items = (0..<count).map { number in
      let terms = tiny.vocabularies.indices.map { TermReference(vocabulary: $0, term: number / ($0 + 1) % 2) }
      return Item(contents(number, terms: terms))
    }
    let site = Site(
      settings: tiny.settings, types: tiny.types, vocabularies: tiny.vocabularies, items: items,
      itemRanges: [0..<count], home: nil, sections: tiny.sections, chapters: [:], assets: [], redirects: [],
      backlinks: [], now: nil)
    var found = 0
    let duration = ContinuousClock().measure {
      let adviser = Adviser(positioning, in: site)
      for answers in positioning.answers(site.vocabularies) where answers.count == positioning.questions.count {
        found += adviser.advice(for: answers).count { $0.item != nil }
      }
    }
    #expect(found > 0)
    return duration
  }

  private static func contents(_ number: Int, terms: [TermReference]) -> ItemContents {
    let place = SourceLocation(file: "content/notes/\(number).md")
    return ItemContents(
      id: "note/\(number)", type: 0, file: place.file, path: "/notes/\(number)/", url: .site("/notes/\(number)/"),
      title: "N", dateIsUnspecified: false, isHidden: false, layout: .standard, fields: [],
      capabilities: Capabilities(), terms: terms, sources: [], body: Body(nil), aliases: [], location: place,
      addressLocation: place)
  }

  private static let settings = """
    name: Essai
    base_url: https://exemple.org/
    positioning:
      title: Se situer
      doors: portes
      questions:
        - {vocabulary: p, question: "P ?"}
        - {vocabulary: q, question: "Q ?"}

    """

  /// A platform of such items; `x y z` are answers to the first question, `p` to the second.
  private static func site(of items: [String], settings: String = settings) async throws -> Site {
    func vocabulary(_ order: Int, _ terms: [String]) -> TinySite.File {
      let terms = terms.map { "  - {id: \($0), label: \($0)}\n" }.joined()
      return .text("name: V\nplural: V\norder: \(order)\nterms:\n\(terms)")
    }
    var files: [String: TinySite.File] = [
      "site.yml": .text(settings),
      "types/note.yml": """
      name: Note
      plural: Notes
      folder: notes
      sort: title
      fields:
        portes: {type: term, vocabulary: portes, list: true}
        p: {type: term, vocabulary: p, list: true}
        q: {type: term, vocabulary: q, list: true}
      """,
      "vocabularies/portes.yml": vocabulary(1, ["a", "b"]),
      "vocabularies/p.yml": vocabulary(2, ["x", "y", "z"]),
      "vocabularies/q.yml": vocabulary(3, ["p"]),
    ]
    for (number, item) in items.enumerated() {
      let carried = item.split(separator: " ")
      func list(_ ids: [String]) -> String { carried.filter { ids.contains(String($0)) }.joined(separator: ", ") }
      files["notes/n\(number).md"] = .text(
        """
        ---
        title: N\(number)
        noindex: \(carried.contains("!"))
        portes: [\(list(["a", "b"]))]
        p: [\(list(["x", "y", "z"]))]
        q: [\(list(["p"]))]
        ---
        """)
    }
    return try await TinySite(files, standard: false).read().site
  }
}
