import CLinux
import Content
import Generator
import Glibc

/// The processes that read a platform and make its files for a preview.
///
/// - The *keeper* holds a site in memory and does nothing that could end it: it copies itself (fork(2)), and lets the
///   copies work.
/// - An *update* is such a copy. It reads what changed and, if that doesn't end it, becomes the keeper; the old one
///   then leaves. If it does, the old keeper has the last good site still.
/// - The *maker* is another, which renders the pages that are asked for, for as long as its keeper is.
///
/// Each connects to the preview's socket and leaves when the other end does: however the preview ends, none stays.
public enum PreviewWorker {
  /// The argument by which the program knows that it is started as a worker; another follows, the setup.
  public static let argument = "preview-worker"

  /// Runs a worker to its end, on the one thread there is.
  ///
  /// - Parameter theme: the theme, with its own files from a folder or, for `nil`, from the program.
  public static func main(
    _ setup: WorkerSetup, theme: @escaping @Sendable (_ folder: String?) -> any Theme
  ) -> Never {
    signal(SIGINT, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    RenderMonitor.reportTraps()
    var site = HeldSite(setup, theme: theme)
    site = updated(site, [])
    keep(site, socket: setup.socket)
  }

  private static func updated(_ site: HeldSite, _ changed: [String]) -> HeldSite {
    let result = SingleThread.run {
      var site = site
      await site.update(changed)
      return site
    }
    guard let result else { _exit(70) }
    return result
  }

  private static func connection(_ role: WorkerGreeting.Role, site: Int32, socket: String) -> Connection {
    guard let connection = Connection.connected(to: socket),
      (try? connection.send(WorkerGreeting(role: role, process: getpid(), site: site))) != nil
    else { _exit(0) }
    return connection
  }

  private static func keep(_ site: HeldSite, socket: String) -> Never {
    let own = getpid()
    let preview = connection(.keeper, site: own, socket: socket)
    func report(_ report: KeeperReport) { if (try? preview.send(report)) == nil { _exit(0) } }
    func startMaker() -> pid_t? {
      guard site.good != nil else { return nil }
      let process = terreau_fork()
      guard process == 0 else { return process }
      preview.leave()
      make(site, of: own, socket: socket)
    }
    var maker = startMaker()
    report(.read(site.news))
    var update: (process: pid_t, life: Int32)?
    while true {
      var polled = [preview.pollable, pollfd(fd: update?.life ?? -1, events: Int16(POLLIN), revents: 0)]
      guard poll(&polled, 2, -1) >= 0 else { continue }
      if polled[1].revents != 0, let ended = update {
        close(ended.life)
        update = nil
        var status: Int32 = 0
        // One that goes on took over: this keeper leaves when the preview lets it go.
        guard waitpid(ended.process, &status, WNOHANG) == ended.process || isDying(ended.process, &status) else { continue }
        let signal = status & 0x7F
        report(.updateEnded(signal: signal == 0 ? nil : signal, status: signal == 0 ? status >> 8 & 0xFF : nil))
      }
      guard polled[0].revents != 0 else { continue }
      guard let order = try? preview.receive(KeeperOrder.self).message else {
        if let update { kill(update.process, SIGKILL) }
        _exit(0)
      }
      switch order {
      case .update(let changed):
        guard update == nil else { continue }
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { continue }
        let process = terreau_fork()
        if process == 0 {
          preview.leave()
          close(ends[0])
          let next = updated(site, changed)
          close(ends[1])
          keep(next, socket: socket)
        }
        close(ends[1])
        update = (process, ends[0])
      case .endUpdate: if let update { kill(update.process, SIGKILL) }
      case .replaceMaker:
        if let maker {
          kill(maker, SIGKILL)
          waitpid(maker, nil, 0)
        }
        maker = startMaker()
      }
    }
  }

  /// Whether a process whose end of a pipe is closed is on its way out, and not going on without it.
  private static func isDying(_ process: pid_t, _ status: inout Int32) -> Bool {
    for _ in 0..<20 {
      usleep(5_000)
      if waitpid(process, &status, WNOHANG) == process { return true }
    }
    return false
  }

  private static func make(_ site: HeldSite, of keeper: Int32, socket: String) -> Never {
    let preview = connection(.maker, site: keeper, socket: socket)
    var site = site
    while let request = try? preview.receive(FileRequest.self).message {
      let held = site
      let made = SingleThread.run {
        var site = held
        let (reply, bytes) = await site.reply(to: request.path)
        return (site, reply, bytes)
      }
      guard let (next, reply, bytes) = made else { _exit(70) }
      site = next
      guard (try? preview.send(reply, bytes: bytes)) != nil else { break }
    }
    _exit(0)
  }
}
