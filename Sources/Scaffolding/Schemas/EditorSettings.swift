import Content
import HTML
import Markup

/// What an editor needs to be told of the schemas.
public struct EditorSettings {
  private let platform: PlatformDeclarations
  private let folder: String

  /// - Parameter folder: the folder of the schemas, in the platform's.
  public init(_ platform: PlatformDeclarations, folder: String) {
    self.platform = platform
    self.folder = folder
  }

  /// The lines to put into settings, each with what it is for, in the platform's language.
  public var text: String {
    let isFrench = platform.settings.language == .french
    let modeline = "# yaml-language-server: $schema=../../\(folder)/type.json"
    return isFrench
      ? """
      VS Code, avec l’extension YAML (redhat.vscode-yaml), dans .vscode/settings.json\u{A0}:

      \(lines(yaml))

      Les autres éditeurs qui emploient yaml-language-server\u{A0}: ces mêmes lignes, ou la première ligne du fichier\u{A0}:

      \(modeline)

      Les en-têtes des pages ne sont pas lus par cette extension. Avec unifiedjs.vscode-remark, remark-frontmatter et \
      remark-lint-frontmatter-schema, dans .remarkrc.json\u{A0}:

      \(lines(remark))

      """
      : """
      VS Code, with the extension YAML (redhat.vscode-yaml), in .vscode/settings.json:

      \(lines(yaml))

      Other editors that use yaml-language-server: the same lines, or as the first line of a file:

      \(modeline)

      That extension does not read the front matter of pages. With unifiedjs.vscode-remark, remark-frontmatter and \
      remark-lint-frontmatter-schema, in .remarkrc.json:

      \(lines(remark))

      """
  }

  private var yaml: JSON {
    [
      "yaml.schemas": .object([
        member("site.json", ["content/site.yml"]), member("type.json", files("types")),
        member("vocabulary.json", files("vocabularies")),
      ])
    ]
  }

  private var remark: JSON {
    let schemas = platform.types.map { type in
      // The introduction of a list is no item.
      let globs = type.hasList ? ["!(index).md", "*/**/*.md"] : ["**/*.md"]
      return member(PlatformSchemas.path(of: type), globs.map { "./content/\(type.folder)/\($0)" })
    }
    // It knows the dialect draft-07 by name; the schemas hold nothing that both dialects don't have.
    let options: JSON = ["validateSchema": false]
    let rule: JSON = [
      "remark-lint-frontmatter-schema", ["schemas": .object(schemas), "ajvOptions": options],
    ]
    return ["plugins": ["remark-frontmatter", rule]]
  }

  private func member(_ path: String, _ globs: [String]) -> JSON.Member {
    JSON.Member(name: "./\(folder)/\(path)", value: .array(globs.map { .string($0) }))
  }

  private func files(_ name: String) -> [String] {
    ["yml", "yaml"].map { "content/\(name)/*.\($0)" }
  }

  private func lines(_ json: JSON) -> String {
    String(decoding: json.indented().dropLast(), as: UTF8.self)
  }
}
