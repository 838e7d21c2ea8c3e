import CCMark

/// A footnote of a page.
struct Footnote {
  let definition: FootnoteMarks.Definition
  let name: String
  /// Holds its blocks; a list item of the section in the end.
  let node: Node
  /// By its first reference, from 1; 0 for one that nothing refers to.
  var number = 0
  var id = ""
  /// The ids of its references.
  var references: [String] = []

  init(definition: FootnoteMarks.Definition, label: String, node: Node) {
    self.definition = definition
    self.node = node
    let slug = Slug.make(label)
    name = slug.isEmpty ? "note" : slug
  }

  /// The HTML of the last reference counted.
  func reference(_ language: Language) -> [UInt8] {
    let label =
      switch language {
      case .french: " aria-label=\"Note \(number)\""
      case .english: " aria-label=\"Note \(number)\""
      case .neutral: ""
      }
    let id = references.last ?? ""
    let attributes = "href=\"#\(self.id)\" id=\"\(id)\" role=\"doc-noteref\"\(label) data-footnote-ref"
    return [UInt8]("<sup class=\"footnote-ref\"><a \(attributes)>\(number)</a></sup>".utf8)
  }

  /// The HTML of the links back to the references.
  func backReferences(_ language: Language) -> String {
    references.enumerated().map { index, id in
      let place = index == 0 ? "" : "<sup>\(index + 1)</sup>"
      let number = index == 0 ? "\(number)" : "\(number)-\(index + 1)"
      let label =
        switch language {
        case .french: " aria-label=\"Retour au texte, appel \(number)\""
        case .english: " aria-label=\"Back to reference \(number)\""
        case .neutral: " aria-label=\"↩ \(number)\""
        }
      // U+FE0E asks for the plain arrow, not the coloured picture of it.
      let attributes = "href=\"#\(id)\" class=\"footnote-backref\" role=\"doc-backlink\"\(label)"
      return "<a \(attributes) data-footnote-backref>↩\u{FE0E}\(place)</a>"
    }.joined(separator: " ")
  }
}

/// Ids of a page that no other has.
struct FootnoteIdentifiers {
  private var taken: Set<String>
  private var nextNumber: [String: Int] = [:]
  private(set) var given: [String] = []

  init(reserved: Set<String>) { taken = reserved }

  mutating func unique(_ base: String) -> String {
    guard taken.insert(base).inserted else { return unique(base, startingAt: 2) }
    given.append(base)
    return base
  }

  /// The base with the first number that is free.
  mutating func unique(_ base: String, startingAt first: Int) -> String {
    var number = max(first, nextNumber[base] ?? first)
    while !taken.insert("\(base)-\(number)").inserted { number += 1 }
    nextNumber[base] = number + 1
    given.append("\(base)-\(number)")
    return "\(base)-\(number)"
  }
}

/// The section at a page's end that holds its footnotes.
struct FootnoteSection {
  let node: Node

  init?(_ language: Language) {
    guard let node = Node(CMARK_NODE_CUSTOM_BLOCK) else { return nil }
    self.node = node
    let name =
      switch language {
      case .french: " aria-label=\"Notes\""
      case .english: " aria-label=\"Notes\""
      case .neutral: ""
      }
    let attributes = "class=\"footnotes\" role=\"doc-endnotes\"\(name) data-footnotes"
    node.setOnEnter([UInt8]("<section \(attributes)>\n<ol>".utf8))
    node.setOnExit([UInt8]("</ol>\n</section>".utf8))
  }

  func append(_ note: Footnote, _ language: Language) {
    note.node.setOnEnter([UInt8]("<li id=\"\(note.id)\">".utf8))
    note.node.setOnExit([UInt8]("</li>".utf8))
    node.append(note.node)
    let links = note.backReferences(language)
    guard let inline = Node(CMARK_NODE_CUSTOM_INLINE) else { return }
    if let last = note.node.lastChild, last.kind == CMARK_NODE_PARAGRAPH {
      inline.setOnEnter([UInt8](" \(links)".utf8))
      last.append(inline)
    } else if let block = Node(CMARK_NODE_CUSTOM_BLOCK) {
      inline.setOnEnter([UInt8]("<p>\(links)</p>".utf8))
      block.append(inline)
      note.node.append(block)
    } else {
      inline.free()
    }
  }
}
