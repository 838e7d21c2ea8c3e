/// Where a line quotes: between guillemets or curly quotes, or all of it in a block quotation.
struct Quotations {
  private let isWhole: Bool
  private var ranges: [Range<Int>] = []

  init(_ bytes: ArraySlice<UInt8>) {
    isWhole = bytes.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: ">")
    var depth = 0
    var start = bytes.startIndex
    for index in bytes.indices {
      if bytes[index...].starts(with: "«".utf8) || bytes[index...].starts(with: "“".utf8) {
        if depth == 0 { start = index }
        depth += 1
      } else if depth > 0, bytes[index...].starts(with: "»".utf8) || bytes[index...].starts(with: "”".utf8) {
        depth -= 1
        if depth == 0 { ranges.append(start..<index) }
      }
    }
  }

  func hold(_ index: Int) -> Bool { isWhole || ranges.contains { $0.contains(index) } }
}
