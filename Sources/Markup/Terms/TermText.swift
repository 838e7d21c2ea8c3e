/// The words of rendered Markdown, one run of text after the other.
///
/// A run ends at a block's tag, at a part that is passed over, and at a slot. Tags that only style what they
/// hold end no run, but no term goes over them either.
struct TermText {
  /// A word in the text, and folded.
  struct Word {
    /// Its bytes in the HTML.
    var start: Int
    var end: Int
    /// In `folded`: what stands between the word before and this one; then the word without its plural's
    /// ending.
    var gap: Int
    var stem: Int
    var stemEnd: Int
    /// 0 for no plural.
    var ending: UInt8
    /// Whether it makes one word with the one before, by a hyphen for instance: a term may go over that
    /// place, but neither begin nor end there.
    var isGlued: Bool
    var isOtherScript: Bool
  }

  enum Boundary {
    case block
    case slot(Int)
  }

  /// What stands, in `folded`, for a tag and for a word of a script that isn't folded: no term has it.
  private static let foreign: UInt8 = 3

  let html: UnsafeBufferPointer<UInt8>
  /// The words of the run, and what is between them.
  private(set) var words: [Word] = []
  private(set) var folded: [UInt8] = []
  var index = 0
  private let endings: PluralEndings
  private let foldsOtherScripts: Bool
  private var otherLetters = OtherLetters()
  /// Where, in `folded`, what follows the last word begins.
  private var gap = 0

  init(_ html: UnsafeBufferPointer<UInt8>, endings: PluralEndings, foldsOtherScripts: Bool) {
    self.html = html
    self.endings = endings
    self.foldsOtherScripts = foldsOtherScripts
  }

  /// Whether nothing but quotes, brackets and ends of sentences stands around the words.
  var hasPlainEnds: Bool {
    guard let first = words.first else { return false }
    let ends = Array(folded[..<first.stem] + folded[gap...])
    return String(decoding: ends, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation: true
      default: " .!?…'\"".unicodeScalars.contains(scalar)
      }
    }
  }

  /// Reads the next run of text; `nil` when it is the last.
  mutating func readRun() -> Boundary? {
    words.removeAll(keepingCapacity: true)
    folded.removeAll(keepingCapacity: true)
    gap = 0
    while index < html.count {
      switch html[index] {
      case Byte.lessThan:
        if case .block = readTag() { return .block }
        folded.append(Self.foreign)
      case 0x01:
        if let slot = readMark() { return .slot(slot) }
        folded.append(Self.foreign)
      case Byte.ampersand: readReserved()
      default: if !readWord() { readGap() }
      }
    }
    return nil
  }

  /// Reads a word; false where none begins.
  private mutating func readWord() -> Bool {
    let (start, stem) = (index, folded.count)
    var (end, isOther) = (index, false)
    scan: while index < html.count {
      let byte = html[index]
      if byte < 0x80 {
        if Byte.isLetter(byte) {
          folded.append(byte | 0x20)
        } else if Byte.isDigit(byte) {
          folded.append(byte)
        } else {
          break
        }
        index += 1
      } else {
        let (scalar, length) = Scalars.decode(html, at: index)
        switch WordScalar(scalar, afterLetter: end > start) {
        case .latin(let letters): folded.append(contentsOf: letters.utf8)
        case .other:
          isOther = true
          if foldsOtherScripts { folded.append(contentsOf: otherLetters.folded(scalar)) }
        case .accent: break
        case .ignored:
          guard end > start else { break scan }
          index += length
          continue scan
        case .gap: break scan
        }
        index += length
      }
      end = index
    }
    guard end > start else { return false }
    if isOther, !foldsOtherScripts { folded.append(Self.foreign) }
    add(start..<end, stem: stem, isOther)
    return true
  }

  private mutating func add(_ range: Range<Int>, stem: Int, _ isOther: Bool) {
    let isGlued = closeGap(upTo: stem)
    let ending = folded.count - stem >= 3 ? endings.ending(html[range.upperBound - 1]) : 0
    words.append(
      Word(
        start: range.lowerBound, end: range.upperBound, gap: gap, stem: stem,
        stemEnd: folded.count - (ending == 0 ? 0 : 1), ending: ending, isGlued: isGlued,
        isOtherScript: isOther))
    gap = folded.count
  }

  /// Makes a hyphen alone a space; whether the words around make one.
  private mutating func closeGap(upTo end: Int) -> Bool {
    guard gap < end, !words.isEmpty else { return false }
    let isGlued = folded[gap..<end].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "@"), Self.foreign: true
      default: false
      }
    }
    if end - gap == 1, folded[gap] == UInt8(ascii: "-") { folded[gap] = Byte.space }
    return isGlued
  }

  /// Reads one character that is in no word.
  private mutating func readGap() {
    let (scalar, length) = Scalars.decode(html, at: index)
    let bytes = html[index..<(index + length)]
    index += length
    switch WordGap(scalar) {
    case .space: appendSpace()
    case .hyphen: folded.append(UInt8(ascii: "-"))
    case .apostrophe: folded.append(Byte.apostrophe)
    case .nothing: break
    case .sign: folded.append(contentsOf: bytes)
    }
  }

  private mutating func appendSpace() {
    if folded.count == gap || folded.last != Byte.space { folded.append(Byte.space) }
  }

  /// Reads a character that is written by name, as HTML wants those that it reserves.
  private mutating func readReserved() {
    guard index + 1 < html.count, let (name, character) = Self.reserved(html[index + 1]),
      html[(index + 1)...].starts(with: name)
    else {
      index += 1
      return folded.append(Self.foreign)
    }
    index += 1 + name.count
    folded.append(character)
  }

  private static func reserved(_ first: UInt8) -> (name: String.UTF8View, character: UInt8)? {
    switch first {
    case UInt8(ascii: "a"): ("amp;".utf8, Byte.ampersand)
    case UInt8(ascii: "q"): ("quot;".utf8, Byte.quotationMark)
    case UInt8(ascii: "l"): ("lt;".utf8, Byte.lessThan)
    case UInt8(ascii: "g"): ("gt;".utf8, Byte.greaterThan)
    default: nil
    }
  }
}
