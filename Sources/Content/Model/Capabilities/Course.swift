import HTML
import Markup

/// The `course` capability: something one follows over time.
public struct Course: Sendable, Capability {
  static let kind = CapabilityKind.course

  public let period: Stated<DateSpan>?
  public let duration: Stated<String>?
  public let url: Stated<URLReference>?

  init?(_ reader: inout MappingReader) {
    period = reader.statedDate(.coursePeriod)
    duration = reader.statedText(.courseDuration)
    url = reader.statedLink(.courseURL)
  }
}
