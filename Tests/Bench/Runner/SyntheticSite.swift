import Foundation

/// Writes a platform of so many synthetic French case studies: the same bytes for the same count, and nobody's facts.
struct SyntheticSite {
  let count: Int
  private static let taxonomies = [
    ("profils", "Profil", 10), ("objectifs", "Objectif", 4), ("territoires", "Territoire", 14),
    ("themes", "Thème", 40), ("impacts", "Impact", 3), ("annees", "Année", 20),
  ]

  func write(to folder: String) throws {
    let content = folder + "/content"
    for path in ["types", "vocabularies", "cas"] {
      try FileManager.default.createDirectory(atPath: "\(content)/\(path)", withIntermediateDirectories: true)
    }
    try writeSettings(to: folder, hasSearch: true)
    var type = """
      name: Étude de cas synthétique
      plural: Études de cas synthétiques
      folder: cas
      sort: -date
      fields:
        partenaires: {type: text, label: Partenaires, list: true}
        voisines: {type: reference, label: Études voisines, to: [cas], list: true}

      """
    for (id, name, terms) in SyntheticSite.taxonomies {
      type += "  \(id): {type: term, vocabulary: \(id), label: \(name), list: true, facet: true}\n"
      var vocabulary = "name: \(name)\nplural: \(name)s\nterms:\n"
      for term in 1...terms { vocabulary += "  - {id: \(id)-\(term), label: \(name) fictif \(term)}\n" }
      try save(vocabulary, to: "\(content)/vocabularies/\(id).yml")
    }
    try save(type, to: content + "/types/cas.yml")
    for number in 1...count {
      try save(page(number), to: "\(content)/cas/\(SyntheticSite.name(number)).md")
    }
  }

  /// Writes `site.yml`, so that builds with and without an index of the same pages can be compared.
  func writeSettings(to folder: String, hasSearch: Bool) throws {
    let facets = SyntheticSite.taxonomies.map(\.0).joined(separator: ", ")
    let search = "\nsearch: {title: Recherche, facets: [\(facets)]}\n"
    try save(
      """
      name: Plateforme synthétique
      tagline: Des fiches fabriquées pour mesurer le générateur
      base_url: https://exemple.org/banc/
      language: fr
      navigation:
        - {label: Études de cas, link: /cas/}
      """ + (hasSearch ? search : "\n"), to: folder + "/content/site.yml")
  }

  /// The Markdown of every case study, without its front matter.
  var bodies: [[UInt8]] {
    (1...count).map { number in
      let page = page(number)
      let start = page.range(of: "\n---\n")?.upperBound ?? page.startIndex
      return Array(page[start...].utf8)
    }
  }

  private func save(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private static func name(_ number: Int) -> String { "etude-synthetique-\(number)" }

  private func page(_ number: Int) -> String {
    var words = Words(seed: UInt64(number))
    let day = words.next(28) + 1
    let month = words.next(12) + 1
    var text = """
      ---
      title: "Étude synthétique n° \(number) : \(words.phrase(5))"
      summary: "\(words.sentence()) \(words.sentence())"
      date: \(2006 + words.next(20))-\(pad(month))-\(pad(day))
      partenaires:
        - Organisation fictive \(words.next(900))
        - Organisation fictive \(words.next(900))
      voisines: [\(SyntheticSite.name(words.next(count) + 1))]

      """
    for (id, _, terms) in SyntheticSite.taxonomies {
      text += "\(id): [\(id)-\(words.next(terms) + 1)]\n"
    }
    text += "---\n"
    for section in 1...5 {
      text += "\n## \(section). \(words.phrase(4))\n\n\(words.paragraph(sentences: 4))\n\n"
      text += "\(words.paragraph(sentences: 2)) Voir [l’étude \(section)](\(SyntheticSite.name(words.next(count) + 1)).md)"
      text += " et [une page voisine](\(SyntheticSite.name(words.next(count) + 1)).md).\n\n"
      if section.isMultiple(of: 2) {
        text += "| Indicateur | Avant | Après |\n|:--|--:|--:|\n"
        for _ in 0..<4 { text += "| \(words.phrase(3)) | \(words.next(100)) % | \(words.next(100)) % |\n" }
      } else {
        for _ in 0..<3 { text += "- **\(words.phrase(2))** : \(words.sentence())\n" }
      }
    }
    return text
  }

  private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// A stream of French-like words that only its seed decides.
///
/// Two words of five are those that every text is full of; the others follow Zipf's law, so that an index of them has
/// as many rare words as one of real texts.
private struct Words {
  private var numbers: SplitMix64

  private static let links = ["de la", "pour", "avec", "et", "dans", "sans", "par", "vers", "à l’échelle de", "contre"]

  init(seed: UInt64) {
    numbers = SplitMix64(seed: seed)
  }

  mutating func next(_ limit: Int) -> Int { numbers.next(limit) }

  private mutating func word() -> String {
    let forms = InventedWords.forms
    // The chance of the word of rank r is about 1/r.
    let rank = Int(exp(numbers.fraction() * InventedWords.logarithm)) - 1
    return forms[min(max(rank, 0), forms.count - 1)]
  }

  mutating func phrase(_ count: Int) -> String {
    (0..<count).map { $0.isMultiple(of: 2) ? word() : "\(Words.links[next(Words.links.count)]) \(word())" }
      .joined(separator: " ")
  }

  mutating func sentence() -> String {
    "Le \(phrase(7 + next(4)))."
  }

  mutating func paragraph(sentences: Int) -> String {
    (0..<sentences).map { $0 == 1 ? "Une *\(phrase(2))* : \(sentence())" : sentence() }.joined(separator: " ")
  }
}
