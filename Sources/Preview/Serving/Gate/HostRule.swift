import Glibc

/// By which names a preview may be asked for, so that no other site's pages can read it: neither by a name
/// that leads here (DNS rebinding) nor from a page of their own.
struct HostRule: Sendable {
  private let allowed: Set<String>

  /// - Parameter allowed: names and addresses beside the loopback's, without port.
  init(allowed: [String]) {
    self.allowed = Set(allowed.map { Self.bracketed($0.lowercased()) })
  }

  /// An IPv6 address as it stands in a `Host` field.
  private static func bracketed(_ host: String) -> String {
    host.utf8.contains(UInt8(ascii: ":")) && host.utf8.first != UInt8(ascii: "[") ? "[\(host)]" : host
  }

  /// - Parameter ownAddress: that of this machine by which the client came, where any may be used.
  func allows(host field: String, ownAddress: String?) -> Bool {
    guard let host = Self.name(of: field) else { return false }
    if ["localhost", "127.0.0.1", "[::1]"].contains(host) || allowed.contains(host) { return true }
    if let ownAddress, host == Self.bracketed(ownAddress) { return true }
    return host.utf8.count > ".localhost".utf8.count && host.hasSuffix(".localhost")
  }

  /// Whether a page of this origin may ask: one of a name that is allowed.
  func allows(origin field: String, ownAddress: String?) -> Bool {
    guard let authority = Self.authority(ofOrigin: field) else { return false }
    return allows(host: authority, ownAddress: ownAddress)
  }

  /// Whether a page of this origin may listen to the news: one of this very server, or of a name given by the
  /// author.
  func allowsLive(origin field: String, host: String) -> Bool {
    guard let authority = Self.authority(ofOrigin: field)?.lowercased() else { return false }
    return authority == host.lowercased() || Self.name(of: authority).map(allowed.contains) == true
  }

  private static func authority(ofOrigin field: String) -> String? {
    for scheme in ["http://", "https://"] where field.lowercased().hasPrefix(scheme) {
      return String(field.dropFirst(scheme.count))
    }
    return nil
  }

  /// The host of `host:port`, in lower case; `nil` if it can't be one.
  static func name(of authority: String) -> String? {
    let bytes = Array(authority.lowercased().utf8)
    var end = bytes.count
    if bytes.first == UInt8(ascii: "[") {
      guard let bracket = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      end = bracket + 1
    } else if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      end = colon
    }
    if end < bytes.count {
      let port = bytes[(end + 1)...]
      guard bytes[end] == UInt8(ascii: ":"), !port.isEmpty, port.count <= 5,
        port.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
      else { return nil }
    }
    return end == 0 ? nil : String(decoding: bytes[..<end], as: UTF8.self)
  }
}
