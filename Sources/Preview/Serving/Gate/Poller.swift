import CLinux
import Glibc

/// Waits for many descriptors at once (epoll), each known by a number of the caller's.
struct Poller {
  struct Event {
    var number: UInt64
    var isReadable: Bool
    var isWritable: Bool
    /// Both directions are over.
    var isBroken: Bool
  }

  private let descriptor: Int32
  private var buffer = [epoll_event](repeating: epoll_event(), count: 256)

  init() throws(ServerError) {
    descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard descriptor >= 0 else { throw .systemRefused(reason: systemReason()) }
  }

  func close() {
    Glibc.close(descriptor)
  }

  /// Watches a descriptor until it is closed; `false` if the system refuses.
  func add(_ watched: Int32, number: UInt64, readable: Bool, writable: Bool) -> Bool {
    control(EPOLL_CTL_ADD, watched, number, readable, writable)
  }

  @discardableResult
  func change(_ watched: Int32, number: UInt64, readable: Bool, writable: Bool) -> Bool {
    control(EPOLL_CTL_MOD, watched, number, readable, writable)
  }

  private func control(
    _ operation: Int32, _ watched: Int32, _ number: UInt64, _ readable: Bool, _ writable: Bool
  ) -> Bool {
    var event = epoll_event()
    event.events = (readable ? EPOLLIN.rawValue : 0) | (writable ? EPOLLOUT.rawValue : 0)
    event.data.u64 = number
    return epoll_ctl(descriptor, operation, watched, &event) == 0
  }

  /// What happened, after at most `milliseconds`; -1 waits for ever.
  mutating func wait(milliseconds: Int32) -> [Event] {
    let count = epoll_wait(descriptor, &buffer, Int32(buffer.count), milliseconds)
    guard count > 0 else { return [] }
    return buffer[..<Int(count)].map { event in
      Event(
        number: event.data.u64, isReadable: event.events & EPOLLIN.rawValue != 0,
        isWritable: event.events & EPOLLOUT.rawValue != 0,
        isBroken: event.events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0)
    }
  }
}
