import Content
import Markup
import Templates

/// The Markdown file that a new item begins as: its type's keys, each explained from its declaration.
///
/// Required keys are left for the author to fill, everything else waits in comments: the file can be read as
/// it is, and a build asks for nothing but what only the author knows.
public struct ItemTemplate {
  private let platform: PlatformDeclarations
  private let type: ContentType
  private let examples: ValueExamples
  private let texts: TemplateTexts
  private let words: AuthorTexts

  /// How many terms of a vocabulary are listed.
  private static let termLimit = 40

  /// - Parameter type: the index of its type.
  public init(type: Int, of platform: PlatformDeclarations) {
    self.platform = platform
    self.type = platform.types[type]
    let language = platform.settings.language
    texts = TemplateTexts.of(language)
    words = AuthorTexts(for: language)
    examples = ValueExamples(platform: platform, type: type, yes: texts.yes)
  }

  /// - Parameter title: without control characters.
  public func markdown(title: String, isDraft: Bool) -> String {
    var yaml = CommentedYAML()
    yaml.explain(sentences(type.name, type.description))
    yaml.explain(texts.howTo)
    yaml.line("title: \(YAMLText.quoted(title))")
    if isDraft { yaml.key(ItemKey.draft.rawValue, example: "true", isRequired: true, isCommented: false) }
    for field in type.fields where field.isRequired { write(field, to: &yaml) }
    let groups = type.capabilities.filter { !$0.keys.isEmpty }
    for group in groups where group.isUsed { write(group, to: &yaml) }
    yaml.line()
    yaml.explain(texts.optional)
    for key in ItemTemplate.explained { write(key, to: &yaml) }
    for field in type.fields where !field.isRequired { write(field, to: &yaml) }
    for group in groups where !group.isUsed { write(group, to: &yaml) }
    yaml.line()
    let isRest = { (key: ItemKey) in
      key != .title && !ItemTemplate.explained.contains(key) && !(isDraft && key == .draft)
    }
    for key in ItemKey.allCases where isRest(key) {
      yaml.line("# \(key.rawValue): \(examples.example(of: key))  # \(texts.key(key))")
    }
    return "---\n\(yaml.text)---\n\n<!-- \(texts.prompt) -->\n"
  }

  /// The keys of every item that most have.
  private static let explained: [ItemKey] = [.summary, .date, .sources, .licence]

  private func write(_ key: ItemKey, to yaml: inout CommentedYAML) {
    yaml.line()
    yaml.explain(sentences(texts.key(key)))
    yaml.key(key.rawValue, example: examples.example(of: key), isRequired: false)
  }

  private func write(_ field: Field, to yaml: inout CommentedYAML) {
    yaml.line()
    let facts = [kind(of: field), field.unit, field.isRequired ? texts.required : nil].compactMap(\.self)
    yaml.explain(
      sentences(
        "\(field.label) (\(facts.joined(separator: ", ")))", field.help, field.isUnique ? texts.unique : nil,
        field.isRequired ? texts.unspecified : nil))
    if case .term(let vocabulary) = field.kind { yaml.explain(terms(of: platform.vocabularies[vocabulary])) }
    yaml.key(field.id, example: examples.example(of: field), isRequired: field.isRequired)
  }

  private func write(_ capability: CapabilityKind, to yaml: inout CommentedYAML) {
    yaml.line()
    yaml.group(capability.rawValue, isUsed: capability.isUsed) { yaml in
      for key in capability.keys {
        let label = words.label(of: key)
        yaml.explain(
          key.isRequired
            ? sentences("\(label) (\(texts.required))", key.mayBeUnspecified ? texts.unspecified : nil)
            : sentences(label))
        yaml.key(
          key.name, example: examples.example(of: key), isRequired: key.isRequired,
          isCommented: capability.isUsed)
      }
    }
  }

  private func sentences(_ parts: String?...) -> String {
    parts.compactMap(\.self).map { ".?!".utf8.contains($0.utf8.last ?? 0) ? $0 : $0 + "." }.joined(
      separator: " ")
  }

  private func kind(of field: Field) -> String {
    let words = words.kind(field.kind, isList: field.isList)
    switch field.kind {
    case .term(let vocabulary): return "\(words) \(platform.vocabularies[vocabulary].plural)"
    case .reference(let ids) where !ids.isEmpty:
      let names = platform.types.filter { ids.contains($0.id) }.map(\.name)
      return "\(words) \(names.joined(separator: ", "))"
    default: return words
    }
  }

  private func terms(of vocabulary: Vocabulary) -> String {
    let terms = vocabulary.terms.prefix(ItemTemplate.termLimit).map { term in
      Slug.make(term.label) == term.id ? term.id : "\(term.id) (\(term.label))"
    }
    let rest = vocabulary.terms.count > terms.count ? "…" : "."
    return "\(texts.oneOf) \(terms.joined(separator: ", "))\(rest)"
  }
}

extension CapabilityKind {
  /// Whether a new item's file has its group ready to be filled: it says what the group means nothing
  /// without.
  fileprivate var isUsed: Bool { keys.contains(where: \.isRequired) }
}
