import Content
import Foundation
import Scaffolding
import Testing

@Suite("A new platform")
struct StarterPlatformTests {
  @Test("Nothing is wrong with it", arguments: StarterPlatform.Options.Language.allCases)
  func isRight(_ language: StarterPlatform.Options.Language) async throws {
    let folder = try Folder()
    try StarterPlatform(.init(language: language)).create(at: folder.path + "/un/site")
    let sources = await LoadedSources(try SourceTree(folder: folder.path + "/un/site"), jobs: 2)
    #expect(await SiteReader(options: BuildOptions(jobs: 2)).read(sources).diagnostics == [])
  }

  @Test("Both languages have the same kinds of files")
  func parity() throws {
    func shape(_ language: StarterPlatform.Options.Language) throws -> [String: Int] {
      let paths = try StarterPlatform(.init(language: language)).paths
      return Dictionary(grouping: paths) { ($0 as NSString).pathExtension }.mapValues(\.count)
    }
    #expect(try shape(.french) == shape(.english))
    #expect(try shape(.french)["yml"] ?? 0 > 5)
  }

  @Test("What its owner says stands in its settings, whatever it holds")
  func options() async throws {
    let folder = try Folder()
    let options = StarterPlatform.Options(
      language: .french, name: #"« L'été » : "100 %" #1 \ fin"#, description: "{{name}} & <b>",
      baseURL: "https://jardins.exemple/a/", organisation: "Association: d'exemple", accent: Colour("#ffcc00")
    )
    try StarterPlatform(options).create(at: folder.path + "/site")
    let sources = await LoadedSources(try SourceTree(folder: folder.path + "/site"), jobs: 2)
    let reading = await SiteReader(options: BuildOptions(jobs: 2)).read(sources)
    let settings = reading.site.settings
    #expect(reading.diagnostics == [])
    #expect(settings.name.contains("100") && settings.name.hasSuffix(#"#1 \ fin"#))
    #expect(settings.description == "{{name}} & <b>")
    #expect(settings.baseURL == "https://jardins.exemple/a/")
    #expect(settings.publisher?.name.hasPrefix("Association") == true)
    #expect(settings.colours.accentDark?.hex == "#ffcc00")
  }

  @Test("A name with a control character is refused")
  func control() {
    #expect(throws: Diagnostic.self) { try StarterPlatform(.init(language: .french, name: "a\nb: c")) }
  }

  @Test("A folder with files in it stays as it is")
  func refuses() throws {
    let folder = try Folder()
    try folder.write("x", to: "notes.txt")
    let starter = try StarterPlatform(.init(language: .english))
    let error = #expect(throws: Diagnostic.self) { try starter.create(at: folder.path) }
    #expect(error?.problem == .folderNotEmpty(path: folder.path, entries: ["notes.txt"]))
    #expect(try folder.files() == ["notes.txt"])
  }

  @Test("An empty folder is filled, and so is one under version control")
  func fills() throws {
    let folder = try Folder()
    try folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
    let starter = try StarterPlatform(.init(language: .english))
    try starter.create(at: folder.path)
    #expect(try folder.files() == (starter.paths + [".git/HEAD"]).sorted())
  }

  @Test("Where it can't be written, nothing stays")
  func readOnly() throws {
    let folder = try Folder()
    let starter = try StarterPlatform(.init(language: .english))
    try folder.write("", to: "fichier")
    #expect(throws: Diagnostic.self) { try starter.create(at: folder.path + "/fichier") }
    #expect(throws: Diagnostic.self) { try starter.create(at: folder.path + "/fichier/site") }
    #expect(try folder.files() == ["fichier"])
  }
}
