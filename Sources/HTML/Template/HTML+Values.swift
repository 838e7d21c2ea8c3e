// How each kind of value is written, by the place it stands in.
extension HTML {
  mutating func append(literal: String) {
    literal.withUTF8Bytes { literal in
      var rest = literal
      if context.state == .addedQuote {
        let end = literal.firstIndex { $0 <= 0x20 || $0 == 0x3E } ?? literal.count
        Escape.markup(UnsafeBufferPointer(rebasing: literal[..<end]), to: &bytes)
        context.position = bytes.count
        guard end < literal.count else { return }
        closeAddedQuote()
        rest = UnsafeBufferPointer(rebasing: literal[end...])
      }
      bytes.append(contentsOf: rest)
      read()
    }
  }

  mutating func append(text: some StringProtocol) {
    text.withUTF8Bytes { append(text: $0) }
  }

  /// `keepsMarks` keeps the bytes of address marks, which no text of an author may hold.
  mutating func append(text: UnsafeBufferPointer<UInt8>, keepsMarks: Bool = false) {
    switch enterPlace() {
    case .content, .plainText, .value(.plain):
      Escape.text(text, keepsMarks: keepsMarks, to: &bytes)
    case .unquoted: Escape.unquoted(text, to: &bytes)
    case .value(.address): append(address: text)
    case .value(.inert): return
    case .name:
      Escape.name(text, to: &bytes)
      return read()
    case .script: return Escape.script(text, to: &bytes)
    case .style: return Escape.styleSheet(text, to: &bytes)
    case .comment: Escape.comment(text, to: &bytes)
    }
    context.position = bytes.count
  }

  /// Text in an attribute that holds an address, at its start or further on.
  private mutating func append(address text: UnsafeBufferPointer<UInt8>) {
    guard bytes.count > context.valueStart else {
      if text.isEmpty { return }
      guard let reference = URLReference(utf8: text) else { return bytes.append(0x23) }
      return append(address: reference)
    }
    switch AddressPrefix(bytes[context.valueStart...]) {
    case .refused: return
    case .path: Escape.addressPart(text, isPath: true, to: &bytes)
    case .query: Escape.addressPart(text, isPath: false, to: &bytes)
    }
  }

  private mutating func append(address reference: URLReference) {
    if bytes.count > context.valueStart {
      if AddressPrefix(bytes[context.valueStart...]) == .refused { return }
    } else if reference.isSingleName {
      // Without a slash before it, a later `:` would make a scheme of what is written here.
      bytes.append(contentsOf: [0x2E, 0x2F])
    }
    append(attribute: reference)
  }

  private mutating func append(attribute reference: URLReference) {
    let isSite = reference.sitePath != nil
    if isSite { bytes.append(Mark.start) }
    reference.string.withUTF8Bytes { Escape.text($0, to: &bytes) }
    if isSite { bytes.append(Mark.end) }
  }

  mutating func append(_ reference: URLReference) {
    let place = enterPlace()
    switch place {
    case .content, .plainText, .unquoted, .value(.plain): append(attribute: reference)
    case .value(.address): append(address: reference)
    case .value(.inert), .name: return
    case .script, .style:
      let isSite = reference.sitePath != nil
      if isSite { bytes.append(Mark.start) }
      reference.string.withUTF8Bytes {
        switch place {
        case .script where isSite: Escape.siteAddress($0, ampersand: #"\u0026"#, to: &bytes)
        case .script: Escape.script($0, to: &bytes)
        case _ where isSite: Escape.siteAddress($0, ampersand: #"\26 "#, to: &bytes)
        default: Escape.styleSheet($0, to: &bytes)
        }
      }
      if isSite { bytes.append(Mark.end) }
      return
    case .comment: reference.string.withUTF8Bytes { Escape.comment($0, to: &bytes) }
    }
    context.position = bytes.count
  }

  mutating func append(_ json: JSON) {
    let serialized = json.serialized()
    if enterPlace() == .script {
      bytes.append(contentsOf: serialized)
    } else {
      serialized.withUnsafeBufferPointer { append(text: $0, keepsMarks: true) }
    }
  }

  mutating func append(_ markup: HTML) {
    guard !markup.isEmpty else { return }
    guard !bytes.isEmpty else {
      bytes.append(contentsOf: markup.bytes)
      context = markup.context
      return
    }
    if context.isUndecided, !staysUndecided(with: markup) { context.decideForContent() }
    switch context.isUndecided && !context.isValue ? .name : enterPlace() {
    case .content: appendContent(markup)
    case .name:
      guard !markup.context.isContent else { return }
      bytes.append(contentsOf: markup.bytes)
      read()
    case .plainText, .value(.plain):
      markup.bytes.withUnsafeBufferPointer { Escape.markup($0, to: &bytes) }
      context.position = bytes.count
    case .comment:
      markup.bytes.withUnsafeBufferPointer { Escape.comment($0, to: &bytes) }
      context.position = bytes.count
    case .value, .unquoted, .script, .style: return
    }
  }

  /// Whether a template that may have begun in a tag may still have done so with `markup` at its end.
  private func staysUndecided(with markup: HTML) -> Bool {
    switch context.state {
    case .beforeValue, .unquoted: false
    case .doubleQuoted, .singleQuoted: !markup.bytes.contains(0x3C)
    default: !markup.context.isContent
    }
  }

  /// Puts `markup` between elements; what it leaves open stays open.
  private mutating func appendContent(_ markup: HTML) {
    var next = markup.context.isUndecided ? Context.text : markup.context.moved(by: bytes.count)
    bytes.append(contentsOf: markup.bytes)
    next.isContent = context.isContent
    if next.state == .text { next.position = bytes.count }
    context = next
  }

  /// Ends the value of an attribute that was given quotes.
  mutating func closeAddedQuote() {
    guard context.state == .addedQuote else { return }
    bytes.append(0x22)
    context.state = .inTag
    context.position = bytes.count
  }

  private mutating func read() {
    var context = context
    bytes.withUnsafeBufferPointer { context.read($0) }
    self.context = context
  }
}
