import HTML

/// A text shown letter by letter.
public struct CodeListing: Sendable {
  /// Each of its lines ends with a line feed.
  public let text: String
  /// What it is written in, as the class names of code blocks have it: `markdown`. Plain text has none.
  public let language: String?
  /// Empty where the author gives none.
  public let caption: HTML
  /// The caption's plain text, else the file's name.
  public let title: String

  init(_ text: String, language: String?, caption: HTML = .empty, title: String) {
    self.text = text.utf8.isEmpty || text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n"
    self.language = language
    self.caption = caption
    self.title = title
  }

  /// What a file is written in, by the ending of its name.
  static func language(ofFile path: String) -> String? {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    return languages[String(Substring(name[name.index(after: dot)...])).lowercased()]
  }

  private static let languages = [
    "md": "markdown", "yml": "yaml", "yaml": "yaml", "csv": "csv", "json": "json", "html": "html",
    "css": "css", "js": "js", "swift": "swift", "sh": "sh", "svg": "svg", "xml": "xml",
  ]
}
