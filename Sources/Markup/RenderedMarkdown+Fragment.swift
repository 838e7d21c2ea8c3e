extension RenderedMarkdown {
  /// The HTML where no site is there to tell addresses, sizes and weights: each destination stands as its author
  /// wrote it, and where a site would draw cards, a table or a button, there are the links they are made of.
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
      switch mark.first {
      // An entry of the glossary has no address of its own.
      case Byte.numberSign where links.indices.contains(index) && links[index].kind != .term:
        Escaping.append(links[index].destination.utf8, to: &fragment)
      case Byte.exclamationMark where slots.indices.contains(index): append(slots[index], to: &fragment)
      default: break
      }
      start = closing + 1
    }
    fragment.append(contentsOf: html[start...])
    return fragment
  }

  private func append(_ slot: Slot, to fragment: inout [UInt8]) {
    switch slot.content {
    case .cards(let chosen):
      fragment.append(contentsOf: "<ul>\n".utf8)
      for link in chosen {
        fragment.append(contentsOf: "<li>".utf8)
        appendLink(link, to: &fragment)
        fragment.append(contentsOf: "</li>\n".utf8)
      }
      fragment.append(contentsOf: "</ul>".utf8)
    case .button(let link, let label), .download(let link, let label, _), .dataTable(let link, let label, _),
      .code(let link, let label):
      fragment.append(contentsOf: "<p>".utf8)
      appendLink(link, label: label, to: &fragment)
      fragment.append(contentsOf: "</p>".utf8)
    case .include(let link, _):
      fragment.append(contentsOf: "<p>".utf8)
      appendLink(link, to: &fragment)
      fragment.append(contentsOf: "</p>".utf8)
    case .fields, .site: break
    }
  }

  /// - Parameter label: as HTML; without one, the link shows its own text or its address.
  private func appendLink(_ index: Int, label: [UInt8] = [], to fragment: inout [UInt8]) {
    guard links.indices.contains(index) else { return }
    let link = links[index]
    fragment.append(contentsOf: "<a href=\"".utf8)
    // What is refused has no address here either.
    if link.kind != .refused { Escaping.append(link.destination.utf8, to: &fragment) }
    fragment.append(contentsOf: "\">".utf8)
    if label.isEmpty {
      Escaping.append((link.text.isEmpty ? link.destination : link.text).utf8, to: &fragment)
    } else {
      fragment.append(contentsOf: label)
    }
    fragment.append(contentsOf: "</a>".utf8)
  }
}
