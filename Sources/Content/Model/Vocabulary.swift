import HTML

/// A closed list of terms: `content/vocabularies/<id>.yml`.
public struct Vocabulary: Sendable, Identifiable {
  public let id: String
  public let name: String
  public let plural: String
  public let path: String
  public let description: String?
  public let order: Int
  /// Whether the vocabulary and its terms have pages.
  public let hasPages: Bool
  /// The vocabulary by whose terms the pages of this one's terms group their items, by index.
  public internal(set) var groupBy: Int?
  /// The name of that vocabulary, as its author wrote it.
  let grouping: (text: String, location: SourceLocation)?
  public internal(set) var terms: [Term]
  public internal(set) var sources: [Source]
  /// The place in its file that gives its address.
  public let location: SourceLocation

  public var url: URLReference? { hasPages ? .site("/\(path)/") : nil }
}

/// A term of a vocabulary.
public struct Term: Sendable, Identifiable {
  public let id: String
  public let label: String
  public let description: String?
  /// A code of another system, such as an INSEE region code.
  public let code: String?
  /// What `content/vocabularies/<vocabulary>/<term>.md` says.
  public internal(set) var page: TermPage?
  /// The items that carry the term, in the order of lists.
  public internal(set) var items: [Int] = []
  /// Its address; `nil` when the vocabulary has no pages.
  public let url: URLReference?
  public let location: SourceLocation

  /// What pages call it: its page's title, where an author gives one, else its label, with a capital.
  public var name: String {
    if let title = page?.title { return title }
    guard let first = label.unicodeScalars.first else { return label }
    return first.properties.titlecaseMapping + String(label.unicodeScalars.dropFirst())
  }
}

/// What the Markdown page of a term adds to it.
public struct TermPage: Sendable {
  /// The page's title, where it isn't the term's label.
  public var title: String?
  public var summary: String?
  public internal(set) var sources: [Source]
  public internal(set) var body: Body
  /// Relative to the platform's folder.
  public let file: String
}

/// A term, by the indices of its vocabulary and of itself in it.
public struct TermReference: Sendable, Hashable, Comparable {
  public let vocabulary: Int
  public let term: Int

  public static func < (a: TermReference, b: TermReference) -> Bool {
    (a.vocabulary, a.term) < (b.vocabulary, b.term)
  }
}
