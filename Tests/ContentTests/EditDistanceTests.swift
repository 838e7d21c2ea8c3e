import Testing

@testable import Content

@Suite("Did you mean")
struct EditDistanceTests {
  @Test(
    "Edits are insertions, deletions, substitutions and swaps of neighbours",
    arguments: [
      ("", "", 0), ("abc", "", 3), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1), ("abc", "xabc", 1),
      ("tilte", "title", 1), ("kitten", "sitting", 3), ("ca", "abc", 3), ("abcdef", "badcfe", 3),
    ])
  func distances(_ a: String, _ b: String, _ edits: Int) {
    #expect(EditDistance.distance(Array(a.utf8), Array(b.utf8), limit: 10) == edits)
    #expect(EditDistance.distance(Array(b.utf8), Array(a.utf8), limit: edits) == edits)
    if edits > 0 { #expect(EditDistance.distance(Array(a.utf8), Array(b.utf8), limit: edits - 1) == nil) }
  }

  @Test("A limit changes no answer below it", arguments: 0..<200)
  func limits(_ seed: Int) {
    var random = SmallRandom(seed: UInt64(seed))
    func word() -> [UInt8] { (0..<Int(random.next() % 9)).map { _ in 97 + UInt8(random.next() % 4) } }
    let (a, b) = (word(), word())
    let whole = EditDistance.distance(a, b, limit: 100)
    for limit in 0...9 {
      #expect(EditDistance.distance(a, b, limit: limit) == whole.flatMap { $0 <= limit ? $0 : nil })
    }
  }

  @Test(
    "The nearest name is within a third of the word, case and accents aside",
    arguments: [
      ("tilte", "title"), ("Titre", "title"), ("Titulaire", nil), ("date", "date"), ("DATÉ", "date"),
      ("dat", "date"), ("x", nil), ("da", nil),
      ("sumary", "summary"), ("zzzzzzzzz", nil), ("", nil), ("é", nil),
    ])
  func nearest(_ word: String, _ expected: String?) {
    #expect(EditDistance.nearest(to: word, among: ["title", "date", "summary", "à"]) == expected)
  }

  @Test("Ties go to the first, and an index answers as the list does")
  func ties() {
    #expect(EditDistance.nearest(to: "abcx", among: ["abcy", "abcz"]) == "abcy")
    let index = NameIndex { [("un", "abcy"), ("deux", "abcx")] }
    #expect(index.nearest(to: "ABCX") == "deux")
    #expect(index.nearest(to: "abcz") == "un")
    #expect(index.nearest(to: "rien") == nil)
  }

  @Test("Words of 64 KiB are compared at once")
  func longWords() {
    let word = String(repeating: "ab", count: 32_000)
    let duration = processorTime {
      _ = EditDistance.nearest(to: word, among: [word + "x", "title"])
    }
    #expect(duration < .milliseconds(500))
  }
}

/// Numbers that are the same every time (xorshift).
struct SmallRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
