/// A piece of HTML or XML in UTF-8, written as a Swift string that escapes what is put into it.
///
/// A value is escaped for the place it stands in, which is found by reading the template as the HTML
/// standard's tokenizer would:
///
///     func card(_ item: Item) -> HTML {
///       """
///       <article class="card">
///         <h3><a href="\(item.url)">\(item.title)</a></h3>
///         \(item.summary.map { "<p>\($0)</p>" })
///       </article>
///       """
///     }
///
/// Only `String`, `Substring`, `HTML`, `HTML?`, `[HTML]`, `URLReference` and `JSON` can be put into a
/// template, and attributes by name: `<p\(attribute: "lang", language)\(flag: "hidden", isHidden)>`. Anything
/// else doesn't compile, so that nobody ever reads `Optional("…")` on a page.
///
/// - In text and in attributes, text is escaped. An unquoted attribute is given quotes.
/// - In an attribute that holds an address (`href`, `src`…) text follows the rules of ``URLReference``: what
///   they refuse becomes `#`, and text further on in the address can't change its scheme.
/// - In event handlers (`onclick`…), `style` and `srcdoc`, nothing is written.
/// - In `script`, text becomes characters of a JavaScript string and ``JSON`` is written as it is; in
///   `style`,
///   text becomes characters of a CSS identifier or string. `HTML` values are written in neither.
/// - In a tag, outside of attribute values, only letters, digits, `-` and `_` of a text are written, and of
///   `HTML` values only attributes, as in `<p\(attributes)>`.
///
/// Characters that neither XML 1.0 nor HTML allow are dropped from text.
public struct HTML: Sendable {
  /// The bytes so far; addresses inside the site stand as marks, which ``resolved(_:)`` replaces.
  var bytes: [UInt8]
  /// Where the next byte stands.
  var context: Context

  init(bytes: [UInt8] = [], context: Context = Context()) {
    self.bytes = bytes
    self.context = context
  }

  /// Markup made elsewhere, taken as it is: whole elements, or whole attributes, well formed and in UTF-8.
  ///
  /// This is the one way around escaping, so that a search for `HTML(trusted:` finds every use. Never give it
  /// what an author wrote, front matter and data included. Bytes 0x01 and 0x02 are kept: they mark addresses.
  public init(trusted utf8: [UInt8]) {
    self.init(bytes: utf8, context: .text)
  }

  /// Markup made elsewhere, taken as it is; see ``init(trusted:)-([UInt8])``.
  public init(trusted string: String) {
    self.init(trusted: Array(string.utf8))
  }

  /// Text, escaped.
  public init(text: some StringProtocol) {
    self.init(context: .content)
    append(text: text)
  }

  /// Nothing.
  public static let empty = HTML()

  public var isEmpty: Bool { bytes.isEmpty }

  /// The UTF-8 bytes, where each address inside the site is still a mark: 0x01, the encoded path with its
  /// query and fragment, 0x02.
  public var utf8: [UInt8] { bytes }
}

extension HTML: Hashable {
  public static func == (left: HTML, right: HTML) -> Bool { left.bytes == right.bytes }

  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension HTML {
  /// The same as `"\(left)\(right)"`.
  public static func + (left: HTML, right: HTML) -> HTML {
    var sum = left
    sum += right
    return sum
  }

  /// Puts `right` at the end of `left`, escaped for that place as if in a template.
  public static func += (left: inout HTML, right: HTML) {
    left.append(right)
    left.closeAddedQuote()
  }
}

extension Sequence where Element == HTML {
  /// The values one after the other, with `separator` between them.
  public func joined(separator: HTML = "") -> HTML {
    var whole = HTML()
    var isFirst = true
    for element in self {
      if !isFirst { whole.append(separator) }
      whole.append(element)
      isFirst = false
    }
    whole.closeAddedQuote()
    return whole
  }
}
