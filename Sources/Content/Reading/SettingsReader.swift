import HTML
import Markup

extension Settings {
  /// Reads `site.yml`.
  ///
  /// - Returns: the settings, complete even where the file has errors, so that everything else can be checked too.
  static func read(_ root: YAMLNode, file: String) -> (Settings, [Diagnostic], [PendingLink]) {
    var reader = MappingReader(root, file: file)
    let name = reader.text("name", required: true) ?? ""
    let settings = Settings(
      name: name,
      tagline: reader.text("tagline"),
      description: reader.text("description"),
      baseURL: reader.baseURL("base_url"),
      languageCode: reader.languageCode("language") ?? "fr",
      timeZone: reader.timeZone("time_zone"),
      publisher: reader.publisher("publisher"),
      contact: reader.contact("contact"),
      navigation: reader.menu("navigation"),
      footer: reader.menu("footer"),
      colours: reader.colours("colours"),
      licence: reader.licence("licence"),
      pageSize: reader.pageSize("page_size"),
      publishesFuture: reader.future("future"),
      output: reader.output("output"))
    for key in reader.keys where Settings.looksSecret(key) {
      reader.report(.secretInSettings(key), at: reader.keyLocation(key), severity: .warning)
    }
    reader.finish()
    return (settings, reader.diagnostics, reader.links)
  }

  private static func looksSecret(_ key: String) -> Bool {
    let folded = Slug.make(key)
    return ["password", "mot-de-passe", "secret", "token", "jeton", "access-key", "api-key", "private-key"]
      .contains { folded.contains($0) }
  }

  /// The given base address with a trailing slash, when it is an absolute http(s) address.
  public static func normalisedBaseURL(_ text: String) -> String? {
    let lowered = text.lowercased()
    guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://"),
      let url = URLReference(text), !text.contains("?"), !text.contains("#")
    else { return nil }
    let string = url.string
    let host = string.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first
    guard host != nil else { return nil }
    return string.hasSuffix("/") ? string : string + "/"
  }
}

extension MappingReader {
  fileprivate mutating func baseURL(_ key: String) -> String {
    let fallback = "http://localhost:8080/"
    guard let node = node(key) else {
      report(.missingKey(key), at: keyLocation(key))
      return fallback
    }
    guard let text = text(of: node, key: key) else { return fallback }
    guard let url = Settings.normalisedBaseURL(text) else {
      let suggestion = "https://" + text.drop { "/:".contains($0) }
      report(.baseURLWithoutScheme(text, suggestion: suggestion), at: node)
      return fallback
    }
    return url
  }

  /// A language code (BCP 47), such as `fr` or `pt-BR`.
  mutating func languageCode(_ key: String) -> String? {
    guard let node = node(key), let text = text(of: node, key: key) else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isCode =
      (2...3).contains(parts[0].utf8.count)
      && parts.allSatisfy { part in
        (1...8).contains(part.utf8.count)
          && part.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
              || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          }
      }
    guard isCode else {
      report(.unknownLanguage(text), at: node)
      return nil
    }
    return text
  }

  fileprivate mutating func timeZone(_ key: String) -> String {
    guard let node = node(key), let text = text(of: node, key: key) else { return "Europe/Paris" }
    let isName = text.utf8.allSatisfy {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
        || ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z")
        || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
    }
    if !isName || text.isEmpty { report(.unknownTimeZone(text), at: node) }
    return text
  }

  fileprivate mutating func publisher(_ key: String) -> Settings.Publisher? {
    guard var inner = mapping(key) else { return nil }
    let name = inner.text("name", required: true)
    let url = inner.link("url")
    inner.finish()
    add(inner)
    return name.map { Settings.Publisher(name: $0, url: url) }
  }

  fileprivate mutating func contact(_ key: String) -> Settings.Contact {
    guard var inner = mapping(key) else { return Settings.Contact() }
    let contact = Settings.Contact(
      name: inner.text("name"), address: inner.text("address"), phone: inner.text("phone"),
      email: inner.text("email"), url: inner.link("url"))
    inner.finish()
    add(inner)
    return contact
  }

  fileprivate mutating func menu(_ key: String) -> [Settings.MenuEntry] {
    var entries: [Settings.MenuEntry] = []
    for node in list(key) {
      var inner = MappingReader(node, file: file, keyed: key)
      let label = inner.text("label", required: true)
      let link = inner.link("link")
      if link == nil, inner.diagnostics.isEmpty { inner.report(.missingKey("link"), at: inner.keyLocation("link")) }
      inner.finish()
      add(inner)
      if let label, let link {
        entries.append(Settings.MenuEntry(label: label, link: link, location: inner.location))
      }
    }
    return entries
  }

  fileprivate mutating func colours(_ key: String) -> Settings.Colours {
    guard var inner = mapping(key) else { return Settings.Colours() }
    let colours = Settings.Colours(accent: inner.colour("accent"), accentDark: inner.colour("accent_dark"))
    inner.finish()
    add(inner)
    return colours
  }

  private mutating func colour(_ key: String) -> Colour? {
    guard let node = node(key), let text = text(of: node, key: key) else { return nil }
    guard let colour = Colour(text) else {
      report(.notAColour(key: key, value: text), at: node)
      return nil
    }
    return colour
  }

  /// A stated licence; « non précisée » is the same as none.
  fileprivate mutating func licence(_ key: String) -> String? {
    guard let node = node(key), !node.isUnspecified else { return nil }
    return text(of: node, key: key)
  }

  fileprivate mutating func pageSize(_ key: String) -> Int {
    guard let node = node(key) else { return 20 }
    guard let text = text(of: node, key: key) else { return 20 }
    guard let size = Int(text), (1...500).contains(size) else {
      report(.notANumber(key: key, value: text), at: node)
      return 20
    }
    return size
  }

  fileprivate mutating func future(_ key: String) -> Bool {
    guard let node = node(key), let text = text(of: node, key: key) else { return true }
    let known = ["published", "hidden"]
    if !known.contains(text) {
      report(
        .unknownValue(key: key, value: text, suggestion: EditDistance.nearest(to: text, among: known), known: known),
        at: node)
    }
    return text != "hidden"
  }

  /// The output folder; an empty text stays one, for the writer to refuse.
  fileprivate mutating func output(_ key: String) -> String? {
    text(key)
  }
}

extension LoadedSources {
  /// The two settings that are needed before the content is read, as far as they can be read.
  public var preferences: (language: Language, output: String?) {
    guard let loaded = settings,
      let text = try? SourceText(file: "content/site.yml", contents: loaded.bytes),
      let root = try? YAMLParser(file: text.file, firstLine: 1).parse(text.bytes[...])
    else { return (.french, nil) }
    let (settings, _, _) = Settings.read(root, file: text.file)
    return (settings.language, settings.output)
  }
}
