import Content
import Synchronization

/// Renders and writes the files of a plan, several at once, and weighs its pages where that is asked for.
struct FileWriting: Sendable {
  let writer: SiteWriter
  /// The folder that files are copied from, with a slash at its end.
  let content: String
  let jobs: Int
  /// `nil` where nothing is to be weighed.
  let meter: PageMeter?
  let isCancelled: @Sendable () -> Bool
  let progress: @Sendable (_ done: Int) -> Void
  let done = Counter()

  /// What came of some files, in their order.
  struct Outcome: Sendable {
    var weights: [PageWeight] = []
    var problems: [Diagnostic] = []
  }

  /// How many files were written so far.
  final class Counter: Sendable {
    private let count = Atomic(0)

    func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
  }

  func write(_ files: [Plan.File], with renderer: PageRenderer) async -> Outcome {
    let results = await files.concurrentMap(jobs: jobs) { file -> Outcome in
      if isCancelled() { return Outcome(problems: [Diagnostic(.error, .interrupted)]) }
      do throws(Diagnostic) {
        let weight = try write(file, with: renderer)
        let count = done.next()
        if count.isMultiple(of: 100) { progress(count) }
        return Outcome(weights: weight.map { [$0] } ?? [])
      } catch {
        return Outcome(problems: [error])
      }
    }
    return Outcome(weights: results.flatMap(\.weights), problems: results.flatMap(\.problems))
  }

  /// - Returns: what a page weighs.
  private func write(_ file: Plan.File, with renderer: PageRenderer) throws(Diagnostic) -> PageWeight? {
    switch file.content {
    case .page(let page):
      let html = try renderer.html(of: page)
      let bytes = renderer.bytes(of: html, on: page)
      try writer.write(file.path, bytes)
      return meter?.weight(of: page, html: html, bytes: bytes.count)
    case .bytes(let bytes): try writer.write(file.path, bytes)
    case .made(let make): try writer.write(file.path, make())
    case .copy(let source): try writer.copy(file.path, fromFile: content + source)
    }
    return nil
  }
}
