/// One change to a text's bytes.
struct TypographicEdit {
  enum Kind: UInt8 {
    case noBreakSpace, narrowNoBreakSpace, apostrophe, ellipsis, enDash
    /// « with the space after it, » with the space before it.
    case spacedOpeningGuillemet, spacedClosingGuillemet
    case openingGuillemet, closingGuillemet
    case openingQuote, closingQuote, openingSingleQuote
    case nothing
    /// The bytes stay, and stand raised where the text allows it.
    case raised

    private var text: StaticString {
      switch self {
      case .noBreakSpace: "\u{A0}"
      case .narrowNoBreakSpace: "\u{202F}"
      case .apostrophe: "’"
      case .ellipsis: "…"
      case .enDash: "–"
      case .spacedOpeningGuillemet: "«\u{A0}"
      case .spacedClosingGuillemet: "\u{A0}»"
      case .openingGuillemet: "«"
      case .closingGuillemet: "»"
      case .openingQuote: "“"
      case .closingQuote: "”"
      case .openingSingleQuote: "‘"
      case .nothing, .raised: ""
      }
    }

    func append(to bytes: inout Scratch) {
      text.withUTF8Buffer { bytes.append($0) }
    }

    func append(to bytes: inout [UInt8]) {
      text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
  }

  /// The offset of the first byte that is replaced, or of the one that something is put before.
  var start: Int
  /// How many bytes are replaced: whole characters of one node.
  var length: Int
  var kind: Kind

  var end: Int { start + length }
}
