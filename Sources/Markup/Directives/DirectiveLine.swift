import Glibc

/// A line that begins, ends or is a directive.
struct DirectiveLine {
  enum Role {
    case opening, leaf, closing
  }

  var role: Role
  /// 1-based, in the page.
  var number: Int
  /// The bytes of the page from the colons to the end of the line.
  var range: Range<Int>
  var name: Range<Int>
  /// What stands between the brackets.
  var label: Range<Int>?
  /// What stands between the braces.
  var attributes: Range<Int>?
  /// Whether brackets, braces or what follows them are wrong.
  var isMalformed = false
}

/// Finds the lines of a page that have the form of a directive, whatever they stand in.
struct DirectiveScan {
  private let lines: SourceLines
  private(set) var found: [DirectiveLine] = []

  init(of lines: SourceLines) {
    self.lines = lines
    var number = 1
    var offset = 0
    while let start = pairOfColons(from: offset) {
      number = line(holding: start, from: number)
      let range = lines.range(ofLine: number)
      if onlyContainersStand(in: range.lowerBound..<start), let line = read(start..<range.upperBound, number)
      {
        found.append(line)
      }
      offset = max(range.upperBound, start + 2)
    }
  }

  private func pairOfColons(from offset: Int) -> Int? {
    guard let base = lines.bytes.baseAddress else { return nil }
    var offset = offset
    while offset + 1 < lines.bytes.count,
      let found = memchr(base + offset, Int32(Byte.colon), lines.bytes.count - offset - 1)
    {
      let start = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if lines.bytes[start + 1] == Byte.colon { return start }
      offset = start + 2
    }
    return nil
  }

  /// The number of the line that holds an offset: a search that doubles its steps, from a line before it.
  private func line(holding offset: Int, from first: Int) -> Int {
    var step = 1
    while first + step <= lines.count, Int(lines.starts[first + step - 1]) <= offset { step *= 2 }
    var low = first + step / 2
    if step == 1 { low = first }
    var high = min(first + step, lines.count + 1)
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(lines.starts[middle - 1]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Whether nothing but indentation and the marks of quotes and list items stands there.
  private func onlyContainersStand(in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = lines.bytes[index]
      index += 1
      switch byte {
      case Byte.space, Byte.tab, Byte.greaterThan: break
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard index < range.upperBound, Byte.isSpaceOrTab(lines.bytes[index]) else { return false }
      case _ where Byte.isDigit(byte):
        while index < range.upperBound, Byte.isDigit(lines.bytes[index]) { index += 1 }
        guard index + 1 < range.upperBound,
          lines.bytes[index] == UInt8(ascii: ".") || lines.bytes[index] == UInt8(ascii: ")"),
          Byte.isSpaceOrTab(lines.bytes[index + 1])
        else { return false }
        index += 1
      default: return false
      }
    }
    return true
  }

  /// Reads what follows the containers' marks; nil when it is a text.
  private func read(_ range: Range<Int>, _ number: Int) -> DirectiveLine? {
    let bytes = lines.bytes
    var end = range.upperBound
    while end > range.lowerBound, Byte.isSpaceOrTab(bytes[end - 1]) { end -= 1 }
    var index = range.lowerBound
    while index < end, bytes[index] == Byte.colon { index += 1 }
    let colons = index - range.lowerBound
    guard index < end else {
      return colons == 2
        ? nil : DirectiveLine(role: .closing, number: number, range: range, name: index..<index)
    }
    let isSpaced = Byte.isSpaceOrTab(bytes[index])
    // `::: note` is an opening too, as other programs have it; `:: note` is a text.
    if isSpaced, colons > 2 {
      while index < end, Byte.isSpaceOrTab(bytes[index]) { index += 1 }
    }
    if colons > 2, let name = foreignName(in: index..<end) {
      return holdsCommentEnd(range)
        ? nil : DirectiveLine(role: .opening, number: number, range: range, name: name)
    }
    let name = DirectiveSyntax.name(in: bytes, index..<end)
    guard !name.isEmpty else { return nil }
    var line = DirectiveLine(
      role: colons == 2 ? .leaf : .opening, number: number, range: range, name: name)
    let hasText = DirectiveSyntax.readArguments(in: bytes, name.upperBound..<end, of: &line)
    let isDirective = !hasText && !isSpaced
    if !isDirective, Directive.named(String(decoding: bytes[name], as: UTF8.self)) == nil {
      // `:::nothing like this` and `::: nothing` must have been meant; `::marker text` and `::: a :::` may be
      // anything.
      guard colons > 2, bytes[end - 1] != Byte.colon,
        name.upperBound == end || Byte.isSpaceOrTab(bytes[name.upperBound])
      else { return nil }
    }
    // The end of an author's comment must stay in sight.
    return holdsCommentEnd(range) ? nil : line
  }

  /// The class, the id or else the first key of `::: {.note}` and `::: {#a .b}`, as Pandoc has them.
  private func foreignName(in range: Range<Int>) -> Range<Int>? {
    let bytes = lines.bytes
    guard !range.isEmpty, bytes[range.lowerBound] == Byte.leftBrace,
      bytes[range.upperBound - 1] == Byte.rightBrace
    else { return nil }
    let marks = [UInt8(ascii: "."), Byte.numberSign]
    for mark in marks {
      guard let start = bytes[range].firstIndex(of: mark) else { continue }
      let name = DirectiveSyntax.name(in: bytes, (start + 1)..<(range.upperBound - 1))
      if !name.isEmpty { return name }
    }
    let key = DirectiveSyntax.name(in: bytes, (range.lowerBound + 1)..<range.upperBound)
    return key.isEmpty || bytes[key.upperBound] != Byte.equalsSign ? nil : key
  }

  private func holdsCommentEnd(_ range: Range<Int>) -> Bool {
    range.dropFirst(2).contains { index in
      lines.bytes[index] == Byte.greaterThan && lines.bytes[index - 1] == UInt8(ascii: "-")
        && lines.bytes[index - 2] == UInt8(ascii: "-")
    }
  }
}
