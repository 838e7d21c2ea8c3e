import Foundation
import HTML
import Markup

extension Settings {
  /// Reads `site.yml`.
  ///
  /// - Parameter baseURL: stands in for the file's, which may then be missing.
  /// - Returns: the settings, complete even where the file has errors, so that everything else can be checked too.
  static func read(
    _ root: YAMLNode, file: String, baseURL: String? = nil
  ) -> (Settings, [Diagnostic], [PendingLink]) {
    let language = root.writtenLanguage ?? .french
    var reader = MappingReader(root, file: file, typography: Typography(language: language))
    let name = reader.text("name", required: true) ?? ""
    let settings = Settings(
      name: name,
      tagline: reader.text("tagline"),
      description: reader.text("description"),
      baseURL: reader.baseURL("base_url", override: baseURL),
      languageCode: reader.languageCode("language") ?? "fr",
      timeZone: reader.timeZone("time_zone"),
      publisher: reader.publisher("publisher"),
      contact: reader.contact("contact"),
      navigation: reader.menu("navigation"),
      footer: reader.menu("footer"),
      colours: reader.colours("colours"),
      logo: reader.logo("logo"),
      licence: reader.licence("licence"),
      pageSize: reader.pageSize("page_size"),
      publishesFuture: reader.future("future"),
      output: reader.output("output"),
      budgets: reader.budgets("budgets"),
      accessibility: reader.accessibilityAudit("accessibility"),
      survey: reader.link("survey"),
      newsletter: reader.link("newsletter"),
      externalExceptions: reader.externalExceptions("check"),
      allowedHTML: reader.allowedHTML("html"))
    let secrets = Settings.secretKeys(of: root)
    for key in secrets {
      reader.report(.secretInSettings(key.text ?? ""), at: key, severity: .warning)
    }
    reader.accept(secrets.compactMap(\.text) + SectionsReader.keys)
    reader.finish()
    return (settings, reader.diagnostics, reader.links)
  }

  /// The keys, at any depth, whose values are likely secrets.
  private static func secretKeys(of node: YAMLNode) -> [YAMLNode] {
    switch node.kind {
    case .scalar: []
    case .list(let items): items.flatMap(secretKeys)
    case .mapping(let entries):
      entries.flatMap { entry in
        SecretKey.isNamed(in: entry.name) ? [entry.key] : secretKeys(of: entry.value)
      }
    }
  }

  /// The given base address with a trailing slash, when it is an absolute http(s) address without query, fragment
  /// or user name.
  public static func normalisedBaseURL(_ text: String) -> String? {
    guard let url = URLReference(text), url.string.hasPrefix("http"), !url.string.contains("?"),
      !url.string.contains("#"), !url.string.contains("@")
    else { return nil }
    return url.string.hasSuffix("/") ? url.string : url.string + "/"
  }
}

extension MappingReader {
  fileprivate mutating func baseURL(_ key: String, override: String?) -> String {
    let fallback = override ?? "http://localhost:8080/"
    guard let node = node(key) else {
      if override == nil { reportMissing(key) }
      return fallback
    }
    guard let text = text(of: node, key: key) else { return fallback }
    guard let url = Settings.normalisedBaseURL(text) else {
      report(.baseURLInvalid(text, suggestion: MappingReader.suggestedBaseURL(for: text)), at: node)
      return fallback
    }
    return override ?? url
  }

  /// What an author who wrote `exemple.org`, `//exemple.org` or more than an address may have meant.
  private static func suggestedBaseURL(for text: String) -> String {
    let end = text.firstIndex { "?#".contains($0) } ?? text.endIndex
    let hasScheme = text.hasPrefix("https://") || text.hasPrefix("http://")
    let suggestion = (hasScheme ? "" : "https://") + text[..<end].drop { "/: ".contains($0) }
    return Settings.normalisedBaseURL(suggestion) ?? "https://exemple.org/"
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
    if text == "Europe/Paris" || text == "UTC" { return text }
    // Foundation's own list: the same on every machine, whatever zone files it has.
    let known = TimeZone.knownTimeZoneIdentifiers
    if !known.contains(text) {
      report(.unknownTimeZone(text, suggestion: EditDistance.nearest(to: text, among: known)), at: node)
    }
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
      name: inner.text("name"), address: inner.text("address"), phone: inner.verbatim("phone"),
      email: inner.verbatim("email"), url: inner.link("url"))
    inner.finish()
    add(inner)
    return contact
  }

  fileprivate mutating func menu(_ key: String) -> [Settings.MenuEntry] {
    var entries: [Settings.MenuEntry] = []
    for node in list(key) {
      var inner = self.inner(node, keyed: key)
      let label = inner.text("label", required: true)
      let link = inner.link("link")
      if link == nil, inner.node("link") == nil { inner.reportMissing("link") }
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
    let colours = Settings.Colours(
      accent: inner.colour("accent", on: Colour.lightGround),
      accentDark: inner.colour("accent_dark", on: Colour.darkGround))
    inner.finish()
    add(inner)
    return colours
  }

  /// A colour for text; one that is hard to read on its ground is only warned of.
  private mutating func colour(_ key: String, on ground: Colour) -> Colour? {
    guard let node = node(key), let text = text(of: node, key: key) else { return nil }
    guard let colour = Colour(text) else {
      report(.notAColour(key: key, value: text), at: node)
      return nil
    }
    let ratio = colour.contrast(with: ground)
    if ratio < Colour.leastContrast {
      let readable = colour.readable(on: ground).hex
      let problem = Problem.lowContrast(key: key, value: text, ratio: ratio, suggestion: readable)
      report(problem, at: node, severity: .warning)
    }
    return colour
  }

  /// A stated licence; « non précisée » is the same as none.
  fileprivate mutating func licence(_ key: String) -> String? {
    guard let node = node(key), !node.isUnspecified else { return nil }
    return setText(of: node, key: key)
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
    guard let node = node(key) else { return nil }
    return text(of: node, key: key)
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
