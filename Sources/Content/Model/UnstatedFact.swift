/// Something of an item of which its author says that the sources don't say it.
public struct UnstatedFact: Sendable, Hashable {
  public enum Subject: Sendable, Hashable {
    case date, licence
    /// A field of the item's type, by its index.
    case field(Int)
    case capability(CapabilityKey)
  }

  public let subject: Subject
  /// How many values are missing.
  public let count: Int
  /// What is missing, in the author's words, where there are some.
  public let words: String?

  init(_ subject: Subject, count: Int = 1, words: String? = nil) {
    self.subject = subject
    self.count = count
    self.words = words
  }
}

extension ItemContents {
  /// Everything of which the item's author says that the sources don't say it, in the order of pages: the one
  /// list of such values.
  ///
  /// What capabilities leave unsaid is found in what was written, whatever the key, so that no new key can be
  /// missed.
  public var unstated: [UnstatedFact] {
    var facts: [UnstatedFact] = []
    if dateIsUnspecified { facts.append(UnstatedFact(.date)) }
    for (index, value) in fields.enumerated() {
      if case .unspecified = value { facts.append(UnstatedFact(.field(index))) }
    }
    facts += capabilities.unspecified.map { UnstatedFact(.capability($0.key), count: $0.count) }
    if let missing = capabilities.assessment?.missingStatuses, missing > 0 {
      facts.append(UnstatedFact(.capability(.assessmentStatuses), count: missing))
    }
    for line in capabilities.caseStudy?.unstated ?? [] {
      facts.append(UnstatedFact(.capability(.caseUnstated), words: line))
    }
    if licence == .unspecified { facts.append(UnstatedFact(.licence)) }
    return facts
  }
}

extension Assessment {
  /// How many of the items that the levels count aren't named.
  fileprivate var missingStatuses: Int { max(0, levels.reduce(0) { $0 + $1.count } - statuses.count) }
}

extension Capabilities {
  /// How many values under a key are written as unspecified.
  struct UnspecifiedKey: Sendable, Hashable {
    var key: CapabilityKey
    var count: Int
  }
}

extension MappingReader {
  /// The keys of a capability under which the author writes that the sources don't say; all of them where the
  /// whole group is so.
  func unspecifiedKeys(of kind: CapabilityKind) -> [Capabilities.UnspecifiedKey] {
    let groups = written(kind.rawValue)
    if groups.first?.isUnspecified == true { return kind.keys.map { .init(key: $0, count: 1) } }
    let entries = groups.first?.entries ?? []
    return kind.keys.compactMap { key in
      let count = entries.first { $0.isNamed(key.name) }?.value.unspecifiedCount ?? 0
      return count > 0 ? .init(key: key, count: count) : nil
    }
  }
}

extension YAMLNode {
  /// How many values in it are written as unspecified; a file's nesting is limited when it is read.
  fileprivate var unspecifiedCount: Int {
    if isUnspecified { return 1 }
    return (items ?? []).reduce(0) { $0 + $1.unspecifiedCount }
      + (entries ?? []).reduce(0) { $0 + $1.value.unspecifiedCount }
  }
}
