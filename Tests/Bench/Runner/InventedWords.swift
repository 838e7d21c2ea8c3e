import Foundation

/// Words that nobody uses, made of French syllables, each with its inflections: some 40,000, always the same.
enum InventedWords {
  /// By how common they are, the most common first.
  static let forms: [String] = {
    var numbers = SplitMix64(seed: 2_024)
    var known: Set<String> = []
    var stems: [String] = []
    while stems.count < 10_000 {
      // Common words are short.
      let syllables = 1 + min(stems.count / 400, 1) + numbers.next(2)
      let stem = (0..<syllables).map { _ in syllable(&numbers) }.joined() + numbers.choose(codas)
      if stem.utf8.count > 3, known.insert(stem).inserted { stems.append(stem) }
    }
    let inflected = stems.enumerated().flatMap { rank, stem -> [(String, Double)] in
      let endings = numbers.choose(families)
      return endings.enumerated().map { place, ending in
        (stem + ending, Double(rank + 1) * (1 + 2 * Double(place)) * (0.7 + 0.6 * numbers.fraction()))
      }
    }
    let sorted = inflected.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
    var seen: Set<String> = []
    return sorted.map(\.element.0).filter { seen.insert($0).inserted }
  }()

  /// What the natural logarithm of a rank may be, at most.
  static let logarithm = log(Double(forms.count) + 1)

  private static let onsets = [
    "", "", "b", "c", "ch", "d", "f", "g", "j", "l", "m", "n", "p", "qu", "r", "s", "t", "v", "br", "cl", "cr", "dr", "fl", "gr",
    "pl", "pr", "tr", "bl", "gn", "s", "t", "r", "l", "m", "p", "d",
  ]
  private static let nuclei = [
    "a", "e", "i", "o", "u", "é", "è", "ai", "au", "eu", "ou", "oi", "an", "en", "in", "on", "ê", "œu", "a", "i", "é", "o",
  ]
  private static let codas = ["r", "t", "l", "n", "s", "v", "d", "m", "nd", "rt", "ct", "st"]
  private static let families = [
    ["e", "es", "er", "ement"], ["ation", "ations", "er", "é"], ["eur", "eurs", "ant", "ait"], ["al", "ale", "aux", "ales"],
    ["ique", "iques", "isme", "ité"], ["if", "ive", "ives", "ivement"], ["", "s", "ier", "ière"], ["oir", "oirs", "ons", "ez"],
  ]

  private static func syllable(_ numbers: inout SplitMix64) -> String {
    numbers.choose(onsets) + numbers.choose(nuclei)
  }
}

/// Numbers that only their seed decides.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
    // Streams of neighbouring seeds would be the same one, a step apart.
    state = next()
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 to one below a limit.
  mutating func next(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// From 0 to below 1.
  mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }

  mutating func choose<Element>(_ elements: [Element]) -> Element { elements[next(elements.count)] }
}
