/// The `tracker` capability: one of a numbered set of commitments whose progress dated assessments tell.
public struct Tracker: Sendable, Capability {
  static let kind = CapabilityKind.tracker

  public let number: Int

  init?(_ reader: inout MappingReader) {
    guard let node = reader.node("number") else {
      reader.report(.missingKey("tracker.number"), at: reader.keyLocation("number"))
      return nil
    }
    guard let text = reader.text(of: node, key: "number") else { return nil }
    guard let number = Int(text) else {
      reader.report(.notANumber(key: "number", value: text), at: node)
      return nil
    }
    self.number = number
  }
}
