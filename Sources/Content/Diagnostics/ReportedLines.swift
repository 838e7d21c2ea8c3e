/// The lines of a file, found once for all that is told of it.
///
/// A line may be as long as a page, and have a thousand places to show: it is counted once, and gone along.
final class ReportedLines {
  private let bytes: [UInt8]
  /// Where the lines begin and end.
  private var ranges: [Range<Int>] = []
  private var number = 0
  private(set) var line: ArraySlice<UInt8> = []
  /// How many Unicode scalars the line has.
  private(set) var scalars = 0
  private(set) var isBlank = true
  /// A scalar of the line, and where it begins.
  private var place = (scalar: 0, offset: 0)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      ranges.append(start..<(index - 1))
      if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
      start = index
    }
    ranges.append(start..<bytes.count)
  }

  /// Reads the 1-based line; returns whether there is one.
  func goToLine(_ number: Int) -> Bool {
    guard ranges.indices.contains(number - 1) else { return false }
    guard number != self.number else { return true }
    self.number = number
    line = bytes[ranges[number - 1]]
    scalars = line.count { $0 & 0xC0 != 0x80 }
    isBlank = String(decoding: line, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
    place = (0, line.startIndex)
    return true
  }

  /// The scalars of the line from one on, counted from 0.
  func text(from first: Int, atMost count: Int) -> String.UnicodeScalarView {
    if first < place.scalar { place = (0, line.startIndex) }
    while place.scalar < first, place.offset < line.endIndex { advance(&place) }
    var end = place
    while end.scalar < first + count, end.offset < line.endIndex { advance(&end) }
    return String(decoding: line[place.offset..<end.offset], as: UTF8.self).unicodeScalars
  }

  private func advance(_ place: inout (scalar: Int, offset: Int)) {
    place.offset += 1
    while place.offset < line.endIndex, line[place.offset] & 0xC0 == 0x80 { place.offset += 1 }
    place.scalar += 1
  }
}
