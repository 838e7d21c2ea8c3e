import HTML
import Markup

/// Reads the Markdown files of content types: front matter by the type's declaration, body by Markup.
struct ItemReader {
  /// The keys every item may have, whatever its type.
  static let builtInKeys = Set(ItemKey.allCases.map(\.rawValue))

  /// Keys of other generators that change a page's address: silence about them would lose links.
  private static let foreignKeys = ["url": "permalink", "path": "permalink", "redirect_from": "aliases"]

  let settings: Settings
  let vocabularies: [Vocabulary]
  /// The terms of each vocabulary by id, and by the slug of their label.
  let termIndices: [[String: Int]]
  let labelIndices: [[String: Int]]
  /// The ids of each vocabulary's terms, by themselves and by label.
  let termNames: [(ids: NameIndex, labels: NameIndex)]

  init(settings: Settings, vocabularies: [Vocabulary]) {
    self.settings = settings
    self.vocabularies = vocabularies
    termIndices = vocabularies.map { vocabulary in
      Dictionary(vocabulary.terms.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
    }
    termNames = vocabularies.map { vocabulary in
      let terms = vocabulary.terms
      return (
        NameIndex { terms.map { ($0.id, $0.id) } }, NameIndex { terms.map { ($0.id, $0.label) } }
      )
    }
    labelIndices = vocabularies.map { vocabulary in
      Dictionary(vocabulary.terms.enumerated().map { (Slug.make($0.element.label), $0.offset) }) { first, _ in first }
    }
  }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - parts: its folders below the type's, and its name without `.md`.
  /// - Returns: what was read, complete enough to check what refers to it even where there are errors; no item
  ///   when the file can't be read as front matter and Markdown at all.
  func read(_ text: SourceText, type: ContentType, index: Int, parts: [String]) -> ItemDraft {
    var draft = ItemDraft()
    let frontMatter: FrontMatter
    let root: YAMLNode
    do throws(Diagnostic) {
      frontMatter = try FrontMatter(text)
      root = try frontMatter.root(file: text.file)
    } catch {
      draft.diagnostics.append(error)
      return draft
    }
    let language = root.writtenLanguage ?? settings.language
    var reader = MappingReader(root, file: text.file, typography: Typography(language: language))
    let writtenTitle = reader.text("title")
    let titleIsWrong = !reader.diagnostics.isEmpty
    let rendered: RenderedMarkdown?
    do throws(Diagnostic) {
      let body = try frontMatter.renderedBody(
        file: text.file, takesTitle: writtenTitle == nil, in: language, allowedHTML: settings.allowedHTML)
      draft.diagnostics += Diagnostic.all(of: body.findings, file: text.file)
      rendered = body
    } catch {
      draft.diagnostics.append(error)
      rendered = nil
    }
    let title = writtenTitle ?? rendered?.title
    if title == nil, !titleIsWrong, rendered != nil {
      let isWritten = reader.keys.contains("title")
      reader.report(
        .titleMissing, at: isWritten ? reader.keyLocation("title") : SourceLocation(file: text.file, length: 3))
    }
    let hasTexts = type.fields.contains { $0.kind == .markdown }
    var headingIDs = hasTexts ? Site.reservedIDs.union(rendered?.ids ?? []) : []

    let languageCode = reader.languageCode("language")
    let place = address(parts, type: type, &reader)
    let written = id(&reader)
    let dateNode = reader.node("date")
    let dateIsUnspecified = dateNode?.isUnspecified ?? false
    let capabilities = Capabilities(type.capabilities, from: &reader)
    let fields = type.fields.map { field in value(of: field, headingIDs: &headingIDs, &reader) }
    draft.uniqueValues = uniqueValues(fields, of: type, reader)
    draft.isDraft = reader.boolean("draft") ?? false
    draft.publish = reader.date("publish")
    draft.expires = reader.date("expires")
    let item = ItemContents(
      id: written ?? "\(type.id)/\(place.stem)", type: index, file: text.file, path: place.path,
      url: .site(place.path),
      title: title ?? place.stem,
      summary: reader.text("summary"), lead: rendered?.lead,
      date: dateIsUnspecified ? nil : reader.date("date"),
      dateIsUnspecified: dateIsUnspecified,
      updated: reader.statedDate("updated")?.value,
      languageCode: languageCode == settings.languageCode ? nil : languageCode,
      licence: licence(&reader),
      order: reader.integer("order"),
      isHidden: reader.boolean("noindex") ?? false,
      layout: layout(&reader), unpublished: nil,
      fields: fields, capabilities: capabilities,
      terms: terms(of: fields, and: type.terms),
      sources: reader.sources("sources"),
      body: Body(rendered, linksTerms: reader.boolean("glossary") ?? true),
      acceptedFindings: reader.acceptedFindings("check"),
      aliases: aliases(&reader),
      location: written == nil ? SourceLocation(file: text.file) : reader.keyLocation("id"),
      addressLocation: place.location)
    if rendered != nil { draft.item = Item(item) }
    reader.accept(type.unreadFields)
    for key in reader.keys {
      guard let meant = ItemReader.foreignKeys[key], !type.fields.contains(where: { $0.id == key }) else { continue }
      reader.report(.unknownKey(key, suggestion: meant, known: []), at: reader.keyLocation(key))
      reader.accept([key])
    }
    reader.finish()
    draft.diagnostics += reader.diagnostics
    draft.links = reader.links
    return draft
  }

  private func licence(_ reader: inout MappingReader) -> Licence? {
    switch reader.statedText("licence") {
    case .value(let text): .stated(text)
    case .unspecified: .unspecified
    case nil: settings.licence.map { .stated($0) }
    }
  }

  private func layout(_ reader: inout MappingReader) -> PageLayout {
    guard let node = reader.node("layout"), let text = reader.text(of: node, key: "layout") else { return .standard }
    if let layout = PageLayout(rawValue: text) { return layout }
    reader.reportUnknown(
      .layout, text, among: PageLayout.allCases.map(\.rawValue), at: node.location(in: reader.file))
    return .standard
  }

  private func terms(of fields: [FieldValue?], and typeTerms: [TermReference]) -> [TermReference] {
    var terms = typeTerms
    for field in fields {
      for case .term(let term)? in field?.parts ?? [] where !terms.contains(term) { terms.append(term) }
    }
    return terms.sorted()
  }
}

/// What one Markdown file says, before the rest of the site is known.
struct ItemDraft: Sendable {
  /// `nil` when the file couldn't be read at all.
  var item: Item?
  var isDraft = false
  /// The values that no other item of the type may have.
  var uniqueValues: [UniqueValue] = []
  var publish: DateSpan?
  var expires: DateSpan?
  var links: [PendingLink] = []
  var diagnostics: [Diagnostic] = []
}

/// A value of a field that is declared unique.
struct UniqueValue: Sendable {
  /// The field's index.
  var field: Int
  /// Equal for equal values.
  var text: String
  var location: SourceLocation
}

extension FrontMatter {
  /// The root mapping; one without entries where there is no front matter.
  func root(file: String) throws(Diagnostic) -> YAMLNode {
    guard let yaml else { return YAMLNode(kind: .mapping([]), line: 1, column: 1) }
    return try YAMLParser(file: file, firstLine: yamlLine).parse(yaml)
  }

  func renderedBody(
    file: String, takesTitle: Bool, in language: Language, allowedHTML: HTMLAllowList
  ) throws(Diagnostic) -> RenderedMarkdown {
    let options = MarkdownOptions(
      takesTitle: takesTitle, reservedIDs: Site.reservedIDs, language: language, allowedHTML: allowedHTML)
    return try Diagnostic.naming(file) { () throws(MarkdownError) in
      try renderMarkdown(body, firstLine: bodyLine, options: options)
    }
  }
}
