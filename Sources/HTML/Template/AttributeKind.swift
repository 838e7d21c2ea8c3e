/// What a value means in an attribute, by the attribute's name.
enum AttributeKind: Sendable, Hashable {
  /// Text.
  case plain
  /// The address of something the browser fetches or goes to.
  case address
  /// A script, a style sheet or a document: no value is safe there, so none is written.
  case inert

  /// `name` in UTF-8; case doesn't count.
  init(name: some Collection<UInt8>) {
    let packed = packedName(name)
    if name.count > 2, packedName(name.prefix(2)) == packedName("on") {
      self = .inert
    } else if Self.inertNames.contains(packed) {
      self = .inert
    } else {
      self = Self.addressNames.contains(packed) ? .address : .plain
    }
  }

  init(_ name: StaticString) {
    self = name.withUTF8Buffer { AttributeKind(name: $0) }
  }

  private static let inertNames = ["style", "srcdoc"].map { packedName($0) }

  private static let addressNames = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "manifest", "ping", "background",
    "longdesc", "codebase", "classid", "archive", "profile", "usemap", "xlink:href", "xml:base",
  ].map { packedName($0) }
}

/// An element whose content isn't markup.
enum RawElement: Sendable, Hashable {
  case script, style, title, textarea

  /// `name` in UTF-8; case doesn't count. Nil for every other element.
  init?(name: some Collection<UInt8>) {
    // Nearly every name ends here.
    guard let first = name.first, first | 0x20 == 0x73 || first | 0x20 == 0x74, name.count >= 5 else {
      return nil
    }
    guard let known = Self.names.first(where: { $0.packed == packedName(name) }) else { return nil }
    self = known.element
  }

  /// The number of bytes of the name.
  var nameLength: Int {
    switch self {
    case .script: 6
    case .style, .title: 5
    case .textarea: 8
    }
  }

  private static let names: [(packed: UInt128, element: RawElement)] = [
    (packedName("script"), .script), (packedName("style"), .style),
    (packedName("title"), .title), (packedName("textarea"), .textarea),
  ]
}

/// A name of at most 16 bytes as one number, ASCII letters lowered; 0 for a longer one.
///
/// Names are looked up for every value of a page, so comparing them must not allocate.
private func packedName(_ name: some Collection<UInt8>) -> UInt128 {
  guard name.count <= 16 else { return 0 }
  return name.reduce(0) { $0 << 8 | UInt128($1 >= 0x41 && $1 <= 0x5A ? $1 | 0x20 : $1) }
}

private func packedName(_ name: String) -> UInt128 { packedName(name.utf8) }
