/// The `assessment` capability: where a set of tracked items stood at a date, on a scale of the assessment's own.
public struct Assessment: Sendable, Capability {
  static let kind = CapabilityKind.assessment

  public struct Level: Sendable {
    public let label: String
    public let count: Int
  }

  public struct Status: Sendable {
    public internal(set) var item: Reference
    public let level: String
  }

  /// The id of the type it assesses.
  public let type: String
  /// The scale, best first, with how many items stand at each level.
  public let levels: [Level]
  /// The level of single items, where the source gives it.
  public internal(set) var statuses: [Status]
  let typeLocation: SourceLocation
  let levelsLocation: SourceLocation

  init?(_ reader: inout MappingReader) {
    levelsLocation = reader.keyLocation(.assessmentLevels)
    var levels: [Level] = []
    for node in reader.list(.assessmentLevels) {
      var level = reader.inner(node, keyed: CapabilityKey.assessmentLevels.name)
      let label = level.text("label", required: true)
      let count = level.integer("count")
      if level.node("count") == nil { level.reportMissing("count") }
      level.finish()
      reader.add(level)
      if let label, let count { levels.append(Level(label: label, count: count)) }
    }
    self.levels = levels
    statuses = []
    if var map = reader.mapping(.assessmentStatuses) {
      for key in map.keys {
        let place = map.keyLocation(key)
        guard let node = map.node(key), let label = map.setText(of: node, key: key) else { continue }
        guard levels.contains(where: { $0.label == label }) else {
          let known = levels.map(\.label)
          let suggestion = EditDistance.nearest(to: label, among: known)
          map.report(
            .unknownValue(key: key, value: node.text ?? label, suggestion: suggestion, known: known), at: node)
          continue
        }
        statuses.append(Status(item: Reference(text: key, target: nil, location: place), level: label))
      }
      reader.add(map)
    }
    let node = reader.node(.assessmentOf)
    typeLocation = node?.location(in: reader.file) ?? reader.keyLocation(.assessmentOf)
    guard let type = reader.verbatim(.assessmentOf) else { return nil }
    self.type = type
  }
}
