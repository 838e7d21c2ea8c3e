import HTML

/// The `publication` capability: a document that was published; its date is the item's.
public struct Publication: Sendable, Capability {
  static let kind = CapabilityKind.publication

  public let authors: [String]
  public let publisher: Stated<String>?
  /// What kind of document it is, in the source's words.
  public let kindName: String?
  public let url: Stated<URLReference>?
  /// The mention that its authors require of whoever quotes it.
  public let citation: String?

  init?(_ reader: inout MappingReader) {
    authors = reader.texts(.publicationAuthors)
    publisher = reader.statedText(.publicationPublisher)
    kindName = reader.text(.publicationKind)
    url = reader.statedLink(.publicationURL)
    citation = reader.text(.publicationCitation)
  }
}
