import Content
import Templates
import Testing

@Suite("The pages of terms")
struct TermPageTests {
  private func platform(pageSize: Int = 20) async throws -> TinyPlatform {
    var files = PositioningTests.files
    files["vocabularies/profils.yml"]? += "\ngroup_by: portes\n"
    files["notes/exemple.md"] = "---\ntitle: Un exemple\nportes: [exemples]\nprofils: [elus]\n---\n"
    files["notes/note.md"] = "---\ntitle: Une note\nprofils: [elus]\n---\n"
    let platform = try await TinyPlatform(
      settings: PositioningTests.settings + "page_size: \(pageSize)", files: files)
    #expect(platform.diagnostics.isEmpty)
    return platform
  }

  /// The page of a term, by the path of its first page.
  private func html(_ path: String, _ number: Int = 1, of platform: TinyPlatform) throws -> String {
    let page = try #require(
      platform.site.pages.first { page in
        guard case .term(_, let shown) = page else { return false }
        return shown == number && platform.site.path(of: page).hasPrefix(path)
      })
    return try platform.html(page)
  }

  @Test("Items stand by the terms of the other vocabulary, each with its type, those without one last")
  func groups() async throws {
    let html = try html("/profils/elus/", of: try await platform())
    let groups = html.components(separatedBy: "<section class=\"group\">").dropFirst().map { $0 }
    #expect(groups.count == 3)
    #expect(groups[0].contains("<h2><a href=\"../../portes/methodes/\">M.éthodes</a></h2><p>Comment.</p>"))
    #expect(groups[0].contains("<p class=\"kicker\">Note</p><h3><a href=\"../../notes/guide/\">"))
    #expect(groups[1].contains("E.xemples") && groups[1].contains("Un exemple"))
    #expect(groups[2].contains("<h2>Autres ressources</h2>") && groups[2].contains("Une note"))
  }

  @Test("Each page shows its part of the groups")
  func pagination() async throws {
    let platform = try await platform(pageSize: 2)
    let first = try html("/profils/elus/", of: platform)
    let second = try html("/profils/elus/", 2, of: platform)
    #expect(first.contains("Le guide") && first.contains("Un exemple") && !first.contains("Une note"))
    #expect(!second.contains("Le guide") && second.contains("Une note") && !second.contains("<p>Comment.</p>"))
    #expect(first.contains("<nav class=\"pagination\""))
  }

  @Test("A term without items says so, and where to go on")
  func empty() async throws {
    let html = try html("/profils/voisins/", of: try await platform())
    #expect(html.contains("<p>Aucune ressource ne porte encore cette étiquette.</p>"))
    #expect(html.contains("<a href=\"../\">Voir les autres entrées\u{A0}: profils</a>"))
    #expect(html.contains("<li><a href=\"../../\">Revenir à l’accueil</a></li>"))
  }

  @Test("A term leads to those before and after it in its vocabulary")
  func neighbours() async throws {
    let platform = try await platform()
    let first = try html("/profils/elus/", of: platform)
    let last = try html("/profils/voisins/", of: platform)
    #expect(first.contains("<a href=\"../voisins/\" rel=\"next\"><span>Suivant</span> <strong>Voisins</strong></a>"))
    #expect(last.contains("<a href=\"../elus/\" rel=\"prev\"><span>Précédent</span> <strong>Élus</strong></a>"))
    #expect(!first.contains("rel=\"prev\"") && !last.contains("rel=\"next\""))
  }

  @Test("The doors of the positioning are doors on their vocabulary's page too")
  func doors() async throws {
    let platform = try await platform()
    let index = try #require(platform.site.vocabularies.firstIndex { $0.id == "portes" })
    let html = try platform.html(.vocabulary(index))
    #expect(html.contains("<li class=\"door\"><h2><a href=\"methodes/\"><span class=\"door-letter\">M</span>.éthodes</a></h2>"))
  }
}
