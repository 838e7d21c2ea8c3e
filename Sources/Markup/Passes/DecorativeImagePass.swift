import CCMark
import Glibc

/// Finds the images that their author calls decorative, `![](frise.png){décorative}`, and takes these words out.
enum DecorativeImagePass {
  /// « décoratif » goes with « élément », « décorative » with « image ». An accent may be left out, or be coded as
  /// a letter of its own.
  private static let words =
    ["décorative", "décoratif", "de\u{301}corative", "de\u{301}coratif"].flatMap { word in
      [Array("{\(word)}".utf8)]
    } + ["{decorative}", "{decoratif}"].map { Array($0.utf8) }

  static func apply(to root: Node, of source: UnsafeBufferPointer<UInt8>) -> Set<Node> {
    guard holdsDeclaration(source) else { return [] }
    var images: Set<Node> = []
    root.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
      guard kind == CMARK_NODE_IMAGE, !isEntering, let text = node.next, text.kind == CMARK_NODE_TEXT,
        let word = words.first(where: { text.literal.starts(with: $0, by: isSameLetter) })
      else { return }
      images.insert(node)
      text.setLiteral(Array(text.literal.dropFirst(word.count)))
    }
    return images
  }

  /// Whether `{d` stands anywhere: few pages have that.
  private static func holdsDeclaration(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while let base = source.baseAddress, index < source.count,
      let found = memchr(base + index, Int32(UInt8(ascii: "{")), source.count - index)
    {
      index = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      if index < source.count, source[index] | 0x20 == UInt8(ascii: "d") { return true }
    }
    return false
  }

  /// Capital and small letters of ASCII are the same; braces only themselves.
  private static func isSameLetter(_ written: UInt8, _ letter: UInt8) -> Bool {
    written == letter || Byte.isUppercase(written) && written | 0x20 == letter
  }
}
