import Markup

/// Values of capabilities that have parts of their own.
extension MappingReader {
  /// A list of groups, those left out that lack what the rest means nothing without.
  mutating func groups<Value>(_ key: CapabilityKey, _ read: (inout MappingReader) -> Value?) -> [Value] {
    var values: [Value] = []
    for node in list(key) {
      var group = inner(node, keyed: key.name)
      if let value = read(&group) { values.append(value) }
      group.finish()
      add(group)
    }
    return values
  }

  /// A list of texts that the sources may not give.
  mutating func statedTexts(_ key: CapabilityKey) -> Stated<[String]>? {
    guard let node = node(key) else { return nil }
    return node.isUnspecified ? .unspecified : .value(texts(key))
  }

  mutating func requiredDate(_ key: String) -> DateSpan? {
    guard let node = node(key) else {
      reportMissing(key)
      return nil
    }
    return date(of: node, key: key)
  }

  /// A required reference to an item.
  mutating func reference(_ key: String) -> Reference? {
    guard let node = node(key), !node.isBlank else {
      reportMissing(key)
      return nil
    }
    return text(of: node, key: key).map {
      Reference(text: $0, target: nil, location: node.location(in: file))
    }
  }
}
