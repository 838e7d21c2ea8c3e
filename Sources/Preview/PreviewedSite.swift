import Content
import Markup

/// The site that a preview shows: the last good one, whose files are made when somebody asks for them.
public protocol PreviewedSite: Sendable {
  /// What a build would write for an address.
  ///
  /// - Parameter path: an unencoded site path below the base address: `/`, `/kits/odd-17/`, `/recherche/index.json`.
  func answer(to path: String) async -> PreviewAnswer

  /// The path of the site's base address, which begins and ends with a slash: `/` or `/projet/`.
  var basePath: String { get async }
}

/// What there is at an address.
public enum PreviewAnswer: Sendable {
  case file(PreviewedFile)
  /// A page's address without the slash at its end: the address that has it, as an unencoded site path.
  case movedTo(String)
  /// Nothing: the site's own page that says so, where it has one, and the addresses of pages nearest to what was asked.
  case missing(page: PreviewedFile?, near: [String])
  /// Nothing can be shown, for a reason that the news tells: there has been no good site yet, or this page ends the
  /// process that makes it.
  case unavailable(reason: String)
}

/// A file of the previewed site.
public struct PreviewedFile: Sendable {
  public enum Content: Sendable {
    /// What a build would write, byte for byte.
    case bytes([UInt8])
    /// A file of the platform that a build would copy: its absolute path, checked to lie in `content/`.
    case copy(of: String)
  }

  public var content: Content
  /// The path of the file in the output folder, by whose ending its media type is known: `kits/odd-17/index.html`.
  public var outputPath: String
  /// What is known of a page; `nil` for other files.
  public var page: PreviewedPage?

  public init(content: Content, outputPath: String, page: PreviewedPage? = nil) {
    self.content = content
    self.outputPath = outputPath
    self.page = page
  }
}

/// What a banner says of a page.
public struct PreviewedPage: Sendable, Hashable, Codable {
  /// The file it is written in, relative to the platform's folder; `nil` for pages that the generator makes.
  public var sourceFile: String?
  /// What kind of page it is, in the platform's language: « Kit pratique », « Liste ».
  public var kind: String
  public var words: Int
  /// In minutes, at least 1 where there are words.
  public var readingTime: Int
  /// Of the HTML as it is published, in bytes, and compressed with everything a first visit loads, where it is known.
  public var weight: Int
  /// Why it wouldn't be published yet: « Brouillon », « À paraître le 3 mars 2027 »; `nil` where it would.
  public var unpublished: String?

  public init(
    sourceFile: String?, kind: String, words: Int, readingTime: Int, weight: Int, unpublished: String? = nil
  ) {
    self.sourceFile = sourceFile
    self.kind = kind
    self.words = words
    self.readingTime = readingTime
    self.weight = weight
    self.unpublished = unpublished
  }
}
