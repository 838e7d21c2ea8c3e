/// Tells SVG images that would run a script when they are opened as a page of their own.
enum ActiveSVG {
  /// Whether an image holds a script element, an event handler or a `javascript:` address.
  static func isScripted(_ bytes: [UInt8]) -> Bool {
    var previous: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index] | 0x20
      switch byte {
      case UInt8(ascii: "s") where previous == UInt8(ascii: "<") || previous == UInt8(ascii: ":"):
        if starts("script", bytes[index...]) { return true }
      case UInt8(ascii: "j"):
        if starts("javascript:", bytes[index...]) { return true }
      case UInt8(ascii: "o") where previous == UInt8(ascii: " ") || (9...13).contains(previous):
        if opensHandler(bytes[index...]) { return true }
      default: break
      }
      previous = bytes[index]
    }
    return false
  }

  /// Whether a text begins with a word of lower-case letters, whatever its own case.
  private static func starts(_ word: StaticString, _ text: ArraySlice<UInt8>) -> Bool {
    word.withUTF8Buffer { word in
      text.count >= word.count && zip(text, word).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
  }

  /// Whether a text begins with an attribute such as `onload=`.
  private static func opensHandler(_ text: ArraySlice<UInt8>) -> Bool {
    guard starts("on", text) else { return false }
    let name = text.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
    let rest = text[name.endIndex...].drop { $0 == UInt8(ascii: " ") || (9...13).contains($0) }
    return name.count > 2 && rest.first == UInt8(ascii: "=")
  }
}
