import Content
import HTML

/// What authors write, in the forms that content is read in.
extension Schema {
  /// Any text: YAML takes `12` and `true` for something else, and content for text.
  static let text = Schema(["type": ["string", "number", "boolean"]])

  static let boolean = any(
    Schema(["type": "boolean"]), one(of: ["true", "oui", "yes", "false", "non", "no"]))

  static let integer = any(Schema(["type": "integer"]), pattern("^[+-]?[0-9]+$"))

  static let number = any(Schema(["type": "number"]), pattern("^-?[0-9]+([.,][0-9]+)?$"))

  /// A date with its precision, or a period.
  static let date: Schema = {
    let time = "[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-][0-9]{2}:[0-5][0-9])?"
    let month = "(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(\(time))?)?"
    let date = "[0-9]{4}(-([TQ][1-4]|S[12]|\(month)))?"
    return any(
      pattern("^\(date)(/(\\.\\.|\(date)))?$"), Schema(["type": "integer", "minimum": 1000, "maximum": 9999]))
  }()

  /// A whole address, or a path of this site.
  static let link = pattern("^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Tt][Ee][Ll]:|/([^/]|$))")

  static let path = pattern("^/([^/]|$)")

  /// A part of an address: no capitals, accents or spaces.
  static let slug = any(pattern("^[^\\sA-Z/_.]+$"), Schema(["type": "integer", "minimum": 0]))

  static let colour = pattern("^#[0-9A-Fa-f]{6}$")

  static let languageCode = pattern("^[A-Za-z0-9]{2,3}(-[A-Za-z0-9]{1,8})*$")

  /// « non précisé », in the forms that count as it.
  static let unspecified = pattern("^([Nn]on[ -]pr[ée]cis[ée]e?s?|[Nn]ot[ -]stated)$")

  /// Where statements come from.
  static let sources: Schema = {
    let keys = [
      Key("source", text), Key("text", text), Key("url", link), Key("page", text), Key("date", date),
      Key("note", text),
    ]
    return any(text, group(keys)).list
  }()

  static func value(of kind: Field.Kind, _ vocabularies: [Vocabulary]) -> Schema {
    switch kind {
    case .text, .markdown, .reference: text
    case .date: date
    case .number: number
    case .link: link
    case .boolean: boolean
    case .term(let index): terms(of: vocabularies[index])
    }
  }

  /// One of a vocabulary's terms: by its id, with its label, or by its label.
  static func terms(of vocabulary: Vocabulary) -> Schema {
    let ids = vocabulary.terms.map { term -> Schema in
      // YAML reads an id of digits as a number.
      let values: JSON = Int(term.id).map { [.string(term.id), .int($0)] } ?? [.string(term.id)]
      return Schema(["enum": values]).described(term.label, term.description)
    }
    let labels = one(
      of: vocabulary.terms.map(\.label).filter { label in !vocabulary.terms.contains { $0.id == label } })
    let all = ids + (labels.json == one(of: []).json ? [] : [labels])
    return Schema(["anyOf": .array(all.map(\.json))])
  }
}
