import HTML

/// What checks want to know of one rendered page.
struct PageSurvey: Sendable {
  struct Heading: Sendable, Hashable {
    var level: Int
    var text: String
  }

  /// Every id, in the order of the page.
  var ids: [String] = []
  /// Where its links and files lead, each once: symbolic site paths with their query and fragment.
  var siteLinks: Set<String> = []
  /// Those that are written otherwise, each once: external ones, and those that templates wrote by hand.
  var otherLinks: Set<String> = []
  var headings: [Heading] = []
  /// The addresses of images without an `alt` attribute.
  var imagesWithoutText: [String] = []
  /// The addresses of links in which a screen reader finds nothing to say.
  var linksWithoutText: [String] = []

  /// - Parameter html: a page whose addresses inside the site are still symbolic.
  init(_ html: HTML) {
    var reader = MarkupReader(html.utf8)
    var heading: (level: Int, text: [UInt8])?
    var link: (address: String, isNamed: Bool)?
    while let part = reader.next() {
      switch part {
      case .text(let bytes):
        heading?.text += bytes
        if link != nil, bytes.contains(where: { $0 > 0x20 }) { link?.isNamed = true }
      case .end(let name):
        if let open = heading, name.elementsEqual("h\(open.level)".utf8) {
          headings.append(Heading(level: open.level, text: String(decoding: open.text, as: UTF8.self)))
          heading = nil
        } else if let open = link, name.elementsEqual("a".utf8) {
          if !open.isNamed { linksWithoutText.append(open.address) }
          link = nil
        }
      case .start(let tag):
        read(tag)
        if let level = tag.headingLevel { heading = (level, []) }
        if tag.isNamed("a"), let address = tag.text("href") {
          link = (address, tag.isLabelled || tag.isHidden)
        }
        if tag.isNamed("img") {
          let text = tag.value("alt")
          if text == nil { imagesWithoutText.append(tag.text("src") ?? "") }
          if text?.isEmpty == false { link?.isNamed = true }
          heading?.text += text ?? []
        } else if tag.isLabelled {
          link?.isNamed = true
        }
      }
    }
  }

  private mutating func read(_ tag: MarkupReader.Tag) {
    if let id = tag.text("id") { ids.append(id) }
    for name in ["href", "src"] {
      guard let value = tag.value(name) else { continue }
      if value.first == 1, value.last == 2 {
        siteLinks.insert(MarkupReader.decoded(value.dropFirst().dropLast()))
      } else {
        otherLinks.insert(MarkupReader.decoded(value))
      }
    }
  }
}

extension MarkupReader.Tag {
  /// 1 to 6 for a heading.
  fileprivate var headingLevel: Int? {
    guard name.count == 2, name.first == UInt8(ascii: "h"), let digit = name.last,
      (0x31...0x36).contains(digit)
    else {
      return nil
    }
    return Int(digit - 0x30)
  }

  /// Whether it has a name for screen readers of its own.
  fileprivate var isLabelled: Bool {
    value("aria-label")?.isEmpty == false || value("aria-labelledby")?.isEmpty == false
      || value("title")?.isEmpty == false
  }

  fileprivate var isHidden: Bool {
    value("aria-hidden")?.elementsEqual("true".utf8) == true || value("hidden") != nil
  }
}
