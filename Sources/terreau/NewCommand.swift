import ArgumentParser
import Content
import Glibc
import Markup
import Scaffolding

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begins an item: a Markdown file with its type's fields, each explained.",
    discussion: """
      The file goes into the type's folder, under a name made from the title. It never takes the place of another.

        terreau new etude-de-cas "Une coopérative d'habitants à Redon"

      Exit status: 0 done, 1 a type or a vocabulary has errors, 2 wrong usage, 3 the file exists or there is no \
      platform, 4 reading or writing failed.
      """)

  @Argument(
    help: "The type: its id, its folder or its name, whatever its case and accents.",
    completion: PlatformTypes.completion)
  var type: String

  @Argument(help: "The title; several words are joined.")
  var title: [String]

  @Option(
    name: [.short, .long], help: "The platform's folder: the one that holds content/.", completion: .directory
  )
  var source = "."

  @Option(help: "The file's name without .md, instead of one made from the title; / in it makes folders.")
  var slug: String?

  @Flag(inversion: .prefixedNo, help: "Whether the item begins as a draft, which is not published.")
  var draft = false

  @Flag(help: "Print nothing but the file's path.")
  var pathOnly = false

  func run() throws {
    let platform = PlatformTypes.declared(in: source)
    let language = platform.settings.language
    let index = PlatformTypes.index(of: type, in: platform, source: source)
    do throws(Diagnostic) {
      let item = try NewItem(
        title: title.joined(separator: " "), slug: slug, type: index, isDraft: draft, of: platform)
      try item.write(below: source)
      let path = source == "." ? item.path : "\(source)/\(item.path)"
      let next =
        language == .french
        ? "Ouvrez ce fichier et remplissez ce qui est vide, puis : terreau preview"
        : "Open this file and fill in what is empty, then: terreau preview"
      Console.write(pathOnly ? path + "\n" : "\(path)\n\(next)\n", to: STDOUT_FILENO)
    } catch {
      CommandFailure.end([error], in: language, source: source)
    }
  }
}
