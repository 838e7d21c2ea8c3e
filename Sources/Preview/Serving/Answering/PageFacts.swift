import Foundation
import HTML

/// What the client script is told of the page it runs on, as an attribute of its element.
struct PageFacts: Encodable {
  /// An address near to one that isn't there.
  struct Near: Encodable {
    var path: String
    var address: String
  }

  /// Which run of the server served the page.
  var run: String
  /// The last news that changed the site when the page was served.
  var site: Int
  var language: String?
  var page: PreviewedPage?
  /// `nil` unless there is nothing at this address.
  var near: [Near]?

  /// The element that loads the client script: the only thing that a previewed page has more than a built
  /// one.
  var script: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Encoding values of these types can't fail.
    let json = (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    let element: HTML = """
      <script type="module" src="/_terreau/preview.js" data-terreau="\(json)"></script>
      """
    return element.utf8
  }

  /// A page with the script before its last `</body>`, or at its end if it has none.
  func inserted(into page: [UInt8]) -> [UInt8] {
    let end = Array("</body".utf8)
    var place = page.count
    var index = page.count - end.count
    while index >= 0 {
      if page[index] == end[0], end.indices.allSatisfy({ page[index + $0] | 0x20 == end[$0] | 0x20 }) {
        place = index
        break
      }
      index -= 1
    }
    return page[..<place] + script + page[place...]
  }
}
