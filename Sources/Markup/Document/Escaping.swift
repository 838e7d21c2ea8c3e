/// Escaping of text for HTML, on bytes.
enum Escaping {
  /// Appends `text` so that it can stand in an element or a double-quoted attribute.
  static func append(_ text: some Sequence<UInt8>, to html: inout [UInt8]) {
    for byte in text {
      switch byte {
      case Byte.ampersand: html.append(contentsOf: "&amp;".utf8)
      case Byte.lessThan: html.append(contentsOf: "&lt;".utf8)
      case Byte.greaterThan: html.append(contentsOf: "&gt;".utf8)
      case Byte.quotationMark: html.append(contentsOf: "&quot;".utf8)
      default: html.append(byte)
      }
    }
  }
}
