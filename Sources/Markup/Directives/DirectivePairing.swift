import CCMark

/// Which closing line ends which opening one: each the innermost that is open in the same quote or list item.
struct DirectivePairing {
  struct Pair {
    /// An index into the uses.
    var use: Int
    var opening: Node
    var closing: Node
  }

  /// Directives inside each other beyond this are no page.
  static let depth = 100

  /// Inner pairs come before those around them.
  private(set) var pairs: [Pair] = []
  /// Openings without a closing, as indices into the uses.
  private(set) var unclosed: [(use: Int, node: Node)] = []
  private(set) var tooDeep: [(use: Int, node: Node)] = []
  /// The closings of those.
  private(set) var tooDeepClosings: [Node] = []
  /// Closings without an opening.
  private(set) var strays: [Node] = []

  private var open: [(use: Int, node: Node)] = []

  mutating func readOpening(_ node: Node, use: Int) { open.append((use, node)) }

  mutating func readClosing(_ node: Node) {
    let parent = node.parent
    while let last = open.last {
      let container = last.node.parent
      if container == parent {
        open.removeLast()
        if open.count < Self.depth {
          pairs.append(Pair(use: last.use, opening: last.node, closing: node))
        } else {
          tooDeep.append(last)
          tooDeepClosings.append(node)
        }
        return
      }
      // What is open around this container goes on; what was opened in one that has ended does not.
      if let container, Self.holds(container, node) { break }
      open.removeLast()
      unclosed.append(last)
    }
    strays.append(node)
  }

  mutating func finish() {
    unclosed += open
    open = []
  }

  private static func holds(_ container: Node, _ node: Node) -> Bool {
    var ancestor = node.parent
    while let current = ancestor {
      if current == container { return true }
      ancestor = current.parent
    }
    return false
  }
}
