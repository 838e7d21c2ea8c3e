import HTML
import Markup

/// Rendered Markdown.
public struct Body: Sendable {
  /// The HTML, in which marks stand for what only the whole site tells.
  private(set) var template: [UInt8]
  /// The headings, those of included fragments in their place.
  public private(set) var outline: [Heading]
  /// The ids of footnotes and of what refers to them, those of included fragments with them.
  private var footnoteIDs: [String]
  public private(set) var words: Int
  /// Whether terms of the glossary become links in it.
  let linksTerms: Bool
  /// The links to resolve; empty once the site is checked.
  private(set) var links: [Link]
  /// What directives ask of the site; empty once it is checked.
  private(set) var slots: [Slot]
  /// The fragments that slots include, by the slots' indices.
  private(set) var fragments: [Int: Fragment] = [:]
  private var addresses: [URLReference?] = []
  /// What images and links to files say beside their addresses, by the indices of links.
  private var additions: [Int: [UInt8]] = [:]
  private(set) var drawings: [SlotDrawing] = []
  /// How many of the text's own headings stand before each slot.
  private var headingsBeforeSlots: [Int]

  /// A part of the page that stands in a file of its own.
  struct Fragment: Sendable {
    /// Relative to `content/`.
    var file: String
    var body: Body
    /// Its Markdown, where that is to be shown before it.
    var source: String?
  }

  /// The body of a page; an empty one where it couldn't be rendered.
  init(_ rendered: RenderedMarkdown?, linksTerms: Bool = true) {
    self.linksTerms = linksTerms
    template = rendered?.html ?? []
    let outline = rendered?.outline ?? []
    self.outline = outline
    footnoteIDs = rendered?.footnoteIDs ?? []
    words = rendered?.words ?? 0
    links = rendered?.links ?? []
    slots = rendered?.slots ?? []
    headingsBeforeSlots = slots.map { slot in outline.count { $0.line < slot.position.line } }
  }

  public var isEmpty: Bool { template.isEmpty }

  /// Whether it shows what the site's pages weigh.
  var showsFootprint: Bool {
    drawings.contains { drawing in
      switch drawing {
      case .site(.footprint, _): true
      case .include(let body), .example(_, let body): body.showsFootprint
      default: false
      }
    }
  }

  /// Every id in the HTML: links may lead to them, and no other text of the page may have them.
  var ids: [String] { outline.map(\.id) + footnoteIDs }

  /// The HTML, every address in its place, what directives ask of the site drawn by the theme.
  ///
  /// It is put together at each call: a site holds its pages once, not twice.
  public func html(_ draw: (SlotDrawing) -> HTML) -> HTML {
    guard !drawings.isEmpty || addresses.contains(where: { $0 != nil }) else {
      return HTML(trusted: template)
    }
    let bytes = HTML(trusted: template).resolved { mark, output in
      let index = mark.dropFirst().reduce(0) { $0 * 10 + Int($1) - Int(UInt8(ascii: "0")) }
      switch mark.first {
      case UInt8(ascii: "#"): writeAddress(ofLink: index, to: &output)
      case UInt8(ascii: "@"), UInt8(ascii: "%"): output += additions[index] ?? []
      case UInt8(ascii: "!"): if drawings.indices.contains(index) { output += draw(drawings[index]).utf8 }
      default: break
      }
    }
    return HTML(trusted: bytes)
  }

  private func writeAddress(ofLink index: Int, to output: inout [UInt8]) {
    output.append(1)
    if addresses.indices.contains(index), let path = addresses[index]?.sitePath {
      // The mark stands in an attribute.
      for byte in path.utf8 {
        if byte == UInt8(ascii: "&") { output += "&amp;".utf8 } else { output.append(byte) }
      }
    }
    output.append(2)
  }

  /// Gives slots the places that a text in a front matter has in its file.
  mutating func moveSlots(_ move: (SourcePosition) -> SourcePosition) {
    for index in slots.indices { slots[index].position = move(slots[index].position) }
  }

  /// Puts fragments in the slots that include them, and their headings in the outline.
  mutating func include(_ fragments: [Int: Fragment]) {
    self.fragments = fragments
    var whole: [Heading] = []
    var own = 0
    for index in slots.indices {
      guard let fragment = fragments[index]?.body else { continue }
      whole += outline[own..<headingsBeforeSlots[index]]
      own = headingsBeforeSlots[index]
      whole += fragment.outline
      footnoteIDs += fragment.footnoteIDs
      words += fragment.words
    }
    outline = whole + outline[own...]
  }

  /// Gives every link its address; `nil` for those that Markup wrote itself.
  ///
  /// - Parameters:
  ///   - additions: as HTML, by the indices of links: attributes of images, words of links to files.
  ///   - drawings: what the slots became, one each.
  mutating func resolve(_ addresses: [URLReference?], additions: [Int: [UInt8]], drawings: [SlotDrawing]) {
    self.addresses = addresses
    self.additions = additions
    self.drawings = drawings
    links = []
    slots = []
    fragments = [:]
  }

  /// Makes links of mentions of terms, those in fragments among them, once everything else is resolved.
  ///
  /// - Parameter address: where a mention of a term leads; asked for every one, in the order of the text.
  ///   `nil` for
  ///   one that stays text.
  mutating func linkMentions(found finder: TermFinder, _ address: (_ term: Int) -> URLReference?) {
    var mentions: [(range: Range<Int>, link: Int)] = []
    finder.read(template) { finding in
      switch finding {
      case .mention(let term, let range):
        guard let url = address(term) else { return }
        mentions.append((range, addresses.count))
        addresses.append(url)
      case .slot(let index):
        if drawings.indices.contains(index) { drawings[index].linkMentions(found: finder, address) }
      }
    }
    guard !mentions.isEmpty else { return }
    var linked: [UInt8] = []
    linked.reserveCapacity(template.count + 48 * mentions.count)
    var copied = 0
    for (range, link) in mentions {
      linked += template[copied..<range.lowerBound]
      linked += "<a class=\"term\" href=\"\u{1}#\(link)\u{2}\">".utf8
      linked += template[range]
      linked += "</a>".utf8
      copied = range.upperBound
    }
    template = linked + template[copied...]
  }

  /// The text and the fragments in it that have something to resolve, each with its file below `content/`.
  func parts(file: String) -> [(body: Body, file: String)] {
    var parts = links.isEmpty ? [] : [(body: self, file: file)]
    for index in slots.indices {
      if let fragment = fragments[index] { parts += fragment.body.parts(file: fragment.file) }
    }
    return parts
  }
}
