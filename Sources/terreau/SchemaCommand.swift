import ArgumentParser
import Content
import Glibc
import Markup
import Scaffolding

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Writes JSON Schemas of the platform's files, for editors to complete and check them.",
    discussion: """
      One for site.yml, one for types, one for vocabularies, and one for the front matter of each type, in the dialect \
      2020-12; then it says what to put into an editor's settings. With --type alone, the schema of that type's front \
      matter goes to standard output.

      Exit status: 0 done, 1 a type or a vocabulary has errors, 2 wrong usage, 3 there is no platform, 4 reading or \
      writing failed.
      """)

  @Option(help: "Only the front matter of this type.", completion: PlatformTypes.completion)
  var type: String?

  @Option(
    name: [.short, .long], help: "The folder to write to, in the platform's folder; by default schemas.",
    completion: .directory)
  var output: String?

  @Option(
    name: [.short, .long], help: "The platform's folder: the one that holds content/.", completion: .directory
  )
  var source = "."

  func validate() throws {
    let parts = output?.split(separator: "/", omittingEmptySubsequences: false) ?? ["schemas"]
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      throw ValidationError("--output takes a folder inside the platform's, such as schemas.")
    }
  }

  func run() throws {
    let platform = PlatformTypes.declared(in: source)
    let language = platform.settings.language
    let schemas = PlatformSchemas(platform)
    let index = type.map { PlatformTypes.index(of: $0, in: platform, source: source) }
    if let index, output == nil {
      Console.write(schemas.file(ofType: index).contents, to: STDOUT_FILENO)
      return
    }
    let folder = output ?? "schemas"
    do throws(Diagnostic) {
      let files = index.map { [schemas.file(ofType: $0)] } ?? schemas.files
      try SchemaFile.write(files, to: folder, below: source)
      let paths = files.map { "\(folder)/\($0.path)\n" }.joined()
      let settings = index == nil ? "\n" + EditorSettings(platform, folder: folder).text : ""
      Console.write(paths + settings, to: STDOUT_FILENO)
    } catch {
      CommandFailure.end([error], in: language, source: source)
    }
  }
}
