/// The attributes of one directive, checked against what it takes.
struct DirectiveAttributes {
  private(set) var values: [Directive.Key: String] = [:]
  private(set) var problems: [DirectiveProblem] = []

  /// - Parameters:
  ///   - text: what stands between the braces; nil without braces.
  ///   - language: that of the directive's name, for the names of attributes in problems.
  init(_ text: UnsafeBufferPointer<UInt8>?, of directive: Directive, language: Language) {
    if let text { read(text, of: directive, language: language) }
    for attribute in directive.attributes where attribute.isRequired && values[attribute.key] == nil {
      if !problems.contains(.malformed) { problems.append(.missingAttribute(attribute.name.in(language))) }
    }
  }

  private mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, of directive: Directive, language: Language
  ) {
    var index = 0
    while true {
      while index < text.count, Byte.isSpaceOrTab(text[index]) { index += 1 }
      guard index < text.count else { return }
      let start = index
      while index < text.count, text[index] != Byte.equalsSign, !Byte.isSpaceOrTab(text[index]) { index += 1 }
      let key = PlainText.shortened(Array(text[start..<min(index, start + 256)])[...], toScalars: 64)
      var value: String?
      if index < text.count, text[index] == Byte.equalsSign {
        index += 1
        value = self.value(in: text, at: &index)
        guard value != nil, !key.isEmpty else { return problems.append(.malformed) }
      }
      // A hundred wrong attributes say no more than a few.
      guard problems.count < 8 else { return }
      add(key, value, to: directive, language: language)
    }
  }

  private mutating func add(_ key: String, _ value: String?, to directive: Directive, language: Language) {
    let slug = key.utf8.count <= 64 ? Slug.make(key) : ""
    let attribute = directive.attributes.first { attribute in
      slug == Slug.make(attribute.name.french) || slug == Slug.make(attribute.name.english)
    }
    guard let attribute, key.utf8.first != Byte.numberSign else {
      let known = directive.attributes.map { $0.name.in(language) }
      return problems.append(.unknownAttribute(key, known: known))
    }
    guard values[attribute.key] == nil else { return problems.append(.duplicateAttribute(key)) }
    // A flag's value, and a value that is missing where one is needed, say nothing.
    guard attribute.isFlag == (value == nil) else { return problems.append(.malformed) }
    let trimmed = PlainText.trimmed(Array((value ?? "").utf8)[...])
    if trimmed.isEmpty, !attribute.isFlag {
      if !attribute.isRequired { problems.append(.missingAttribute(key)) }
      return
    }
    values[attribute.key] = String(decoding: trimmed, as: UTF8.self)
  }

  /// Reads a value in quotes, where `\` keeps the byte after it, or up to a space; nil for a wrong one.
  private func value(in text: UnsafeBufferPointer<UInt8>, at index: inout Int) -> String? {
    guard index < text.count, DirectiveSyntax.isQuote(text[index]) else {
      let start = index
      while index < text.count, !Byte.isSpaceOrTab(text[index]) { index += 1 }
      let value = String(decoding: text[start..<index], as: UTF8.self)
      // Quotes that a word processor made don't hold a value together.
      let first = value.unicodeScalars.first
      return first == nil || first == "“" || first == "”" || first == "«" || first == "’" ? nil : value
    }
    let quote = text[index]
    var value: [UInt8] = []
    index += 1
    while index < text.count, text[index] != quote {
      let isEscaped = text[index] == Byte.backslash && index + 1 < text.count
      if isEscaped, text[index + 1] == quote || text[index + 1] == Byte.backslash { index += 1 }
      value.append(text[index])
      index += 1
    }
    guard index < text.count else { return nil }
    index += 1
    return index == text.count || Byte.isSpaceOrTab(text[index])
      ? String(decoding: value, as: UTF8.self) : nil
  }
}
