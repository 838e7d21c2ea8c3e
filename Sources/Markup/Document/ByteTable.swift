/// Values that are looked up for nearly every byte of every page.
///
/// An array would be retained and released at each use. A table is made once for the program, never written again and
/// never freed, so that all threads may read it: that is why it is `Sendable`.
struct ByteTable: @unchecked Sendable {
  private let values: UnsafePointer<UInt8>

  init(_ values: [UInt8]) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: values.count)
    copy.initialize(from: values, count: values.count)
    self.values = UnsafePointer(copy)
  }

  /// No bound is checked: the index is a byte, or two of a table of 65,536.
  subscript(index: Int) -> UInt8 { values[index] }
}
