import HTML

/// A kind of item that the platform's owner declared in `content/types/<id>.yml`.
public struct ContentType: Sendable, Identifiable {
  public let id: String
  /// One of them: « Étude de cas ».
  public let name: String
  public let plural: String
  /// The folder of its items below `content/`.
  public let folder: String
  /// What their addresses begin with, without slashes at the ends; empty for the site's root.
  public let path: String
  public let description: String?
  public let order: Int
  /// Whether the type has a list page.
  public let hasList: Bool
  public let sort: SortOrder
  public let fields: [Field]
  public let capabilities: [CapabilityKind]
  /// Whether texts link to its items where they mention their titles.
  let linksMentions: Bool
  /// The terms that all its items carry.
  public internal(set) var terms: [TermReference]
  /// What `<folder>/index.md` says; shown on the list page.
  public internal(set) var introduction: Introduction?
  /// How its list looks.
  public let view: View
  /// After how many months its items are to be read again; `nil` where nobody asks for it.
  public let reviewMonths: Int?
  /// Whether its items are to name their sources.
  public let expectsSources: Bool
  /// The place in its file that gives its list page's address.
  public let location: SourceLocation
  let folderLocation: SourceLocation
  /// Fields that couldn't be read: nothing is said about them in items.
  let unreadFields: [String]

  /// The list page's address.
  public var url: URLReference { .site(listPath) }

  /// The unencoded site path of the list page.
  var listPath: String { path.isEmpty ? "/" : "/\(path)/" }

  public func has(_ capability: CapabilityKind) -> Bool { capabilities.contains(capability) }

  /// The ways a type's list can look.
  public enum View: String, Sendable, CaseIterable {
    case cards, timeline, agenda, glossary, tracker, figures

    init(of capabilities: [CapabilityKind]) {
      if capabilities.contains(.tracker) {
        self = .tracker
      } else if capabilities.contains(.definition) {
        self = .glossary
      } else if capabilities.contains(.figures) {
        self = .figures
      } else {
        self = capabilities.contains(.event) ? .agenda : .cards
      }
    }
  }

  /// The order of a type's items in lists.
  public struct SortOrder: Sendable, Hashable {
    public enum Key: Sendable, Hashable {
      case title, date, order
      /// A number, date or text field, by its index.
      case field(Int)
      /// The capability's own order: the start of an event, the number of a measure.
      case capability(CapabilityKind)
    }

    public var key: Key
    public var descending: Bool
  }
}

/// Text and title of a page that introduces a list or the whole site.
public struct Introduction: Sendable {
  public var title: String?
  public var summary: String?
  public var body: Body
}

/// A field that a content type declares.
public struct Field: Sendable, Identifiable {
  public enum Kind: Sendable, Hashable {
    case text, markdown, date, number, link, boolean
    /// A term of the vocabulary at this index.
    case term(vocabulary: Int)
    /// An item of one of these types; of any, when empty.
    case reference(types: [String])
  }

  public let id: String
  public let label: String
  /// A sentence for authors.
  public let help: String?
  public let kind: Kind
  public let isList: Bool
  public let isRequired: Bool
  public let isUnique: Bool
  public let isFacet: Bool
  /// What a number counts.
  public let unit: String?
}
