import Foundation
import Glibc

/// What becomes of the processes that build.
extension PreviewBuilder {
  func startKeeper() {
    do throws(WorkerProcess.Failure) {
      let process = try WorkerProcess.start(program, setup)
      starting = process
      startingChanges = changed
      changed = []
      watch(process)
    } catch {
      let reason = String(cString: strerror(error.errno))
      setProblems([PreviewProblem(severity: "error", code: "worker", message: texts.cannotStart(reason))], from: .process)
      wakeAll()
    }
  }

  /// Notices when a keeper ends, before it has a worker or after.
  nonisolated func watch(_ process: pid_t) {
    let limit = startLimit
    Thread.detachNewThread { [weak self] in
      var status: Int32 = 0
      let end = ContinuousClock.now.advanced(by: limit)
      var isWaited = true
      while true {
        let found = waitpid(process, &status, WNOHANG)
        if found == process || found < 0 && errno != EINTR { break }
        if isWaited, ContinuousClock.now > end {
          isWaited = false
          Task { await self?.endSlowStart(of: process) }
        }
        usleep(isWaited ? 20_000 : 200_000)
      }
      let ended = ProcessEnd(status)
      Task { await self?.keeperEnded(process, ended) }
    }
  }

  func endSlowStart(of process: pid_t) {
    if starting == process { Glibc.kill(process, SIGKILL) }
  }

  func keeperEnded(_ process: pid_t, _ end: ProcessEnd) {
    if starting == process {
      starting = nil
      changed.formUnion(startingChanges)
      report(end)
    } else if former == process, !isStopped {
      worker = nil
      startKeeper()
    }
  }

  func report(_ end: ProcessEnd) {
    let message =
      end.signal == SIGKILL ? texts.hangs : texts.crashed(signal: end.signal, status: end.status)
    further[.process] = [
      PreviewProblem(severity: "error", code: "worker", message: message, advice: texts.crashAdvice(names(of: suspects)))
    ]
    publish(.nothing)
    wakeAll()
  }

  func names(of paths: Set<String>) -> [String] {
    let start = setup.source + "/"
    return paths.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }.sorted()
  }

  /// A worker speaks: the first of a keeper, or the one after a worker that ended.
  func take(_ new: WorkerConnection) async {
    let isFirst = worker?.greeting.keeper != new.greeting.keeper && former != new.greeting.keeper
    if starting == new.greeting.keeper { starting = nil }
    worker?.end()
    worker = nil
    former = new.greeting.keeper
    if isFirst {
      (sinceStart, suspects, lastRead) = ([], [], [:])
      further[.process] = nil
      longest = max(longest, .milliseconds(Int(new.greeting.news.milliseconds)))
      worker = new
      accept(new.greeting.news)
      return readChanges()
    }
    // The keeper knows the platform as it was: this one first reads what changed since, but for what ended the other.
    let content = setup.source + "/content/"
    var substitutes: [String: WorkerOrder.Substitute] = [:]
    for path in suspects where path.hasPrefix(content) {
      let name = String(path.dropFirst(content.count))
      substitutes[name] = lastRead[name].map { .bytes($0) } ?? .known
    }
    let order = WorkerOrder.read(changed: sinceStart.subtracting(suspects).sorted(), substitutes: substitutes)
    isReading = true
    let result = try? await new.carryOut(order, within: startLimit, as: SiteNews.self)
    isReading = false
    guard let result else { return kill(new) }
    worker = new
    if let end = new.greeting.formerEnd, !suspects.isEmpty { report(end) }
    accept(result.message, isNew: false)
    readChanges()
  }

  func readChanges() {
    guard !isReading, !changed.isEmpty else { return }
    guard let worker else {
      if starting == nil, former == nil || further[.process] != nil { startKeeper() }
      return
    }
    isReading = true
    let paths = changed
    changed = []
    Task { await read(paths, by: worker) }
  }

  func read(_ paths: Set<String>, by worker: WorkerConnection) async {
    // What ended a worker is tried again with what changed since.
    let all = paths.union(suspects)
    sinceStart.formUnion(all)
    do {
      let limit = max(.seconds(5), longest * 4)
      let order = WorkerOrder.read(changed: all.sorted(), substitutes: [:])
      let news = try await worker.carryOut(order, within: limit, as: SiteNews.self).message
      isReading = false
      suspects = []
      further[.process] = nil
      lastRead.merge(news.read) { $1 }
      guard worker === self.worker else { return readChanges() }
      accept(news)
      readChanges()
    } catch {
      isReading = false
      suspects = all
      if worker === self.worker { lose(worker) }
    }
  }

  /// Does without a worker that ended or hangs; its keeper makes another.
  func lose(_ worker: WorkerConnection) {
    self.worker = nil
    kill(worker)
    let number = number
    Task { [weak self] in
      try? await Task.sleep(for: .seconds(5))
      await self?.endKeeper(worker.greeting.keeper, unlessNewsSince: number)
    }
  }

  /// Does without a keeper that makes no worker any more; another is started once it has ended.
  func endKeeper(_ process: pid_t, unlessNewsSince number: Int) {
    if worker == nil, starting == nil, former == process, self.number == number, !isReading {
      Glibc.kill(process, SIGKILL)
    }
  }

  func kill(_ worker: WorkerConnection) {
    // By a signal, so that the keeper knows that it isn't the preview that ends.
    Glibc.kill(worker.greeting.process, SIGKILL)
  }

  /// - Parameter isNew: whether the site may differ from the one that is shown.
  func accept(_ news: SiteNews, isNew: Bool = true) {
    site = news
    if news.isGood, isNew {
      generation += 1
      answers.removeAll()
      failing = [:]
    }
    publish(!news.isGood || !isNew ? .nothing : news.styleSheets.map { .styleSheets($0) } ?? .pages)
    wakeAll()
  }
}
