/// The pages that a platform's settings ask for, beside those of its content.
public struct Sections: Sendable {
  /// The blocks of the home page, in order; `nil` where the settings leave them to the theme.
  public internal(set) var home: [HomeBlock]?
  public internal(set) var library: Library?
  public internal(set) var agenda: Agenda?
  public internal(set) var positioning: Positioning?
  public internal(set) var search: SearchSection?
}

/// What a section says of itself.
public struct SectionHeading: Sendable {
  /// Without slashes at its ends: `bibliotheque`.
  public let path: String
  public let title: String
  public let summary: String?
  /// Where `site.yml` gives its address.
  public let location: SourceLocation

  /// Its unencoded site path.
  var sitePath: String { "/\(path)/" }
}

/// Every resource in one list, narrowed by the terms of several vocabularies.
public struct Library: Sendable {
  /// The name that the published address of the library's data has among those of the theme's files.
  public static let dataName = "library.json"

  public let heading: SectionHeading
  /// The types of its items, by index, in the order of declaration.
  public let types: [Int]
  /// The vocabularies that narrow it, by index, beside the type.
  public let facets: [Int]
}

/// What takes place, by date.
public struct Agenda: Sendable {
  public let heading: SectionHeading
  /// The types of its items, by index: those with events, and courses that have a period.
  public let types: [Int]
}

/// A few questions whose answers choose what to read first.
public struct Positioning: Sendable {
  public struct Question: Sendable {
    /// The vocabulary whose terms are the answers, by index.
    public let vocabulary: Int
    public let text: String
    public let help: String?
  }

  public let heading: SectionHeading
  public let questions: [Question]
  /// The vocabulary that the result shows one item of each term of, by index.
  public let doors: Int
}

/// A part of the home page.
public struct HomeBlock: Sendable {
  public enum TermStyle: String, Sendable, CaseIterable {
    /// Numbered, one after the other.
    case steps
    /// Side by side, each with what stands behind it.
    case doors
    /// In few words.
    case chips
  }

  public enum Content: Sendable {
    case terms(vocabulary: Int, TermStyle)
    /// The items of a type, at most so many.
    case items(type: Int, limit: Int)
    case positioning(Positioning)
    /// The most recent dates, so many of them.
    case newest(Int)
    /// The next and the last event.
    case agenda(Agenda)
    case library(Library)
  }

  public let title: String?
  public let text: String?
  public let content: Content
}
