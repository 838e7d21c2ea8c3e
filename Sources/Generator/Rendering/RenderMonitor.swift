import CLinux
import Foundation
import Glibc
import Synchronization

/// Knows which page each thread renders, so that a template that traps or never ends is named.
///
/// A trap can't be caught: the process says which page it was and ends with status 70, and the published site stays
/// as it is.
public enum RenderMonitor {
  /// How many pages can be watched at once; more are rendered all the same.
  private static let slotCount = 64
  private static let nameLimit = 400
  private static let stackSize = 64 * 1024

  /// What a signal handler may read: a thread id and a page's name, zero-terminated, a slot. A multiple of 16, so that
  /// every thread id is aligned.
  private static let slotStride = (MemoryLayout<Int>.size + nameLimit + 1 + 15) / 16 * 16

  /// A slot's name is written by the thread that holds it, and read by a signal handler on that same thread only. Of
  /// the other slots a handler reads the thread ids, aligned words that are never its own thread's; the lists
  /// themselves never change.
  private nonisolated(unsafe) static let slots = zeroed(slotCount * slotStride)
  private nonisolated(unsafe) static let stacks = zeroed(slotCount * stackSize)
  private static let started = Mutex([Rendering?](repeating: nil, count: slotCount))

  private struct Rendering {
    var page: String
    var start: ContinuousClock.Instant
  }

  private static func zeroed(_ count: Int) -> UnsafeMutableRawPointer {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 16)
    memset(memory, 0, count)
    return memory
  }

  /// Runs a rendering under watch.
  static func watching<Result>(_ page: String, _ render: () throws -> Result) rethrows -> Result {
    guard let slot = claim(page) else { return try render() }
    defer { release(slot) }
    return try render()
  }

  private static func claim(_ page: String) -> Int? {
    let slot = started.withLock { started -> Int? in
      guard let free = started.firstIndex(where: { $0 == nil }) else { return nil }
      started[free] = Rendering(page: page, start: .now)
      return free
    }
    guard let slot else { return nil }
    let memory = slots + slot * slotStride
    let name = memory + MemoryLayout<Int>.size
    var page = page
    page.withUTF8 { bytes in
      let count = min(bytes.count, nameLimit)
      if let base = bytes.baseAddress { memcpy(name, base, count) }
      name.storeBytes(of: 0, toByteOffset: count, as: UInt8.self)
    }
    memory.storeBytes(of: Int(gettid()), as: Int.self)
    // A template that recurses without end leaves no stack for the handler but this one.
    var stack = stack_t(ss_sp: stacks + slot * stackSize, ss_flags: 0, ss_size: stackSize)
    sigaltstack(&stack, nil)
    return slot
  }

  private static func release(_ slot: Int) {
    (slots + slot * slotStride).storeBytes(of: 0, as: Int.self)
    var stack = stack_t(ss_sp: nil, ss_flags: Int32(SS_DISABLE), ss_size: 0)
    sigaltstack(&stack, nil)
    started.withLock { $0[slot] = nil }
  }

  /// Makes traps and stack overflows end the process with status 70 and the page's name on standard error.
  public static func reportTraps() {
    _ = (slots, stacks)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in RenderMonitor.endAfterTrap() }
    action.sa_flags = Int32(SA_ONSTACK) | Int32(bitPattern: UInt32(SA_RESETHAND))
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] { sigaction(signal, &action, nil) }
  }

  /// Runs in a signal handler: only calls that are safe there (POSIX `signal-safety`), and no allocation.
  private static func endAfterTrap() {
    let thread = Int(gettid())
    write("\nterreau: erreur interne, un bogue de Terreau ou du gabarit (internal error, this is a bug)")
    for slot in 0..<slotCount {
      let memory = slots + slot * slotStride
      guard memory.load(as: Int.self) == thread else { continue }
      let name = (memory + MemoryLayout<Int>.size).assumingMemoryBound(to: CChar.self)
      write("\n  page : ")
      _ = Glibc.write(STDERR_FILENO, name, strlen(name))
    }
    write("\n  L’ancien site est intact. (The old site is intact.)\n")
    _exit(70)
  }

  private static func write(_ text: StaticString) {
    _ = Glibc.write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Calls `stalled` once, on a thread of its own, with the address of a page that has been rendering for longer
  /// than `limit`.
  public static func watchForStalls(limit: Duration, _ stalled: @escaping @Sendable (String) -> Void) {
    Thread.detachNewThread {
      while true {
        Thread.sleep(forTimeInterval: 0.5)
        let now = ContinuousClock.now
        let slow = started.withLock { started in started.lazy.compactMap(\.self).first { now - $0.start > limit } }
        guard let slow else { continue }
        stalled(slow.page)
        return
      }
    }
  }
}
