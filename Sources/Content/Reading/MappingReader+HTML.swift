import Markup

extension MappingReader {
  /// Raw HTML allowed beyond the standard list: `html: {video: [src, controls]}`.
  mutating func allowedHTML(_ key: String) -> HTMLAllowList {
    guard let node = node(key) else { return .standard }
    guard let entries = node.entries else {
      report(.wrongKind(key: key, expected: .mapping, found: node.valueKind), at: node)
      return .standard
    }
    var added: [String: [String]] = [:]
    for entry in entries {
      switch HTMLAllowList.refusal(ofElement: entry.name) {
      case .dangerous: report(.htmlNeverAllowed(entry.name), at: entry.key)
      case .unknown:
        let known = HTMLAllowList.addableElements
        report(
          .unknownValue(
            key: key, value: entry.name, suggestion: EditDistance.nearest(to: entry.name, among: known),
            known: known),
          at: entry.key)
      case nil: added[entry.name] = attributes(entry.value, of: entry.name)
      }
    }
    return HTMLAllowList(adding: added)
  }

  private mutating func attributes(_ node: YAMLNode, of element: String) -> [String] {
    var attributes: [String] = []
    for item in node.items ?? (node.isEmpty ? [] : [node]) {
      guard let name = text(of: item, key: element) else { continue }
      switch HTMLAllowList.refusal(ofAttribute: name) {
      case .dangerous: report(.htmlNeverAllowed(name), at: item)
      case .unknown:
        let known = HTMLAllowList.addableAttributes
        report(
          .unknownValue(
            key: element, value: name, suggestion: EditDistance.nearest(to: name, among: known), known: known),
          at: item)
      case nil: attributes.append(name)
      }
    }
    return attributes
  }
}
