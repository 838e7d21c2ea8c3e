import Content
import HTML
import Markup

extension Rendering {
  /// One value of a declared field.
  func value(_ value: FieldValue, of field: Field) -> HTML {
    switch value {
    case .unspecified: unstated()
    case .text(let text): HTML(text: text)
    case .markdown(let body): text(body)
    case .date(let span): date(span)
    case .number(let number): HTML(text: quantity(number, unit: field.unit))
    case .link(let url): link(to: url)
    case .boolean(let isTrue): HTML(text: isTrue ? texts.yes : texts.no)
    case .term(let term): link(to: term)
    case .reference(let reference): link(to: reference)
    case .list(let values): values.map { self.value($0, of: field) }.joined(separator: " ")
    }
  }

  /// A value that the sources don't give, in the words of the page's language.
  func unstated(_ words: String? = nil) -> HTML {
    "<span class=\"unstated\">\(words ?? texts.unstated)</span>"
  }

  /// A fact that the sources may state or not; nothing where the author says nothing of it.
  func fact<Value>(_ label: String, _ stated: Stated<Value>?, _ show: (Value) -> HTML) -> [Fact] {
    switch stated {
    case nil: []
    case .unspecified: [Fact(label, [unstated()])]
    case .value(let value): [Fact(label, [show(value)])]
    }
  }

  /// A date in words, with what machines read where HTML has a form for it.
  func date(_ span: DateSpan, style: Language.DateStyle = .medium) -> HTML {
    let words = HTML(trusted: language.date(span, style: style).html)
    guard let datetime = span.datetimeAttribute else { return words }
    return "<time datetime=\"\(datetime)\">\(words)</time>"
  }

  /// A number with its unit, no digit changed.
  func quantity(_ number: DecimalNumber, unit: String?) -> String {
    let digits = language.number(decimal: number.text) ?? number.text
    guard let unit else { return digits }
    return unit == "%" ? language.percentage(digits) : language.quantity(digits, unit: unit)
  }

  /// A link that is called after the place it leads to.
  func link(to url: URLReference, _ words: ((String) -> String)? = nil) -> HTML {
    let host = Self.host(of: url)
    return "<a href=\"\(url)\"\(attribute: "rel", relation(to: url))>\(words?(host) ?? host)</a>"
  }

  func link(to term: TermReference) -> HTML {
    let term = site[term]
    return link(term.name, to: term.url)
  }

  func link(to reference: Reference) -> HTML {
    guard let target = reference.target else { return HTML(text: reference.text) }
    return link(toItem: target)
  }

  func link(toItem index: Int) -> HTML {
    let item = site.items[index]
    return "<a href=\"\(item.url)\"\(lang(item))>\(item.title)</a>"
  }

  /// What a visitor knows a site by: the host, without `www.`; the address itself where there is none.
  static func host(of url: URLReference) -> String {
    let address = url.string
    guard url.isExternal else { return address }
    guard let slashes = address.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      // `mailto:` and `tel:` have no host: what follows the scheme says it.
      let colon = address.utf8.firstIndex(of: UInt8(ascii: ":"))
      return colon.map { String(address[address.utf8.index(after: $0)...]) } ?? address
    }
    let host = address[slashes...].drop { $0 == "/" }.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return String(host.utf8.starts(with: "www.".utf8) ? host.dropFirst(4) : host)
  }
}
