import CLinux
import Foundation
import Synchronization

/// Tells of changes in folders and everything below them, symbolic links not followed.
///
/// Hidden files and editors' back-up copies are passed over. A lone save is told some milliseconds after the
/// file was closed; saves that follow upon each other are told together. Watching ends when neither the
/// watcher nor its `changes` are in use any more.
///
///     let watcher = try FolderWatcher(folders: ["/home/lou/site/content"])
///     for await changes in watcher.changes { … }
public struct FolderWatcher: Sendable {
  /// How changes are learnt of.
  public enum Method: Sendable {
    /// From the system's events where it has them (inotify(7)), else by looking.
    case automatic
    /// By looking at every file, at that interval.
    case polling(every: Duration)
  }

  /// The system has no descriptors left: an error number of `errno(3)`.
  public struct Failure: Error, Hashable {
    public var errno: Int32
  }

  /// What happens, from the watcher's making on; for one reader.
  public let changes: ChangeSequence
  private let outbox: PendingChanges

  /// Why the folders are looked at instead of the system telling of changes; `nil` while it tells.
  ///
  /// That can come later than the start, when folders are added beyond a limit: `changes` then tells
  /// `.everything`.
  public var warning: PollingReason? { outbox.warning }

  /// Starts watching.
  ///
  /// - Parameters:
  ///   - folders: absolute paths without a slash at the end. One that isn't there yet is waited for; one
  ///     within another is watched with that.
  ///   - quiet: how long nothing must have happened before changes are told; at most 100 ms pass.
  public init(
    folders: [String], quiet: Duration = .milliseconds(8), method: Method = .automatic
  ) throws(Failure) {
    try self.init(folders: folders, quiet: quiet, method: method, system: .linux)
  }

  init(folders: [String], quiet: Duration, method: Method, system: EventSystem) throws(Failure) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw Failure(errno: errno) }
    let (lifeline, life) = (Descriptor(ends[0]), Descriptor(ends[1]))

    let folders = FolderWatcher.outermost(folders)
    var warning: PollingReason?
    let source: any ChangeSource
    var interval = Duration.milliseconds(500)
    if case .polling(let asked) = method {
      (interval, warning) = (asked, .requested)
      source = PollingSource(folders: folders, every: interval)
    } else {
      do throws(PollingReason) {
        source = try EventSource(folders: folders, system: system)
      } catch {
        warning = error
        source = PollingSource(folders: folders, every: interval)
      }
    }
    outbox = PendingChanges(warning: warning)
    changes = ChangeSequence(outbox: outbox, life: life)
    let worker = Worker(
      WatchLoop(
        folders: folders, quiet: quiet, pollingInterval: interval, source: source, outbox: outbox,
        lifeline: lifeline))
    Thread.detachNewThread { worker.run() }
  }

  /// The folders that lie in none of the others.
  private static func outermost(_ folders: [String]) -> [String] {
    let all = Set(folders)
    return all.sorted().filter { folder in
      !folder.utf8.indices.contains { index in
        folder.utf8[index] == UInt8(ascii: "/") && all.contains(String(folder[..<index]))
      }
    }
  }
}

/// Carries the loop to its thread, which keeps it locked for as long as it runs.
private final class Worker: Sendable {
  private let loop: Mutex<WatchLoop>

  init(_ loop: sending WatchLoop) {
    self.loop = Mutex(loop)
  }

  func run() { loop.withLock { $0.run() } }
}

/// Changes as they are found. While nobody asks they add up to one value; the sequence ends when its task is
/// cancelled.
public struct ChangeSequence: AsyncSequence, Sendable {
  fileprivate let outbox: PendingChanges
  /// Keeps the watching going.
  fileprivate let life: Descriptor

  public struct Iterator: AsyncIteratorProtocol {
    fileprivate var signals: AsyncStream<Void>.Iterator
    fileprivate let sequence: ChangeSequence

    public mutating func next() async -> Changes? {
      while await signals.next() != nil {
        if let changes = sequence.outbox.take() { return changes }
      }
      return nil
    }
  }

  public func makeAsyncIterator() -> Iterator {
    Iterator(signals: outbox.signals.makeAsyncIterator(), sequence: self)
  }
}
