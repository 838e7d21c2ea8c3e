import Markup

/// The sentences of the interface in one language: no other place holds any.
///
/// Functions get numbers already written by the language's rules, and the count that words agree with.
struct Texts: Sendable {
  // The frame
  var skipToContent: String
  var mainMenu: String
  var footerMenu: String
  var findAPage: String
  var siteMap: String
  var home: String
  var breadcrumb: String
  var publishedBy: String
  var contentLicence: String

  // Lists
  var entries: @Sendable (_ number: String, _ count: Int) -> String
  var terms: @Sendable (_ number: String, _ count: Int) -> String
  var browse: String
  var listPages: String
  var previousPage: String
  var nextPage: String
  var page: @Sendable (_ number: String) -> String
  var pageOf: @Sendable (_ number: String, _ count: String) -> String
  var nothingYet: String

  var library: LibraryTexts
  var search: SearchTexts

  // The home page
  var explore: String
  var byVocabulary: String
  var newest: String
  var landing: LandingTexts
  var positioning: PositioningTexts

  // Items
  var inBrief: String
  var unstated: String
  var yes: String
  var no: String
  var date: String
  var published: String
  var updated: String
  var sources: String
  var licence: String
  var licenceUnstated: String
  var readAlso: String
  var sameTerm: @Sendable (_ vocabulary: String, _ term: String) -> String
  var backlinks: String
  var linkedFromText: String
  var linkedAsSource: String
  var linkedFromField: @Sendable (_ label: String) -> String
  var andOthers: @Sendable (_ number: String, _ count: Int) -> String
  var neighbours: String
  var previous: String
  var next: String
  var draftNotice: String
  var futureNotice: String
  var expiredNotice: String

  // What texts show of files
  /// The language of a document, from its code (BCP 47), after its type and weight.
  var inLanguage: @Sendable (_ code: String) -> String
  /// The name of a table without a caption, from those of its columns.
  var tableOf: @Sendable (_ columns: [String]) -> String
  /// Stands where a table has no value.
  var noValue: String
  var firstRows: @Sendable (_ shown: String, _ all: String) -> String
  var downloadTable: String
  /// Before what an author writes, and before what it becomes.
  var exampleSource: String
  var exampleResult: String
  var fields: FieldTexts
  var views: ViewTexts

  // Capabilities
  var place: String
  var attendance: String
  var online: String
  var onSite: String
  var recording: String
  var watchOn: @Sendable (_ host: String) -> String
  var registration: String
  var registerOn: @Sendable (_ host: String) -> String
  var period: String
  var duration: String
  var access: String
  var followOn: @Sendable (_ host: String) -> String
  var authors: @Sendable (_ count: Int) -> String
  var publisher: String
  var documentKind: String
  var document: String
  var readOn: @Sendable (_ host: String) -> String
  var requiredMention: String
  var addresses: @Sendable (_ count: Int) -> String
  var state: String
  var audience: String
  var definition: String
  var numberOf: @Sendable (_ name: String, _ number: String, _ count: String) -> String
  var numbered: @Sendable (_ name: String, _ number: String) -> String
  var levels: String
  var level: String
  var share: String
  var total: String
  var matrixNote: String

  var agenda: AgendaTexts
  // What the site says of itself
  var survey: String
  var newsletter: String
  var footprint: FootprintTexts
  var conformity: ConformityTexts

  // Other pages
  var otherPages: String
  var pageNotFound: String
  var pageNotFoundAdvice: String
  var goHome: String
  var movedTitle: String
  var movedLink: String

  /// The sentences of a language; English for those without sentences of their own.
  static func of(_ language: Language) -> Texts {
    language == .french ? .french : .english
  }

  /// The first part of a code (BCP 47), in small letters.
  static func language(of code: String) -> String {
    String(code.prefix { $0 != "-" }).lowercased()
  }

  /// A name as it stands within a sentence: its first letter small, unless it begins with an acronym.
  static func withinSentence(_ name: String) -> String {
    let scalars = name.unicodeScalars
    guard let first = scalars.first else { return name }
    let rest = scalars.dropFirst()
    if let second = rest.first, second.properties.isUppercase { return name }
    return first.properties.lowercaseMapping + String(rest)
  }
}
