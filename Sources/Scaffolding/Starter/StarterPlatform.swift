import Content
import Markup

/// A small platform that explains itself, for a new one to grow from.
///
///     try StarterPlatform(.init(language: .french, name: "Nos jardins")).create(at: "jardins")
public struct StarterPlatform: Sendable {
  /// What its owner may say beforehand.
  public struct Options: Sendable {
    public enum Language: String, Sendable, CaseIterable {
      case french = "fr"
      case english = "en"
    }

    public var language: Language
    public var name: String?
    public var description: String?
    /// Absolute, with a trailing slash.
    public var baseURL: String?
    /// Who publishes it.
    public var organisation: String?
    public var accent: Colour?

    public init(
      language: Language, name: String? = nil, description: String? = nil, baseURL: String? = nil,
      organisation: String? = nil, accent: Colour? = nil
    ) {
      self.language = language
      self.name = name
      self.description = description
      self.baseURL = baseURL
      self.organisation = organisation
      self.accent = accent
    }
  }

  private let files: [TextArchive.File]

  /// The blue of the platforms that name no colour.
  private static let accent = Colour(red: 0x1D, green: 0x5B, blue: 0x8F)

  /// - Throws: `invisibleCharacter` where an option holds what no line of a settings file may hold.
  public init(_ options: Options) throws(Diagnostic) {
    let isFrench = options.language == .french
    let accent = options.accent ?? StarterPlatform.accent
    let values: KeyValuePairs<String, String?> = [
      "name": options.name ?? (isFrench ? "Ma plateforme" : "My platform"),
      "description": options.description
        ?? (isFrench ? "Ce que l’on sait, avec ses sources." : "What is known, with its sources."),
      "base_url": options.baseURL ?? "https://exemple.org/",
      "organisation": options.organisation,
      "accent": accent.readable(on: .lightGround).hex,
      "accent_dark": accent.readable(on: .darkGround).hex,
    ]
    for case (_, let value?) in values { try YAMLText.check(value) }
    let archive = TextArchive(isFrench ? PackageResources.fr_txt : PackageResources.en_txt)
    files = archive.files.map { file in
      guard file.path == "content/site.yml" else { return file }
      var file = file
      file.text = StarterPlatform.filled(file.text, values)
      return file
    }
  }

  /// A text with values in the place of `{{name}}`; a line whose value isn't known becomes a comment.
  private static func filled(_ text: String, _ values: KeyValuePairs<String, String?>) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let (key, value) = values.first(where: { line.contains("{{\($0.key)}}") }) else {
        return String(line)
      }
      let filled = line.replacing("{{\(key)}}", with: value.map(YAMLText.quoted) ?? "\"…\"")
      return value == nil ? "# " + filled : String(filled)
    }
    return lines.joined(separator: "\n")
  }

  /// The paths of its files, in the order they are told of.
  public var paths: [String] { files.map(\.path) }

  /// Makes the platform's folder, all of it or nothing.
  ///
  /// - Throws: `folderNotEmpty` or `creationFailed`.
  public func create(at folder: String) throws(Diagnostic) {
    try FolderCreation(files: files.map { ($0.path, Array($0.text.utf8)) }).create(at: folder)
  }
}
