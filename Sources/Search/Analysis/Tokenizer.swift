/// Cuts a text into words, in lower case, their accents kept.
///
/// A word is a run of letters and digits: apostrophes, hyphens, spaces of every width and punctuation separate.
/// Three kinds of words hold what would separate elsewhere: words that have an apostrophe of their own
/// (`aujourd’hui`), acronyms with dots (`S.C.I.C.`), and letters with combining marks, which come composed. A Han
/// or kana character is a word by itself. A word ends after 40 bytes. Single letters from a to z, which elisions
/// leave, are no words.
struct Tokenizer {
  static let limit = 40

  /// The word being read.
  private(set) var word: [UInt8] = []

  init() {
    word.reserveCapacity(2 * Tokenizer.limit)
  }

  /// Gives every word of a text (UTF-8) to a sink; the bytes are the word's until `body` returns.
  mutating func read<Sink>(
    _ text: UnsafeRawBufferPointer, into sink: inout Sink, _ body: (inout Sink, UnsafeRawBufferPointer) -> Void
  ) {
    var index = 0
    var isLatin = true
    word.removeAll(keepingCapacity: true)
    func finish(_ word: inout [UInt8], _ sink: inout Sink) {
      defer {
        word.removeAll(keepingCapacity: true)
        isLatin = true
      }
      if word.isEmpty || word.count == 1 && word[0] > UInt8(ascii: "9") { return }
      if !isLatin { OtherLetters.compose(&word) }
      word.withUnsafeBytes { body(&sink, $0) }
    }
    while index < text.count {
      if word.isEmpty {
        let end = Tokenizer.plainEnd(text, from: index)
        if end > index {
          body(&sink, UnsafeRawBufferPointer(rebasing: text[index..<end]))
          index = end
          continue
        }
      }
      let byte = text[index]
      let letter = Tokenizer.ascii[Int(byte)]
      if letter != 0 {
        if word.isEmpty, let acronym = Acronym(text, at: index) {
          word += acronym.letters
          index = acronym.end
          finish(&word, &sink)
          continue
        }
        if word.count < Tokenizer.limit { word.append(letter) }
        index += 1
      } else if byte < 0x80 {
        if byte == UInt8(ascii: "'"), isPart(ofWordAt: index + 1, text) {
          index += 1
          continue
        }
        finish(&word, &sink)
        index += 1
      } else if byte == 0xC3, index + 1 < text.count, let second = Tokenizer.latin1(text[index + 1]) {
        if word.count < Tokenizer.limit {
          word.append(0xC3)
          word.append(second)
        }
        index += 2
      } else {
        let (scalar, length) = Tokenizer.scalar(text, at: index)
        index += length
        if scalar == 0x2019 || scalar == 0x02BC, isPart(ofWordAt: index, text) { continue }
        switch OtherLetters.kind(of: scalar) {
        case .separator: finish(&word, &sink)
        case .ideograph:
          finish(&word, &sink)
          word += text[(index - length)..<index]
          finish(&word, &sink)
        case .ignored: break
        case .letter:
          isLatin = false
          if word.count + length <= Tokenizer.limit { word += text[(index - length)..<index] }
        }
      }
    }
    finish(&word, &sink)
  }

  /// Whether a folded word is a letter from a to z, which is none.
  static func isSingleLetter(_ folded: [UInt8]) -> Bool { folded.count == 1 && folded[0] > UInt8(ascii: "9") }

  /// Whether an apostrophe before `index` belongs to the word that is being read.
  private func isPart(ofWordAt index: Int, _ text: UnsafeRawBufferPointer) -> Bool {
    guard !word.isEmpty else { return false }
    return Tokenizer.joined.contains { start, rest in
      guard word.elementsEqual(start.utf8), index + rest.utf8.count <= text.count else { return false }
      return zip(rest.utf8, text[index...]).allSatisfy { $0 == $1 || $0 == ($1 | 0x20) && $1 < 0x80 }
    }
  }

  /// Words that have an apostrophe: what stands before it, and how what stands after it begins.
  private static let joined: [(String, String)] = [
    ("aujourd", "hui"), ("presqu", "îl"), ("presqu", "il"), ("presqu", "Îl"), ("prud", "hom"),
  ]

  /// Lower-case letters and digits by their ASCII bytes; 0 for what separates.
  private static let ascii: [UInt8] = (0...255).map { (byte: UInt8) -> UInt8 in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: 0
    }
  }

  /// Where a word ends that can be given as it stands in the text: two or more lower-case letters of French or
  /// digits, before an ASCII character that neither goes on with it nor may belong to it. `start` for any other.
  private static func plainEnd(_ text: UnsafeRawBufferPointer, from start: Int) -> Int {
    var end = start
    let limit = min(text.count, start + Tokenizer.limit)
    while end < limit {
      let byte = text[end]
      if byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 {
        end += 1
      } else if byte == 0xC3, end + 1 < limit, text[end + 1] >= 0x9F, text[end + 1] != 0xB7 {
        end += 2
      } else if byte == 0xC5, end + 1 < limit, text[end + 1] == 0x93 {
        // œ, the one French letter beyond Latin-1.
        end += 2
      } else {
        break
      }
    }
    guard end - start > 1 else { return start }
    guard end < text.count else { return end }
    let next = text[end]
    let goesOn = next >= 0x80 || next == UInt8(ascii: "'") || ascii[Int(next)] != 0
    return goesOn ? start : end
  }

  /// The second byte of a lower-case letter of U+00C0…U+00FF; `nil` for the signs × and ÷.
  private static func latin1(_ second: UInt8) -> UInt8? {
    switch second {
    case 0x97, 0xB7: nil
    case 0x80...0x9E: second + 0x20
    case 0x9F...0xBF: second
    default: nil
    }
  }

  /// The scalar at an index and its length in bytes; U+FFFD for bytes that aren't UTF-8.
  private static func scalar(_ text: UnsafeRawBufferPointer, at index: Int) -> (UInt32, Int) {
    let first = text[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, index + length <= text.count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in text[(index + 1)..<(index + length)] {
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, length)
  }
}

/// Two single letters or more, each followed by a dot: `S.C.I.C.`
private struct Acronym {
  var letters: [UInt8] = []
  var end: Int

  /// `nil` where none begins. What was read is never read again, so that a run without end takes no quadratic time.
  init?(_ text: UnsafeRawBufferPointer, at start: Int) {
    end = start
    func isLetter(_ index: Int) -> Bool { index < text.count && (text[index] | 0x20) &- 0x61 < 26 }
    guard start + 3 < text.count, text[start + 1] == UInt8(ascii: "."), isLetter(start), isLetter(start + 2)
    else { return nil }
    func append(_ letter: UInt8) { if letters.count < Tokenizer.limit { letters.append(letter | 0x20) } }
    while isLetter(end), end + 1 < text.count, text[end + 1] == UInt8(ascii: ".") {
      append(text[end])
      end += 2
    }
    guard letters.count > 1 else { return nil }
    // The last letter may go without its dot, where no word begins with it.
    if isLetter(end), !isLetter(end + 1), end + 1 >= text.count || text[end + 1] < 0x80 {
      append(text[end])
      end += 1
    }
  }
}
