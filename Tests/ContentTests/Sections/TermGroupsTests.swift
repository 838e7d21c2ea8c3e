import Testing

@testable import Content

@Suite("The groups of a term's items")
struct TermGroupsTests {
  /// Items n0 to n4 carry `eau`; their doors, in the order of lists.
  private func site(_ doors: [String]) async throws -> Site {
    var files: [String: TinySite.File] = [
      "types/note.yml": """
      name: Note
      plural: Notes
      folder: notes
      sort: title
      fields:
        themes: {type: term, vocabulary: themes, list: true}
        portes: {type: term, vocabulary: portes, list: true}
      """,
      "vocabularies/themes.yml":
        "name: T\nplural: T\ngroup_by: portes\nterms: [{id: eau, label: Eau}, {id: foret, label: Forêt}]\n",
      "vocabularies/portes.yml": "name: P\nplural: P\nterms: [{id: a, label: A}, {id: b, label: B}, {id: c, label: C}]\n",
    ]
    for (number, doors) in doors.enumerated() {
      files["notes/n\(number).md"] = .text("---\ntitle: N\(number)\nthemes: eau\nportes: [\(doors)]\n---\n")
    }
    return try await TinySite(files).read().site
  }

  private func shown(_ site: Site, page: Int, size: Int) throws -> [String]? {
    let themes = try #require(site.vocabularies.firstIndex { $0.id == "themes" })
    let groups = TermGroups(site).page(page, of: TermReference(vocabulary: themes, term: 0), size: size)
    return groups?.map { group in
      let titles = group.items.map { site.items[$0].title }.joined(separator: " ")
      return "\(group.term.map { site[$0].id } ?? "-"): \(titles)"
    }
  }

  @Test(
    "Items stand once, under the first of their terms, those without one last; pages are full",
    arguments: [
      (1, 10, ["a: N2 N4", "b: N0 N3", "-: N1"]), (1, 3, ["a: N2 N4", "b: N0"]), (2, 3, ["b: N3", "-: N1"]),
      (3, 2, ["-: N1"]), (2, 2, ["b: N0 N3"]), (4, 2, []),
    ])
  func pages(number: Int, size: Int, groups: [String]) async throws {
    let site = try await site(["b", "", "a", "b", "b, a"])
    #expect(try shown(site, page: number, size: size) == groups)
  }

  @Test("A vocabulary that declares no grouping has no groups")
  func ungrouped() async throws {
    let site = try await site(["a"])
    let doors = try #require(site.vocabularies.firstIndex { $0.id == "portes" })
    #expect(TermGroups(site).page(1, of: TermReference(vocabulary: doors, term: 0), size: 5) == nil)
  }
}
