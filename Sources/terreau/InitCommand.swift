import ArgumentParser
import Content
import Glibc
import Markup
import Scaffolding

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begins a platform: small, complete, and about how to make it yours.",
    discussion: """
      The folder must be new, or empty but for version control. No question is asked; everything can be changed later \
      in content/site.yml.

      Exit status: 0 done, 2 wrong usage, 3 the folder is not empty, 4 writing failed.
      """)

  @Argument(help: "The platform's folder.", completion: .directory)
  var folder: String

  @Option(help: "The language of the platform and of what it is told: fr or en.")
  var language = StarterPlatform.Options.Language.french

  @Option(help: "The platform's name.")
  var name: String?

  @Option(help: "What the platform is about, in a sentence.")
  var description: String?

  @Option(
    name: [.short, .long], help: "The address the site will have, such as https://exemple.org/projet/.")
  var baseURL: String?

  @Option(help: "Who publishes the platform.")
  var organisation: String?

  @Option(help: "The colour of links and buttons, as #rrggbb; made darker or lighter until it can be read.")
  var accent: String?

  func validate() throws {
    if let baseURL, Settings.normalisedBaseURL(baseURL) == nil {
      throw ValidationError("--base-url takes a complete address such as https://exemple.org/projet/.")
    }
    if let accent, Colour(accent) == nil { throw ValidationError("--accent takes a colour such as #1d5b8f.") }
    if folder.isEmpty { throw ValidationError("The folder has no name.") }
  }

  func run() throws {
    let spoken = Language(code: language.rawValue)
    do throws(Diagnostic) {
      let starter = try StarterPlatform(
        StarterPlatform.Options(
          language: language, name: name, description: description,
          baseURL: baseURL.flatMap(Settings.normalisedBaseURL), organisation: organisation,
          accent: accent.flatMap(Colour.init)))
      try starter.create(at: folder)
      Console.write(next(spoken, files: starter.paths.count), to: STDOUT_FILENO)
    } catch {
      CommandFailure.end([error], in: spoken, source: folder)
    }
  }

  private func next(_ language: Language, files: Int) -> String {
    let enter = folder == "." ? "" : "  cd \(folder)\n"
    return language == .french
      ? """
      \(folder) : \(files) fichiers. Voyez la plateforme, puis faites-la vôtre :
      \(enter)  terreau preview

      """
      : """
      \(folder): \(files) files. Look at the platform, then make it yours:
      \(enter)  terreau preview

      """
  }
}

extension StarterPlatform.Options.Language: ExpressibleByArgument {}
