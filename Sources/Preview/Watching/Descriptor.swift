import Glibc

/// A file descriptor of the system, closed when nobody has it any more.
final class Descriptor: Sendable {
  let number: Int32

  /// Takes an open descriptor over.
  init(_ number: Int32) {
    self.number = number
  }

  deinit {
    close(number)
  }
}
