/// The address of a link, an image or a form: a URI reference of RFC 3986 that is safe to follow.
///
/// It has the scheme `http`, `https`, `mailto` or `tel`, or none. Its characters are all ASCII.
public struct URLReference: Sendable, Hashable {
  /// The schemes an address may have.
  enum Scheme: String, Sendable, CaseIterable {
    case http, https, mailto, tel

    /// Whether `bytes` name the scheme, in any case.
    func matches(_ bytes: some Sequence<UInt8>) -> Bool {
      rawValue.utf8.elementsEqual(bytes.lazy.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
    }
  }

  private enum Kind: Sendable, Hashable {
    case site, relative, external
  }

  private let kind: Kind

  /// The address, percent-encoded; inside the site it begins with `/`, the site's root.
  public let string: String

  /// The encoded path, query and fragment of an address inside the site, beginning with `/`. Nil for external
  /// addresses, and for relative ones (`#title`, `../notes.html`), which are written as they were given.
  public var sitePath: String? { kind == .site ? string : nil }

  /// Whether the address has a scheme.
  public var isExternal: Bool { kind == .external }

  /// Whether the address is the name of a file beside the page, with nothing before or after it.
  var isSingleName: Bool {
    kind == .relative && !string.utf8.contains { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 }
  }

  /// Reads an address written by an author; nil if it isn't a safe one.
  ///
  /// Spaces and line ends around it don't count. What an address can't hold (spaces, quotes, characters
  /// outside ASCII) is percent-encoded, and what is encoded already stays. Refused: an empty address, other
  /// schemes, an `http` address without host, control characters, `\`, and `//host`, which would leave the
  /// site unseen. An address that begins with `/` is inside the site.
  public init?(_ string: some StringProtocol) {
    guard let reference = string.withUTF8Bytes({ URLReference(utf8: $0) }) else { return nil }
    self = reference
  }

  init?(utf8: UnsafeBufferPointer<UInt8>) {
    var bytes = utf8[...]
    while let first = bytes.first, Self.isSurroundingSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, Self.isSurroundingSpace(last) { bytes.removeLast() }
    guard let first = bytes.first, !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C }) else {
      return nil
    }
    let delimiter = bytes.firstIndex { $0 == 0x3A || $0 == 0x2F || $0 == 0x3F || $0 == 0x23 }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    if let delimiter, bytes[delimiter] == 0x3A {
      guard let scheme = Scheme.allCases.first(where: { $0.matches(bytes[..<delimiter]) }) else { return nil }
      output.append(contentsOf: scheme.rawValue.utf8)
      output.append(0x3A)
      var rest = bytes[(delimiter + 1)...]
      guard !rest.isEmpty else { return nil }
      if scheme == .http || scheme == .https {
        guard let path = Self.writeAuthority(rest, to: &output) else { return nil }
        rest = path
      }
      Self.write(UnsafeBufferPointer(rebasing: rest), isSite: false, to: &output)
      kind = .external
    } else if first == 0x2F {
      guard !bytes.starts(with: [0x2F, 0x2F]) else { return nil }
      Self.write(UnsafeBufferPointer(rebasing: bytes), isSite: true, to: &output)
      kind = .site
    } else {
      Self.write(UnsafeBufferPointer(rebasing: bytes), isSite: false, to: &output)
      kind = .relative
    }
    string = String(decoding: output, as: UTF8.self)
  }

  private static func isSurroundingSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// An address inside the site.
  ///
  /// `path` begins with `/` and isn't encoded, nor are `fragment` (an id) and `query` (`q=eau&page=2`, whose
  /// `&` and `=` separate). The path is put in Unicode's normal form C; `.`, `..` and empty segments are
  /// resolved.
  public static func site(_ path: String, fragment: String? = nil, query: String? = nil) -> URLReference {
    var output: [UInt8] = []
    writeSitePath(composed(path).utf8, keepsEncoded: false, to: &output)
    if let query {
      output.append(0x3F)
      percentEncode(query.utf8, keeping: .siteQuery, to: &output)
    }
    if let fragment {
      output.append(0x23)
      percentEncode(fragment.utf8, keeping: .siteFragment, to: &output)
    }
    return URLReference(kind: .site, string: String(decoding: output, as: UTF8.self))
  }

  private init(kind: Kind, string: String) {
    self.kind = kind
    self.string = string
  }
}
