import Content
import Dispatch
import Glibc
import Synchronization

/// How many threads may usefully work at once here.
let processorCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

/// Calls `body` for 0..<count from several threads; after one call fails no new ones are begun.
func inParallel(
  _ count: Int, workers: Int, _ body: @Sendable (Int) throws(Diagnostic) -> Void
) throws(Diagnostic) {
  let workers = min(workers, (count + share - 1) / share)
  let failure = Mutex<Diagnostic?>(nil)
  let next = Atomic(0)
  @Sendable func work(_: Int) {
    while true {
      let start = next.add(share, ordering: .relaxed).oldValue
      guard start < count, failure.withLock({ $0 == nil }) else { return }
      do throws(Diagnostic) {
        for index in start..<min(start + share, count) { try body(index) }
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
  }
  if workers > 1 {
    DispatchQueue.concurrentPerform(iterations: workers, execute: work)
  } else {
    work(0)
  }
  if let failure = failure.withLock({ $0 }) { throw failure }
}

/// How many calls a thread takes on at a time.
private let share = 32
