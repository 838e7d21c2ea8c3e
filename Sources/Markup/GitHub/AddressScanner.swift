/// Finds addresses in a text by the rules of GitHub Flavored Markdown 0.29, « Autolinks (extension) », with
/// the `mailto:` of its later versions.
///
/// Beyond these rules, no address goes over a no-break space, or ends with a closing French or curly quote,
/// an ellipsis, or a `]` that it doesn't open: that is how French sentences go on after one.
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
    default: return AddressEdge.isSpace(endingAt: start, of: text[floor...])
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
    return !AddressEdge.isSpace(startingAt: index, of: text)
      && !AddressEdge.isClosingMark(startingAt: index, of: text)
  }

  /// Where an address ends at the latest: a space or `<`.
  private func end(from start: Int) -> Int {
    var end = start
    while end < text.endIndex {
      let byte = text[end]
      if byte <= Byte.space || byte == Byte.lessThan
        || (byte >= 0x80 && AddressEdge.isSpace(startingAt: end, of: text))
      {
        break
      }
      end += 1
    }
    return end
  }

  /// The address without the punctuation that ends the sentence around it.
  private func trimmed(_ range: Range<Int>, prefix: String) -> Address? {
    let end = AddressEdge.end(of: text[range])
    guard end > range.lowerBound else { return nil }
    return Address(
      range: range.lowerBound..<end, prefix: prefix, reachesEnd: range.upperBound == text.endIndex)
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
        guard end + 1 < text.endIndex, Byte.isLetter(text[end + 1]) || Byte.isDigit(text[end + 1]) else {
          break
        }
        dots += 1
      } else if byte == UInt8(ascii: "@") {
        return nil
      } else if !Byte.isLetter(byte), !Byte.isDigit(byte), byte != UInt8(ascii: "-"),
        byte != UInt8(ascii: "_")
      {
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
}
