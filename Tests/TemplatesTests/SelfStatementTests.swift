import Content
import Testing

@Suite("What a site says of itself")
struct SelfStatementTests {
  private static func page(
    _ directive: String, settings: String = "", language: String = "fr", _ footprint: Footprint?
  ) async throws -> String {
    var files = Samples.files
    files["pages/a-propos.md"] = "---\ntitle: À propos\n---\n\n## Bilan\n\n\(directive)\n"
    let platform = try await TinyPlatform(settings: settings, language: language, files: files)
    #expect(platform.diagnostics.isEmpty, "\(platform.diagnostics)")
    let index = try #require(platform.site.items.firstIndex { $0.title == "À propos" })
    return try platform.html(.item(index), footprint: footprint)
  }

  private static let footprint = Footprint(
    pages: [
      PageWeight(page: .home, htmlBytes: 61_000, requests: 4, firstViewBytes: 90_000, scriptBytes: 20),
      PageWeight(page: .siteMap, htmlBytes: 9_000, requests: 5, firstViewBytes: 30_000, scriptBytes: 10),
    ],
    files: [FileWeight(path: "assets/a.css", bytes: 12_345, isOfTheme: true)], unmeasured: 1)

  @Test("Each figure stands beside its budget, and says where a budget is exceeded")
  func figures() async throws {
    let html = try await Self.page("::écoconception", Self.footprint)
    func row(_ name: String, _ value: String, _ budget: String = "–", _ place: String? = nil) -> Bool {
      let page = place.map { "<br>\($0)" } ?? ""
      return html.contains(
        "<tr><th scope=\"row\">\(name)\(page)</th><td class=\"number\">\(value)</td><td class=\"number\">\(budget)</td></tr>\n"
      )
    }
    #expect(html.contains("<p>Poids mesuré sur toutes les pages sauf celle-ci, avant compression.</p>"))
    #expect(row("Pages mesurées", "2"))
    #expect(row("HTML d’une page, médiane", "35\u{A0}ko"))
    #expect(
      row(
        "HTML de la page la plus lourde", "61\u{A0}ko", "60\u{A0}ko <strong>dépassé</strong>",
        "<a href=\"../\">Accueil</a>"))
    #expect(
      row("Requêtes d’une première visite, au plus", "5", "10", "<a href=\"../plan-du-site/\">Plan du site</a>"))
    #expect(row("Feuille de style", "12\u{A0}ko", "20\u{A0}ko"))
    #expect(row("Polices à télécharger", "aucune"))
  }

  @Test("Declared budgets stand in for the standard ones")
  func budgets() async throws {
    let html = try await Self.page("::footprint", settings: "budgets: {html: 70000}", language: "en", Self.footprint)
    #expect(html.contains("<td class=\"number\">61\u{A0}kB</td><td class=\"number\">70\u{A0}kB</td>"))
    #expect(html.contains("<p>Weight measured on every page but this one, before compression.</p>"))
  }

  @Test("While pages are measured, nothing stands in the figures' place")
  func unmeasured() async throws {
    #expect(try await !Self.page("::écoconception", nil).contains("<table"))
  }

  @Test("A16: without an audit a site doesn't conform, and says that there was none")
  func noAudit() async throws {
    let html = try await Self.page("::accessibilité", nil)
    #expect(html.contains("Le site «\u{A0}Le site\u{A0}» est non conforme\u{A0}: référentiel général"))
    #expect(html.contains("<p>Aucun audit n’a été fait\u{A0}:"))
  }

  @Test("An audit is told with its day, auditor and rate", arguments: ["fr", "en"])
  func audit(_ language: String) async throws {
    let html = try await Self.page(
      "::accessibilité",
      settings: "accessibility: {audit: 2026-05-01, conformity: partial, rate: 78.50, auditor: \"A & B\", standard: C 3}",
      language: language, nil)
    let state = language == "fr" ? "partiellement conforme\u{A0}: C 3." : "partly conforms to: C 3."
    #expect(html.contains(state))
    #expect(html.contains("<time datetime=\"2026-05-01\">"))
    #expect(html.contains(language == "fr" ? ", par A &amp; B." : ", by A &amp; B."))
    #expect(html.contains(language == "fr" ? "78,50\u{A0}%" : "78.50%"))
    #expect(!html.contains("Aucun audit") && !html.contains("No audit"))
  }

  @Test("Survey and newsletter are plain links of the footer, where the settings give them")
  func footerLinks() async throws {
    let html = try await Self.page("x", settings: "survey: https://exemple.net/avis", nil)
    #expect(
      html.contains("<li><a href=\"https://exemple.net/avis\" rel=\"external noreferrer\">Donner son avis</a></li>"))
    #expect(!html.contains("Lettre d’information"))
  }
}
