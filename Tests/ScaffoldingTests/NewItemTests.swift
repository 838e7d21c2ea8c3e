import Content
import Foundation
import Scaffolding
import Testing

@Suite("A new item's name and place")
struct NewItemTests {
  private static let platform: [String: String] = [
    "content/site.yml": "name: Essai\nbase_url: https://exemple.org/\n",
    "content/types/etude.yml": "name: Étude de cas\nplural: Études de cas\nfolder: cas\n",
    "content/types/page.yml": "name: Page\nplural: Pages\nfolder: pages/site\npath: \"\"\n",
    "content/types/aide.yml": "name: Aide\nplural: Aides\nfolder: pages/site/aide\n",
  ]

  private func folder() throws -> Folder {
    let folder = try Folder()
    for (path, text) in Self.platform { try folder.write(text, to: path) }
    return folder
  }

  private func declared() throws -> PlatformDeclarations {
    let folder = try folder()
    return try withExtendedLifetime(folder) { try PlatformDeclarations(folder: folder.path) }
  }

  private func item(_ title: String, slug: String? = nil, type: String = "etude") throws -> NewItem {
    let platform = try declared()
    return try NewItem(
      title: title, slug: slug, type: try platform.type(named: type), isDraft: false, of: platform)
  }

  @Test(
    "The title gives the name",
    arguments: [
      ("Une coopérative d'habitants à Redon", "une-cooperative-d-habitants-a-redon"),
      ("L’œuvre n° 1 : « été »", "l-oeuvre-n-1-ete"),
      ("e\u{301}te\u{301}", "ete"), ("🌱 Semer", "semer"), ("  Blancs  ", "blancs"),
      ("100 % vélo #3", "100-velo-3"),
      ("Index", "index-2"), ("CON", "con-2"), ("Ψυχή", "ψυχη"),
      (String(repeating: "mot ", count: 75), String(repeating: "-mot", count: 20).dropFirst() + ""),
      (String(repeating: "é", count: 300), String(repeating: "e", count: 80)),
    ])
  func names(title: String, name: String) throws {
    #expect(try item(title).path == "content/cas/\(name).md")
  }

  @Test("A name by hand may have folders")
  func slugs() throws {
    #expect(try item("Un titre", slug: "lot/premier").path == "content/cas/lot/premier.md")
    #expect(try item("🌱", slug: "semer").path == "content/cas/semer.md")
  }

  @Test(
    "What can't be a name, or a title, is refused",
    arguments: [
      ("Titre", "../ailleurs", "slug-invalid"), ("Titre", "/racine", "slug-invalid"),
      ("Titre", "", "slug-invalid"),
      ("Titre", "Été", "slug-invalid"), ("Titre", "a//b", "slug-invalid"), ("Titre", "a.md", "slug-invalid"),
      ("Titre", String(repeating: "a", count: 201), "slug-invalid"), ("🌱", nil, "title-without-name"),
      ("   ", nil, "title-without-name"), ("a\nb", nil, "invisible-character"),
      ("a\u{1B}[31m", nil, "invisible-character"), ("a\u{2028}b", nil, "invisible-character"),
      ("a\u{0}b", nil, "invisible-character"), ("\u{FEFF}a", nil, "invisible-character"),
      ("a\u{10FFF1}", nil, "invisible-character"),
    ] as [(String, String?, String)])
  func refused(title: String, slug: String?, code: String) throws {
    let error = #expect(throws: Diagnostic.self) { try item(title, slug: slug) }
    #expect(error?.problem.code == code)
  }

  @Test("An item doesn't end up in another type's folder")
  func nested() throws {
    let error = #expect(throws: Diagnostic.self) { try item("Aide", slug: "aide/un", type: "page") }
    #expect(error?.problem.code == "slug-invalid")
    #expect(try item("Aide", type: "page").path == "content/pages/site/aide.md")
  }

  @Test(
    "A type goes by its id, its folder and its names",
    arguments: ["etude", "cas", "étude de cas", "ETUDES-DE-CAS", "Études de cas"])
  func types(name: String) throws {
    let platform = try declared()
    #expect(platform.types[try platform.type(named: name)].id == "etude")
  }

  @Test(
    "Another name is refused with the nearest type",
    arguments: [("étude de csa", "etude"), ("études", "etude"), ("aid", "aide"), ("zzz", nil)]
      as [(String, String?)])
  func unknownType(name: String, nearest: String?) throws {
    let platform = try declared()
    let error = #expect(throws: Diagnostic.self) { try platform.type(named: name) }
    #expect(error?.problem == .unknownName(kind: .contentType, name: name, suggestion: nearest, known: []))
  }

  @Test("A file is never overwritten, and nothing is left beside it")
  func existing() throws {
    let folder = try folder()
    try folder.write("Ancien.", to: "content/cas/titre.md")
    let platform = try PlatformDeclarations(folder: folder.path)
    let before = try folder.files()
    let study = try NewItem(
      title: "Titre", slug: nil, type: try platform.type(named: "cas"), isDraft: false, of: platform)
    let error = #expect(throws: Diagnostic.self) { try study.write(below: folder.path) }
    #expect(error?.problem == .fileExists(path: "content/cas/titre.md"))
    #expect(try folder.files() == before)
    #expect(try folder.text("content/cas/titre.md") == "Ancien.")
  }

  @Test("A folder that is a symbolic link is not followed")
  func links() throws {
    let (folder, elsewhere) = (try folder(), try Folder())
    let platform = try PlatformDeclarations(folder: folder.path)
    let item = try NewItem(
      title: "Titre", slug: nil, type: try platform.type(named: "cas"), isDraft: false, of: platform)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/content/cas", withDestinationPath: elsewhere.path)
    let error = #expect(throws: Diagnostic.self) { try item.write(below: folder.path) }
    #expect(error?.problem == .symbolicLink(target: elsewhere.path))
    #expect(error?.location?.file == "content/cas")
    #expect(try elsewhere.files() == [])
  }
}
