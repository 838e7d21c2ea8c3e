import Foundation

/// What tests look for in a page.
struct Markup {
  let html: String

  init(_ html: String) { self.html = html }

  /// The names of its start tags, in order.
  var tags: [String] {
    html.split(separator: "<").dropFirst().compactMap { piece in
      let name = piece.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      return name.isEmpty ? nil : String(name)
    }
  }

  /// The levels of its headings, in order.
  var headings: [Int] { tags.compactMap { $0.count == 2 && $0.first == "h" ? $0.last?.wholeNumberValue : nil } }

  /// The values of an attribute, in order.
  func values(of attribute: String) -> [String] {
    html.split(separator: " \(attribute)=\"", omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
  }

  /// What stands between two texts, first from the start.
  func between(_ start: String, _ end: String) -> String? {
    guard let from = html.range(of: start)?.upperBound,
      let to = html[from...].range(of: end)?.lowerBound
    else { return nil }
    return String(html[from..<to])
  }
}
