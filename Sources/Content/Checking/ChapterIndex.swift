/// Which items are chapters of which, and what is wrong with that.
struct ChapterIndex {
  /// The chapters of each item that has some, by their numbers; all by index.
  private(set) var chapters: [Int: [Int]] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// Chapters that name no item are left out: they are reported with the other references.
  init(_ items: [Item], _ identities: ItemIdentities) {
    for (index, item) in items.enumerated() {
      guard let chapter = item.capabilities.chapter,
        case .success(let whole) = identities.item(named: chapter.whole.text, types: [])
      else { continue }
      if items[whole].capabilities.chapter == nil {
        chapters[whole, default: []].append(index)
      } else {
        let problem = Problem.chapterOfChapter(items[whole].title, isItself: whole == index)
        diagnostics.append(Diagnostic(.error, problem, at: chapter.whole.location))
      }
    }
    for (whole, indices) in chapters {
      chapters[whole] = indices.sorted { (items[$0].chapterNumber, $0) < (items[$1].chapterNumber, $1) }
      reportRepeatedNumbers(indices.map { items[$0] }, of: items[whole])
    }
  }

  private mutating func reportRepeatedNumbers(_ chapters: [Item], of whole: Item) {
    var first: [Int: SourceLocation] = [:]
    for item in chapters.sorted(by: { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }) {
      guard let chapter = item.capabilities.chapter else { continue }
      if let other = first[chapter.number] {
        let problem = Problem.chapterNumberTaken(chapter.number, of: whole.title, first: other)
        diagnostics.append(Diagnostic(.error, problem, at: chapter.numberLocation))
      } else {
        first[chapter.number] = chapter.numberLocation
      }
    }
  }
}

extension ItemContents {
  fileprivate var chapterNumber: Int { capabilities.chapter?.number ?? 0 }
}
