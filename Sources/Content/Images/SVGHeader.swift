/// The start tag of an SVG image's root. Comments, the declaration and the document type are passed over, and no
/// entity is expanded.
struct SVGHeader {
  private let bytes: UnsafeRawBufferPointer
  private var offset: Int

  /// The size that `width` and `height` give in pixels, else the view box.
  static func size(in bytes: UnsafeRawBufferPointer) -> ImageSize? {
    var header = SVGHeader(bytes: bytes, offset: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    return header.rootOpens() ? header.sizeOfRoot() : nil
  }

  /// Goes past the root's name; false where another element, or none, comes first.
  private mutating func rootOpens() -> Bool {
    while true {
      skipSpaces()
      guard byte == UInt8(ascii: "<") else { return false }
      if bytes.holds("<!--", at: offset) {
        guard skip(past: "-->") else { return false }
      } else if bytes.holds("<?", at: offset) {
        guard skip(past: "?>") else { return false }
      } else if bytes.holds("<!", at: offset) {
        guard skipDocumentType() else { return false }
      } else {
        offset += 1
        let name = takeName()
        return name.elementsEqual("svg".utf8) || name.suffix(4).elementsEqual(":svg".utf8)
      }
    }
  }

  private mutating func sizeOfRoot() -> ImageSize? {
    var width: Double?
    var height: Double?
    var box: [Double] = []
    while true {
      skipSpaces()
      let name = takeName()
      skipSpaces()
      guard !name.isEmpty, byte == UInt8(ascii: "=") else { break }
      offset += 1
      skipSpaces()
      guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { break }
      let start = offset + 1
      guard let end = bytes[start...].firstIndex(of: quote) else { return nil }
      let value = bytes[start..<end]
      if name.elementsEqual("width".utf8) { width = SVGHeader.length(value) }
      if name.elementsEqual("height".utf8) { height = SVGHeader.length(value) }
      if name.elementsEqual("viewBox".utf8) { box = SVGHeader.numbers(value) }
      offset = end + 1
    }
    let ratio = box.count == 4 && box[2] > 0 && box[3] > 0 ? box[3] / box[2] : nil
    switch (width, height, ratio) {
    case (let width?, let height?, _): return SVGHeader.size(width, height)
    case (let width?, nil, let ratio?): return SVGHeader.size(width, width * ratio)
    case (nil, let height?, let ratio?): return SVGHeader.size(height / ratio, height)
    case (nil, nil, _?): return SVGHeader.size(box[2], box[3])
    default: return nil
    }
  }

  private static func size(_ width: Double, _ height: Double) -> ImageSize? {
    let limit = Double(ImageSize.longestSide)
    guard width > 0, height > 0, width <= limit, height <= limit else { return nil }
    return ImageSize(width: max(1, Int(width.rounded())), height: max(1, Int(height.rounded())))
  }

  /// A number alone or in `px`; other units depend on where the image stands.
  private static func length(_ value: Slice<UnsafeRawBufferPointer>) -> Double? {
    var text = trimmed(value)
    if text.suffix(2).elementsEqual("px".utf8) { text = text.dropLast(2) }
    return text.count <= 32 ? Double(String(decoding: text, as: UTF8.self)) : nil
  }

  private static func numbers(_ value: Slice<UnsafeRawBufferPointer>) -> [Double] {
    guard value.count <= 128 else { return [] }
    return value.split { isSpace($0) || $0 == UInt8(ascii: ",") }.compactMap {
      Double(String(decoding: $0, as: UTF8.self))
    }
  }

  private static func trimmed(_ value: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
    var value = value.drop(while: isSpace)
    while let last = value.last, isSpace(last) { value.removeLast() }
    return value
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

  private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpaces() {
    while let byte, SVGHeader.isSpace(byte) { offset += 1 }
  }

  private mutating func takeName() -> Slice<UnsafeRawBufferPointer> {
    let start = offset
    while let byte, !SVGHeader.isSpace(byte), !"=/<>\"'".utf8.contains(byte) { offset += 1 }
    return bytes[start..<offset]
  }

  private mutating func skip(past end: StaticString) -> Bool {
    while offset < bytes.count, !bytes.holds(end, at: offset) { offset += 1 }
    offset += end.utf8CodeUnitCount
    return offset <= bytes.count
  }

  /// Goes past `<!DOCTYPE …>`, the declarations in its brackets and the quotes in these.
  private mutating func skipDocumentType() -> Bool {
    var isInBrackets = false
    var quote: UInt8?
    while let byte {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == nil { quote = byte } else if quote == byte { quote = nil }
      case _ where quote != nil: break
      case UInt8(ascii: "["): isInBrackets = true
      case UInt8(ascii: "]"): isInBrackets = false
      case UInt8(ascii: ">"): if !isInBrackets { return true }
      default: break
      }
    }
    return false
  }
}
