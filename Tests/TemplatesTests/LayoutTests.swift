import Content
import Foundation
import Templates
import Testing

@Suite("The frame of every page")
struct LayoutTests {
  @Test("A1, A3, A4: every page has one h1, no skipped level, unique ids and its landmarks in one order")
  func landmarks() async throws {
    let platform = try await TinyPlatform(files: Samples.files)
    #expect(platform.diagnostics.isEmpty)
    for page in platform.site.pages {
      let markup = Markup(try platform.html(page))
      #expect(markup.html.hasPrefix("<!doctype html>\n<html lang=\"fr\">"))
      #expect(markup.headings.count { $0 == 1 } == 1, "\(page)")
      var last = 0
      for level in markup.headings {
        #expect(level <= last + 1, "\(page)")
        last = level
      }
      let ids = markup.values(of: "id")
      #expect(Set(ids).count == ids.count, "\(page)")
      #expect(Set(ids).isSuperset(of: ["contenu", "recherche", "pied-de-page"]))
      #expect(Site.reservedIDs.isSuperset(of: ids))
      let landmarks = markup.tags.filter { ["header", "main", "footer"].contains($0) }
      #expect(landmarks.first == "header" && landmarks.last == "footer" && landmarks.contains("main"))
      #expect(markup.between("<body class=\"", "<header")?.contains("<a class=\"skip\" href=\"#contenu\">") == true)
    }
  }

  @Test("A2: titles name the page, its section and the site, and no two are equal")
  func titles() async throws {
    let platform = try await TinyPlatform(settings: "page_size: 1\ntagline: Pour voir", files: Samples.files)
    let titles = try platform.site.pages.map { Markup(try platform.html($0)).between("<title>", "</title>") }
    #expect(Set(titles).count == titles.count)
    #expect(titles.contains("Le site – Pour voir"))
    #expect(titles.contains("Outil un – Outils – Le site"))
    #expect(titles.contains("Outils, page\u{A0}2 sur\u{A0}2 – Le site"))
    #expect(titles.contains("L’eau – Sujets – Le site"))
    #expect(titles.contains("À propos – Le site"))
  }

  @Test("Addresses for other readers are whole, those inside the site are relative")
  func addresses() async throws {
    let platform = try await TinyPlatform(files: Samples.files)
    let html = try platform.html(itemTitled: "Outil un")
    #expect(html.contains("<link rel=\"canonical\" href=\"https://exemple.org/projet/outils/un/\">"))
    #expect(html.contains("<link rel=\"stylesheet\" href=\"../../assets/site.css\">"))
    #expect(!html.contains("noindex"))
    #expect(html.contains("\"item\":\"https://exemple.org/projet/outils/\""))
  }

  @Test("Search engines are kept from what isn't for them")
  func robots() async throws {
    var files = Samples.files
    files["outils/trois.md"] = "---\ntitle: Outil trois\nnoindex: true\naliases: [/ancien/]\n---\n\nTexte.\n"
    let platform = try await TinyPlatform(files: files)
    #expect(platform.diagnostics.isEmpty)
    for page in [Page.notFound, .redirect(0)] {
      #expect(try platform.html(page).contains("<meta name=\"robots\" content=\"noindex\">"))
    }
    #expect(try platform.html(itemTitled: "Outil trois").contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(!(try platform.html(.notFound)).contains("canonical"))
  }

  @Test("A redirect leads on by itself, by a link, and names the new address")
  func redirect() async throws {
    var files = Samples.files
    files["outils/trois.md"] = "---\ntitle: Outil trois\naliases: [/ancien/]\n---\n\nTexte.\n"
    let html = try await TinyPlatform(files: files).html(.redirect(0))
    #expect(html.contains("<meta http-equiv=\"refresh\" content=\"0; url=../outils/trois/\">"))
    #expect(html.contains("<a href=\"../outils/trois/\">Ouvrir la page à sa nouvelle adresse</a>"))
    #expect(html.contains("<link rel=\"canonical\" href=\"https://exemple.org/projet/outils/trois/\">"))
  }

  @Test("The menu says where one is: on the page itself, or within its section")
  func currentEntry() async throws {
    let settings = "navigation: [{label: Outils, link: /outils/}, {label: Sujets, link: /sujets/}]"
    let platform = try await TinyPlatform(settings: settings, files: Samples.files)
    #expect(try platform.html(.list(type: 0, number: 1)).contains("<a href=\"./\" aria-current=\"page\">Outils</a>"))
    let item = try platform.html(itemTitled: "Outil un")
    #expect(item.contains("<a href=\"../\" aria-current=\"true\">Outils</a>"))
    #expect(item.contains("<a href=\"../../sujets/\">Sujets</a>"))
  }

  @Test("F8: no page holds an inline style, script or handler")
  func contentSecurityPolicy() async throws {
    let platform = try await TinyPlatform(files: Samples.files)
    for page in platform.site.pages {
      let html = try platform.html(page)
      #expect(!html.contains(" style=") && !html.contains("<style") && !html.contains(" on"), "\(page)")
      for script in html.components(separatedBy: "<script").dropFirst() {
        #expect(script.hasPrefix(" src=\"") || script.hasPrefix(" type=\"application/ld+json\""))
      }
    }
  }
}
