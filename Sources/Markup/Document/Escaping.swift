/// Escaping of text for HTML, on bytes.
enum Escaping {
  /// Appends an address as cmark writes it in an attribute: what no address holds is percent-coded.
  static func append(address: some Sequence<UInt8>, to html: inout [UInt8]) {
    for byte in address {
      switch byte {
      case Byte.ampersand: html.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "'"): html.append(contentsOf: "&#x27;".utf8)
      case _ where Byte.isLetter(byte) || Byte.isDigit(byte) || "-_.+!*(),%#@?=;:/$~".utf8.contains(byte):
        html.append(byte)
      default: html.append(contentsOf: [Byte.percentSign, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]])
      }
    }
  }

  private static let hexadecimal = [UInt8]("0123456789ABCDEF".utf8)

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
