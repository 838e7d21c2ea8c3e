import Glibc
import Synchronization

/// The one line of a terminal on which progress is shown.
final class ProgressLine: Sendable {
  private let width = Mutex(0)

  func show(_ text: String) {
    width.withLock { width in
      let count = text.unicodeScalars.count
      let padding = String(repeating: " ", count: max(0, width - count))
      Console.write("\r\(text)\(padding)", to: STDERR_FILENO)
      width = count
    }
  }

  func clear() {
    width.withLock { width in
      if width > 0 { Console.write("\r\(String(repeating: " ", count: width))\r", to: STDERR_FILENO) }
      width = 0
    }
  }
}
