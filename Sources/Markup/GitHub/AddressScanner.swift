/// Finds addresses in a text by the rules of GitHub Flavored Markdown 0.29, « Autolinks (extension) », with
/// the `mailto:` of its later versions.
///
/// Beyond these rules, no address goes over a no-break space, or ends with a closing French or curly quote
/// or an ellipsis: that is how French sentences go on after one.
struct AddressScanner {
  struct Address {
    /// Where it stands in the text.
    var range: Range<Int>
    /// What comes before its text to make the destination.
    var prefix: String
    /// Whether it went on as far as the text, so that what follows may belong to it.
    var reachesEnd = false
  }

  private let text: ArraySlice<UInt8>
  /// Whether an address may begin at the text's first byte.
  private let beginsAtBoundary: Bool
  private var index: Int
  /// Where the last address ended.
  private var floor: Int
  /// The end of the last host that was refused, and of its part that no later beginning changes.
  private var refusedHost = (end: 0, unchangedBefore: 0)

  init(_ text: ArraySlice<UInt8>, beginsAtBoundary: Bool) {
    self.text = text
    self.beginsAtBoundary = beginsAtBoundary
    index = text.startIndex
    floor = text.startIndex
  }

  /// The next address of the text.
  mutating func next() -> Address? {
    while index < text.endIndex {
      let byte = text[index]
      let address: Address?
      switch byte {
      case UInt8(ascii: "w"): address = web(at: index)
      case Byte.colon: address = addressWithScheme(at: index)
      case UInt8(ascii: "@"): address = mail(at: index)
      default: address = nil
      }
      if let address {
        index = address.range.upperBound
        floor = index
        return address
      }
      index += 1
    }
    return nil
  }

  private mutating func web(at start: Int) -> Address? {
    guard text[start...].starts(with: "www.".utf8), isBoundary(start), let host = host(from: start),
      host.dots > 0
    else { return nil }
    return trimmed(start..<end(from: host.end), prefix: "http://")
  }

