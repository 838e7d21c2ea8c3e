/// The bytes around an address inside the site, as it stands in a template until the page's own address is
/// known.
///
/// Neither may stand in HTML or XML, and escaping drops both, so no text can look like a mark.
enum Mark {
  static let start: UInt8 = 0x01
  static let end: UInt8 = 0x02
}

extension HTML {
  /// The bytes with every mark replaced by what `address` writes for the encoded path, query and fragment in
  /// it.
  ///
  /// Where a mark stands in an attribute or in a script, the `&` of its query is escaped for that place: what
  /// `address` gets after the path is to be copied as it is.
  public func resolved(
    _ address: (_ sitePath: ArraySlice<UInt8>, _ output: inout [UInt8]) -> Void
  ) -> [UInt8] {
    bytes.withUnsafeBufferPointer { buffer in
      guard var start = buffer.index(of: Mark.start, from: 0) else { return bytes }
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count + bytes.count / 8)
      var copied = 0
      while let end = buffer.index(of: Mark.end, from: start) {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[copied..<start]))
        address(bytes[start + 1..<end], &output)
        copied = end + 1
        guard let next = buffer.index(of: Mark.start, from: copied) else { break }
        start = next
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[copied...]))
      return output
    }
  }

  /// The bytes with every mark replaced by an address in this style.
  public func resolved(_ style: AddressStyle) -> [UInt8] {
    resolved { style.write($0, to: &$1) }
  }
}
