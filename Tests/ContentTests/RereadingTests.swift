import Content
import Foundation
import Testing

/// A text as HTML, and what it asks of the theme in words.
private func html(of body: Body) -> String {
  let drawn = body.html { drawing in
    switch drawing {
    case .include(let inner): "\(html(of: inner))"
    case .example(let source, let inner): "\("\(source)")\(html(of: inner))"
    default: "\("\(drawing)")"
    }
  }
  return String(decoding: drawn.utf8, as: UTF8.self)
}

/// What a site says, as text: equal for sites that are equal.
private func description(of reading: SiteReader.Reading) -> String {
  var text = ""
  dump(reading.site.settings.name, to: &text)
  for item in reading.site.items {
    text += "\(item.id) \(item.path) \(item.title) \(item.unpublished.debugDescription) \(item.terms)\n"
    text += html(of: item.body)
    for part in item.fields.flatMap({ $0?.parts ?? [] }) {
      if case .markdown(let body) = part { text += html(of: body) } else { text += "\(part)" }
    }
    text += "\(item.sources)\(item.capabilities)\n"
  }
  text += "\(reading.site.backlinks)\n\(reading.site.redirects)\n\(reading.site.assets)\n\(reading.site.chapters)\n"
  text += "\(reading.site.itemRanges)\n\(reading.site.now.debugDescription)\n"
  text += reading.diagnostics.map { "\($0)\n" }.joined()
  return text
}

@Suite("Sites that are read again and again")
struct RereadingTests {
  /// Numbers that are the same in every run.
  private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 16 ^ state << 32
    }
  }

  private static let names = ["a", "b", "c", "d", "e", "_part"]

  /// A text that leads to others, or is broken, as chance will have it.
  private static func text(_ chance: inout Chance) -> String {
    let other = names.randomElement(using: &chance) ?? "a"
    let keys = [
      "voir: [\(other)]", "date: 2024-0\(Int.random(in: 1...9, using: &chance))", "themes: [eau]", "themes: [feu]",
      "draft: true", "code: x\(Int.random(in: 1...3, using: &chance))", "aliases: [/ancien/]", "id: note/\(other)",
      "slug: autre", "forms: [mot]", "publish: 2030-01-01", "unclosed: [", "chapter: {of: \(other), number: 1}",
      "sources: [{item: \(other)}]",
    ].shuffled(using: &chance).prefix(Int.random(in: 0...3, using: &chance))
    let bodies = [
      "## Ici\n\n[lien](\(other).md#ici)", "::inclure{fichier=_part.md}", "::code{fichier=\(other).md}",
      "![x](image.png)", "Un mot de \(other).", "::cartes[\(other).md]", "### Là\n\n[là](#la)", "::tableau{fichier=d.csv}",
      "[^1]\n\n[^1]: Note.", "<b>", "{{\(other)}}", ":terme[\(other)]",
    ].shuffled(using: &chance).prefix(Int.random(in: 1...4, using: &chance))
    return "---\ntitle: T\(other)\n\(keys.joined(separator: "\n"))\n---\n\(bodies.joined(separator: "\n\n"))\n"
  }

  @Test("After any change, a site that is read again is the site that is read at once", arguments: 1...6)
  func property(seed: Int) async throws {
    var chance = Chance(state: UInt64(seed))
    let site = try TinySite(["notes/a.md": "Un.\n"])
    var reader = SiteRereader(folder: site.folder, options: BuildOptions(jobs: 1))
    var texts: Set<String> = []
    for step in 0..<60 {
      let name = Self.names.randomElement(using: &chance) ?? "a"
      let path: String
      switch Int.random(in: 0..<20, using: &chance) {
      case 0:
        path = "types/note.yml"
        let type = TinySite.standardFiles[path]
        if case .text(let text)? = type { try site.write(.text(text + "\norder: \(step)\n"), to: path) }
      case 1:
        path = "notes/d.csv"
        try site.write("x,y\n\(step),2\n", to: path)
      case 2:
        path = "notes/image.png"
        try site.write(.bytes(Self.image(width: UInt8(step))), to: path)
      case 3:
        path = "index.md"
        try site.write("# Accueil\n\n## H\(step)\n\n[a](notes/a.md)\n", to: path)
      case 4, 5, 6:
        path = "notes/\(name).md"
        try? FileManager.default.removeItem(atPath: "\(site.folder)/content/\(path)")
      default:
        path = "notes/\(name).md"
        try site.write(.text(Self.text(&chance)), to: path)
      }
      let again = try await reader.read(changed: [path])
      let once = try await site.read { $0.jobs = 1 }
      let (found, expected) = (description(of: again), description(of: once))
      try #require(found == expected, "seed \(seed), step \(step), \(path)")
      texts.insert(expected)
    }
    #expect(texts.count > 20, "most changes change something")
  }

  @Test("What didn't change is the very same item; what changed alone is another")
  func identity() async throws {
    let site = try TinySite([
      "notes/a.md": "Un.\n", "notes/b.md": "---\ntitle: B\n---\n[a](a.md)\n", "notes/c.md": "---\ntitle: C\n---\nTrois.\n",
    ])
    var reader = SiteRereader(folder: site.folder, options: BuildOptions(jobs: 1))
    let first = try await reader.read().site.items
    try site.write("---\ntitle: C\n---\nQuatre.\n", to: "notes/c.md")
    let second = try await reader.read().site.items
    #expect(first.count == 3)
    #expect(zip(first, second).map { $0 === $1 } == first.map { $0.title != "C" })
  }

  /// The header of a PNG file.
  private static func image(width: UInt8) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, width, 0, 0, 0, 9]
      + [8, 6, 0, 0, 0, 0, 0, 0, 0]
  }
}
