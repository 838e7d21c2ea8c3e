import Glibc

/// A place of the source that looks like another program's markup.
struct ForeignMarkupPlace {
  let kind: ForeignMarkup
  /// In the page.
  let offset: Int
  /// How many bytes a text must share with the source there.
  let length: Int

  /// Where the text has the same bytes as the source.
  func offset(
    in text: UnsafeBufferPointer<UInt8>, of source: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let base = text.baseAddress, let bytes = source.baseAddress else { return nil }
    var start = start
    while start + length <= text.count,
      let found = memchr(base + start, Int32(bytes[offset]), text.count - length + 1 - start)
    {
      let index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(base + index, bytes + offset, length) == 0 { return index }
      start = index + 1
    }
    return nil
  }

  /// All places of a page, in order.
  static func all(in lines: SourceLines) -> [ForeignMarkupPlace] {
    guard let base = lines.bytes.baseAddress else { return [] }
    let source = lines.bytes
    var places: [ForeignMarkupPlace] = []
    /// Calls `body` at each of the bytes, which are rare in texts.
    func each(_ byte: UInt8, _ body: (Int) -> ForeignMarkupPlace?) {
      var start = 0
      while start < source.count, let found = memchr(base + start, Int32(byte), source.count - start) {
        let offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        let place = body(offset)
        if let place { places.append(place) }
        start = offset + max(place?.length ?? 1, 1)
      }
    }
    each(Byte.numberSign) { heading(at: $0, in: source) }
    each(Byte.leftBracket) { bracket(at: $0, in: source) }
    each(Byte.leftBrace) { attributes(at: $0, in: source) }
    each(Byte.exclamationMark) { admonition(at: $0, in: source) }
    each(UInt8(ascii: "?")) { admonition(at: $0, in: source) }
    places.sort { $0.offset < $1.offset }
    return places
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  /// `#Titre`: one sign needs a capital, as `#mot` is a hashtag; more signs, any letter.
  private static func heading(at start: Int, in source: Bytes) -> ForeignMarkupPlace? {
    guard beginsText(at: start, in: source) else { return nil }
    var end = start
    while end < source.count, source[end] == Byte.numberSign { end += 1 }
    guard end - start <= 6, end < source.count else { return nil }
    let byte = source[end]
    let isTitle =
      end - start > 1
      ? Byte.isLetter(byte) || Byte.isDigit(byte) || byte >= 0x80 : Byte.isUppercase(byte) || byte == 0xC3
    // « #Climat #Eau » are hashtags, and so is a word alone with capitals inside.
    guard
      isNoBreakSpace(at: end, in: source)
        || isTitle && (end - start > 1 || isPhrase(from: end, in: source))
    else { return nil }
    return ForeignMarkupPlace(kind: .headingWithoutSpace, offset: start, length: end + 1 - start)
  }

  /// Whether U+00A0 or U+202F stands there: some keyboards make it easily, and it begins no heading.
  private static func isNoBreakSpace(at index: Int, in source: Bytes) -> Bool {
    guard index + 2 < source.count else { return false }
    return source[index] == 0xC2 && source[index + 1] == 0xA0
      || source[index] == 0xE2 && source[index + 1] == 0x80 && source[index + 2] == 0xAF
  }

  /// Whether a line goes on with more than one word and without another `#`.
  private static func isPhrase(from start: Int, in source: Bytes) -> Bool {
    var hasSpace = false
    for byte in source[start...] {
      switch byte {
      case Byte.lineFeed, Byte.carriageReturn: return hasSpace
      case Byte.numberSign: return false
      case Byte.space: hasSpace = true
      default: break
      }
    }
    return hasSpace
  }

  private static func bracket(at start: Int, in source: Bytes) -> ForeignMarkupPlace? {
    func stands(_ text: StaticString, at index: Int) -> Bool {
      let count = text.utf8CodeUnitCount
      guard index >= 0, index + count <= source.count, let base = source.baseAddress else { return false }
      return strncasecmp(
        UnsafeRawPointer(base + index).assumingMemoryBound(to: CChar.self),
        UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self), count) == 0
    }
    // Nearly every bracket is a link's: the byte after it tells.
    guard start + 1 < source.count else { return nil }
    switch source[start + 1] {
    case Byte.exclamationMark, Byte.leftBracket, UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: "h"): break
    default: return nil
    }
    if start > 0, source[start - 1] == Byte.backslash { return nil }
    if stands("[!", at: start) {
      let end = wordEnd(from: start + 2, in: source)
      guard end > start + 2, end < source.count, source[end] == Byte.rightBracket,
        beginsText(at: start, in: source)
      else { return nil }
      let name = String(decoding: source[(start + 2)..<end], as: UTF8.self)
      return ForeignMarkupPlace(kind: .alert(name), offset: start, length: end + 1 - start)
    }
    for (text, length) in [("[TOC]" as StaticString, 5), ("[[toc]]", 7), ("[[_TOC_]]", 9)]
    where stands(text, at: start) && beginsText(at: start, in: source) {
      return ForeignMarkupPlace(kind: .tableOfContents, offset: start, length: length)
    }
    if stands("[http", at: start), start > 0, source[start - 1] == UInt8(ascii: ")") {
      return ForeignMarkupPlace(kind: .reversedLink, offset: start, length: 5)
    }
    return wikiLink(at: start, in: source)
  }

  private static func wikiLink(at start: Int, in source: Bytes) -> ForeignMarkupPlace? {
    guard start + 4 < source.count, source[start + 1] == Byte.leftBracket,
      Byte.isLetter(source[start + 2]) || source[start + 2] >= 0x80
    else { return nil }
    // `x[[i]]` is how programs write.
    if start > 0, Byte.isLetter(source[start - 1]) || Byte.isDigit(source[start - 1]) { return nil }
    var end = start + 2
    while end + 1 < source.count, end - start < 200, source[end] != Byte.lineFeed,
      source[end] != Byte.leftBracket, source[end] != Byte.rightBracket
    { end += 1 }
    guard end + 1 < source.count, source[end] == Byte.rightBracket, source[end + 1] == Byte.rightBracket
    else { return nil }
    return ForeignMarkupPlace(kind: .wikiLink, offset: start, length: 3)
  }

  /// `{#ancre}`, `{.classe}`, `{: …}`, `{cle=valeur}`, right behind what they are about.
  private static func attributes(at start: Int, in source: Bytes) -> ForeignMarkupPlace? {
    guard start > 0, start + 2 < source.count else { return nil }
    let before = source[start - 1]
    guard before == UInt8(ascii: ")") || before == Byte.rightBracket || before == Byte.space else {
      return nil
    }
    let first = source[start + 1]
    let isMark = first == Byte.numberSign || first == UInt8(ascii: ".") || first == Byte.colon
    let name = isMark ? start + 2 : start + 1
    let end = wordEnd(from: name, in: source)
    guard isMark || end > name && end < source.count && source[end] == Byte.equalsSign else { return nil }
    return ForeignMarkupPlace(kind: .attributes, offset: start, length: isMark ? 2 : end - start)
  }

  /// `!!! note`, `??? note`, `???+ note`.
  private static func admonition(at start: Int, in source: Bytes) -> ForeignMarkupPlace? {
    guard start + 5 < source.count, source[start + 1] == source[start], source[start + 2] == source[start],
      beginsText(at: start, in: source)
    else { return nil }
    var name = start + 3
    if source[name] == UInt8(ascii: "+"), source[start] == UInt8(ascii: "?") { name += 1 }
    guard source[name] == Byte.space else { return nil }
    let end = wordEnd(from: name + 1, in: source)
    // French puts a space before these marks, and a line may begin with some: « !!! Attention » is a text.
    guard end > name + 1, !Byte.isUppercase(source[name + 1]) else { return nil }
    let title = String(decoding: source[(name + 1)..<end], as: UTF8.self)
    return ForeignMarkupPlace(kind: .admonition(title), offset: start, length: 3)
  }

  private static func wordEnd(from start: Int, in source: Bytes) -> Int {
    var end = start
    while end < source.count, end - start < 40,
      Byte.isLetter(source[end]) || source[end] == UInt8(ascii: "-")
    { end += 1 }
    return end
  }

  /// Whether only spaces and the marks of quotes and list items stand before, on its line.
  private static func beginsText(at offset: Int, in source: Bytes) -> Bool {
    var index = offset
    while index > 0, offset - index < 64 {
      index -= 1
      switch source[index] {
      case Byte.lineFeed, Byte.carriageReturn: return true
      case Byte.space, Byte.tab, Byte.greaterThan, UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        continue
      default: return false
      }
    }
    return index == 0
  }
}