  private mutating func addressWithScheme(at colon: Int) -> Address? {
    guard text[colon...].starts(with: "://".utf8) else { return nil }
    var start = colon
    while start > floor, colon - start <= 6, Byte.isLetter(text[start - 1]) { start -= 1 }
    let scheme = text[start..<colon].map { $0 | 0x20 }
    guard scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8), colon + 3 < text.endIndex,
      Byte.isLetter(text[colon + 3]) || Byte.isDigit(text[colon + 3]) || text[colon + 3] >= 0x80,
      let host = host(from: colon + 3)
    else { return nil }
    return trimmed(start..<end(from: host.end), prefix: "")
  }

  /// Whether a `www.` may begin here: at the start of a line, after a space or one of `*`, `_`, `~`, `(`.
  private func isBoundary(_ start: Int) -> Bool {
    guard start > text.startIndex else { return beginsAtBoundary }
    guard start > floor else { return false }
    switch text[start - 1] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "("): return true
    case let byte where byte <= Byte.space: return true
    default: return space(endingAt: start)
    }
  }

  /// The end of a host and how many dots it has; nil where an underscore stands in its last two parts.
  private mutating func host(from start: Int) -> (end: Int, dots: Int)? {
    if start < refusedHost.unchangedBefore { return nil }
    var end = start
    var dots = 0
    var underscores = (beforeLastDot: false, afterLastDot: false)
    var partStarts = (last: start, beforeLast: start)
    while end < text.endIndex {
      let byte = text[end]
      if byte == UInt8(ascii: "_") {
        // One that ends the text is no part of the host.
        guard end + 1 < text.endIndex else { break }
        underscores.afterLastDot = true
      } else if byte == UInt8(ascii: ".") {
        underscores = (underscores.afterLastDot, false)
        partStarts = (end + 1, partStarts.last)
        if end > start, end + 1 < text.endIndex { dots += 1 }
      } else if !isHostByte(at: end) {
        break
      }
      end += 1
    }
    if underscores.beforeLastDot || underscores.afterLastDot {
      refusedHost = (end, partStarts.beforeLast)
      return nil
    }
    return (end, dots)
  }

  private func isHostByte(at index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return Byte.isLetter(byte) || Byte.isDigit(byte) || byte == UInt8(ascii: "-") }
    return !space(startingAt: index) && !isClosingMark(at: index)
  }

  /// Where an address ends at the latest: a space or `<`.
  private func end(from start: Int) -> Int {
    var end = start
    while end < text.endIndex {
      let byte = text[end]
      let isSpace = byte <= Byte.space && byte != EscapedTildes.mark
      if isSpace || byte == Byte.lessThan || byte == 0x7F || (byte >= 0x80 && space(startingAt: end)) {
        break
      }
      end += 1
    }
    return end
  }

  /// The address without the punctuation that ends the sentence around it.
  private func trimmed(_ range: Range<Int>, prefix: String) -> Address? {
    let end = Self.trimmedEnd(of: text[range])
    guard end > range.lowerBound else { return nil }
    return Address(range: range.lowerBound..<end, prefix: prefix, reachesEnd: range.upperBound == text.endIndex)
  }

  /// Where an address ends that would end with the text: trailing punctuation, brackets that it doesn't open
  /// and what looks like an entity are left out.
  static func trimmedEnd(of address: ArraySlice<UInt8>) -> Int {
    var end = address.endIndex
    var excess = 0
    for byte in address {
      if byte == UInt8(ascii: ")") { excess += 1 } else if byte == UInt8(ascii: "(") { excess -= 1 }
    }
    while end > address.startIndex {
      switch address[end - 1] {
      case UInt8(ascii: ")"):
        guard excess > 0 else { return end }
        excess -= 1
        end -= 1
      case UInt8(ascii: "?"), Byte.exclamationMark, UInt8(ascii: "."), UInt8(ascii: ","), Byte.colon,
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), Byte.quotationMark,
        EscapedTildes.mark:
        end -= 1
      case UInt8(ascii: ";"):
        var entity = end - 1
        while entity > address.startIndex, Byte.isLetter(address[entity - 1]) { entity -= 1 }
        let isEntity = entity < end - 1 && entity > address.startIndex && address[entity - 1] == Byte.ampersand
        end = isEntity ? entity - 1 : end - 1
      default:
        guard let length = closingMarkLength(endingAt: end, of: address) else { return end }
        end -= length
      }
    }
    return end
  }

  private func mail(at sign: Int) -> Address? {
    var start = sign
    while start > floor, Self.isMailByte(text[start - 1]) { start -= 1 }
    guard start < sign else { return nil }
    var end = sign + 1
    var dots = 0
    while end < text.endIndex {
      let byte = text[end]
      if byte == UInt8(ascii: ".") {
        guard end + 1 < text.endIndex, Byte.isLetter(text[end + 1]) || Byte.isDigit(text[end + 1]) else { break }
        dots += 1
      } else if byte == UInt8(ascii: "@") {
        return nil
      } else if !Byte.isLetter(byte), !Byte.isDigit(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
        break
      }
      end += 1
    }
    guard dots > 0, Byte.isLetter(text[end - 1]) else { return nil }
    var prefix = "mailto:"
    let scheme = start - 7
    if scheme >= floor, text[scheme..<start].elementsEqual("mailto:".utf8),
      scheme == floor || !Self.isWordByte(text[scheme - 1])
    {
      start = scheme
      prefix = ""
    } else if isScheme(before: start) || endsInScheme(end) {
      return nil
    }
    return Address(range: start..<end, prefix: prefix)
  }

  /// Whether `xmpp:` stands before: an address that is no mail, of a scheme that isn't allowed.
  private func isScheme(before start: Int) -> Bool {
    start - floor >= 5 && text[(start - 5)..<start].elementsEqual("xmpp:".utf8)
  }

  /// Whether an address with a scheme follows, whose scheme was taken for the end of a host.
  private func endsInScheme(_ end: Int) -> Bool {
    let rest = text[end...]
    guard rest.count > 3, rest.starts(with: "://".utf8) else { return false }
    return Self.isWordByte(rest[end + 3])
  }

  private static func isMailByte(_ byte: UInt8) -> Bool {
    isWordByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { Byte.isLetter(byte) || Byte.isDigit(byte) }

  // U+00A0, U+2000 to U+200A, U+202F, U+205F, U+3000.
  private func space(startingAt index: Int) -> Bool {
    guard index + 1 < text.endIndex else { return false }
    if text[index] == 0xC2 { return text[index + 1] == 0xA0 }
    guard index + 2 < text.endIndex else { return false }
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return true
    default: return false
    }
  }

  private func space(endingAt end: Int) -> Bool {
    (end - 2 >= floor && text[end - 2] == 0xC2 && space(startingAt: end - 2))
      || (end - 3 >= floor && text[end - 3] >= 0xE2 && space(startingAt: end - 3))
  }

  private func isClosingMark(at index: Int) -> Bool {
    for length in [2, 3] where index + length <= text.endIndex {
      if Self.closingMarkLength(endingAt: index + length, of: text[index...]) == length { return true }
    }
    return false
  }

  /// The bytes of a `»`, `’`, `”` or `…` that ends there.
  private static func closingMarkLength(endingAt end: Int, of text: ArraySlice<UInt8>) -> Int? {
    if end - 2 >= text.startIndex, text[end - 2] == 0xC2, text[end - 1] == 0xBB { return 2 }
    guard end - 3 >= text.startIndex, text[end - 3] == 0xE2, text[end - 2] == 0x80 else { return nil }
    return [0x99, 0x9D, 0xA6].contains(text[end - 1]) ? 3 : nil
  }
}
