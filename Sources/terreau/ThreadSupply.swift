import Glibc

/// Whether the process may have the threads that its tasks need.
///
/// Where memory is limited by `ulimit -v`, the system may refuse a thread, and the runtime then waits for one for ever.
enum ThreadSupply {
  /// Tries to have as many threads at once as tasks will; costs nothing where memory isn't limited.
  static func suffices() -> Bool {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur != rlim_t.max else {
      return true
    }
    var threads: [pthread_t] = []
    defer { for thread in threads { pthread_join(thread, nil) } }
    for _ in 0..<(2 * sysconf(Int32(_SC_NPROCESSORS_ONLN)) + 4) {
      var thread = pthread_t()
      let code = pthread_create(&thread, nil, { _ in
        usleep(20_000)
        return nil
      }, nil)
      guard code == 0 else { return false }
      threads.append(thread)
    }
    return true
  }
}
