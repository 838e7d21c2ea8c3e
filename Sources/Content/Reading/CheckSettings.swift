/// Addresses of other sites that a check needn't visit: `check: external_exceptions` of `site.yml`.
public struct ExternalException: Sendable, Hashable {
  /// What these addresses begin with.
  public let prefix: String
  /// Why, in the author's words.
  public let reason: String?
  public let location: SourceLocation
}

/// A code of findings that a check is not to tell of a page: `check: skip` of its front matter.
public struct AcceptedFinding: Sendable, Hashable {
  public let code: String
  public let location: SourceLocation
}

extension MappingReader {
  mutating func externalExceptions(_ key: String) -> [ExternalException] {
    guard var group = mapping(key) else { return [] }
    var exceptions: [ExternalException] = []
    for node in group.list("external_exceptions") {
      var inner = group.inner(node, keyed: "external_exceptions")
      let prefix = inner.verbatim("url", required: true)
      let reason = inner.text("reason", required: true)
      let place = inner.node("url").map { $0.location(in: inner.file) } ?? inner.location
      inner.finish()
      group.add(inner)
      if let prefix { exceptions.append(ExternalException(prefix: prefix, reason: reason, location: place)) }
    }
    group.finish()
    add(group)
    return exceptions
  }

  mutating func acceptedFindings(_ key: String) -> [AcceptedFinding] {
    guard var group = mapping(key) else { return [] }
    var accepted: [AcceptedFinding] = []
    for node in group.list("skip") {
      guard let code = group.text(of: node, key: "skip") else { continue }
      accepted.append(AcceptedFinding(code: code, location: node.location(in: file)))
    }
    group.finish()
    add(group)
    return accepted
  }

  /// A number of months, from 1.
  mutating func months(_ key: String) -> Int? {
    guard let node = node(key), let text = text(of: node, key: key) else { return nil }
    guard let months = Int(text), (1...1200).contains(months) else {
      report(.notANumber(key: key, value: text), at: node)
      return nil
    }
    return months
  }
}
