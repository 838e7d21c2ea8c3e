import Content
import Markup

/// An item that is about to be: the place of its file, and what the file holds.
///
///     let item = try NewItem(title: "Un jardin", slug: nil, type: 2, isDraft: false, of: platform)
///     try item.write(below: ".")
public struct NewItem: Sendable {
  /// Relative to the platform's folder: `content/cas/un-jardin.md`.
  public let path: String
  public let markdown: String

  /// The longest name that a title gives, in bytes: one that is made by hand may have 200.
  private static let nameLimit = 80
  private static let writtenNameLimit = 200

  /// - Parameters:
  ///   - slug: the file's name without `.md`, below the type's folder; `/` in it makes folders. Made from
  ///     the title when it is `nil`.
  ///   - type: the index of its type.
  /// - Throws: why no file can have this title or this name.
  public init(
    title: String, slug: String?, type: Int, isDraft: Bool, of platform: PlatformDeclarations
  ) throws(Diagnostic) {
    let title = NewItem.trimmed(title)
    try YAMLText.check(title)
    let name = try slug.map(NewItem.checked) ?? NewItem.name(from: title)
    guard !name.isEmpty else { throw Diagnostic(.error, .titleWithoutName(title)) }
    let folder = platform.types[type].folder
    // Some names mean something else: the introduction of a list, another type's folder, a device of Windows.
    let isFree = { (name: String) in
      platform.isItem("\(folder)/\(name).md", of: type)
        && !SourceTree.isReserved(fileName: "\(name.split(separator: "/").last ?? "").md")
    }
    guard let free = [name, "\(name)-2"].first(where: isFree) else {
      throw Diagnostic(.error, .slugInvalid(key: "--slug", value: name, suggestion: ""))
    }
    path = "content/\(folder)/\(free).md"
    markdown = ItemTemplate(type: type, of: platform).markdown(title: title, isDraft: isDraft)
  }

  /// Writes the file into the platform's folder: whole or not at all, and never over another.
  public func write(below folder: String) throws(Diagnostic) {
    let parts = path.split(separator: "/").map(String.init)
    try FileCreation.create(Array(markdown.utf8), at: parts, below: folder)
  }

  private static func trimmed(_ title: String) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let start = title.unicodeScalars.drop(while: isBlank)
    let end = start.lastIndex { !isBlank($0) }
    return end.map { String(String.UnicodeScalarView(start[...$0])) } ?? ""
  }

  private static func checked(_ slug: String) throws(Diagnostic) -> String {
    let parts = slug.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isName = { (part: String) in
      !part.isEmpty && Slug.make(part) == part && part.utf8.count <= writtenNameLimit
    }
    guard parts.allSatisfy(isName) else {
      let suggestion = parts.map(Slug.make).filter { !$0.isEmpty }.joined(separator: "/")
      throw Diagnostic(.error, .slugInvalid(key: "--slug", value: slug, suggestion: suggestion))
    }
    return slug
  }

  /// The title's slug, cut between words where it is long.
  private static func name(from title: String) -> String {
    let slug = Slug.make(title)
    guard slug.utf8.count > nameLimit else { return slug }
    var name = ""
    for part in slug.split(separator: "-") {
      let length = name.utf8.count + part.utf8.count + (name.isEmpty ? 0 : 1)
      guard length <= nameLimit else { break }
      name += name.isEmpty ? String(part) : "-" + part
    }
    return name.isEmpty ? prefix(of: slug) : name
  }

  /// As many letters of one long word as a name may have.
  private static func prefix(of word: String) -> String {
    var length = 0
    return String(
      String.UnicodeScalarView(
        word.unicodeScalars.prefix { scalar in
          length += String(scalar).utf8.count
          return length <= nameLimit
        }))
  }
}
