import CCMark
import Glibc

/// Makes checkboxes of `[ ]` and `[x]` that begin a list item: GitHub Flavored Markdown 0.29, « Task list
/// items ».
enum TaskListPass {
  static func apply(to root: Node, in lines: SourceLines, language: Language) {
    guard mayHoldTasks(lines.bytes) else { return }
    var items: [Node] = []
    root.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
      if isEntering, kind == CMARK_NODE_ITEM { items.append(node) }
    }
    for item in items {
      guard let paragraph = item.firstChild, paragraph.kind == CMARK_NODE_PARAGRAPH,
        let text = paragraph.firstChild, text.kind == CMARK_NODE_TEXT,
        let isDone = task(text.literal), isWritten(paragraph, in: lines),
        let box = Node(CMARK_NODE_CUSTOM_INLINE)
      else { continue }
      let label = language.taskLabel(isDone: isDone)
      let state = isDone ? "checked=\"\" disabled=\"\"" : "disabled=\"\""
      box.setOnEnter([UInt8]("<input type=\"checkbox\" \(state) aria-label=\"\(label)\" />".utf8))
      text.setLiteral(
        text.literal.count > 3 ? [Byte.space] + text.literal.dropFirst(3).drop(while: Byte.isSpaceOrTab) : [])
      box.insert(before: text)
    }
  }

  private static func mayHoldTasks(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = source.baseAddress else { return false }
    var start = 0
    while start + 2 < source.count,
      let found = memchr(base + start, Int32(Byte.leftBracket), source.count - start - 2)
    {
      start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      if source[start + 1] == Byte.rightBracket, source[start] == Byte.space || source[start] | 0x20 == UInt8(ascii: "x")
      {
        return true
      }
    }
    return false
  }

  /// Whether the task is done; nil when the text begins none.
  private static func task(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    guard text.count >= 3, text[0] == Byte.leftBracket, text[2] == Byte.rightBracket else { return nil }
    guard text.count == 3 || Byte.isSpaceOrTab(text[3]) else { return nil }
    return text[1] == Byte.space ? false : text[1] | 0x20 == UInt8(ascii: "x") ? true : nil
  }

  /// Whether the paragraph begins with a bracket in the source too, not with an escaped one, and
  /// a space follows the box.
  private static func isWritten(_ paragraph: Node, in lines: SourceLines) -> Bool {
    let line = lines.range(ofLine: paragraph.startLine)
    let offset = line.lowerBound + max(paragraph.startColumn - 1, 0)
    // Link definitions that a paragraph begins with stand before the text that is left of it.
    return offset + 3 < line.upperBound && lines.bytes[offset] == Byte.leftBracket
      && Byte.isSpaceOrTab(lines.bytes[offset + 3])
  }
}
