/// Where a line quotes: between guillemets or curly quotes, or all of it in a block quotation.
struct Quotations {
  private let isWhole: Bool
  private var ranges: [Range<Int>] = []

  init(_ bytes: ArraySlice<UInt8>) {
    isWhole = bytes.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: ">")
    var depth = 0
    var start = bytes.startIndex
    for index in bytes.indices {
      // The first byte of a guillemet, and of a curly quote.
      guard bytes[index] == 0xC2 || bytes[index] == 0xE2 else { continue }
      let rest = bytes[index...]
      if Quotations.opening.contains(where: rest.starts(with:)) {
        if depth == 0 { start = index }
        depth += 1
      } else if depth > 0, Quotations.closing.contains(where: rest.starts(with:)) {
        depth -= 1
        if depth == 0 { ranges.append(start..<index) }
      }
    }
  }

  private static let opening = ["«", "“"].map { Array($0.utf8) }
  private static let closing = ["»", "”"].map { Array($0.utf8) }

  func hold(_ index: Int) -> Bool { isWhole || ranges.contains { $0.contains(index) } }
}
