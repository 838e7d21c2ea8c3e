import CLinux
import Glibc

/// What a call that reads or writes without waiting came to.
enum Transfer {
  case moved(Int)
  case wouldWait
  /// The other end is gone, or the connection broke.
  case ended
}

/// Reads what is there, at most a buffer's size.
func receive(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Transfer {
  while true {
    let count = read(descriptor, buffer.baseAddress, buffer.count)
    if count > 0 { return .moved(count) }
    if count == 0 { return .ended }
    if errno == EINTR { continue }
    return errno == EAGAIN ? .wouldWait : .ended
  }
}

/// Writes as much as the other end takes.
func transmit(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Transfer {
  while true {
    let count = write(descriptor, bytes.baseAddress, bytes.count)
    if count >= 0 { return .moved(count) }
    if errno == EINTR { continue }
    return errno == EAGAIN ? .wouldWait : .ended
  }
}

/// What the system says of the last call that failed.
func systemReason(_ code: Int32 = errno) -> String {
  String(cString: strerror(code))
}

/// Time since an unspecified start, which no change of the clock moves.
func monotonicNow() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

/// A flag that a thread which waits for descriptors sees raised: an eventfd.
final class WakeUp: Sendable {
  let descriptor: Int32

  init() throws(ServerError) {
    descriptor = eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC))
    guard descriptor >= 0 else { throw .systemRefused(reason: systemReason()) }
  }

  deinit {
    close(descriptor)
  }

  func raise() {
    eventfd_write(descriptor, 1)
  }
}

/// Bytes that wait for the other end to take them.
struct Outbox {
  private var bytes: [UInt8] = []
  private var sent = 0

  var isEmpty: Bool { sent == bytes.count }

  mutating func append(_ more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Whether the other end is still there, and how much it took.
  mutating func flush(to descriptor: Int32) -> Transfer {
    var moved = 0
    while !isEmpty {
      let result = bytes.withUnsafeBytes { bytes in
        transmit(UnsafeRawBufferPointer(rebasing: bytes[sent...]), to: descriptor)
      }
      guard case .moved(let count) = result else {
        if case .ended = result { return .ended }
        return moved > 0 ? .moved(moved) : .wouldWait
      }
      sent += count
      moved += count
    }
    bytes.removeAll(keepingCapacity: bytes.capacity <= 1 << 16)
    sent = 0
    return .moved(moved)
  }
}
