import Foundation
import Markup
import Testing

@testable import Content

/// U+00A0 is shown as `_`, U+202F as `~`.
private func shown(_ text: String?) -> String? {
  text?.replacing("\u{A0}", with: "_").replacing("\u{202F}", with: "~")
}

@Suite("Typography of content")
struct TypographyTests {
  private static let type = """
    name: "L'étude"
    plural: Les études !
    folder: notes
    description: "\\"Toutes\\" les études..."
    capabilities: [event, publication, assessment, definition]
    fields:
      mot: {type: text, label: "L'un : l'autre", help: "Oui !", unit: "€ l'an"}
      mots: {type: text, list: true}
      code: {type: text, unique: true}
      corps: {type: markdown}
      themes: {type: term, vocabulary: themes}
      lien: {type: link}
    """

  private static let vocabulary = """
    name: "L'enjeu"
    plural: "Les enjeux !"
    description: "Voir : ici"
    terms:
      - {id: eau, label: "L'eau : vive", description: "Oui !", code: "A : 1"}
    sources: [{text: "L'avis", note: "p. 12", page: "p. 3-4"}]
    """

  private static let note = """
    ---
    title: "L'un : \\"deux\\""
    id: note/l-un
    summary: "Oui !"
    mot: "12 % d'eau"
    mots: ["l'a", "b !"]
    code: "l'a : b"
    corps: "l'*a* !"
    themes: "L'EAU: vive"
    lien: "https://exemple.org/l'eau"
    event: {start: 2024-05-01, place: "L'Isle"}
    publication: {authors: ["M. D'A"], citation: "« a »"}
    definition: {text: "Quoi ?"}
    assessment:
      of: note
      levels: [{label: "C'est fait", count: 1}]
      statuses: {l-un: "C’est fait"}
    sources: [{text: "L'avis : un", url: "https://exemple.org/l'avis"}]
    ---

    L'intro...

    ## L'État : 1er bilan
    """

  private static func site(_ files: [String: TinySite.File] = [:]) async throws -> SiteReader.Reading {
    try await TinySite(
      [
        "site.yml": """
        name: "L'essai !"
        tagline: "A : b"
        description: "\\"Tout\\""
        base_url: https://exemple.org/
        navigation: [{label: "L'autre !", link: /notes/}]
        contact: {name: "L'équipe", address: "1 rue d'A", phone: "+33 1 23 45 67 89", email: a@exemple.org}
        licence: "L'une"
        """,
        "types/note.yml": .text(type), "types/page.yml": "name: Page\nplural: Pages\nfolder: pages\n",
        "vocabularies/themes.yml": .text(vocabulary), "notes/l-un.md": .text(note),
        "notes/index.md": "---\nsummary: \"L'une !\"\n---\n\n# L'intro : ici\n",
      ].merging(files) { $1 }, standard: false
    ).read()
  }

