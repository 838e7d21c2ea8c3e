/// Finds what typographic rules change in one block of text.
///
/// One pass over the bytes, most of which a table lets through; each rule looks at what stands around its own
/// character. The text of code and images stands as `opaque`, a line that must end as a carriage return.
struct Typesetter {
  /// A byte that stands for what is no text, but reads like a word.
  static let opaque: UInt8 = 0x01
  /// A byte that stands for a line end which stays.
  static let hardBreak: UInt8 = 0x0D

  let language: Language
  /// Whether the endings of ordinals are found too.
  let raisesOrdinals: Bool
  /// In the order of the text, apart from each other.
  private(set) var edits: [TypographicEdit] = []

  var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  var index = 0
  var quotes = QuotePairs()
  var addresses = AddressFinder()
  /// Where the last number ended.
  var endOfNumber = -1
  private var lastEnd = 0
  /// Each ordinal takes two nodes: a page of nothing else would not end in good time.
  static let raisedLimit = 20_000
  private var raised = 0
  private let classes: ByteTable

  init(language: Language, raisesOrdinals: Bool) {
    self.language = language
    classes = language == .french ? Self.french : Self.english
    self.raisesOrdinals = raisesOrdinals
  }

  mutating func set(_ text: UnsafeBufferPointer<UInt8>) {
    if !edits.isEmpty { edits.removeAll(keepingCapacity: true) }
    self.text = text
    index = 0
    lastEnd = 0
    endOfNumber = -1
    if quotes.isRead { quotes = QuotePairs() }
    addresses = AddressFinder()
    while true {
      index = nextOfInterest(from: index)
      guard index < text.count else { break }
      read(classes[Int(text[index])])
    }
    assert(zip(edits, edits.dropFirst()).allSatisfy { $0.end <= $1.start })
  }

  /// Where the next character stands that a rule may be about. Nearly every byte passes here, so four at once,
  /// by plain pointers.
  private func nextOfInterest(from index: Int) -> Int {
    guard let bytes = text.baseAddress else { return index }
    let count = text.count
    var next = index
    while next + 4 <= count,
      classes[Int(bytes[next])] | classes[Int(bytes[next + 1])] | classes[Int(bytes[next + 2])]
        | classes[Int(bytes[next + 3])] == 0
    { next += 4 }
    while next < count, classes[Int(bytes[next])] == 0 { next += 1 }
    return next
  }

  /// Applies the rules of a class of characters at `index`, and moves it past what they have read.
  private mutating func read(_ kind: UInt8) {
    switch kind {
    case Class.high: setHighPunctuation()
    case Class.colon: setColon()
    case Class.apostrophe: setApostrophe()
    case Class.quote: setQuote()
    case Class.dot: setDots()
    case Class.digit: setNumber()
    case Class.latin1: setLatin1()
    default: setCapital()
    }
  }

  /// Records a change, unless it stands where another one is already.
  mutating func edit(_ start: Int, _ length: Int, _ kind: TypographicEdit.Kind) {
    guard start >= lastEnd else { return }
    if kind == .raised {
      guard raised < Self.raisedLimit else { return }
      raised += 1
    }
    edits.append(TypographicEdit(start: start, length: length, kind: kind))
    lastEnd = start + length
  }

  /// Makes a run of spaces one space of a kind.
  mutating func setSpace(_ range: Range<Int>, to kind: TypographicEdit.Kind) {
    guard range.lowerBound >= lastEnd, !text.holdsBlankLine(range) else { return }
    var start = range.lowerBound
    let length = text.spaceLength(at: start)
    let isSet =
      kind == .noBreakSpace ? text[start] == 0xC2 : text[start] == 0xE2 && text.stands(0xAF, at: start + 2)
    if !isSet { edit(start, length, kind) }
    start += length
    while start < range.upperBound {
      let length = text.spaceLength(at: start)
      edit(start, length, .nothing)
      start += length
    }
  }

  private enum Class {
    static let high: UInt8 = 1
    static let colon: UInt8 = 2
    static let apostrophe: UInt8 = 3
    static let quote: UInt8 = 4
    static let dot: UInt8 = 5
    static let digit: UInt8 = 6
    static let latin1: UInt8 = 7
    static let capital: UInt8 = 8
  }

  private static let english = ByteTable((0...255).map(englishClass))
  private static let french = ByteTable((0...255).map(frenchClass))

  private static func englishClass(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "'"): Class.apostrophe
    case Byte.quotationMark: Class.quote
    case UInt8(ascii: "."): Class.dot
    case _ where Byte.isDigit(byte): Class.digit
    default: 0
    }
  }

  private static func frenchClass(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): Class.high
    case UInt8(ascii: ":"): Class.colon
    case 0xC2: Class.latin1
    // The initials of titles before names, and the digits of Roman numerals.
    case _ where "MDPIVX".utf8.contains(byte): Class.capital
    default: englishClass(byte)
    }
  }
}
