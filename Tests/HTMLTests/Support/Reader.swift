/// A small reader of HTML, written apart from the one that templates use: it walks scalars, one token at a
/// time.
struct Reader {
  enum Token: Hashable {
    case start(String, [Attribute])
    case end(String)
    case text(String)
    case comment(String)
  }

  struct Attribute: Hashable {
    var name: String
    var value: String
  }

  private let input: [Unicode.Scalar]
  private var index = 0

  static func tokens(of bytes: [UInt8]) -> [Token] {
    var reader = Reader(input: Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
    var tokens: [Token] = []
    while let token = reader.next() {
      tokens.append(token)
      if case .start(let name, _) = token, ["script", "style", "title", "textarea"].contains(name) {
        let raw = reader.take(until: "</\(name)")
        tokens.append(.text(name.first == "t" ? decoded(raw) : raw))
      }
    }
    return tokens
  }

  private init(input: [Unicode.Scalar]) { self.input = input }

  private func starts(with word: String) -> Bool {
    let lowered = input[index...].prefix(word.unicodeScalars.count).map { $0.properties.lowercaseMapping }
    return lowered.joined().unicodeScalars.elementsEqual(word.unicodeScalars)
  }

  private mutating func take(until word: String) -> String {
    var text = String.UnicodeScalarView()
    while index < input.count, !starts(with: word) {
      text.append(input[index])
      index += 1
    }
    return String(text)
  }

  private mutating func take(while isMember: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    while index < input.count, isMember(input[index]) {
      text.append(input[index])
      index += 1
    }
    return String(text)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    " \t\n\r\u{C}".unicodeScalars.contains(scalar)
  }

  private mutating func next() -> Token? {
    guard index < input.count else { return nil }
    if starts(with: "<!--") {
      index += 4
      let text = take(until: "-->")
      index += 3
      return .comment(text)
    }
    guard input[index] == "<", index + 1 < input.count else { return .text(text()) }
    let isEnd = input[index + 1] == "/"
    let nameStart = index + (isEnd ? 2 : 1)
    guard nameStart < input.count, input[nameStart].properties.isAlphabetic else { return .text(text()) }
    index = nameStart
    let name = take { !Self.isSpace($0) && $0 != "/" && $0 != ">" }.lowercased()
    let attributes = readAttributes()
    return isEnd ? .end(name) : .start(name, attributes)
  }

  private mutating func text() -> String {
    var text = String(input[index])
    index += 1
    text += take { $0 != "<" }
    return Self.decoded(text)
  }

  private mutating func readAttributes() -> [Attribute] {
    var attributes: [Attribute] = []
    while index < input.count {
      _ = take { Self.isSpace($0) || $0 == "/" }
      guard index < input.count, input[index] != ">" else { break }
      let name = take { !Self.isSpace($0) && !"/>=".unicodeScalars.contains($0) }
      _ = take(while: Self.isSpace)
      guard index < input.count, input[index] == "=" else {
        attributes.append(Attribute(name: name, value: ""))
        continue
      }
      index += 1
      _ = take(while: Self.isSpace)
      let value: String
      if index < input.count, input[index] == "\"" || input[index] == "'" {
        let quote = input[index]
        index += 1
        value = take { $0 != quote }
        index += 1
      } else {
        value = take { !Self.isSpace($0) && $0 != ">" }
      }
      attributes.append(Attribute(name: name, value: Self.decoded(value)))
    }
    index += 1
    return attributes
  }

  private static let references: [(String, Unicode.Scalar)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#45;", "-"),
    ("&#32;", " "), ("&#9;", "\t"), ("&#10;", "\n"), ("&#13;", "\r"), ("&#61;", "="), ("&#96;", "`"),
  ]

  static func decoded(_ text: String) -> String {
    var rest = Array(text.unicodeScalars)[...]
    var output = String.UnicodeScalarView()
    while let first = rest.first {
      let match = references.first { rest.starts(with: $0.0.unicodeScalars) }
      output.append(match?.1 ?? first)
      rest = rest.dropFirst(match?.0.unicodeScalars.count ?? 1)
    }
    return String(output)
  }
}
