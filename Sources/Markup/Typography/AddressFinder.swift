/// Tells addresses, domains and file names that stand in a text from words. Each is read once.
struct AddressFinder {
  private var range = 0..<0
  private var isAddress = false
  /// Where an elision before it ends: `l'exemple.org`.
  private var elision = -1

  /// Whether the byte at `index` is part of an address.
  mutating func holdsAddress(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    if !range.contains(index) {
      var start = index
      while start > range.upperBound, !Self.isEnd(text, start - 1) { start -= 1 }
      var end = index
      while end < text.count, !Self.isEnd(text, end) { end += 1 }
      range = start..<max(end, start + 1)
      isAddress = Self.isAddress(UnsafeBufferPointer(rebasing: text[start..<end]))
      elision = start
      while elision < end, elision - start < 8, Byte.isLetter(text[elision]) { elision += 1 }
    }
    return isAddress && index != elision
  }

  /// Whether a byte stands between words: a blank, a straight quote, a bracket of an address, « or », or a
  /// mark before which a space may come.
  private static func isEnd(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = text[index]
    switch byte {
    case 0...Byte.space, Byte.quotationMark, Byte.lessThan, Byte.greaterThan: return byte != Typesetter.opaque
    case UInt8(ascii: ";"), Byte.colon, Byte.exclamationMark, UInt8(ascii: "?"):
      return text.endsPhrase(at: index + 1)
    // The last bytes of U+00A0, « and », and of U+202F.
    case 0xA0, 0xAB, 0xBB: return index > 0 && text[index - 1] == 0xC2
    case 0xAF: return index > 1 && text[index - 1] == 0x80 && text[index - 2] == 0xE2
    default: return false
    }
  }

  private static func isAddress(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    func isAlphanumeric(_ index: Int) -> Bool {
      index >= 0 && index < word.count && (Byte.isLetter(word[index]) || Byte.isDigit(word[index]))
    }
    if word.stands(UInt8(ascii: "/"), at: 0) { return true }
    for index in word.indices {
      switch word[index] {
      case UInt8(ascii: "."):
        if isAlphanumeric(index - 1), index + 1 < word.count, Byte.isLetter(word[index + 1]) { return true }
      case UInt8(ascii: "@"): if isAlphanumeric(index - 1), isAlphanumeric(index + 1) { return true }
      case UInt8(ascii: "/"): if word.stands(UInt8(ascii: "/"), at: index + 1) { return true }
      case Byte.backslash: return true
      default: break
      }
    }
    return false
  }
}
