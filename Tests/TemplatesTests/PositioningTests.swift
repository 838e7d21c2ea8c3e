import Content
import Foundation
import Templates
import Testing

@Suite("The questions and their results")
struct PositioningTests {
  static let settings = """
    positioning:
      title: Se situer
      summary: "En deux questions."
      doors: portes
      questions:
        - {vocabulary: profils, question: "Qui êtes-vous ?", help: "Au plus proche."}
        - {vocabulary: sujets, question: "De quoi s’agit-il ?"}

    """

  static let files = Samples.files.merging([
    "vocabularies/profils.yml": """
    name: Profil
    plural: Profils
    terms: [{id: elus, label: "élus", description: "Qui décide."}, {id: voisins, label: "voisins"}]
    """,
    "vocabularies/portes.yml": """
    name: Porte
    plural: Portes
    terms: [{id: methodes, label: "M.éthodes", description: "Comment."}, {id: exemples, label: "E.xemples"}]
    """,
    "types/note.yml": """
    name: Note
    plural: Notes
    folder: notes
    fields:
      profils: {type: term, vocabulary: profils, list: true}
      portes: {type: term, vocabulary: portes, list: true}
      sujets: {type: term, vocabulary: sujets, list: true}
    """,
    "notes/guide.md":
      "---\ntitle: Le guide\nsummary: \"Un guide.\"\nportes: [methodes]\nprofils: [elus]\nsujets: [eau]\n---\n",
  ]) { $1 }

  private func platform(language: String = "fr") async throws -> TinyPlatform {
    let platform = try await TinyPlatform(settings: Self.settings, language: language, files: Self.files)
    #expect(platform.diagnostics.isEmpty)
    return platform
  }

