import CLinux
import Content
import Generator
import Glibc

/// The processes that read a platform and make its files for a preview.
///
/// The *keeper* reads the platform once, then does nothing that could end it but copy itself (fork(2)). The copy is the
/// *worker*: it reads what changes and makes pages. If that ends it, the keeper makes another, which needs to read again
/// only what changed since the start.
///
/// A worker leaves when the preview does, and the keeper with it: however a preview ends, none stays.
public enum PreviewWorker {
  /// The argument by which the program knows that it is started as a worker; another follows, the setup.
  public static let argument = "preview-worker"

  /// Runs a keeper and its workers to their end, on the one thread there is.
  ///
  /// - Parameter theme: the theme, with its own files from a folder or, for `nil`, from the program.
  public static func main(
    _ setup: WorkerSetup, theme: @escaping @Sendable (_ folder: String?) -> any Theme
  ) -> Never {
    signal(SIGINT, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    RenderMonitor.reportTraps()
    let site = updated(HeldSite(setup, theme: theme), [], [:])
    let keeper = getpid()
    var formerEnd: ProcessEnd?
    while true {
      let worker = terreau_fork()
      if worker == 0 { work(site, setup.socket, WorkerGreeting(
        process: getpid(), keeper: keeper, formerEnd: formerEnd, news: site.news)) }
      guard worker > 0 else { _exit(71) }
      var status: Int32 = 0
      while waitpid(worker, &status, 0) < 0, errno == EINTR {}
      if status == 0 { _exit(0) }
      formerEnd = ProcessEnd(status)
    }
  }

  private static func updated(
    _ site: HeldSite, _ changed: [String], _ substitutes: [String: [UInt8]?]
  ) -> HeldSite {
    let result = SingleThread.run {
      var site = site
      await site.update(changed, substitutes: substitutes)
      return site
    }
    guard let result else { _exit(70) }
    return result
  }

  private static func work(_ first: HeldSite, _ socket: String, _ greeting: WorkerGreeting) -> Never {
    guard let preview = Connection.connected(to: socket), (try? preview.send(greeting)) != nil else { _exit(0) }
    var site = first
    while let order = try? preview.receive(WorkerOrder.self).message {
      switch order {
      case .read(let changed, let substitutes):
        let next = updated(
          site, changed,
          substitutes.mapValues { substitute in
            if case .bytes(let bytes) = substitute { Array(bytes) } else { nil }
          })
        // Told before the old site's memory is given back, which takes a while.
        guard (try? preview.send(next.news)) != nil else { _exit(0) }
        site = next
      case .make(let path):
        let held = site
        let made = SingleThread.run {
          var site = held
          let (reply, bytes) = await site.reply(to: path)
          return (site, reply, bytes)
        }
        guard let (next, reply, bytes) = made else { _exit(70) }
        site = next
        guard (try? preview.send(reply, bytes: bytes)) != nil else { _exit(0) }
      }
    }
    _exit(0)
  }
}
