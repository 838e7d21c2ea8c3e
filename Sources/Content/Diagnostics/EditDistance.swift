import Markup
import Synchronization

/// « Did you mean »: the known name nearest to what was written.
enum EditDistance {
  /// The nearest candidate within a third of the word's length, case, accents and separators aside.
  ///
  /// Distance is optimal string alignment: insertion, deletion, substitution, swap of neighbours. Ties go to the
  /// first candidate.
  static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    nearest(to: word, among: candidates.lazy.map { ($0, folded($0)) })
  }

  fileprivate static func nearest(
    to word: String, among candidates: some Sequence<(name: String, folded: [UInt8])>
  ) -> String? {
    let written = folded(word)
    // Any two letters are one edit apart: words that short are only told by case and accents.
    var limit = written.count < 3 ? 0 : written.count / 3
    var best: String?
    for candidate in candidates {
      guard !candidate.folded.isEmpty, let distance = distance(written, candidate.folded, limit: limit) else {
        continue
      }
      if distance == 0 { return candidate.name }
      best = candidate.name
      limit = distance - 1
    }
    return best
  }

  /// The number of edits between two words, or `nil` when it is above a limit.
  static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var current = last
    for i in 1...a.count {
      current[0] = i
      var least = i
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        var edits = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          edits = min(edits, beforeLast[j - 2] + 1)
        }
        current[j] = edits
        least = min(least, edits)
      }
      // A swap reaches back two rows, and costs one.
      guard least <= limit || (last.min() ?? 0) < limit else { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }

  /// The part of a word that counts, its first 200 bytes.
  static func folded(_ text: String) -> [UInt8] {
    Array(Slug.make(text).utf8.prefix(200))
  }
}

/// Many names, prepared once for all the times that something like them is looked for.
final class NameIndex: Sendable {
  private let names: @Sendable () -> [(name: String, spelling: String)]
  private let prepared = Mutex<[(name: String, folded: [UInt8])]?>(nil)

  /// - Parameter names: what may be meant, and how it is spelled; called when a name is looked for the first time,
  ///   which in most builds is never.
  init(_ names: @escaping @Sendable () -> [(name: String, spelling: String)]) {
    self.names = names
  }

  func nearest(to word: String) -> String? {
    let candidates = prepared.withLock { prepared in
      if let prepared { return prepared }
      let candidates = names().map { (name: $0.name, folded: EditDistance.folded($0.spelling)) }
      prepared = candidates
      return candidates
    }
    return EditDistance.nearest(to: word, among: candidates)
  }
}
