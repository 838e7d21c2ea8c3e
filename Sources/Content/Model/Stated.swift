import Markup

/// A value that sources state, or of which the author says that they don't.
public enum Stated<Value: Sendable>: Sendable {
  case value(Value)
  case unspecified

  public var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension MappingReader {
  /// A value that may be « non précisé »; `nil` when the key is missing.
  mutating func stated<Value: Sendable>(
    _ key: String, _ read: (inout MappingReader, YAMLNode) -> Value?
  ) -> Stated<Value>? {
    guard let node = node(key) else { return nil }
    if node.isUnspecified { return .unspecified }
    return read(&self, node).map { .value($0) }
  }

  mutating func statedText(_ key: String) -> Stated<String>? {
    stated(key) { $0.setText(of: $1, key: key) }
  }

  mutating func statedDate(_ key: String) -> Stated<DateSpan>? {
    stated(key) { $0.date(of: $1, key: key) }
  }
}
