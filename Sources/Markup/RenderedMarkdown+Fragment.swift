extension RenderedMarkdown {
  /// The HTML where no site is there to tell addresses: each destination stands as its author wrote it, and
  /// what only a site can draw is left out.
  public var fragment: [UInt8] {
    var fragment: [UInt8] = []
    fragment.reserveCapacity(html.count)
    var start = html.startIndex
    while let opening = html[start...].firstIndex(of: 0x01),
      let closing = html[opening...].firstIndex(of: 0x02)
    {
      fragment.append(contentsOf: html[start..<opening])
      let mark = html[(opening + 1)..<closing]
      let index = mark.dropFirst().reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      if mark.first == Byte.numberSign, links.indices.contains(index) {
        Escaping.append(links[index].destination.utf8, to: &fragment)
      }
      start = closing + 1
    }
    fragment.append(contentsOf: html[start...])
    return fragment
  }
}
