import Content
@testable import Templates
import Testing

@Suite("An item's page")
struct ItemPageTests {
  @Test(
    "A type without capabilities shows its declared fields",
    arguments: [
      "<dt>Remarque</dt><dd><span class=\"unstated\">Non précisé dans les sources</span></dd>",
      "<dt>Sujets</dt><dd><a href=\"../../sujets/eau/\">L’eau</a></dd>",
      "<dt>Prix</dt><dd>1\u{202F}234,50\u{A0}€</dd>",
      "<dt>Libre</dt><dd>Oui</dd>",
      "<dt>Site</dt><dd><a href=\"https://www.exemple.net/page\" rel=\"external noreferrer\">exemple.net</a></dd>",
      "<dt>Depuis</dt><dd><time datetime=\"2019-10\">octobre 2019</time></dd>",
      "<dt>Date</dt><dd><time datetime=\"2020-03-01\">1<sup>er</sup>\u{A0}mars 2020</time></dd>",
      "<dt>Outil proche</dt><dd><a href=\"../deux/\">Outil deux</a></dd>",
      "<section><h2>Détail</h2>\n<div class=\"prose\">\n<p>Un <em>détail</em>.</p>\n</div></section>",
    ])
  func fields(fragment: String) async throws {
    let html = try await TinyPlatform(files: Samples.files).html(itemTitled: "Outil un")
    #expect(html.contains(fragment))
  }

  @Test("Sources name the document, its date, the place in it and what is to say")
  func sources() async throws {
    let html = try await TinyPlatform(files: Samples.files).html(itemTitled: "Outil un")
    #expect(
      Markup(html).between("<section class=\"sources\">", "</section>") == """
        <h2>Sources</h2>
        <ul><li><a href="../deux/">Outil deux</a>, page 3<span class="note">Une remarque.</span></li>
        <li>Un livre</li>
        </ul>
        """)
  }

  @Test("What the sources don't say is shown as such, a missing licence included")
  func unstated() async throws {
    let html = try await TinyPlatform(files: Samples.files).html(itemTitled: "Outil deux")
    #expect(html.contains("<dt>Date</dt><dd><span class=\"unstated\">Non précisé dans les sources</span></dd>"))
    #expect(html.contains("Licence\u{A0}: <span class=\"unstated\">non précisée</span>"))
  }

  @Test("A stated licence is shown in its own words")
  func licence() async throws {
    let platform = try await TinyPlatform(settings: "licence: \"CC BY 4.0\"", files: Samples.files)
    #expect(try platform.html(itemTitled: "Outil un").contains("<p class=\"licence\">Licence\u{A0}: CC BY 4.0</p>"))
  }

  @Test("Related items say why they are")
  func related() async throws {
    let html = try await TinyPlatform(files: Samples.files).html(itemTitled: "Outil un")
    #expect(html.contains("<p class=\"reason\">Même sujet\u{A0}: L’eau</p>"))
  }

  @Test(
    "A name within a sentence loses its capital, an acronym doesn't",
    arguments: [("Sujet", "sujet"), ("Écoute", "écoute"), ("ODD", "ODD"), ("", "")])
  func withinSentence(name: String, expected: String) {
    #expect(Texts.withinSentence(name) == expected)
  }

  @Test("What leads to an item stands in groups, by how it does")
  func backlinks() async throws {
    let html = try await TinyPlatform(files: Samples.files).html(itemTitled: "Outil deux")
    let section = try #require(Markup(html).between("<section class=\"backlinks\">", "</section>"))
    let groups = ["Dans leur rubrique «\u{A0}Outil proche\u{A0}»", "Parmi leurs sources", "Dans leur texte"]
    #expect(groups.allSatisfy { section.contains("<h3>\($0)</h3>\n<ul><li><a href=\"../un/\">Outil un</a>") })
  }

  @Test("A group of what leads to an item names twenty and counts the others")
  func manyBacklinks() async throws {
    var files = Samples.files
    for number in 10..<35 { files["outils/n\(number).md"] = "---\ntitle: N\(number)\nproche: outil/deux\n---\n" }
    let html = try await TinyPlatform(files: files).html(itemTitled: "Outil deux")
    let group = try #require(Markup(html).between("Outil proche\u{A0}»</h3>", "</ul>"))
    #expect(Markup(group).tags.count { $0 == "a" } == 20)
    #expect(group.contains("<li>et 6\u{A0}autres</li>"))
  }

  @Test("The items before and after stand in the order of the list")
  func neighbours() async throws {
    let platform = try await TinyPlatform(files: Samples.files)
    let html = try platform.html(itemTitled: "Outil deux")
    #expect(html.contains("<a href=\"../un/\" rel=\"next\"><span>Suivant</span> <strong>Outil un</strong></a>"))
    #expect(!html.contains("rel=\"prev\""))
    #expect(!(try platform.html(itemTitled: "À propos")).contains("class=\"neighbours\""))
  }

  @Test(
    "An unpublished item says why it would not be",
    arguments: [
      ("draft: true", "Brouillon\u{A0}: cette page n’est pas publiée."),
      ("publish: 2099-01-01", "À paraître\u{A0}: cette page n’est pas encore publiée."),
      ("expires: 2000-01-01", "Expirée\u{A0}: cette page n’est plus publiée."),
    ])
  func unpublished(key: String, notice: String) async throws {
    var files = Samples.files
    files["outils/trois.md"] = "---\ntitle: Outil trois\n\(key)\n---\n\nTexte.\n"
    var options = BuildOptions(jobs: 1)
    options.includesDrafts = true
    options.includesFuture = true
    let html = try await TinyPlatform(files: files, options: options).html(itemTitled: "Outil trois")
    #expect(html.contains("<p class=\"notice\">\(notice)</p>"))
    #expect(html.contains("noindex"))
  }

  @Test("A1: an item in another language says so wherever its own words stand")
  func otherLanguage() async throws {
    var files = Samples.files
    files["outils/trois.md"] = "---\ntitle: Tool three\nsummary: The third.\nlanguage: en\n---\n\nText.\n"
    let platform = try await TinyPlatform(files: files)
    let html = try platform.html(itemTitled: "Tool three")
    #expect(html.contains("<h1 lang=\"en\">Tool three</h1>"))
    #expect(html.contains("<p class=\"lead\" lang=\"en\">The third.</p>"))
    #expect(html.contains("<div class=\"prose\" lang=\"en\">"))
    #expect(try platform.html(.list(type: 0, number: 1)).contains("lang=\"en\">Tool three</a>"))
  }
}
