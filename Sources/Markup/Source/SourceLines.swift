import Glibc

/// The bytes of a page and where its lines start. LF, CRLF and a lone CR end a line, as in CommonMark.
///
/// It borrows the bytes: valid only as long as they are.
struct SourceLines {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The number of the first line in its file, so that positions count front matter too.
  let firstLine: Int
  /// Byte offsets.
  private(set) var starts: [Int32] = []
  private let hasCarriageReturns: Bool
  /// What few pages have, apart, so that the lines of most are copied at once.
  private var additions: Additions?

  private final class Additions: Sendable {
    /// Parts of lines that were parsed as lines of their own; they are numbered after the last line.
    let parts: [Range<Int32>]
    /// The lines that cmark saw otherwise, in order, and how much longer each was in the page.
    let shifts: [(line: Int, bytes: Int)]

    init(parts: [Range<Int32>], shifts: [(line: Int, bytes: Int)]) {
      self.parts = parts
      self.shifts = shifts
    }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    if let base = bytes.baseAddress {
      hasCarriageReturns = memchr(base, Int32(Byte.carriageReturn), bytes.count) != nil
    } else {
      hasCarriageReturns = false
    }
    starts.reserveCapacity(bytes.count / 48 + 8)
  }

  var count: Int { starts.count }

  /// Makes lines of parts of the page: a block that says it stands on the line after the last one, stands on
  /// the first of them.
  mutating func appendParts(_ ranges: [Range<Int32>]) {
    guard !ranges.isEmpty else { return }
    additions = Additions(parts: (additions?.parts ?? []) + ranges, shifts: additions?.shifts ?? [])
  }

  /// Takes in how cmark's columns differ from the page's.
  mutating func setShifts(of rewriting: Rewriting) {
    guard !rewriting.isEmpty else { return }
    let shifts = rewriting.rewritten.map { ($0.number, $0.range.count - $0.replacement.count) }
    additions = Additions(parts: additions?.parts ?? [], shifts: shifts)
  }

  /// How many bytes to the right of cmark's columns what follows the rewritten part of a line stands.
  func shift(ofLine line: Int) -> Int {
    guard let shifts = additions?.shifts else { return 0 }
    let index = shifts.partitioningIndex { $0.line >= line }
    return index < shifts.count && shifts[index].line == line ? shifts[index].bytes : 0
  }

  /// Records the line that starts at `start`.
  ///
  /// Returns the offset of its line end, and of the line after it.
  mutating func appendLine(from start: Int) -> (end: Int, next: Int) {
    starts.append(Int32(truncatingIfNeeded: start))
    guard let base = bytes.baseAddress, start < bytes.count else { return (start, bytes.count) }
    if hasCarriageReturns {
      return lineEndAmongCarriageReturns(from: start)
    }
    guard let found = memchr(base + start, Int32(Byte.lineFeed), bytes.count - start) else {
      return (bytes.count, bytes.count)
    }
    let end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    return (end, end + 1)
  }

  private func lineEndAmongCarriageReturns(from start: Int) -> (end: Int, next: Int) {
    var end = start
    while end < bytes.count, bytes[end] != Byte.lineFeed, bytes[end] != Byte.carriageReturn { end += 1 }
    guard end < bytes.count else { return (end, end) }
    let isPair =
      bytes[end] == Byte.carriageReturn && end + 1 < bytes.count && bytes[end + 1] == Byte.lineFeed
    return (end, end + (isPair ? 2 : 1))
  }

  /// The byte range of a 1-based line of the page, its line end left out; empty past the last line.
  func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else {
      let part = line - starts.count - 1
      guard let parts = additions?.parts, parts.indices.contains(part) else { return bytes.count..<bytes.count }
      return Int(parts[part].lowerBound)..<Int(parts[part].upperBound)
    }
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) : bytes.count
    while end > start, bytes[end - 1] == Byte.lineFeed || bytes[end - 1] == Byte.carriageReturn { end -= 1 }
    return start..<end
  }

  /// The position in the file of a byte offset in a 1-based line of the page.
  func position(ofOffset offset: Int, inLine line: Int) -> SourcePosition {
    guard line <= max(starts.count, 1) else { return position(ofOffset: offset) }
    let start = line >= 1 && line <= starts.count ? Int(starts[line - 1]) : 0
    return SourcePosition(line: firstLine + line - 1, column: scalars(from: start, to: offset) + 1)
  }

  /// The number of Unicode scalars that begin between two byte offsets.
  func scalars(from start: Int, to end: Int) -> Int {
    guard start < end, start < bytes.count else { return 0 }
    let end = min(end, bytes.count)
    var continuations = 0
    var index = start
    while index < end {
      // A small counter, so that the compiler adds up many bytes at once.
      var few: UInt8 = 0
      let stop = min(index + 128, end)
      for byte in UnsafeBufferPointer(rebasing: bytes[index..<stop]) { few &+= byte & 0xC0 == 0x80 ? 1 : 0 }
      continuations += Int(few)
      index = stop
    }
    return end - start - continuations
  }

  /// The 1-based line of the page that holds a byte offset.
  func line(ofOffset offset: Int) -> Int {
    max(starts.partitioningIndex { Int($0) > offset }, 1)
  }

  /// The position in the file of a byte offset.
  func position(ofOffset offset: Int) -> SourcePosition {
    position(ofOffset: offset, inLine: line(ofOffset: offset))
  }
}
