/// How addresses inside the site are written on a page.
///
/// Paths are encoded, begin with `/`, and have no `.`, `..` or empty segments, as ``URLReference/sitePath``.
public struct AddressStyle: Sendable, Hashable {
  private enum Kind: Sendable, Hashable {
    case relative, prefixed
  }

  private let kind: Kind
  /// The path of the page, or what is written before every path.
  private let base: [UInt8]

  /// Relative to the page at `pageSitePath`, so that the site can be moved to any folder: from
  /// `/kits/odd-17/`, `/` is `../../` and `/kits/odd-17/#agir` is `#agir`.
  public static func relative(to pageSitePath: String) -> AddressStyle {
    let path = pageSitePath.utf8.prefix { $0 != 0x3F && $0 != 0x23 }
    return AddressStyle(kind: .relative, base: Array(path))
  }

  /// From the server's root, under `basePath`: `/demo` or `/demo/`; empty or `/` for a site at the root.
  public static func rooted(_ basePath: String) -> AddressStyle {
    var base: [UInt8] = []
    URLReference.writeSitePath(basePath.utf8, keepsEncoded: true, to: &base)
    if base.last == 0x2F { base.removeLast() }
    return AddressStyle(kind: .prefixed, base: base)
  }

  /// Whole, under `baseURL`: `https://example.org`, or `https://example.org/demo/`.
  public static func absolute(_ baseURL: URLReference) -> AddressStyle {
    let url = baseURL.string.utf8.prefix { $0 != 0x3F && $0 != 0x23 }
    var base: [UInt8] = []
    percentEncode(url, keeping: .sitePath.union("[]"), keepsEncoded: true, to: &base)
    while base.last == 0x2F { base.removeLast() }
    return AddressStyle(kind: .prefixed, base: base)
  }

  /// Writes the address of `sitePath`. It is never empty, and never begins with what could be a scheme or a
  /// host.
  public func write(_ sitePath: ArraySlice<UInt8>, to output: inout [UInt8]) {
    switch kind {
    case .prefixed:
      output.append(contentsOf: base)
      output.append(contentsOf: sitePath)
    case .relative: writeRelative(sitePath, to: &output)
    }
  }

  /// The address in this style, as it is written outside of templates; external addresses stay as they are.
  public func string(for reference: URLReference) -> String {
    guard let sitePath = reference.sitePath else { return reference.string }
    var output: [UInt8] = []
    write(Array(sitePath.utf8)[...], to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func writeRelative(_ sitePath: ArraySlice<UInt8>, to output: inout [UInt8]) {
    let pathEnd = sitePath.firstIndex { $0 == 0x3F || $0 == 0x23 } ?? sitePath.endIndex
    let path = sitePath[..<pathEnd]
    // The folder that holds both, by the last slash up to which they agree.
    var pageIndex = base.startIndex
    var index = path.startIndex
    var pageRest = pageIndex
    var rest = index
    while pageIndex < base.endIndex, index < pathEnd, base[pageIndex] == path[index] {
      pageIndex += 1
      index += 1
      if path[index - 1] == 0x2F { (pageRest, rest) = (pageIndex, index) }
    }
    let isSamePage = pageIndex == base.endIndex && index == pathEnd
    if isSamePage, pathEnd < sitePath.endIndex {
      output.append(contentsOf: sitePath[pathEnd...])
      return
    }
    var isSteppingUp = false
    for byte in base[pageRest...] where byte == 0x2F {
      output.append(contentsOf: [0x2E, 0x2E, 0x2F])
      isSteppingUp = true
    }
    let name = path[rest...].prefix { $0 != 0x2F }
    // Nothing would mean this very page, and a colon in the first name would end a scheme.
    if !isSteppingUp, name.isEmpty || name.contains(0x3A) { output.append(contentsOf: [0x2E, 0x2F]) }
    output.append(contentsOf: sitePath[rest...])
  }
}
