import Content
import Foundation
import Testing

@Suite("Files changed at random")
struct FuzzTests {
  /// A platform that uses what there is to use.
  private static let files = Platform.small(with: [
    "content/types/note.yml": """
    name: Note
    plural: Notes
    folder: notes
    capabilities: [event, publication, course, tracker, platform, definition, matrix]
    fields:
      themes: {type: term, vocabulary: themes, list: true}
      voir: {type: reference, to: note, list: true}
      texte: {type: markdown}
      jour: {type: date}
      niveau: {type: number, unique: true}
    """,
    "content/vocabularies/themes.yml":
      "name: T\nplural: T\nterms:\n  - {id: eau, label: Eau}\n  - {id: foret, label: \"Forêt\"}\n",
    "content/notes/a.md": """
    ---
    title: "Première « note » : l’été"
    date: 2024-05-01 14:30/2024-06
    themes: [eau, Forêt]
    voir: [b]
    texte: |
      Un **texte** avec [un lien](b.md#agir).
    jour: 2024-T3
    niveau: 12,5
    sources:
      - {text: Un livre, url: "https://exemple.org/é", page: "3"}
      - b
    event: {start: 2024-05-01, place: non précisé, online: oui}
    matrix: {rows: [a], columns: [{label: c}], cells: [[{label: x, percent: 100}]]}
    aliases: [/ancien/, /vieux.html]
    ---
    ## Un titre *fort* &amp; `code`

    - une liste [lien](b.md) ![image](../images/été.png)
    - <b>html</b> [ref][x] <https://exemple.org>

    > citation
    > ```
    > code
    > ```

    [x]: b.md "titre"
    """,
    "content/notes/b.md": "---\ntitle: B\n---\n## Agir\n",
  ])

  @Test(
    "CC-09: no change of bytes ends the reader or keeps it for long; what it says, it can say",
    .timeLimit(.minutes(1)))
  func mutations() async throws {
    let platform = try Platform(FuzzTests.files)
    var random = Generator(state: 20_261_121)
    let paths = FuzzTests.files.keys.sorted()
    let report = DiagnosticReport(wording: .french, usesColour: false) { file in
      (try? Data(contentsOf: URL(fileURLWithPath: platform.folder + "/" + file))).map { Array($0) }
    }
    for round in 0..<400 {
      let path = paths[random.below(paths.count)]
      let original = Data((FuzzTests.files[path] ?? "").utf8)
      let mutated = random.mutated(original)
      try platform.write(path, mutated)
      let start = ContinuousClock.now
      let tree = try SourceTree(folder: platform.folder)
      let sources = await LoadedSources(tree, jobs: 2)
      let reading = await SiteReader(options: BuildOptions(jobs: 2)).read(sources)
      let text = report.text(reading.diagnostics)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "round \(round), \(path)")
      for diagnostic in reading.diagnostics {
        if let location = diagnostic.location { #expect(location.line >= 1 && location.column >= 1) }
      }
      #expect(ContinuousClock.now - start < .seconds(5), "round \(round), \(path)")
      try platform.write(path, original)
    }
  }

  /// Numbers that are the same at every run (xorshift), and changes made with them.
  private struct Generator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

    private static let pieces = [
      "\0", "\t", "\r", "\r\n", "---\n", "- ", ": ", "[", "]", "{", "}", "\"", "'", "&", "*", "!", "|\n", ">",
      "![", "](", "#", "`",
      "\u{2028}", "\u{FEFF}", "e\u{301}", "👩\u{200D}👩", "../", "//", "%2e", "<script>", "\\", "\u{1B}[2J",
      "2024-02-30", "\u{10FFF1}",
    ]

    /// One to four changes: bytes put in other places, taken out, doubled, set, or pieces of syntax put in.
    mutating func mutated(_ data: Data) -> Data {
      var bytes = Array(data)
      for _ in 0...below(4) {
        let place = below(bytes.count + 1)
        let end = min(bytes.count, place + 1 + below(12))
        switch below(6) {
        case 0: bytes.insert(UInt8(truncatingIfNeeded: next()), at: place)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: below(bytes.count + 1))
        case 3 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: next())
        case 4:
          bytes.insert(
            contentsOf: Array(
              repeating: Array(Self.pieces[below(Self.pieces.count)].utf8), count: 1 + below(40)
            ).joined(), at: place)
        default: bytes.insert(contentsOf: Array(Self.pieces[below(Self.pieces.count)].utf8), at: place)
        }
      }
      return Data(bytes)
    }
  }
}
