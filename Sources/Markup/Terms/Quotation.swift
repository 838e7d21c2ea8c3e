/// Tells, while a run of text is read, whether a place in it stands between quotation marks.
struct Quotation {
  private let html: UnsafeBufferPointer<UInt8>
  private var position: Int
  private var depth = 0

  /// - Parameter start: where the run's first word begins; marks just before it are seen.
  init(_ html: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.html = html
    var position = start
    // Text before the first word is marks and spaces, back to the tag before it.
    while position > 0, html[position - 1] != Byte.greaterThan { position -= 1 }
    self.position = position
  }

  /// Whether a mention stands outside of quotations, or is the whole of one. Mentions come in their order.
  mutating func allows(_ mention: Range<Int>) -> Bool {
    while position + 1 < mention.lowerBound {
      if html[position] == 0xC2 {
        switch html[position + 1] {
        case 0xAB: depth += 1
        case 0xBB: depth = max(0, depth - 1)
        default: break
        }
      }
      position += 1
    }
    return depth == 0 || opens(before: mention.lowerBound) && closes(after: mention.upperBound)
  }

  private func opens(before place: Int) -> Bool {
    var place = place
    while place > 1, let length = blank(endingAt: place) { place -= length }
    return place > 1 && html[place - 2] == 0xC2 && html[place - 1] == 0xAB
  }

  private func closes(after place: Int) -> Bool {
    var place = place
    while place + 1 < html.count {
      if html[place] == Byte.space {
        place += 1
      } else if html[place] == 0xC2, html[place + 1] == 0xA0 {
        place += 2
      } else {
        return html[place] == 0xC2 && html[place + 1] == 0xBB
      }
    }
    return false
  }

  /// The length of the space that ends at a place.
  private func blank(endingAt place: Int) -> Int? {
    if html[place - 1] == Byte.space { return 1 }
    return html[place - 1] == 0xA0 && html[place - 2] == 0xC2 ? 2 : nil
  }
}
