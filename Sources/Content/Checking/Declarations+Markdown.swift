import HTML
import Markup

/// What one Markdown file turned out to be.
struct MarkdownReading: Sendable {
  var draft = ItemDraft()
  /// For the home page, lists and terms.
  var introduction: Introduction?
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
    case .nowhere:
      let folders = types.map { "content/\($0.folder)/" }
      reading.draft.diagnostics.append(
        Diagnostic(.error, .fileInNoType(folders: folders), at: SourceLocation(file: file)))
    case .unknownTerm(let vocabulary, let name):
      let known = vocabularies[vocabulary].terms.map(\.id)
      reading.draft.diagnostics.append(
        Diagnostic(
          .error,
          .unknownName(
            kind: .term, name: name, suggestion: EditDistance.nearest(to: name, among: known), known: known),
          at: SourceLocation(file: file)))
    }
    return reading
  }

  /// Reads the few keys that the page of a list, a term or the whole site has.
  private func readIntroduction(_ text: SourceText, _ reading: inout MarkdownReading) {
    do {
      let frontMatter = try FrontMatter(text)
      var keys = MappingReader(try frontMatter.root(file: text.file), file: text.file)
      let title = keys.text("title")
      let rendered = try renderMarkdown(
        frontMatter.body, firstLine: frontMatter.bodyLine, 
        options: MarkdownOptions(takesTitle: title == nil, reservedIDs: Site.reservedIDs))
      reading.introduction = Introduction(
        title: title ?? rendered.title, summary: keys.text("summary"), body: Body(rendered))
      reading.sources = keys.sources("sources")
      keys.finish()
      reading.draft.diagnostics += keys.diagnostics + rendered.findings.map { Diagnostic($0, file: text.file) }
      reading.draft.links = keys.links
    } catch let error as MarkdownError {
      reading.draft.diagnostics.append(Diagnostic(error, file: text.file))
    } catch let error as Diagnostic {
      reading.draft.diagnostics.append(error)
    } catch {
      reading.draft.diagnostics.append(
        Diagnostic(.error, .yamlInvalid(reason: "\(error)"), at: SourceLocation(file: text.file)))
    }
  }
}
