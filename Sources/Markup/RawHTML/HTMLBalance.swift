/// Decides which tags of one place stand, so that each element opens and closes there and nowhere else.
///
/// A place is the content of one paragraph, heading or mark, or the raw blocks of one container: a tag that
/// isn't closed in its own place would close, or be closed by, what the page has around it.
struct HTMLBalance {
  struct Piece {
    var tag: HTMLTag
    /// The number of the raw block it stands in; one number for all tags of a line of text.
    var block: Int
    /// Whether nothing but spaces stands between it and the piece after it.
    var touchesNext: Bool
    /// Whether it is given a place; `problem` says why not, once for a pair.
    fileprivate(set) var isAccepted = false
    fileprivate(set) var problem: RawHTMLProblem?
    fileprivate var partner: Int?

    init(_ tag: HTMLTag, block: Int, touchesNext: Bool = false) {
      self.tag = tag
      self.block = block
      self.touchesNext = touchesNext
    }
  }

  /// Elements inside each other beyond this are shown as text.
  private static let depth = 32

  private(set) var pieces: [Piece]
  private let allowed: HTMLAllowList
  private let isInline: Bool

  init(_ pieces: [Piece], allowed: HTMLAllowList, isInline: Bool) {
    self.pieces = pieces
    self.allowed = allowed
    self.isInline = isInline
    pair()
    place()
  }

  /// Gives every opening tag the closing one that a browser would give it too.
  private mutating func pair() {
    var open: [Int] = []
    var openCount: [String: Int] = [:]
    // Closing tags of elements that are not allowed say nothing more than the opening ones did.
    var refusedOpenings: [String: Int] = [:]
    for index in pieces.indices {
      let tag = pieces[index].tag
      guard let element = allowed.element(tag.name) else {
        if tag.isEnd, let count = refusedOpenings[tag.name], count > 0 {
          refusedOpenings[tag.name] = count - 1
        } else {
          let isAddable = HTMLAllowList.refusal(ofElement: tag.name) == nil
          pieces[index].problem = .element(tag.name, isAddable: isAddable)
          if !tag.isEnd { refusedOpenings[tag.name, default: 0] += 1 }
        }
        continue
      }
      guard element.hasEndTag else {
        if tag.isEnd { pieces[index].problem = .unbalanced(tag.name) }
        continue
      }
      if tag.isSelfClosing {
        pieces[index].problem = .unbalanced(tag.name)
      } else if !tag.isEnd {
        open.append(index)
        openCount[tag.name, default: 0] += 1
      } else if let count = openCount[tag.name], count > 0 {
        while let last = open.popLast() {
          openCount[pieces[last].tag.name, default: 1] -= 1
          if pieces[last].tag.name == tag.name {
            pieces[last].partner = index
            pieces[index].partner = last
            break
          }
          pieces[last].problem = .unbalanced(pieces[last].tag.name)
        }
      } else {
        pieces[index].problem = .unbalanced(tag.name)
      }
    }
    for index in open { pieces[index].problem = .unbalanced(pieces[index].tag.name) }
  }

  /// Accepts the pairs, and the tags without content, that may stand where they are.
  private mutating func place() {
    var open: [(name: String, element: HTMLElement, hasSummary: Bool)] = []
    for index in pieces.indices {
      let piece = pieces[index]
      guard piece.problem == nil, let element = allowed.element(piece.tag.name) else { continue }
      if piece.tag.isEnd {
        guard let partner = piece.partner, pieces[partner].isAccepted else { continue }
        pieces[index].isAccepted = true
        open.removeLast()
        continue
      }
      guard element.hasEndTag || !piece.tag.isEnd else { continue }
      let isPlaced = mayStand(piece, element, in: open.last?.name, open.last?.element, at: index)
      let isSecondSummary = piece.tag.name == "summary" && open.last?.hasSummary == true
      guard isPlaced, !isSecondSummary, open.count < Self.depth else {
        pieces[index].problem = .misplaced(piece.tag.name)
        continue
      }
      pieces[index].isAccepted = true
      if piece.tag.name == "summary" { open[open.count - 1].hasSummary = true }
      if element.hasEndTag { open.append((piece.tag.name, element, false)) }
    }
  }

  private func mayStand(
    _ piece: Piece, _ element: HTMLElement, in parent: String?, _ parentElement: HTMLElement?, at index: Int
  ) -> Bool {
    if element.isBlock, isInline { return false }
    if !element.parents.isEmpty {
      guard let parent, element.parents.contains(parent) else { return false }
    }
    switch parentElement?.content {
    case .phrasing where element.isBlock, .frame, .nothing: return false
    case .group where parent.map({ !element.parents.contains($0) }) ?? false: return false
    default: break
    }
    // Text and inline elements end with the block they begin in: Markdown after it is no part of them.
    guard let partner = piece.partner else { return true }
    switch element.content {
    case .phrasing: return pieces[partner].block == piece.block
    case .frame: return partner == index + 1 && piece.touchesNext
    default: return true
    }
  }
}