  @Test("A question is the page's heading; its answers, and having none, are links to pages")
  func question() async throws {
    let html = try await platform().html(.positioning([]))
    #expect(html.contains("<p class=\"progress\">Question\u{A0}1 sur\u{A0}2</p>\n<h1>Qui êtes-vous\u{202F}?</h1>"))
    #expect(html.contains("<p class=\"lead\">En deux questions.</p>\n<p>Au plus proche.</p>"))
    #expect(
      Markup(html).between("<ul class=\"answers\">\n", "</ul>") == """
        <li><a href="elus/"><strong>Élus</strong> <span>Qui décide.</span></a></li>
        <li><a href="voisins/"><strong>Voisins</strong></a></li>
        <li><a href="sans-reponse/"><strong>Je ne sais pas encore</strong> \
        <span>Passer à la suite sans répondre.</span></a></li>

        """)
    #expect(!html.contains("noindex") && !html.contains("Vos réponses"))
  }

  @Test("The next question shows the answers given, each with a way back")
  func nextQuestion() async throws {
    let html = try await platform().html(.positioning([0]))
    #expect(html.contains("<h1>De quoi s’agit-il\u{202F}?</h1>"))
    #expect(
      html.contains(
        "Élus <a href=\"../\" aria-label=\"Changer la réponse\u{A0}: profil\">Changer</a>"))
    #expect(html.contains("<a href=\"eau/\"><strong>L’eau</strong></a>"))
    #expect(html.contains("noindex"))
  }

  @Test("A result shows what fits with its reasons, and says where nothing does")
  func result() async throws {
    let html = try await platform().html(.positioning([0, 0]))
    let result = try #require(Markup(html).between("<div class=\"result\">", "<section><h2>"))
    let doors = result.components(separatedBy: "<section class=\"door\">")
    #expect(doors.count == 3)
    #expect(doors[1].contains("<h3><a href=\"../../../notes/guide/\">Le guide</a></h3>\n<p>Un guide.</p>"))
    #expect(
      doors[1].contains(
        "<p class=\"reasons\">Parce que\u{A0}: Élus <span aria-hidden=\"true\">·</span> L’eau</p>"))
    #expect(doors[2].contains("Rien ne correspond encore à vos réponses\u{202F}; voici la porte d’entrée."))
    #expect(doors[2].contains("<a href=\"../../../portes/exemples/\">Tout voir\u{A0}: E.xemples</a>"))
    #expect(html.contains("noindex") && html.contains("positioning.js"))
    #expect(!html.contains("rel=\"canonical\""))
    #expect(html.contains("<span class=\"address\">https://exemple.org/projet/se-situer/elus/eau/</span>"))
    #expect(html.contains("Aucune réponse n’est enregistrée"))
  }

  @Test("What comes next is the next answer to the last question, else where everything is")
  func nextStep() async throws {
    let platform = try await platform()
    #expect(
      try platform.html(.positioning([0, 0])).contains(
        "<a href=\"../terre/\">Garder ces réponses et passer à «\u{A0}La terre\u{A0}»</a>"))
    for answers in [[0, 1], [0, nil]] {
      let html = try platform.html(.positioning(answers))
      #expect(!html.contains("Garder ces réponses"))
      #expect(html.contains("<h2>Et ensuite</h2>\n<p><a href=\"../../../\">Revenir à l’accueil</a></p>"))
    }
  }

  @Test("Without any answer the result says so, and invents no reason")
  func unanswered() async throws {
    let html = try await platform().html(.positioning([nil, nil]))
    #expect(html.components(separatedBy: "Sans réponse, aucune ressource ne se distingue").count == 3)
    #expect(!html.contains("class=\"reasons\""))
  }

  @Test("Buttons that need a script are hidden until one shows them")
  func buttons() async throws {
    let html = try await platform().html(.positioning([0, 0]))
    let buttons = html.components(separatedBy: "<button").dropFirst()
    #expect(buttons.count == 2)
    #expect(buttons.allSatisfy { $0.prefix { $0 != ">" }.hasSuffix(" hidden") })
  }

  @Test("No two pages have the same title, and all are in the platform's language", arguments: ["fr", "en"])
  func titles(language: String) async throws {
    let platform = try await platform(language: language)
    let titles = try platform.site.pages.map { Markup(try platform.html($0)).between("<title>", "</title>") }
    #expect(Set(titles).count == titles.count)
    let result = try platform.html(.positioning([1, nil]))
    #expect(
      Markup(result).between("<title>", "</title>")
        == (language == "fr"
          ? "Par où commencer – Voisins, Sans réponse – Se situer – Le site"
          : "Where to start – Voisins, No answer – Se situer – Le site"))
  }

  @Test("A1, A3: the questions and results have a sound structure")
  func structure() async throws {
    let platform = try await platform()
    for page in platform.site.pages {
      let markup = Markup(try platform.html(page))
      #expect(markup.headings.count { $0 == 1 } == 1, "\(page)")
      for (last, level) in zip(markup.headings, markup.headings.dropFirst()) { #expect(level <= last + 1, "\(page)") }
    }
  }

  @Test("The pages of possible answers lead to the questions, with the answer where it is to the first")
  func fromTerms() async throws {
    let platform = try await platform()
    func html(_ vocabulary: String) throws -> String {
      let index = try #require(platform.site.vocabularies.firstIndex { $0.id == vocabulary })
      let page = try #require(
        platform.site.pages.first { page in
          if case .term(let term, _) = page { term.vocabulary == index } else { false }
        })
      return try platform.html(page)
    }
    #expect(try html("profils").contains("<a href=\"../../se-situer/elus/\">Se situer à partir d’ici</a>"))
    #expect(try html("sujets").contains("<a href=\"../../se-situer/\">Se situer à partir d’ici</a>"))
    #expect(!(try html("portes").contains("Se situer à partir d’ici")))
  }

  @Test("The sections are named where someone is lost")
  func sections() async throws {
    let platform = try await platform()
    for page in [Page.notFound, .siteMap] {
      #expect(try platform.html(page).contains("se-situer/\">Se situer</a>"))
    }
  }
}
