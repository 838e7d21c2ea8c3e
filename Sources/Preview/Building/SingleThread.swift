import Synchronization

/// Runs asynchronous functions on the thread that asks for them, and on no other.
///
/// A process that never had a second thread can be copied as it stands (fork(2)), with all it holds in memory.
final class SingleThread: TaskExecutor {
  private let jobs = Mutex<[UnownedJob]>([])

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
  }

  /// The result of a function, run here to its end.
  ///
  /// - Returns: `nil` where the function waits for something that no job of this thread brings.
  static func run<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value? {
    let thread = SingleThread()
    let result = Result<Value>()
    Task(executorPreference: thread) { result.set(await work()) }
    while let job = thread.jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
      job.runSynchronously(on: thread.asUnownedTaskExecutor())
    }
    return result.value
  }

  private final class Result<Value: Sendable>: Sendable {
    private let stored = Mutex<Value?>(nil)

    var value: Value? { stored.withLock { $0 } }

    func set(_ value: Value) { stored.withLock { $0 = value } }
  }
}
