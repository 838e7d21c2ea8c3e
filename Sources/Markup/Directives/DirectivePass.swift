import CCMark

/// Makes blocks of the directives of a page, and reports those that are wrong.
///
/// What needs the site becomes a slot, which `SlotPass` finishes once the other passes are done.
struct DirectivePass {
  /// A page with more mistakes than that shows them better once some are repaired.
  static let findings = 200

  private let lines: SourceLines
  private let language: Language
  private let isOn: Bool
  private var found: [DirectiveLine]
  private var markers: [DirectiveMarkers.Marker] = []
  private(set) var labels = DirectiveLabels()
  private(set) var findings: [MarkdownFinding] = []
  private(set) var slots: [SlotPass.Place] = []
  /// What figures hold, as long as pictures stand in paragraphs there.
  private(set) var figures: [Node] = []

  init(lines: SourceLines, options: MarkdownOptions) {
    self.lines = lines
    language = options.language
    isOn = options.features.contains(.directives)
    found = isOn ? DirectiveScan(of: lines).found : []
  }

  /// Puts markers where lines have the form of a directive.
  func rewrite(_ rewriting: inout Rewriting) {
    for (index, line) in found.enumerated() {
      rewriting.replace(
        line.range, inLine: line.number, by: DirectiveMarkers.replacement(forLine: index))
    }
  }

  /// Finds the markers in a tree, and gives up the lines that turn out to continue a paragraph, as one with a deep indentation may.
  ///
  /// Returns whether there were any: the page is then to be parsed again, with these lines as they are.
  mutating func readMarkers(in root: Node) -> Bool {
    guard !found.isEmpty else { return false }
    let read = DirectiveMarkers(in: root, of: found)
    markers = read.markers
    guard !read.texts.isEmpty else { return false }
    found = found.indices.filter { !read.texts.contains($0) }.map { found[$0] }
    return true
  }

  /// Draws the directives that stand as blocks.
  mutating func apply() throws(MarkdownError) {
    guard !markers.isEmpty else { return }
    var pairing = DirectivePairing()
    var uses: [DirectiveUse] = []
    var leaves: [(use: Int, node: Node)] = []
    for marker in markers {
      let line = found[marker.index]
      if line.role == .closing {
        pairing.readClosing(marker.node)
        continue
      }
      let use = DirectiveUse(line, in: lines, language: language)
      for problem in use.problems { report(problem, use) }
      if line.role == .leaf {
        leaves.append((uses.count, marker.node))
      } else {
        pairing.readOpening(marker.node, use: uses.count)
      }
      uses.append(use)
    }
    pairing.finish()
    report(pairing, uses)

    let labelled = uses.indices.filter { uses[$0].isSound && uses[$0].line.label != nil }
    let parsed = try labels.parse(labelled.map { uses[$0].line }, in: lines)
    var drawing = DirectiveDrawing(language: language)
    for (use, label) in zip(labelled, parsed) { drawing.labels[use] = label }
    for leaf in leaves where uses[leaf.use].isSound {
      drawing.drawLeaf(uses[leaf.use], leaf.use, at: leaf.node)
    }
    for pair in pairing.pairs where uses[pair.use].isSound { drawing.drawContainer(uses[pair.use], pair) }
    clear(pairing, leaves)
    for label in drawing.labels.values { label.free() }
    for (use, problem) in drawing.problems { report(problem, uses[use]) }
    slots = drawing.slots.sorted { $0.use.line.number < $1.use.line.number }
    for (index, slot) in slots.enumerated() {
      for link in slot.links { link.tag = index + 1 }
    }
    figures = drawing.figures
  }

  /// Makes links of the terms in texts: once the tree holds all of them.
  ///
  /// - Parameter page: the lines, and those that were parsed as lines of their own.
  mutating func applyToTexts(in root: Node, of page: SourceLines) {
    guard isOn else { return }
    let pass = InlineDirectivePass(in: root, lines: page, labels: labels, language: language)
    findings += pass.findings
  }

  private mutating func report(_ pairing: DirectivePairing, _ uses: [DirectiveUse]) {
    for (use, _) in pairing.unclosed where uses[use].isSound { report(.unclosed, uses[use]) }
    if let first = pairing.tooDeep.map(\.use).min() {
      report(.tooDeep(limit: DirectivePairing.depth), uses[first])
    }
    for node in pairing.strays {
      guard findings.count < Self.findings else { return }
      let start = lines.range(ofLine: node.startLine).lowerBound + max(node.startColumn - 1, 0)
      let position = lines.position(ofOffset: start, inLine: node.startLine)
      findings.append(.directive(name: "", .closesNothing, position: position))
    }
  }

  private mutating func report(_ problem: DirectiveProblem, _ use: DirectiveUse) {
    guard findings.count < Self.findings else { return }
    findings.append(.directive(name: use.name, problem, position: use.position))
  }

  /// Takes the markers out of the tree.
  private func clear(_ pairing: DirectivePairing, _ leaves: [(use: Int, node: Node)]) {
    for leaf in leaves { leaf.node.remove() }
    for pair in pairing.pairs {
      pair.opening.remove()
      pair.closing.remove()
    }
    for opening in pairing.unclosed + pairing.tooDeep { opening.node.remove() }
    for closing in pairing.strays + pairing.tooDeepClosings { closing.remove() }
  }
}
