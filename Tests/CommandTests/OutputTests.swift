import Foundation
import Testing

@Suite("Where a site is written")
struct OutputTests {
  @Test(
    "CF-04: folders that would lose something are refused before anything is written, naming the danger",
    arguments: [
      (".", "plateforme elle-même"), ("..", "contient la plateforme"), ("/", "racine du disque"),
      ("content", "dans content"),
      ("content/notes", "dans content"), ("./content/../", "plateforme elle-même"),
      ("~", "dossier personnel"), ("$HOME", "dossier personnel"),
    ])
  func dangerous(_ output: String, _ danger: String) throws {
    let platform = try Platform()
    let home = platform.surroundings + "/home"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: false)
    let before = try tree(platform.surroundings)
    let named = output == "$HOME" ? home : output
    try platform.write("content/site.yml", "name: E\nbase_url: https://a.org\noutput: \"\(named)\"\n")
    let result = try platform.build(environment: ["HOME": home])
    #expect(result.status == 3)
    #expect(result.errors.contains("[output-refused]") && result.errors.contains(danger), "\(result.errors)")
    #expect(try tree(platform.surroundings).keys.sorted() == before.keys.sorted())
  }

  @Test("CF-04: the command's own folder is read from where it runs, and refused alike")
  func fromTheCommand() throws {
    let platform = try Platform()
    for folder in [platform.folder, platform.folder + "/content", platform.surroundings, ""] {
      let result = try platform.build(["--output", folder])
      #expect(result.status == 3, "\(folder)")
    }
    let result = try Program.terreau.run(["build", "--output", "sortie"], in: platform.folder)
    #expect(result.status == 0)
    #expect(platform.exists("sortie/index.html") && !platform.exists("public"))
  }

  @Test("CF-05: a link, or a file, is no output folder")
  func notAFolder() throws {
    let platform = try Platform()
    symlink(platform.surroundings, platform.folder + "/public")
    let linked = try platform.build()
    #expect(linked.status == 3)
    #expect(linked.errors.contains("lien symbolique"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: platform.surroundings) == ["site"])
    unlink(platform.folder + "/public")
    try platform.write("public", "un fichier")
    let file = try platform.build()
    #expect(file.status == 3)
    #expect(try platform.text("public") == "un fichier")
  }

  @Test("OW-10: a folder with files of others is refused, and adopted with --adopt, which keeps them")
  func notOurs() throws {
    let platform = try Platform(Platform.small(with: ["public/photo.jpg": "x"]))
    let refused = try platform.build()
    #expect(refused.status == 3)
    #expect(refused.errors.contains("--adopt"))
    #expect(try tree(platform.folder + "/public").keys.sorted() == ["photo.jpg"])
    #expect(try platform.build(["--adopt"]).status == 0)
    #expect(try platform.text("public/photo.jpg") == "x")
  }

  @Test("OW-12: a page edited by hand stops the build with 4, until --force")
  func edited() throws {
    let platform = try Platform()
    #expect(try platform.build().status == 0)
    try platform.write("public/notes/a/index.html", "à moi")
    try platform.write("content/notes/a.md", "# Autre\n")
    let result = try platform.build()
    #expect(result.status == 4)
    #expect(result.errors.contains("notes/a/index.html"))
    #expect(try platform.text("public/notes/a/index.html") == "à moi")
    #expect(try platform.build(["--force"]).status == 0)
    #expect(try platform.text("public/notes/a/index.html").contains("Autre"))
  }

  @Test(
    "CC-06: a platform at a path with spaces and accents in either form",
    arguments: ["mon site/été 2024", "e\u{301}te\u{301}", "日本 « ! » 'q' \"r\""])
  func oddPaths(_ name: String) throws {
    let platform = try Platform(name: name)
    #expect(try platform.build().status == 0)
    let plain = try Platform()
    #expect(try plain.build().status == 0)
    #expect(try tree(platform.folder + "/public") == tree(plain.folder + "/public"))
    #expect(try platform.build(["--output", platform.surroundings + "/sortie é/x"]).status == 0)
    let relative = try Program.terreau.run(["build", "--source", "."], in: platform.folder)
    #expect(relative.status == 0)
  }

  @Test(
    "PL-26: below a path, links are relative, and what must be whole is whole",
    arguments: ["https://exemple.org/projet", "https://exemple.org/projet/"])
  func basePath(_ address: String) throws {
    let platform = try Platform()
    #expect(try platform.build(["--base-url", address]).status == 0)
    let page = try platform.text("public/notes/a/index.html")
    #expect(page.contains("<a href=\"../b/\">la seconde</a>"))
    #expect(page.contains("src=\"../../images/%C3%A9t%C3%A9.png\""))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://exemple.org/projet/notes/a/\""))
    let sitemap = try platform.text("public/sitemap.xml")
    #expect(sitemap.contains("<loc>https://exemple.org/projet/notes/a/</loc><lastmod>2024-05-01</lastmod>"))
    #expect(!sitemap.contains("404") && !sitemap.contains("ancienne"))
    #expect(
      try platform.text("public/robots.txt").contains("Sitemap: https://exemple.org/projet/sitemap.xml"))
    #expect(try platform.text("public/404.html").contains("href=\"/projet/\""), "shown at any depth")
    #expect(try platform.text("public/ancienne/index.html").contains("../notes/b/"))
  }

  @Test("PL-05: a file's name is composed in its address and on the disk")
  func composedNames() throws {
    let platform = try Platform()
    try FileManager.default.removeItem(atPath: platform.folder + "/content/images")
    try platform.write("content/images/e\u{301}te\u{301}.png", "image")
    #expect(try platform.build().status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: platform.folder + "/public/images")
    #expect(names.map { Array($0.utf8) } == [Array("\u{E9}t\u{E9}.png".utf8)])
  }
}
