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
    let online = CapabilityKey.eventOnline.name
    place = reader.statedText(.eventPlace)
    isOnline = reader.stated(online) { $0.boolean(of: $1, key: online) }?.value
    replay = reader.statedLink(.eventReplay)
    registration = reader.statedLink(.eventRegistration)
    guard let node = reader.node(.eventStart) else {
      reader.reportMissing(.eventStart)
      return nil
    }
    guard let start = reader.date(of: node, key: CapabilityKey.eventStart.name) else { return nil }
    self.start = start
  }
}
