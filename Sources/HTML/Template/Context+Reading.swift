extension Context {
  /// Reads what was written since `position`.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    while position < bytes.count {
      switch state {
      case .text: readText(bytes)
      case .rawText: if !readRawText(bytes) { return }
      case .tagOpen, .endTagOpen: readTagOpen(bytes[position])
      case .tagName: readTagName(bytes)
      case .inTag, .attributeName, .afterName, .beforeValue, .unquoted: readTag(bytes[position])
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
    guard let open = bytes.index(of: 0x3C, from: position) else {
      position = bytes.count
      return
    }
    position = open + 1
    state = .tagOpen
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
    while position < bytes.count, !isSpace(bytes[position]), bytes[position] != 0x2F, bytes[position] != 0x3E {
      position += 1
    }
    guard position < bytes.count else { return }
    element = RawElement(name: bytes[nameStart..<position])
    state = .inTag
  }

  private mutating func readTag(_ byte: UInt8) {
    if byte == 0x3C, isUndecided {
      decideForContent()
      return
    }
    position += 1
    if byte == 0x3E {
      isUndecided = false
      state = element == nil ? .text : .rawText
      return
    }
    let isSpace = isSpace(byte)
    switch state {
    case .attributeName:
      guard isSpace || byte == 0x2F || byte == 0x3D else { return }
      nameEnd = position - 1
      state = byte == 0x3D ? .beforeValue : isSpace ? .afterName : .inTag
    case .beforeValue:
      if isSpace { return }
      let isQuote = byte == 0x22 || byte == 0x27
      valueStart = isQuote ? position : position - 1
      state = byte == 0x22 ? .doubleQuoted : byte == 0x27 ? .singleQuoted : .unquoted
    case .unquoted:
      if isSpace { state = .inTag }
    case .afterName where byte == 0x3D: state = .beforeValue
    default:
      if isSpace { return }
      nameStart = position - 1
      state = byte == 0x2F ? .inTag : .attributeName
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

private func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B)
}

private func isLetter(_ byte: UInt8) -> Bool {
  let lowered = byte | 0x20
  return lowered >= 0x61 && lowered <= 0x7A
}
