extension Context {
  /// Reads what was written since `position`.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    while position < bytes.count {
      switch state {
      case .text: readText(bytes)
      case .rawText: if !readRawText(bytes) { return }
      case .tagOpen, .endTagOpen: readTagOpen(bytes[position])
      case .tagName: readTagName(bytes)
      case .attributeName: readAttributeName(bytes)
      case .inTag, .afterName, .beforeValue, .unquoted: readTag(bytes)
      case .doubleQuoted: readQuoted(bytes, quote: 0x22)
      case .singleQuoted: readQuoted(bytes, quote: 0x27)
      // Its end is looked for before bytes are written, since a quote has to be added there.
      case .addedQuote: position = bytes.count
      case .declarationOpen, .declarationDash: readDeclarationOpen(bytes[position])
      case .declaration, .comment: readComment(bytes)
      }
    }
  }

  private mutating func readText(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = position
    while let open = bytes.index(of: 0x3C, from: index) {
      // Most tags are only a name: `</…>`, or `<…>` of an element that isn't raw text.
      var end = open + 1
      let isEndTag = end < bytes.count && bytes[end] == 0x2F
      if isEndTag { end += 1 }
      let start = end
      while end < bytes.count, isLetter(bytes[end]) || bytes[end] &- 0x30 < 10 { end += 1 }
      guard end < bytes.count, bytes[end] == 0x3E, end > start, isLetter(bytes[start]),
        isEndTag || RawElement(name: bytes[start..<end]) == nil
      else {
        position = open + 1
        state = .tagOpen
        return
      }
      index = end + 1
    }
    position = bytes.count
  }

  /// Returns false when the end tag may be cut off by the end of the bytes: it is then read again with more.
  private mutating func readRawText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let open = bytes.index(of: 0x3C, from: position) else {
      position = bytes.count
      return true
    }
    position = open
    let nameEnd = open + 2 + (element?.nameLength ?? 0)
    guard nameEnd < bytes.count else { return false }
    let closes =
      bytes[open + 1] == 0x2F && (isSpace(bytes[nameEnd]) || bytes[nameEnd] == 0x2F || bytes[nameEnd] == 0x3E)
      && RawElement(name: bytes[open + 2..<nameEnd]) == element
    position = closes ? nameEnd : open + 1
    if closes {
      state = .inTag
      element = nil
    }
    return true
  }

  private mutating func readTagOpen(_ byte: UInt8) {
    if isLetter(byte) {
      // An end tag's name is read like an attribute's: it opens no raw text.
      nameStart = position
      element = nil
      state = state == .tagOpen ? .tagName : .attributeName
      return
    }
    switch byte {
    case 0x2F where state == .tagOpen: state = .endTagOpen
    case 0x21 where state == .tagOpen: state = .declarationOpen
    case 0x3F where state == .tagOpen: state = .declaration
    // `</>` is nothing, `</` before anything else a comment up to `>`.
    case _ where state == .endTagOpen: state = byte == 0x3E ? .text : .declaration
    default:
      state = .text
      return
    }
    position += 1
  }

  private mutating func readTagName(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = position
    // `<` and `=` are part of a tag's name, though nobody writes them.
    while index < bytes.count, !endsName(bytes[index]) || bytes[index] == 0x3C || bytes[index] == 0x3D {
      index += 1
    }
    position = index
    guard index < bytes.count else { return }
    element = RawElement(name: bytes[nameStart..<index])
    state = .inTag
  }

  private mutating func readAttributeName(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = position
    while index < bytes.count, !endsName(bytes[index]) { index += 1 }
    position = index
    guard index < bytes.count else { return }
    if bytes[index] == 0x3C {
      if isUndecided { decideForContent() } else { position += 1 }
      return
    }
    nameEnd = index
    state = .afterName
  }

  /// Reads one byte of a tag, and the spaces before it.
  private mutating func readTag(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = position
    var index = start
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    position = index
    if state == .unquoted, index > start { state = .inTag }
    guard index < bytes.count else { return }
    let byte = bytes[index]
    if byte == 0x3C, isUndecided {
      decideForContent()
      return
    }
    position = index + 1
    switch (byte, state) {
    case (0x3E, _):
      isUndecided = false
      state = element == nil ? .text : .rawText
    case (0x3D, .afterName): state = .beforeValue
    case (_, .beforeValue):
      let isQuote = byte == 0x22 || byte == 0x27
      valueStart = isQuote ? index + 1 : index
      state = byte == 0x22 ? .doubleQuoted : byte == 0x27 ? .singleQuoted : .unquoted
    case (_, .unquoted): return
    case (0x2F, _): state = .inTag
    default:
      nameStart = index
      state = .attributeName
    }
  }

  private mutating func readQuoted(_ bytes: UnsafeBufferPointer<UInt8>, quote: UInt8) {
    let end = bytes.index(of: quote, from: position) ?? bytes.count
    // No attribute of ours holds a bare `<`, so what looked like one was text.
    if isUndecided, let open = bytes.index(of: 0x3C, from: position), open < end {
      position = open
      decideForContent()
      return
    }
    position = min(end + 1, bytes.count)
    if end < bytes.count { state = .inTag }
  }

  private mutating func readDeclarationOpen(_ byte: UInt8) {
    guard byte == 0x2D else {
      state = .declaration
      return
    }
    position += 1
    valueStart = position
    state = state == .declarationOpen ? .declarationDash : .comment
  }

  private mutating func readComment(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let end = bytes.index(of: 0x3E, from: position) else {
      position = bytes.count
      return
    }
    position = end + 1
    let closes =
      state == .declaration || (bytes[end - 1] == 0x2D && bytes[end - 2] == 0x2D)
      || (end >= valueStart + 3 && bytes[end - 1] == 0x21 && bytes[end - 2] == 0x2D && bytes[end - 3] == 0x2D)
    if closes { state = .text }
  }
}

// Tests of single bytes are one shift and one comparison, since every byte of a tag goes through some.

@inline(__always)
private func isSpace(_ byte: UInt8) -> Bool {
  byte <= 0x20 && (0x1_0000_3600 as UInt64) &>> UInt64(byte) & 1 == 1
}

/// Whether `byte` ends the name of a tag or of an attribute: a space, `/`, `<`, `=` or `>`.
@inline(__always)
private func endsName(_ byte: UInt8) -> Bool {
  byte < 0x40 && (0x7000_8001_0000_3600 as UInt64) &>> UInt64(byte) & 1 == 1
}

@inline(__always)
private func isLetter(_ byte: UInt8) -> Bool {
  let lowered = byte | 0x20
  return lowered >= 0x61 && lowered <= 0x7A
}
