import Content
import Generator

/// Items whose texts are nearly the same.
///
/// Each text becomes the set of its runs of three words, and each set a sketch of 64 minima (one permutation
/// hashing); texts that agree on a band of four of these are compared whole, each with the first of its band.
/// The time is linear in the number of items, however many are alike.
struct NearDuplicates {
  let site: Site
  let texts: [String: WrittenText]
  let jobs: Int

  /// The least share of equal runs of words.
  static let threshold = 0.8
  /// Shorter texts, in runs of words, say too little to be taken for copies.
  static let leastRuns = 40

  func diagnostics() async -> [Diagnostic] {
    let items = site.items
    let sketches = await items.concurrentMap(jobs: jobs) { Sketch($0.body.passages) }
    var first: [[UInt64]: Int] = [:]
    var diagnostics: [Diagnostic] = []
    for index in items.indices {
      guard let sketch = sketches[index] else { continue }
      var compared: Set<Int> = []
      var nearest: (item: Int, share: Double)?
      for band in sketch.bands {
        guard let other = first[band] else {
          first[band] = index
          continue
        }
        guard compared.insert(other).inserted, let share = sketches[other]?.share(with: sketch),
          share >= NearDuplicates.threshold, share > nearest?.share ?? 0
        else { continue }
        nearest = (other, share)
      }
      guard let nearest else { continue }
      let (item, other) = (items[index], items[nearest.item])
      let place = texts[item.file]?.location(of: "title") ?? SourceLocation(file: item.file)
      let percent = Int(nearest.share * 100)
      diagnostics.append(
        Diagnostic(.nearDuplicate(of: other.title, file: other.file, percent: percent), at: place))
    }
    return diagnostics
  }
}

/// A text as its runs of words.
private struct Sketch: Sendable {
  /// Sorted, each once.
  private let runs: [UInt64]
  private let minima: [UInt64]

  private static let width = 64
  private static let bandWidth = 4

  /// - Returns: `nil` for a text that is too short.
  init?(_ passages: [Passage]) {
    var runs: [UInt64] = []
    for passage in passages {
      var last: (UInt64, UInt64) = (0, 0)
      var count = 0
      for word in Words(passage.text[...]) {
        let hash = Sketch.hash(passage.text[word])
        count += 1
        if count >= 3 { runs.append(Sketch.mixed(last.0 &* 31 &+ last.1 &* 17 &+ hash)) }
        last = (last.1, hash)
      }
    }
    runs.sort()
    var unique: [UInt64] = []
    for run in runs where unique.last != run { unique.append(run) }
    guard unique.count >= NearDuplicates.leastRuns else { return nil }
    self.runs = unique
    var minima = [UInt64](repeating: .max, count: Sketch.width)
    for run in unique {
      let bin = Int(run % UInt64(Sketch.width))
      minima[bin] = min(minima[bin], run)
    }
    // An empty bin borrows from the next that isn't.
    for bin in minima.indices where minima[bin] == .max {
      var step = 1
      while step < Sketch.width, minima[(bin + step) % Sketch.width] == .max { step += 1 }
      minima[bin] = minima[(bin + step) % Sketch.width]
    }
    self.minima = minima
  }

  /// Parts of the sketch, with their place.
  var bands: [[UInt64]] {
    stride(from: 0, to: Sketch.width, by: Sketch.bandWidth).map { start in
      [UInt64(start)] + minima[start..<(start + Sketch.bandWidth)]
    }
  }

  /// The share of the runs of both that is in each (Jaccard's index).
  func share(with other: Sketch) -> Double {
    var (a, b, common) = (0, 0, 0)
    while a < runs.count, b < other.runs.count {
      if runs[a] == other.runs[b] {
        common += 1
        a += 1
        b += 1
      } else if runs[a] < other.runs[b] {
        a += 1
      } else {
        b += 1
      }
    }
    return Double(common) / Double(runs.count + other.runs.count - common)
  }

  /// FNV-1a, ASCII capitals as small letters.
  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word {
      let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      hash = (hash ^ UInt64(folded)) &* 0x100_0000_01B3
    }
    return hash
  }

  /// The bits of a sum spread over the whole number (the finaliser of MurmurHash 3).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ (hash >> 33)
  }
}
