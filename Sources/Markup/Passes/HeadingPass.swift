import CCMark

/// Gives headings their ids, and levels that skip none below the page's title.
///
/// cmark's renderer can't write attributes. A heading becomes a custom block, which gives the line ends, that
/// holds a custom inline, which gives the tags: the bytes around are those of cmark's own headings.
struct HeadingPass {
  private let nodes: [Node]
  private(set) var outline: [Heading] = []

  init(_ nodes: [Node], firstLine: Int, reserved: Set<String>, top: Int = 2) {
    self.nodes = nodes
    guard !nodes.isEmpty else { return }
    let texts = nodes.map(PlainText.of)
    let levels = HeadingLevels.closed(nodes.map(\.headingLevel), top: top)
    let ids = HeadingIdentifiers.unique(for: texts, reserved: reserved)
    outline.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      outline.append(
        Heading(
          level: levels[index], id: ids[index], text: texts[index], line: firstLine + node.startLine - 1))
    }
  }

  func apply() {
    var tag: [UInt8] = []
    for (node, heading) in zip(nodes, outline) {
      guard let block = Node(CMARK_NODE_CUSTOM_BLOCK) else { return }
      guard let inline = Node(CMARK_NODE_CUSTOM_INLINE) else { return block.free() }
      tag.removeAll(keepingCapacity: true)
      tag.append(contentsOf: "<h".utf8)
      tag.append(UInt8(ascii: "0") + UInt8(heading.level))
      tag.append(contentsOf: " id=\"".utf8)
      // A slug: letters, digits and hyphens, which need no escaping.
      tag.append(contentsOf: heading.id.utf8)
      tag.append(contentsOf: "\">".utf8)
      inline.setOnEnter(tag)
      inline.setOnExit(Self.endTag(ofLevel: heading.level))
      inline.takeChildren(of: node)
      block.append(inline)
      node.replace(by: block)
    }
  }
}

extension HeadingPass {
  fileprivate static func endTag(ofLevel level: Int) -> StaticString {
    switch level {
    case ...2: "</h2>"
    case 3: "</h3>"
    case 4: "</h4>"
    case 5: "</h5>"
    default: "</h6>"
    }
  }
}

/// Levels of headings under a page's title.
enum HeadingLevels {
  /// The levels with every gap closed: each heading is one below the nearest one before it that was written
  /// with a smaller level, or the highest one, h2 for most texts, where there is none; h6 is the last.
  static func closed(_ levels: [Int], top: Int = 2) -> [Int] {
    var above: [(written: Int, closed: Int)] = []
    return levels.map { level in
      while let last = above.last, last.written >= level { above.removeLast() }
      let closed = min((above.last?.closed ?? top - 1) + 1, 6)
      above.append((level, closed))
      return closed
    }
  }
}

/// Ids of headings.
enum HeadingIdentifiers {
  /// One id for each text: its slug, `section` when that is empty, with `-1`, `-2`… when it is taken.
  ///
  /// The slugs of all headings are set aside first, so that a number added to one never takes the id that a
  /// later heading has from its own words.
  static func unique(for texts: [String], reserved: Set<String>) -> [String] {
    let bases = texts.map { text in
      let slug = Slug.make(text)
      return slug.isEmpty ? "section" : slug
    }
    if areFew(bases), areDifferent(bases), !bases.contains(where: reserved.contains) { return bases }
    var waiting = Set(bases)
    if waiting.count == bases.count, reserved.isDisjoint(with: waiting) { return bases }
    waiting.subtract(reserved)
    // The reserved ids may be many more than the text's own, and are not copied.
    var taken = waiting
    var nextNumber: [String: Int] = [:]
    return bases.map { base in
      if waiting.remove(base) != nil { return base }
      var number = nextNumber[base] ?? 1
      while reserved.contains("\(base)-\(number)") || !taken.insert("\(base)-\(number)").inserted { number += 1 }
      nextNumber[base] = number + 1
      return "\(base)-\(number)"
    }
  }

  /// Whether comparing each with each costs less than a set of them.
  private static func areFew(_ ids: [String]) -> Bool { ids.count <= 12 }

  private static func areDifferent(_ ids: [String]) -> Bool {
    for (index, id) in ids.enumerated() {
      for other in ids[(index + 1)...] where other == id { return false }
    }
    return true
  }
}