  @Test("Every text for readers is set")
  func texts() async throws {
    let reading = try await Self.site()
    #expect(reading.diagnostics.map(\.finding) == [])
    let site = reading.site
    let settings = site.settings
    #expect(
      [settings.name, settings.tagline, settings.description].map(shown) == [
        "L’essai~!", "A_: b", "«_Tout_»",
      ])
    #expect(settings.navigation.map { shown($0.label) } == ["L’autre~!"])
    #expect(
      [settings.contact.name, settings.contact.address, settings.licence] == [
        "L’équipe", "1 rue d’A", "L’une",
      ])
    let type = try #require(site.types.first { $0.id == "note" })
    #expect(
      [type.name, type.plural, type.description].map(shown) == [
        "L’étude", "Les études~!", "«_Toutes_» les études…",
      ])
    let field = type.fields[0]
    #expect([field.label, field.help, field.unit].map(shown) == ["L’un_: l’autre", "Oui~!", "€ l’an"])
    #expect(shown(type.introduction?.title) == "L’intro_: ici")
    #expect(shown(type.introduction?.summary) == "L’une~!")
    let vocabulary = site.vocabularies[0]
    #expect(
      [vocabulary.name, vocabulary.plural, vocabulary.description].map(shown) == [
        "L’enjeu", "Les enjeux~!", "Voir_: ici",
      ])
    #expect(
      [vocabulary.terms[0].label, vocabulary.terms[0].description].map(shown) == ["L’eau_: vive", "Oui~!"])
    let source = vocabulary.sources[0]
    #expect([source.text, source.note, source.page].map(shown) == ["L’avis", "p._12", "p._3–4"])
  }

  @Test("An item's texts are set, its fields, capabilities and Markdown too")
  func item() async throws {
    let item = try #require(try await Self.site().site.items.first)
    #expect([item.title, item.summary, item.lead].map(shown) == ["L’un_: «_deux_»", "Oui~!", "L’intro…"])
    #expect(item.body.outline.map { shown($0.text) } == ["L’État_: 1er bilan"])
    #expect(item.body.outline.map(\.id) == ["l-etat-1er-bilan"])
    guard case .text(let word) = item.fields[0], case .list(let words) = item.fields[1],
      case .markdown(let body) = item.fields[3]
    else {
      Issue.record("The fields have other kinds.")
      return
    }
    #expect(shown(word) == "12_% d’eau")
    let parts = words.map { (part: FieldValue) -> String? in
      if case .text(let text) = part { shown(text) } else { nil }
    }
    #expect(parts == ["l’a", "b~!"])
    #expect(shown(String(decoding: body.html { _ in .empty }.utf8, as: UTF8.self)) == "<p>l’<em>a</em>~!</p>\n")
    #expect(item.capabilities.event?.place?.value == "L’Isle")
    #expect(item.capabilities.publication?.authors.map { shown($0) } == ["M._D’A"])
    #expect(shown(item.capabilities.publication?.citation) == "«_a_»")
    #expect(shown(item.capabilities.definition?.text) == "Quoi~?")
    #expect(item.capabilities.assessment?.statuses.map(\.level) == ["C’est fait"])
    #expect(shown(item.sources[0].text) == "L’avis_: un")
  }

  @Test("Ids, codes, addresses and numbers of telephones stay as written; a term is found by either form")
  func identifiers() async throws {
    let site = try await Self.site().site
    let item = site.items[0]
    #expect(item.id == "note/l-un")
    #expect(item.path == "/notes/l-un/")
    guard case .text(let code) = item.fields[2], case .link(let link) = item.fields[5] else {
      Issue.record("The fields have other kinds.")
      return
    }
    #expect(code == "l'a : b")
    #expect(link.string == "https://exemple.org/l%27eau")
    #expect(item.sources[0].url?.string == "https://exemple.org/l%27avis")
    #expect(site.vocabularies[0].terms[0].code == "A : 1")
    #expect(item.terms == [TermReference(vocabulary: 0, term: 0)])
    #expect(site.settings.contact.phone == "+33 1 23 45 67 89")
    #expect(site.settings.contact.email == "a@exemple.org")
  }

  @Test(
    "An item follows its own language, else the site's",
    arguments: [
      ("fr", nil, "«_A_»~!", "l’a~!"), ("fr", "en", "“A” !", "l’a !"), ("fr", "de", "\"A\" !", "l'a !"),
      ("en", nil, "“A” !", "l’a !"), ("de", nil, "\"A\" !", "l'a !"),
      ("en-GB", "fr-CA", "«_A_»~!", "l’a~!"),
    ])
  func language(site: String, own: String?, title: String, lead: String) async throws {
    let language = own.map { "language: \($0)\n" } ?? ""
    let reading = try await TinySite([
      "site.yml": "name: N\nbase_url: https://exemple.org/\nlanguage: \(site)\n",
      "notes/a.md": "---\ntitle: '\"A\" !'\n\(language)---\n\nl'a !\n",
    ]).read()
    let item = try #require(reading.site.items.first)
    #expect(shown(item.title) == title)
    #expect(shown(item.lead) == lead)
  }

  @Test("What the author wrote is quoted as written")
  func diagnostics() async throws {
    let reading = try await Self.site([
      "notes/b.md":
        "---\ntitle: B\nthemes: \"L'eo : vive\"\nassessment: {of: note, levels: [], statuses: {b: \"l'a !\"}}\n---\n"
    ])
    let problems = reading.diagnostics.map(\.problem)
    #expect(
      problems.contains { problem in
        if case .unknownName(_, "L'eo : vive", "eau", _) = problem { true } else { false }
      })
    #expect(
      problems.contains { problem in
        if case .unknownValue(_, "l'a !", _, _) = problem { true } else { false }
      })
  }
}
