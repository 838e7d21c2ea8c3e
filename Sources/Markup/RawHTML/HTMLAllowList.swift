/// The raw HTML that a page's author may write.
///
/// The standard list holds elements for which Markdown has no sign (`sub`, `kbd`, `abbr`, `details`, `dl`…)
/// and attributes that only tell something (`lang`, `title`, `datetime`…). A platform whose authors are
/// trusted may add to it, but never what runs a program or changes the page around.
///
///     HTMLAllowList(adding: ["video": ["src", "controls"]])
public struct HTMLAllowList: Sendable, Hashable {
  /// Why an element or an attribute can't be added.
  public enum Refusal: Sendable, Hashable {
    /// It can run a program, load one, or change the page around it.
    case dangerous
    /// Markup doesn't know it.
    case unknown
  }

  public static let standard = HTMLAllowList(adding: [:])

  private let added: [String: Set<String>]

  /// The standard list and more: elements, each with its attributes. What can't be added is left out.
  public init(adding elements: [String: [String]]) {
    var added: [String: Set<String>] = [:]
    for (element, attributes) in elements where Self.refusal(ofElement: element) == nil {
      added[element] = Set(attributes.filter { Self.refusal(ofAttribute: $0) == nil })
    }
    self.added = added
  }

  /// Why an element can't be added; nil when it can.
  public static func refusal(ofElement name: String) -> Refusal? {
    if HTMLElement.all[name] != nil { return nil }
    return dangerousElements.contains(name) ? .dangerous : .unknown
  }

  /// Why an attribute can't be added to any element; nil when it can.
  public static func refusal(ofAttribute name: String) -> Refusal? {
    if knownAttributes.contains(name) { return nil }
    if name.utf8.starts(with: "on".utf8) || dangerousAttributes.contains(name) { return .dangerous }
    let isData = name.utf8.starts(with: "data-".utf8) || name.utf8.starts(with: "aria-".utf8)
    let isPlain =
      name.utf8.count > 5
      && name.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "-") || Byte.isDigit(byte) || (Byte.isLetter(byte) && !Byte.isUppercase(byte))
      }
    return isData && isPlain ? nil : .unknown
  }

  /// The names that can be added, in order, for messages.
  public static let addableElements: [String] = HTMLElement.all.keys.sorted()
  public static let addableAttributes: [String] = knownAttributes.sorted()

  /// What is known of an element, when it is allowed.
  func element(_ name: String) -> HTMLElement? {
    guard let element = HTMLElement.all[name], element.isStandard || added[name] != nil else { return nil }
    return element
  }

  func allows(attribute: String, of name: String) -> Bool {
    guard let element = element(name) else { return false }
    return HTMLElement.globalAttributes.contains(attribute) || element.attributes.contains(attribute)
      || added[name]?.contains(attribute) == true
  }

  private static let dangerousElements: Set<String> = [
    "a", "applet", "base", "body", "button", "embed", "fieldset", "form", "frame", "frameset", "head", "html",
    "input", "link", "math", "meta", "noscript", "object", "option", "param", "plaintext", "portal", "script",
    "select", "slot", "style", "svg", "template", "textarea", "title", "xmp",
  ]

  private static let dangerousAttributes: Set<String> = [
    "accesskey", "action", "autofocus", "contenteditable", "formaction", "http-equiv", "id", "is", "name",
    "nonce",
    "ping", "popover", "popovertarget", "slot", "srcdoc", "srcset", "style", "tabindex", "xmlns",
  ]

  private static let knownAttributes: Set<String> = [
    "abbr", "allow", "allowfullscreen", "alt", "cite", "class", "colspan", "controls", "datetime", "default",
    "dir", "headers", "height", "high", "kind", "label", "lang", "loading", "loop", "low", "max", "media",
    "min",
    "muted", "open", "optimum", "poster", "preload", "referrerpolicy", "reversed", "role", "rowspan",
    "sandbox",
    "scope", "span", "src", "srclang", "start", "title", "type", "value", "width",
  ]
}
