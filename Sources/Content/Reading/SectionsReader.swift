import Markup

/// Reads the sections that `site.yml` declares, once vocabularies and types are known.
struct SectionsReader {
  /// The keys of `site.yml` that it reads.
  static let keys = ["home", "library", "agenda", "positioning", "search"]

  private let vocabularies: [Vocabulary]
  private let types: [ContentType]
  /// What couldn't be read: nothing is said about it here.
  private let unread: Unread

  struct Unread {
    var vocabularies: Set<String>
    /// Whether a type couldn't be read.
    var lacksTypes: Bool
  }

  init(vocabularies: [Vocabulary], types: [ContentType], unread: Unread) {
    self.vocabularies = vocabularies
    self.types = types
    self.unread = unread
  }

  func read(_ reader: inout MappingReader) -> Sections {
    var sections = Sections()
    if var group = reader.mapping("library") {
      sections.library = library(&group)
      group.finish()
      reader.add(group)
    }
    if var group = reader.mapping("agenda") {
      sections.agenda = agenda(&group)
      group.finish()
      reader.add(group)
    }
    if var group = reader.mapping("positioning") {
      sections.positioning = positioning(&group)
      group.finish()
      reader.add(group)
    }
    if var group = reader.mapping("search") {
      sections.search = search(&group)
      group.finish()
      reader.add(group)
    }
    sections.home = home(&reader, sections)
    return sections
  }

  private func heading(_ reader: inout MappingReader, path: String) -> SectionHeading? {
    let location = reader.keys.contains("path") ? reader.keyLocation("path") : reader.location
    let written = reader.path("path") ?? path
    if written.isEmpty { reader.report(.pathInvalid(key: "path", value: ""), at: location) }
    guard let title = reader.text("title", required: true), !written.isEmpty else { return nil }
    return SectionHeading(path: written, title: title, summary: reader.text("summary"), location: location)
  }

  private func library(_ reader: inout MappingReader) -> Library? {
    let heading = heading(&reader, path: "bibliotheque")
    let named = self.types(&reader, key: "types")
    let facets = reader.list("facets").compactMap { vocabulary($0, key: "facets", &reader) }
    let chosen = named ?? types.indices.filter { types[$0].hasList }
    return heading.map { Library(heading: $0, types: chosen.sorted(), facets: facets) }
  }

  private func search(_ reader: inout MappingReader) -> SearchSection? {
    let heading = heading(&reader, path: "recherche")
    let facets = reader.list("facets").compactMap { vocabulary($0, key: "facets", &reader) }
    let hasScript = reader.boolean("script") ?? false
    return heading.map { SearchSection(heading: $0, facets: facets, hasScript: hasScript) }
  }

  private func agenda(_ reader: inout MappingReader) -> Agenda? {
    let heading = heading(&reader, path: "agenda")
    let named = self.types(&reader, key: "types")
    let chosen = named ?? types.indices.filter { types[$0].has(.event) || types[$0].has(.course) }
    return heading.map { Agenda(heading: $0, types: chosen.sorted()) }
  }

  private func positioning(_ reader: inout MappingReader) -> Positioning? {
    let heading = heading(&reader, path: "se-situer")
    let doors = reader.requiredNode("doors").flatMap { vocabulary($0, key: "doors", &reader) }
    var questions: [Positioning.Question] = []
    if reader.node("questions") == nil { reader.reportMissing("questions") }
    for node in reader.list("questions") {
      var group = reader.inner(node, keyed: "questions")
      let vocabulary = group.requiredNode("vocabulary").flatMap {
        self.vocabulary($0, key: "vocabulary", &group)
      }
      let text = group.text("question", required: true)
      let help = group.text("help")
      group.finish()
      reader.add(group)
      if let vocabulary, let text {
        questions.append(Positioning.Question(vocabulary: vocabulary, text: text, help: help))
      }
    }
    guard let heading, let doors, !questions.isEmpty else { return nil }
    let positioning = Positioning(heading: heading, questions: questions, doors: doors)
    guard positioning.pageCount(vocabularies) <= Positioning.pageLimit else {
      reader.report(
        .tooManyAnswers(count: positioning.pageCount(vocabularies), limit: Positioning.pageLimit),
        at: heading.location)
      return nil
    }
    return positioning
  }

