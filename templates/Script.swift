/// The scripts as browsers get them.
enum Script {
  /// A script without what only people read: lines of comment, indentation, spaces and line ends beside punctuation, and
  /// the `;` before a `}`.
  ///
  /// Strings stand as they are. Scripts keep to what this reads: comments have lines of their own, no other line begins
  /// with `*`, a template string ends on its line, a regular expression holds neither spaces nor quotes, and no loop is
  /// without a body.
  static func delivered(_ source: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(source.count)
    for line in source.split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { $0 == space }
      guard let first = text.first, first != asterisk, !text.starts(with: "//".utf8),
        !text.starts(with: "/**".utf8)
      else { continue }
      separate(&output, from: text)
      append(text, to: &output)
    }
    return output
  }

  /// Ends a line where what follows could be taken for part of it.
  private static func separate(_ output: inout [UInt8], from text: ArraySlice<UInt8>) {
    guard let last = output.last, let next = text.first else { return }
    if next == UInt8(ascii: "}"), last == UInt8(ascii: ";") { output.removeLast() }
    if !"{([,;=>?:&|".utf8.contains(last), !"})].?:&|".utf8.contains(next) { output.append(UInt8(ascii: "\n")) }
  }

  private static func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if "\"'`".utf8.contains(byte) {
        let end = end(ofStringAt: index, in: text)
        output += text[index..<end]
        index = end
        continue
      }
      index += 1
      if byte == space, let last = output.last, index < text.endIndex, isBare(last, text[index]) { continue }
      output.append(byte)
    }
  }

  /// Whether a space between two bytes says nothing; one between signs tells `+ +` from `++`.
  private static func isBare(_ before: UInt8, _ after: UInt8) -> Bool {
    let signs = "+-".utf8
    if signs.contains(before), signs.contains(after) { return false }
    let marks = "=+-*<>!?:;,.(){}[]&|".utf8
    return marks.contains(before) || marks.contains(after)
  }

  private static func end(ofStringAt start: Int, in text: ArraySlice<UInt8>) -> Int {
    var index = start + 1
    while index < text.endIndex, text[index] != text[start] { index += text[index] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(index + 1, text.endIndex)
  }

  private static let space = UInt8(ascii: " ")
  private static let asterisk = UInt8(ascii: "*")
}
