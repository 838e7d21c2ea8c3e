import Markup

/// What one Markdown file turned out to be.
struct MarkdownReading: Sendable {
  var draft = ItemDraft()
  /// For the home page, lists and terms.
  var introduction: Introduction?
  /// The text of a fragment, rendered where it is included.
  var fragment: SourceText?
  var sources: [Source] = []
  var file = ""
  var diagnostics: [Diagnostic] { draft.diagnostics }
}

extension Declarations {
  func read(_ loaded: LoadedSources.Loaded, at place: Place, with reader: ItemReader) -> MarkdownReading {
    let file = "content/\(loaded.path)"
    var reading = MarkdownReading(file: file)
    let text: SourceText
    do throws(Diagnostic) {
      text = try SourceText(file: file, contents: loaded.bytes)
    } catch {
      reading.draft.diagnostics.append(error)
      return reading
    }
    switch place {
    case .item(let type, let parts):
      reading.draft = reader.read(text, type: types[type], index: type, parts: parts)
    case .home, .list, .term: readIntroduction(text, &reading)
    case .fragment: reading.fragment = text
    case .nowhere:
      let folders = types.map { "content/\($0.folder)/" }
      reading.draft.diagnostics.append(
        Diagnostic(.error, .fileInNoType(folders: folders), at: SourceLocation(file: file)))
    case .unknown: break
    case .unknownVocabulary(let name):
      let problem = Problem(unknown: .vocabulary, name, among: vocabularies.map(\.id))
      reading.draft.diagnostics.append(Diagnostic(.error, problem, at: SourceLocation(file: file)))
    case .unknownTerm(let vocabulary, let name):
      let problem = Problem(unknown: .term, name, among: vocabularies[vocabulary].terms.map(\.id))
      reading.draft.diagnostics.append(Diagnostic(.error, problem, at: SourceLocation(file: file)))
    }
    return reading
  }

  /// Reads the few keys that the page of a list, a term or the whole site has.
  private func readIntroduction(_ text: SourceText, _ reading: inout MarkdownReading) {
    do throws(Diagnostic) {
      let frontMatter = try FrontMatter(text)
      let language = settings.language
      var keys = MappingReader(
        try frontMatter.root(file: text.file), file: text.file, typography: Typography(language: language))
      let title = keys.text("title")
      let summary = keys.text("summary")
      let linksTerms = keys.boolean("glossary") ?? true
      reading.sources = keys.sources("sources")
      keys.finish()
      reading.draft.diagnostics += keys.diagnostics
      reading.draft.links = keys.links
      let rendered = try frontMatter.renderedBody(
        file: text.file, takesTitle: title == nil, in: language, allowedHTML: settings.allowedHTML)
      reading.draft.diagnostics += Diagnostic.all(of: rendered.findings, file: text.file)
      reading.introduction = Introduction(
        title: title ?? rendered.title, summary: summary, body: Body(rendered, linksTerms: linksTerms))
    } catch {
      reading.draft.diagnostics.append(error)
    }
  }
}