  private func home(_ reader: inout MappingReader, _ sections: Sections) -> [HomeBlock]? {
    guard reader.node("home") != nil else { return nil }
    return reader.list("home").compactMap { node in
      var group = reader.inner(node, keyed: "home")
      let title = group.text("title")
      let text = group.text("text")
      let content = content(&group, sections)
      group.finish()
      reader.add(group)
      return content.map { HomeBlock(title: title, text: text, content: $0) }
    }
  }

  /// What a block shows: the first of its keys that says it.
  private func content(_ reader: inout MappingReader, _ sections: Sections) -> HomeBlock.Content? {
    let kinds = ["terms", "items", "newest", "positioning", "agenda", "library"]
    let style = style(&reader)
    let limit = reader.count("limit") ?? 6
    // Every key is asked for, so that each is known.
    let nodes = kinds.map { reader.node($0) }
    guard let kind = nodes.firstIndex(where: { $0 != nil }), let node = nodes[kind] else {
      reader.report(.homeBlockEmpty(known: kinds), at: reader.location)
      return nil
    }
    switch kinds[kind] {
    case "terms": return vocabulary(node, key: "terms", &reader).map { .terms(vocabulary: $0, style) }
    case "items": return type(node, key: "items", &reader).map { .items(type: $0, limit: limit) }
    case "newest": return .newest(reader.count("newest") ?? 6)
    default: break
    }
    guard reader.boolean(of: node, key: kinds[kind]) == true else { return nil }
    let content: HomeBlock.Content? =
      switch kinds[kind] {
      case "positioning": sections.positioning.map { .positioning($0) }
      case "agenda": sections.agenda.map { .agenda($0) }
      default: sections.library.map { .library($0) }
      }
    if content == nil { reader.report(.missingKey(kinds[kind]), at: node) }
    return content
  }

  private func style(_ reader: inout MappingReader) -> HomeBlock.TermStyle {
    guard let node = reader.node("style"), let text = reader.text(of: node, key: "style") else { return .doors }
    if let style = HomeBlock.TermStyle(rawValue: text) { return style }
    let known = HomeBlock.TermStyle.allCases.map(\.rawValue)
    reader.report(
      .unknownValue(
        key: "style", value: text, suggestion: EditDistance.nearest(to: text, among: known), known: known),
      at: node)
    return .doors
  }
}

/// Names of vocabularies and types.
extension SectionsReader {
  private func types(_ reader: inout MappingReader, key: String) -> [Int]? {
    guard reader.node(key) != nil else { return nil }
    return reader.list(key).compactMap { type($0, key: key, &reader) }
  }

  private func type(_ node: YAMLNode, key: String, _ reader: inout MappingReader) -> Int? {
    guard let text = reader.text(of: node, key: key) else { return nil }
    if let index = types.firstIndex(where: { $0.id == text }) { return index }
    if !unread.lacksTypes {
      reader.reportUnknown(.contentType, text, among: types.map(\.id), at: node.location(in: reader.file))
    }
    return nil
  }

  private func vocabulary(_ node: YAMLNode, key: String, _ reader: inout MappingReader) -> Int? {
    guard let text = reader.text(of: node, key: key) else { return nil }
    if let index = vocabularies.firstIndex(where: { $0.id == text }) { return index }
    if !unread.vocabularies.contains(text) {
      reader.reportUnknown(
        .vocabulary, text, among: vocabularies.map(\.id), at: node.location(in: reader.file))
    }
    return nil
  }
}

extension MappingReader {
  fileprivate mutating func requiredNode(_ key: String) -> YAMLNode? {
    let node = node(key)
    if node == nil { reportMissing(key) }
    return node
  }

  /// A number of things, at least 1.
  fileprivate mutating func count(_ key: String) -> Int? {
    guard let node = node(key), let text = text(of: node, key: key) else { return nil }
    guard let count = Int(text), (1...100).contains(count) else {
      report(.notANumber(key: key, value: text), at: node)
      return nil
    }
    return count
  }
}
