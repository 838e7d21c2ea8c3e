import Markup

/// « Did you mean »: the known name nearest to what was written.
enum EditDistance {
  /// The nearest candidate within a third of the word's length, case, accents and separators aside.
  ///
  /// Distance is optimal string alignment: insertion, deletion, substitution, swap of neighbours. Ties go to the
  /// first candidate.
  static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let written = folded(word)
    let limit = max(1, written.count / 3)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = folded(candidate)
      guard abs(other.count - written.count) <= limit else { continue }
      let distance = distance(written, other)
      if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var current = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        current[j] = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last) = (last, current)
    }
    return last[b.count]
  }

  private static func folded(_ text: String) -> [UInt8] {
    Array(Slug.make(text).utf8.prefix(200))
  }
}
