extension URLReference {
  /// Writes the `//` and the host that begin `rest`, and gives back what follows; nil if there is no valid
  /// host.
  static func writeAuthority(
    _ rest: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]
  ) -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard rest.starts(with: [0x2F, 0x2F]) else { return nil }
    let afterSlashes = rest.dropFirst(2)
    let end = afterSlashes.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? afterSlashes.endIndex
    let authority = afterSlashes[..<end]
    let hostStart = authority.lastIndex(of: 0x40).map { $0 + 1 } ?? authority.startIndex
    let host = authority[hostStart...]
    // Digits only after the last colon that isn't one of an IPv6 address.
    let portStart = host.lastIndex(of: 0x3A).flatMap { host[$0...].contains(0x5D) ? nil : $0 }
    guard let first = host.first, first != 0x3A,
      authority.allSatisfy({ $0 > 0x7F || $0 == 0x25 || ASCIISet.authority.contains($0) }),
      portStart.map({ host[($0 + 1)...].allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }) ?? true
    else { return nil }
    output.append(contentsOf: [0x2F, 0x2F])
    percentEncode(authority, keeping: .authority, keepsEncoded: true, to: &output)
    return afterSlashes[end...]
  }

  /// Writes a path, a query and a fragment, keeping what is encoded already.
  static func write(_ bytes: UnsafeBufferPointer<UInt8>, isSite: Bool, to output: inout [UInt8]) {
    let fragmentStart = bytes.firstIndex(of: 0x23) ?? bytes.endIndex
    let queryStart = bytes[..<fragmentStart].firstIndex(of: 0x3F) ?? fragmentStart
    if isSite {
      writeSitePath(bytes[..<queryStart], keepsEncoded: true, to: &output)
    } else {
      percentEncode(bytes[..<queryStart], keeping: .path, keepsEncoded: true, to: &output)
    }
    if queryStart < fragmentStart {
      output.append(0x3F)
      percentEncode(
        bytes[(queryStart + 1)..<fragmentStart], keeping: isSite ? .siteQuery : .query, keepsEncoded: true,
        to: &output)
    }
    if fragmentStart < bytes.endIndex {
      output.append(0x23)
      percentEncode(
        bytes[(fragmentStart + 1)...], keeping: isSite ? .siteFragment : .query, keepsEncoded: true,
        to: &output)
    }
  }

  /// Writes an absolute path without `.`, `..` or empty segments (RFC 3986 § 5.2.4): each page has one
  /// address.
  static func writeSitePath(
    _ path: some BidirectionalCollection<UInt8>, keepsEncoded: Bool, to output: inout [UInt8]
  ) {
    let start = output.count
    output.append(0x2F)
    var isFolder = true
    for segment in path.split(separator: 0x2F) {
      let segmentStart = output.count
      percentEncode(segment, keeping: .sitePath, keepsEncoded: keepsEncoded, to: &output)
      let dots = dotCount(output[segmentStart...])
      isFolder = dots > 0
      if isFolder {
        output.removeSubrange(segmentStart...)
        if dots == 2, output.count > start + 1 {
          output.removeLast()
          while output.last != 0x2F { output.removeLast() }
        }
      } else {
        output.append(0x2F)
      }
    }
    if !isFolder, path.last != 0x2F { output.removeLast() }
  }

  /// 1 for `.`, 2 for `..`, else 0; browsers take an encoded dot for a dot.
  private static func dotCount(_ segment: ArraySlice<UInt8>) -> Int {
    var rest = segment
    var count = 0
    while let first = rest.first {
      if first == 0x2E {
        rest.removeFirst()
      } else if rest.starts(with: [0x25, 0x32, 0x45]) || rest.starts(with: [0x25, 0x32, 0x65]) {
        rest.removeFirst(3)
      } else {
        return 0
      }
      count += 1
    }
    return count <= 2 ? count : 0
  }
}
