/// What stands beside a place in a text, as far as typographic rules tell characters apart.
enum Neighbour {
  /// The text's beginning or end.
  case none
  case space
  case letter, digit
  /// Brackets and quotes that open.
  case opening
  /// Brackets and quotes that close, the full stop, the ellipsis, signs after numbers.
  case closing
  /// `, ; : ! ?`
  case mark
  case dash, apostrophe
  /// A straight quote.
  case quote
  case other

  var isWord: Bool { self == .letter || self == .digit }

  init(_ scalar: UInt32) {
    if scalar < 0x80 {
      self = Self.ascii(UInt8(truncatingIfNeeded: scalar))
      return
    }
    switch scalar {
    case 0x00A0, 0x202F, 0x2000...0x200A, 0x3000: self = .space
    case 0x00AB, 0x2018, 0x201A, 0x201C, 0x201E: self = .opening
    case 0x00BB, 0x201D, 0x2026, 0x20AC, 0x00B0, 0x2030: self = .closing
    case 0x2019: self = .apostrophe
    case 0x2010...0x2015, 0x2212: self = .dash
    case 0x00AA, 0x00BA, 0x00B2, 0x00B3, 0x00B9, 0x00B5: self = .letter
    case 0x00D7, 0x00F7: self = .other
    case 0x00C0...0x1FFF, 0x2070...0x209C: self = .letter
    default: self = .other
    }
  }

  /// Plain numbers, of which the compiler makes a table: `0`, `A`, `a` and so on.
  private static func ascii(_ byte: UInt8) -> Neighbour {
    switch byte {
    case 0x30...0x39: .digit
    // Code and images stand as 0x01: words, whatever they hold.
    case 0x41...0x5A, 0x61...0x7A, 0x01: .letter
    case 0x09...0x0D, 0x20: .space
    // ( [ {
    case 0x28, 0x5B, 0x7B: .opening
    // ) ] } . %
    case 0x29, 0x5D, 0x7D, 0x2E, 0x25: .closing
    // , ; : ! ?
    case 0x2C, 0x3B, 0x3A, 0x21, 0x3F: .mark
    // - /
    case 0x2D, 0x2F: .dash
    case 0x27: .apostrophe
    case 0x22: .quote
    default: .other
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// What begins at `index`.
  func neighbour(at index: Int) -> Neighbour {
    guard index < count else { return .none }
    let lead = self[index]
    if lead < 0x80 { return Neighbour(UInt32(lead)) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= count else { return .other }
    var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(self[index + offset] & 0x3F) }
    return Neighbour(scalar)
  }

  /// What ends at `index`.
  func neighbour(before index: Int) -> Neighbour {
    guard index > 0 else { return .none }
    return neighbour(at: startOfCharacter(before: index))
  }

  func startOfCharacter(before index: Int) -> Int {
    var start = index - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// Whether what begins at `index` leaves a mark before it at the end of its phrase.
  func endsPhrase(at index: Int) -> Bool {
    guard index < count else { return true }
    switch self[index] {
    case UInt8(ascii: "."):
      let next = neighbour(at: index + 1)
      return !next.isWord && next != .dash && next != .other
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), Byte.quotationMark:
      return true
    case 0xC2: return stands(0xA0, at: index + 1) || stands(0xBB, at: index + 1)
    case 0xE2:
      guard stands(0x80, at: index + 1), index + 2 < count else { return false }
      // ” … and the narrow spaces
      switch self[index + 2] {
      case 0x9D, 0xA6, 0xAF, 0x89: return true
      default: return false
      }
    default: return neighbour(at: index) == .space
    }
  }

  func stands(_ text: [UInt8], at index: Int) -> Bool {
    guard index >= 0, index + text.count <= count else { return false }
    for offset in text.indices where self[index + offset] != text[offset] { return false }
    return true
  }

  func stands(_ byte: UInt8, at index: Int) -> Bool { index >= 0 && index < count && self[index] == byte }
}
