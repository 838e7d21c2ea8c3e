import CCMark

/// Things in order, by the node they stand under.
struct NodeGroups<Element> {
  private(set) var all: [[Element]] = []
  private var numbers: [OpaquePointer: Int] = [:]

  mutating func append(_ element: Element, under parent: Node?) {
    guard let parent else { return }
    if let number = numbers[parent.pointer] {
      all[number].append(element)
    } else {
      numbers[parent.pointer] = all.count
      all.append([element])
    }
  }
}

/// A raw HTML block, cut up.
struct RawBlock {
  let node: Node
  let html: [UInt8]
  private(set) var tokens: [HTMLTokenizer.Token] = []

  init(_ node: Node) {
    self.node = node
    html = Array(node.literal)
    var tokenizer = HTMLTokenizer(html)
    while let token = tokenizer.next() { tokens.append(token) }
  }

  /// Whether only spaces stand between a tag and the next one.
  func isFollowedByTag(_ index: Int) -> Bool {
    for token in tokens[(index + 1)...] {
      switch token.kind {
      case .tag: return true
      case .text where html[token.range].allSatisfy({ $0 <= Byte.space }): continue
      default: return false
      }
    }
    return false
  }
}
