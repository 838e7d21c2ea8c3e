import Content
import HTML

extension Rendering {
  func termsBlock(_ vocabulary: Vocabulary, _ style: HomeBlock.TermStyle, _ block: HomeBlock) -> HTML {
    let terms: HTML =
      switch style {
      case .steps: stepsRow(vocabulary.terms)
      case .doors: doors(vocabulary.terms, heading: 3)
      case .chips: termChips(vocabulary.terms)
      }
    return "<section>\(blockHeading(block, vocabulary.plural))\(terms)</section>\n"
  }
}
