import Markup

/// One Markdown text rendered on its own, without a platform around it.
///
///     let fragment = MarkdownFragment(of: bytes, file: "cas.md", languageCode: nil)
///     print(String(decoding: fragment.html, as: UTF8.self))
public struct MarkdownFragment: Sendable {
  /// UTF-8; empty where the text can't be read at all.
  public var html: [UInt8]
  public var diagnostics: [Diagnostic]

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Renders a text with everything that pages have. Front matter, where the text has some, is no part of it.
  ///
  /// - Parameters:
  ///   - file: the name that diagnostics give the text.
  ///   - languageCode: the language (BCP 47) of its typography; by default the one of its front matter, else French.
  public init(of contents: [UInt8], file: String, languageCode: String?) {
    html = []
    diagnostics = []
    do throws(Diagnostic) {
      let text = try SourceText(file: file, contents: contents)
      let (body, line, written) = MarkdownFragment.body(of: text)
      let options = MarkdownOptions(language: Language(code: languageCode ?? written ?? "fr"))
      let rendered = try Diagnostic.naming(file) { () throws(MarkdownError) in
        try renderMarkdown(body, firstLine: line, options: options)
      }
      html = rendered.fragment
      diagnostics = Diagnostic.all(of: rendered.findings, file: file)
    } catch {
      diagnostics = [error]
    }
  }

  /// Renders bytes as CommonMark 0.30 and nothing else, raw HTML and every link kept. Bytes that are no UTF-8 become
  /// U+FFFD, as the specification wants it of NUL.
  public init(commonMark contents: [UInt8], file: String) {
    do throws(Diagnostic) {
      html = try Diagnostic.naming(file) { () throws(MarkdownError) in
        let document = try MarkdownDocument(parsing: contents[...])
        return document.commonMark(rawHTML: true)
      }
      diagnostics = []
    } catch {
      html = []
      diagnostics = [error]
    }
  }

  /// The text after its front matter, the number of its first line, and the language the front matter gives.
  ///
  /// Lines between two `---` that are no YAML mapping are Markdown.
  private static func body(of text: SourceText) -> (body: ArraySlice<UInt8>, line: Int, languageCode: String?) {
    guard let frontMatter = try? FrontMatter(text), frontMatter.yaml != nil,
      let root = try? frontMatter.root(file: text.file), case .mapping(let entries) = root.kind, !entries.isEmpty
    else { return (text.bytes[...], 1, nil) }
    var keys = MappingReader(root, file: text.file, typography: Typography(language: .neutral))
    return (frontMatter.body, frontMatter.bodyLine, keys.languageCode("language"))
  }
}

extension Diagnostic {
  /// Does some work on the Markdown of a file, whose failure becomes a diagnostic there.
  static func naming<Result>(
    _ file: String, _ work: () throws(MarkdownError) -> Result
  ) throws(Diagnostic) -> Result {
    do throws(MarkdownError) {
      return try work()
    } catch {
      throw Diagnostic(error, file: file)
    }
  }
}
