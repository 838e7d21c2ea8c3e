extension RandomAccessCollection where Self: Sendable, Index == Int {
  /// The results of a function for every element, in order, computed by at most `jobs` tasks at once.
  ///
  /// Elements are handed out in runs, so that small pieces of work cost little to distribute.
  public func concurrentMap<Result: Sendable>(
    jobs: Int, _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    let runLength = Swift.max(1, Swift.min(256, count / Swift.max(1, jobs * 8)))
    let starts = Array(stride(from: startIndex, to: endIndex, by: runLength))
    guard jobs > 1, starts.count > 1 else { return map(transform) }
    return await withTaskGroup(of: (Int, [Result]).self) { group in
      var pending = starts.makeIterator()
      var runs = [[Result]](repeating: [], count: starts.count)
      func add(_ start: Int) {
        group.addTask {
          let run = self[start..<Swift.min(start + runLength, self.endIndex)]
          return ((start - self.startIndex) / runLength, run.map(transform))
        }
      }
      for _ in 0..<jobs { if let start = pending.next() { add(start) } }
      while let (position, run) = await group.next() {
        runs[position] = run
        if let start = pending.next() { add(start) }
      }
      return Array(runs.joined())
    }
  }
}
