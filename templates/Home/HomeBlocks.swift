import Content
import HTML

/// The home page's blocks, as the platform declares them.
extension Rendering {
  func homeBlock(_ block: HomeBlock) -> HTML {
    switch block.content {
    case .terms(let vocabulary, let style): termsBlock(site.vocabularies[vocabulary], style, block)
    case .items(let type, let limit): itemsBlock(ofType: type, limit: limit, block)
    case .positioning(let positioning): positioningBlock(positioning, block)
    case .newest(let count): newestBlock(count, block)
    case .agenda(let agenda): agendaBlock(agenda, title: block.title, text: block.text)
    case .library(let library): libraryBlock(library, block)
    }
  }

  /// A block's heading, in its own words where it has some, and what it says below.
  func blockHeading(_ block: HomeBlock, _ title: String, _ text: String? = nil) -> HTML {
    """
    <h2>\(block.title ?? title)</h2>
    \((block.text ?? text).map { "<p>\($0)</p>\n" })
    """
  }

  /// A block of one sentence and one way to go.
  func band(_ block: HomeBlock, _ heading: SectionHeading, _ words: String, to url: URLReference) -> HTML {
    """
    <section class="callout-band"><div>\(blockHeading(block, heading.title, heading.summary))</div>
    <p><a class="button" href="\(url)">\(words)</a></p></section>

    """
  }
}
