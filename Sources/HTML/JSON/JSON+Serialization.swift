extension JSON {
  /// The value as compact JSON in UTF-8, which can stand in HTML's `script` as it is: `<`, `>`, `&`, U+2028
  /// and U+2029 are written `\uXXXX`. Addresses inside the site are marks, as in ``HTML/utf8``.
  public func serialized() -> [UInt8] {
    var output: [UInt8] = []
    write(to: &output)
    return output
  }

  /// The same with every address inside the site written in a style: a JSON file of its own.
  public func serialized(_ style: AddressStyle) -> [UInt8] {
    HTML(trusted: serialized()).resolved(style)
  }

  private func write(to output: inout [UInt8]) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .int(let value): output.append(contentsOf: String(value).utf8)
    case .number(let value): Self.write(value, to: &output)
    case .string(let value): Self.write(value, to: &output)
    case .url(let reference): Self.write(reference, to: &output)
    case .array(let elements):
      output.append(0x5B)
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(0x2C) }
        element.write(to: &output)
      }
      output.append(0x5D)
    case .object(let members):
      output.append(0x7B)
      for (index, member) in members.enumerated() {
        if index > 0 { output.append(0x2C) }
        Self.write(member.name, to: &output)
        output.append(0x3A)
        member.value.write(to: &output)
      }
      output.append(0x7D)
    }
  }

  private static func write(_ number: Double, to output: inout [UInt8]) {
    guard number.isFinite else {
      output.append(contentsOf: "null".utf8)
      return
    }
    let digits = number.description
    output.append(contentsOf: (digits.hasSuffix(".0") ? digits.dropLast(2) : digits[...]).utf8)
  }

  private static func write(_ string: String, to output: inout [UInt8]) {
    output.append(0x22)
    string.withUTF8Bytes { Escape.json($0, to: &output) }
    output.append(0x22)
  }

  private static func write(_ reference: URLReference, to output: inout [UInt8]) {
    guard let sitePath = reference.sitePath else {
      write(reference.string, to: &output)
      return
    }
    output.append(contentsOf: [0x22, Mark.start])
    sitePath.withUTF8Bytes { Escape.siteAddress($0, ampersand: #"\u0026"#, to: &output) }
    output.append(contentsOf: [Mark.end, 0x22])
  }
}

extension HTML {
  /// Data about the page for search engines and other readers: `<script type="application/ld+json">`.
  public init(linkedData: JSON) {
    self = #"<script type="application/ld+json">\#(linkedData)</script>"#
  }
}
