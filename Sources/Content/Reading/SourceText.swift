/// The text of one source file: valid UTF-8 without byte order mark, lines ended by LF alone.
///
/// Positions in it are positions in the file the author sees: removing the mark moves no column that counts,
/// and replacing CR LF by LF moves none at all.
public struct SourceText: Sendable {
  /// The file's path relative to the platform's folder.
  public let file: String
  public let bytes: [UInt8]

  /// Reads the bytes of a file.
  ///
  /// - Throws: a diagnostic at the first byte that is not text: UTF-16, invalid UTF-8, or a character that HTML or
  ///   XML forbids: control characters other than tab and line ends, U+FFFE and U+FFFF.
  public init(file: String, contents: [UInt8]) throws(Diagnostic) {
    self.file = file
    if contents.starts(with: [0xFF, 0xFE]) || contents.starts(with: [0xFE, 0xFF]) {
      throw Diagnostic(.error, .textIsUTF16, at: SourceLocation(file: file))
    }
    let start = contents.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let scan = contents.withUnsafeBufferPointer { TextScan(UnsafeBufferPointer(rebasing: $0[start...])) }
    if let offset = scan.firstInvalid {
      let location = SourceText.location(of: offset, in: contents[start...], file: file)
      throw Diagnostic(.error, .textIsNotUTF8(byte: contents[start + offset], offset: start + offset), at: location)
    }
    if let (offset, scalar) = scan.firstForbidden {
      let location = SourceText.location(of: offset, in: contents[start...], file: file)
      throw Diagnostic(.error, .invisibleCharacter(scalar), at: location)
    }
    if scan.hasCarriageReturn {
      bytes = SourceText.withLineFeeds(contents[start...])
    } else {
      bytes = start == 0 ? contents : Array(contents[start...])
    }
  }

  private static func location(of offset: Int, in bytes: ArraySlice<UInt8>, file: String) -> SourceLocation {
    var line = 1
    var column = 1
    var index = bytes.startIndex
    let end = min(bytes.startIndex + offset, bytes.endIndex)
    while index < end {
      let byte = bytes[index]
      let endsLine =
        byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r") && (index + 1 >= bytes.endIndex || bytes[index + 1] != UInt8(ascii: "\n")))
      if endsLine {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      index += 1
    }
    return SourceLocation(file: file, line: line, column: column)
  }

  private static func withLineFeeds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "\r") {
        result.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
        result.append(byte)
      }
      previous = byte
    }
    return result
  }
}

/// One pass over a file's bytes: is it UTF-8 (RFC 3629), and does it hold characters a page can't?
private struct TextScan {
  var firstInvalid: Int?
  var firstForbidden: (offset: Int, scalar: UInt32)?
  var hasCarriageReturn = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    let count = bytes.count
    guard let base = bytes.baseAddress else { return }
    let start = UnsafeRawPointer(base)
    while index < count {
      // Eight printable ASCII characters at once: none with its high bit set, none below 0x20, no 0x7F.
      while index + 8 <= count {
        let word = start.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let marks = word | (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101)
        guard marks & 0x8080_8080_8080_8080 == 0 else { break }
        index += 8
      }
      guard index < count else { break }
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0x0D {
          hasCarriageReturn = true
        } else if byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F {
          forbid(UInt32(byte), at: index)
        }
        index += 1
        continue
      }
      let length = TextScan.sequenceLength(bytes, at: index)
      guard length > 0 else {
        firstInvalid = index
        return
      }
      if byte == 0xC2, bytes[index + 1] < 0xA0 {
        forbid(UInt32(bytes[index + 1]), at: index)
      } else if byte == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
        forbid(0xFFC0 + UInt32(bytes[index + 2] & 0x3F), at: index)
      }
      index += length
    }
  }

  private mutating func forbid(_ scalar: UInt32, at offset: Int) {
    if firstForbidden == nil { firstForbidden = (offset, scalar) }
  }

  /// The length of the well-formed sequence at an index, 0 where there is none (Unicode table 3-7).
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for next in (index + 2)..<(index + max(2, length)) where bytes[next] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
