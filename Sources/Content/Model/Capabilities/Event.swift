import HTML
import Markup

/// The `event` capability: something that takes place.
public struct Event: Sendable, Capability {
  static let kind = CapabilityKind.event

  /// A day, an hour of a day, or a range of them; without an hour the event lasts the whole day.
  public let start: DateSpan
  public let place: Stated<String>?
  public let isOnline: Bool?
  /// Where the recording is.
  public let replay: Stated<URLReference>?
  public let registration: Stated<URLReference>?

  init?(_ reader: inout MappingReader) {
    place = reader.statedText("place")
    isOnline = reader.stated("online") { $0.boolean(of: $1, key: "online") }?.value
    replay = reader.stated("replay") { $0.link(of: $1, key: "replay") }
    registration = reader.stated("registration") { $0.link(of: $1, key: "registration") }
    guard let node = reader.node("start") else {
      reader.report(.missingKey("event.start"), at: reader.keyLocation("start"))
      return nil
    }
    guard let start = reader.date(of: node, key: "start") else { return nil }
    self.start = start
  }
}
