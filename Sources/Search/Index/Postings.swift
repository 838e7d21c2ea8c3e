import Glibc

/// For each stem, the documents that hold it and what it counts for in each: BM25, computed beforehand.
struct Postings {
  /// Okapi BM25's saturation of repeated words, and its share of normalisation by length.
  static let saturation = 1.2
  static let normalisation = 0.75
  /// What the title alone adds.
  static let titleWeight = 0.5
  /// How many steps an impact has.
  static let levels = 15

  struct Posting {
    var document: Int32
    /// 1 to 15: the impact in fifteenths of the stem's scale.
    var level: UInt8
  }

  /// Those of each stem, by document.
  private(set) var lists: [[Posting]] = []
  /// The greatest impact of each stem.
  private(set) var scales: [Double] = []

  private struct Count {
    var document: Int32
    var inTitle: UInt16
    var inAll: UInt16
  }

  /// - Parameter runs: the counted documents, in their order.
  init(_ runs: [CountedWords], _ vocabulary: IndexVocabulary) {
    var counts = [[Count]](repeating: [], count: vocabulary.stemCount)
    var lengths: [(all: Int, title: Int)] = []
    for (run, stems) in zip(runs, vocabulary.stems) {
      for document in run.ends.indices {
        let number = Int32(lengths.count)
        var length = (all: 0, title: 0)
        for count in run[document] {
          let stem = Int(stems[Int(count.word)])
          guard stem >= 0 else { continue }
          length.all += Int(count.inAll)
          length.title += Int(count.inTitle)
          let last = counts[stem].count - 1
          if last >= 0, counts[stem][last].document == number {
            let (title, all) = (counts[stem][last].inTitle, counts[stem][last].inAll)
            counts[stem][last].inTitle = title.addingClamped(count.inTitle)
            counts[stem][last].inAll = all.addingClamped(count.inAll)
          } else {
            counts[stem].append(Count(document: number, inTitle: count.inTitle, inAll: count.inAll))
          }
        }
        lengths.append(length)
      }
    }
    let total = lengths.reduce((all: 0, title: 0)) { ($0.all + $1.all, $0.title + $1.title) }
    let documents = Double(max(lengths.count, 1))
    let mean = (all: max(Double(total.all) / documents, 1), title: max(Double(total.title) / documents, 1))
    lists.reserveCapacity(counts.count)
    scales.reserveCapacity(counts.count)
    for stem in counts.indices {
      let inTitles = counts[stem].count { $0.inTitle > 0 }
      let idf = (
        all: Postings.idf(counts[stem].count, of: documents), title: Postings.idf(inTitles, of: documents)
      )
      let impacts = counts[stem].map { count in
        let length = lengths[Int(count.document)]
        let all = Postings.weight(count.inAll, Double(length.all) / mean.all) * idf.all
        let title = Postings.weight(count.inTitle, Double(length.title) / mean.title) * idf.title
        return all + Postings.titleWeight * title
      }
      let scale = impacts.max() ?? 0
      lists.append(
        zip(counts[stem], impacts).map { count, impact in
          let level = (Double(Postings.levels) * impact / scale).rounded()
          return Posting(document: count.document, level: UInt8(max(1, level)))
        })
      scales.append(scale)
      counts[stem] = []
    }
  }

  private static func idf(_ holders: Int, of documents: Double) -> Double {
    log(1 + (documents - Double(holders) + 0.5) / (Double(holders) + 0.5))
  }

  /// - Parameter length: in mean lengths.
  private static func weight(_ count: UInt16, _ length: Double) -> Double {
    let frequency = Double(count)
    return frequency * (saturation + 1)
      / (frequency + saturation * (1 - normalisation + normalisation * length))
  }
}

extension UInt16 {
  fileprivate func addingClamped(_ other: UInt16) -> UInt16 {
    let (sum, hasOverflow) = addingReportingOverflow(other)
    return hasOverflow ? .max : sum
  }
}
