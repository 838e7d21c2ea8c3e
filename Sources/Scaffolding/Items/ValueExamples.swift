import Content

/// Examples of what authors write, each valid where it stands.
struct ValueExamples {
  let platform: PlatformDeclarations
  /// The index of the item's type.
  let type: Int
  let yes: String

  /// Stands for words that only the author knows.
  static let words = "\"…\""
  private static let link = "\"https://exemple.org/\""
  private static let date = "2026-11"

  /// The number that the next item of the type may have.
  private var nextNumber: String { String(platform.itemCount(of: type) + 1) }

  func example(of field: Field) -> String {
    list(field.isList) {
      field.kind == .number && field.isUnique ? nextNumber : value(field.kind, isList: field.isList)
    }
  }

  func example(of key: ItemKey) -> String {
    switch key.value {
    case .text: ValueExamples.words
    case .date: ValueExamples.date
    case .boolean: key == .glossary ? "false" : "true"
    case .integer: "10"
    case .sources:
      "[{text: \(ValueExamples.words), url: \(ValueExamples.link), page: \(ValueExamples.words)}]"
    case .languageCode: "en"
    case .slug: "une-autre-adresse"
    case .id: "\(platform.types[type].id)/un-nom"
    case .path: "/une/adresse/"
    case .paths: "[/ancienne-adresse/]"
    case .layout: "wide"
    case .check: "{skip: [summary-missing]}"
    }
  }

  func example(of key: CapabilityKey) -> String {
    switch key {
    case .eventStart: return "2026-11-21 14:30"
    case .trackerNumber, .chapterNumber: return nextNumber
    case .chapterOf: return reference(to: platform.types.filter { !$0.has(.chapter) }.map(\.id))
    default: break
    }
    switch key.value {
    case .field(let kind, let isList): return list(isList) { value(kind, isList: isList) }
    case .typeName: return tracked?.id ?? platform.types[type].id
    case .groups: return "[\(group(key.members))]"
    case .rows: return "[[\(group(key.members))]]"
    case .levels: return "{\(reference(to: tracked.map { [$0.id] } ?? [])): \(ValueExamples.words)}"
    }
  }

  /// A type whose items are followed from one assessment to the next.
  private var tracked: ContentType? { platform.types.first { $0.has(.tracker) } }

  private func list(_ isList: Bool, _ value: () -> String) -> String {
    isList ? "[\(value())]" : value()
  }

  private func value(_ kind: Field.Kind, isList: Bool) -> String {
    switch kind {
    case .text, .markdown: ValueExamples.words
    case .date: ValueExamples.date
    case .number: "12"
    case .link: ValueExamples.link
    case .boolean: yes
    case .term(let vocabulary):
      platform.vocabularies[vocabulary].terms.prefix(isList ? 2 : 1).map(\.id).joined(separator: ", ")
    case .reference(let types): reference(to: types)
    }
  }

  private func reference(to types: [String]) -> String {
    platform.exampleReference(to: types) ?? ValueExamples.words
  }

  private func group(_ members: [CapabilityKey.Member]) -> String {
    let values = members.map { member in
      let value =
        switch member.value {
        case .text: ValueExamples.words
        case .date: ValueExamples.date
        case .number: "100"
        case .integer: "1"
        case .reference: reference(to: [])
        }
      return "\(member.name): \(value)"
    }
    return "{\(values.joined(separator: ", "))}"
  }
}
