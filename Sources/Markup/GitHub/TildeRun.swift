/// A run of one or two tildes that may open or close struck text, by CommonMark's rules for emphasis.
struct TildeRun {
  let node: Node
  /// Where it stands in the node's text.
  let range: Range<Int>
  let canOpen: Bool
  let canClose: Bool

  var length: Int { range.count }

  /// The runs of a text in order.
  ///
  /// - Parameters:
  ///   - before: the scalar before the text.
  ///   - after: the scalar after it.
  static func runs(
    in node: Node, before: Unicode.Scalar, after: Unicode.Scalar, into runs: inout [TildeRun]
  ) {
    let text = node.literal
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "~") else {
        index += 1
        continue
      }
      var end = index + 1
      while end < text.count, text[end] == UInt8(ascii: "~") { end += 1 }
      if end - index <= 2 {
        let left = Side(scalar(endingAt: index, of: text) ?? before)
        let right = Side(end < text.count ? scalar(startingAt: end, of: text) : after)
        let isLeftFlanking = right != .space && (right != .punctuation || left != .other)
        let isRightFlanking = left != .space && (left != .punctuation || right != .other)
        if isLeftFlanking || isRightFlanking {
          runs.append(
            TildeRun(node: node, range: index..<end, canOpen: isLeftFlanking, canClose: isRightFlanking))
        }
      }
      index = end
    }
  }

  private static func scalar(endingAt end: Int, of text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    var start = end - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? nil : scalar(startingAt: start, of: text)
  }

  private static func scalar(startingAt start: Int, of text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
    if text[start] == EscapedTildes.mark { return "~" }
    if text[start] < 0x80 { return Unicode.Scalar(text[start]) }
    return String(decoding: text[start..<min(start + 4, text.count)], as: UTF8.self).unicodeScalars.first
      ?? "\u{FFFD}"
  }

  /// What stands beside a run, as far as flanking goes.
  private enum Side {
    case space, punctuation, other

    init(_ scalar: Unicode.Scalar) {
      switch scalar.properties.generalCategory {
      case .spaceSeparator: self = .space
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation:
        self = .punctuation
      default:
        let isASCIISpace = (0x09...0x0D).contains(scalar.value)
        self =
          isASCIISpace
          ? .space
          : scalar.value < 0x80 && "$+<=>^`|~".unicodeScalars.contains(scalar)
            ? .punctuation : .other
      }
    }
  }
}
