import HTML

extension JSON {
  /// The value as JSON in UTF-8 for people: a line for each member of objects and of lists that hold objects.
  func indented() -> [UInt8] {
    var output: [UInt8] = []
    write(to: &output, margin: "")
    output.append(UInt8(ascii: "\n"))
    return output
  }

  private func write(to output: inout [UInt8], margin: String) {
    let inner = margin + "  "
    switch self {
    case .object(let members) where !members.isEmpty:
      output += "{\n".utf8
      for (index, member) in members.enumerated() {
        output += "\(index > 0 ? ",\n" : "")\(inner)".utf8
        output += JSON.string(member.name).serialized()
        output += ": ".utf8
        member.value.write(to: &output, margin: inner)
      }
      output += "\n\(margin)}".utf8
    case .array(let elements) where elements.contains(where: \.hasParts):
      output += "[\n".utf8
      for (index, element) in elements.enumerated() {
        output += "\(index > 0 ? ",\n" : "")\(inner)".utf8
        element.write(to: &output, margin: inner)
      }
      output += "\n\(margin)]".utf8
    default: output += serialized()
    }
  }

  private var hasParts: Bool {
    switch self {
    case .object, .array: true
    default: false
    }
  }
}
