/// A language whose rules for dates, numbers and lists are known, or none.
///
/// All its functions are pure: neither the machine's locale nor its time zone changes what they give.
///
///     Language(code: "fr-FR").number(5_391_223)  // « 5 391 223 », with U+202F
public enum Language: Sendable, Hashable, CaseIterable {
  case french
  case english
  /// Any other: dates stay in ISO 8601, numbers in plain digits.
  case neutral

  /// The language of a BCP 47 code: `fr`, `fr-FR`, `en-GB`… Only its first subtag counts.
  public init(code: String) {
    let language = code.utf8.prefix { $0 != UInt8(ascii: "-") }
    func isLanguage(_ name: String) -> Bool { language.elementsEqual(name.utf8) { $0 | 0x20 == $1 } }
    self = isLanguage("fr") ? .french : isLanguage("en") ? .english : .neutral
  }
}

/// U+00A0, where no line may end.
let noBreakSpace = "\u{A0}"
/// U+202F, the narrow one.
let narrowNoBreakSpace = "\u{202F}"
