/// The `tracker` capability: one of a numbered set of commitments whose progress dated assessments tell.
public struct Tracker: Sendable, Capability {
  static let kind = CapabilityKind.tracker

  public let number: Int

  init?(_ reader: inout MappingReader) {
    let key = CapabilityKey.trackerNumber.name
    guard let node = reader.node(.trackerNumber) else {
      reader.reportMissing(.trackerNumber)
      return nil
    }
    guard let text = reader.text(of: node, key: key) else { return nil }
    guard let number = Int(text) else {
      reader.report(.notANumber(key: key, value: text), at: node)
      return nil
    }
    self.number = number
  }
}
