import Content
import Markup

/// What the site's typographic rules leave alone, since only an author knows what is meant: notes on one
/// file.
struct Orthography {
  private let text: WrittenText
  private var diagnostics: [Diagnostic] = []
  private var isFrench: Bool { text.language == .french }

  static func diagnostics(of text: WrittenText) -> [Diagnostic] {
    var orthography = Orthography(text: text)
    for prose in text.prose { orthography.read(prose) }
    return orthography.diagnostics
  }

  private init(text: WrittenText) { self.text = text }

  private mutating func read(_ prose: Prose) {
    var paragraph: [(line: Prose.Line, quotes: [Int])] = []
    for line in prose.lines {
      if line.isBlank || line.isTableRow {
        closeParagraph(&paragraph)
        if line.isBlank { continue }
      }
      read(line)
      let quotes = line.bytes.indices.filter { isQuote(at: $0, in: line.bytes) }
      if !line.isTableRow { paragraph.append((line, quotes)) }
    }
    closeParagraph(&paragraph)
  }

  /// Straight quotes of a paragraph are set where each has its other half.
  private mutating func closeParagraph(_ paragraph: inout [(line: Prose.Line, quotes: [Int])]) {
    defer { paragraph = [] }
    let count = paragraph.reduce(0) { $0 + $1.quotes.count }
    guard !count.isMultiple(of: 2), let first = paragraph.first(where: { !$0.quotes.isEmpty }),
      let quote = first.quotes.first
    else { return }
    add(.quoteUnpaired, first.line, quote..<(quote + 1))
  }

  /// Inches, behind a number, are no quotes.
  private func isQuote(at index: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes[index] == UInt8(ascii: "\"") else { return false }
    let isEscaped = index > bytes.startIndex && bytes[index - 1] == UInt8(ascii: "\\")
    let isInches = index > bytes.startIndex && (0x30...0x39).contains(bytes[index - 1])
    return !isEscaped && !isInches
  }

  private mutating func add(_ finding: CheckFinding, _ line: Prose.Line, _ range: Range<Int>) {
    diagnostics.append(Diagnostic(finding, at: line.location(of: range, in: text.file)))
  }

  private mutating func read(_ line: Prose.Line) {
    let quotations = Quotations(line.bytes)
    readSpaces(of: line, quotations)
    var last: Range<Int>?
    for word in Words(line.bytes) {
      if let last { readPair(last, word, line) }
      // What others wrote is quoted as they wrote it.
      if isFrench, !quotations.hold(word.lowerBound) { readFrench(word, line) }
      last = word
    }
  }

  private mutating func readSpaces(of line: Prose.Line, _ quotations: Quotations) {
    let bytes = line.bytes
    // What a line begins and ends with is Markdown's.
    guard let first = bytes.firstIndex(where: { $0 != UInt8(ascii: " ") }),
      let end = bytes.lastIndex(where: { $0 != UInt8(ascii: " ") })
    else { return }
    // A list's sign may stand apart from its text.
    let sign = bytes[first...].prefix { "-*+#>.)0123456789".utf8.contains($0) }.endIndex
    var index = first
    while index < end {
      guard bytes[index] == UInt8(ascii: " ") else {
        if isFrench, bytes[index] == UInt8(ascii: "-"), index > sign, isHyphenForDash(at: index, in: bytes),
          !quotations.hold(index)
        {
          add(.hyphenForDash, line, index..<(index + 1))
        }
        index += 1
        continue
      }
      let run = bytes[index...].prefix { $0 == UInt8(ascii: " ") }
      if run.count > 1, index > sign, !line.isTableRow {
        add(.spaceRepeated, line, run.startIndex..<run.endIndex)
      }
      index = run.endIndex
    }
  }

  /// A hyphen between two words; between numbers it is a minus or a range.
  private func isHyphenForDash(at index: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes[index - 1] == UInt8(ascii: " "), index + 2 < bytes.endIndex,
      bytes[index + 1] == UInt8(ascii: " "),
      index - 2 >= bytes.startIndex
    else { return false }
    return Words.isLetter(bytes[index - 2]) && Words.isLetter(bytes[index + 2])
  }

  private mutating func readPair(_ last: Range<Int>, _ word: Range<Int>, _ line: Prose.Line) {
    let bytes = line.bytes
    guard word.lowerBound == last.upperBound + 1, bytes[last.upperBound] == UInt8(ascii: " "),
      last.count == word.count, bytes[last].elementsEqual(bytes[word]), last.count > 1,
      bytes[word].allSatisfy({ Words.isLetter($0) && !(0x41...0x5A).contains($0) })
    else { return }
    let text = String(decoding: bytes[word], as: UTF8.self)
    guard !Orthography.doubled.contains(text), !continues(at: word.upperBound, in: bytes) else { return }
    add(.wordRepeated(text), line, last.lowerBound..<word.upperBound)
  }

  /// « de de-ci », « la l’eau »: the second is but a part of a word.
  private func continues(at end: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    end < bytes.endIndex
      && (bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "'") || bytes[end] == 0xE2)
  }

  private static let doubled: Set<String> = [
    "nous", "vous", "très", "that", "had", "bis", "non", "si", "etc", "pas",
  ]

  private mutating func readFrench(_ word: Range<Int>, _ line: Prose.Line) {
    let bytes = line.bytes
    let isFollowedByAccent = bytes[word.upperBound...].starts(with: [0xC2, 0xB4])
    // Most words begin with no letter that a rule is about, and become no text.
    guard isFollowedByAccent || FrenchSpelling.isOfInterest(bytes[word]) else { return }
    let written = String(decoding: bytes[word], as: UTF8.self)
    let next = word.upperBound < bytes.endIndex ? bytes[word.upperBound] : 0
    if let suggestion = FrenchSpelling.ordinal(written) {
      add(.ordinalSpelling(written, suggestion: suggestion), line, word)
    } else if let suggestion = FrenchSpelling.accents[written] {
      add(.accentMissing(written, suggestion: suggestion), line, word)
    } else if written == "etc" {
      let dots = bytes[word.upperBound...].prefix { $0 == UInt8(ascii: ".") }.count
      let isEllipsis = bytes[word.upperBound...].starts(with: "…".utf8)
      guard dots > 1 || isEllipsis else { return }
      let end = word.upperBound + (isEllipsis ? 3 : dots)
      let all = String(decoding: bytes[word.lowerBound..<end], as: UTF8.self)
      add(.abbreviationSpelling(all, suggestion: "etc."), line, word.lowerBound..<end)
    } else if let suggestion = FrenchSpelling.abbreviations[written] {
      // « Mme. »: the sign ends a sentence only where nothing follows.
      guard !suggestion.needsPoint || next == UInt8(ascii: ".") && word.upperBound + 1 < bytes.endIndex else {
        return
      }
      let end = word.upperBound + (suggestion.needsPoint || next == UInt8(ascii: ".") ? 1 : 0)
      let all = String(decoding: bytes[word.lowerBound..<end], as: UTF8.self)
      add(.abbreviationSpelling(all, suggestion: suggestion.text), line, word.lowerBound..<end)
    } else if isFollowedByAccent {
      add(.apostropheSpelling, line, word.upperBound..<(word.upperBound + 2))
    }
  }
}
