/// A place of a template, as what may be written there.
enum Place: Hashable {
  /// Between tags.
  case content
  /// In `title` or `textarea`: text only.
  case plainText
  /// In a tag, outside of attribute values.
  case name
  /// In an attribute value in quotes; a declaration takes text as a plain one does.
  case value(AttributeKind)
  /// After `name=` in a template that may have begun in a tag or in text.
  case unquoted
  case script, style
  /// In a comment, or where one may begin.
  case comment
}

extension HTML {
  /// Readies the end of the template for a value and says where it stands: decides for text where nothing
  /// else did, and gives an unquoted attribute its opening quote.
  mutating func enterPlace() -> Place {
    switch context.state {
    case .text: return .content
    case .tagOpen, .endTagOpen, .tagName, .inTag, .attributeName, .afterName:
      guard context.isUndecided else { return .name }
      context.decideForContent()
      return .content
    case .beforeValue, .unquoted:
      let kind = attributeKind
      if context.state == .beforeValue { context.valueStart = bytes.count }
      if context.isUndecided, kind == .plain {
        context.state = .unquoted
        return .unquoted
      }
      bytes.insert(0x22, at: context.valueStart)
      context.valueStart += 1
      context.position = bytes.count
      context.state = .addedQuote
      return .value(kind)
    case .doubleQuoted, .singleQuoted, .addedQuote: return .value(attributeKind)
    case .declarationOpen, .declarationDash:
      context.state = .declaration
      return .comment
    case .declaration: return .value(.plain)
    case .comment: return .comment
    case .rawText:
      switch context.element {
      case .script: return .script
      case .style: return .style
      // After a `<` that nothing follows yet, a text could name the end tag.
      case .title, .textarea, nil: return context.position < bytes.count ? .value(.inert) : .plainText
      }
    }
  }

  private var attributeKind: AttributeKind {
    AttributeKind(name: bytes[context.nameStart..<context.nameEnd])
  }
}

extension Context {
  /// Whether the next byte is part of an attribute's value.
  var isValue: Bool {
    switch state {
    case .beforeValue, .doubleQuoted, .singleQuoted, .unquoted, .addedQuote: true
    default: false
    }
  }
}

/// What stands in an address before a text that is put into it.
enum AddressPrefix {
  /// The text may go on in the path or what is before it, or in the query or fragment.
  case path, query
  /// A scheme that isn't allowed, or something that isn't an address.
  case refused

  init(_ prefix: ArraySlice<UInt8>) {
    guard let end = prefix.firstIndex(where: { !Self.schemeBytes.contains($0) }) else {
      self = .path
      return
    }
    switch prefix[end] {
    case 0x3A where !URLReference.Scheme.allCases.contains { $0.matches(prefix[..<end]) }: self = .refused
    // What a browser strips, decodes or takes for a slash, before it looks for a scheme.
    case 0x00, 0x02...0x20, 0x26, 0x5C, 0x7F: self = .refused
    default: self = prefix.contains { $0 == 0x3F || $0 == 0x23 } ? .query : .path
    }
  }

  private static let schemeBytes = ASCIISet.alphanumerics.union("+-._~")
}
