import Content
import Foundation
import Glibc
import Markup
import Synchronization

/// Builds a site while it is written, in processes whose end is only a message.
///
///     let builder = try PreviewBuilder(program: "/proc/self/exe", setup: WorkerSetup(source: folder))
///     await builder.start()
///     for await news in builder.news { … }        // and builder.changed([path]) after each save
public actor PreviewBuilder: PreviewedSite {
  /// What open pages are to be told, each time something was read.
  public nonisolated let news: AsyncStream<PreviewNews>
  private let tell: AsyncStream<PreviewNews>.Continuation
  private let folder: PrivateFolder
  private let listener: Int32
  private var setup: WorkerSetup
  private var program: String

  private var worker: WorkerConnection?
  /// A process that was started and whose worker has not spoken yet.
  private var starting: pid_t?
  /// What changed since the last reading began.
  private var changed: Set<String> = []
  private var isReading = false
  private var isStopped = false
  /// What changed since the keeper's reading, and what readings that ended their worker knew of.
  private var sinceStart: Set<String> = []
  private var suspects: Set<String> = []
  /// What the last readings that didn't end read of files, by paths below `content/`.
  private var lastRead: [String: Data] = [:]
  private var site: SiteNews?
  private var number = 0
  private var activity: String?
  /// Problems that no reading tells of: those of templates, of the watcher, of a process that ended.
  private var further: [Source: [PreviewProblem]] = [:]
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var answers = AnswerCache()
  /// Pages of the site that ended the worker that made them, and what is said of them.
  private var failing: [String: String] = [:]
  /// Grows with every good site.
  private var generation = 0
  /// The keeper of the last worker.
  private var former: pid_t?
  private var startingChanges: Set<String> = []
  /// How long the longest first reading took.
  private var longest = Duration.zero

  /// How long a page may take.
  private static let pageLimit = Duration.seconds(15)

  /// Where problems come from.
  public enum Source: Sendable, Hashable, Comparable {
    case process, watcher, templates
  }

  /// How long a first reading may take.
  private let startLimit: Duration

  /// - Parameters:
  ///   - program: the program that workers are, which calls ``PreviewWorker/main(_:theme:)``.
  ///   - startLimit: how long reading a platform for the first time may take before it counts as hanging.
  /// - Throws: ``ServerError/systemRefused(reason:)`` where there is no room for a socket.
  public init(program: String, setup: WorkerSetup, startLimit: Duration = .seconds(120)) throws(ServerError) {
    self.program = program
    self.startLimit = startLimit
    folder = try PrivateFolder()
    self.setup = setup
    self.setup.socket = folder.builderPath
    guard let listener = Connection.listening(at: self.setup.socket) else {
      throw .systemRefused(reason: String(cString: strerror(errno)))
    }
    self.listener = listener
    (news, tell) = AsyncStream.makeStream(bufferingPolicy: .unbounded)
  }

  // MARK: What the command asks

  /// Reads the platform for the first time.
  public func start() {
    WorkerProcess.adoptOrphans()
    let listener = listener
    Thread.detachNewThread { [weak self] in
      while true {
        let descriptor = Glibc.accept(listener, nil, nil)
        if descriptor < 0, errno == EINTR || errno == ECONNABORTED { continue }
        guard descriptor >= 0 else { return }
        let connection = Connection(descriptor)
        connection.limitWait(to: .seconds(5))
        guard let self else { return }
        guard let greeting = try? connection.receive(WorkerGreeting.self).message else { continue }
        let worker = WorkerConnection(greeting, connection)
        Task { await self.take(worker) }
      }
    }
    startKeeper()
  }

  /// Takes note of files that changed; a reading begins at once, or when the one under way has ended.
  ///
  /// - Parameter paths: absolute; empty for a site that is to be read again as it looks now.
  public func changed(_ paths: some Collection<String>) {
    changed.formUnion(paths.isEmpty ? [setup.source + "/content/site.yml"] : Set(paths))
    readChanges()
  }

  /// Goes on with another program: new templates.
  public func replaceProgram(_ path: String) {
    program = path
    if let starting { WorkerProcess.end(starting) }
    startKeeper()
  }

  /// Says what else is wrong, or no longer is.
  public func setProblems(_ problems: [PreviewProblem], from source: Source) {
    guard further[source] ?? [] != problems else { return }
    further[source] = problems
    publish(.nothing)
  }

  /// Says what is under way that takes long; `nil` once it is over.
  public func setActivity(_ text: String?) {
    activity = text
    publish(.nothing)
  }

  /// Ends every process.
  public func stop() {
    isStopped = true
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    worker?.end()
    if let starting { WorkerProcess.end(starting) }
    tell.finish()
    folder.remove()
  }

  // MARK: What pages are served

  public var basePath: String {
    get async {
      await aSite()
      return site?.basePath ?? "/"
    }
  }

  public func answer(to path: String) async -> PreviewAnswer {
    await aSite()
    guard let site, site.hasSite else { return .unavailable(reason: reason) }
    if let known = answers[path] { return known }
    if let reason = failing[path] { return .unavailable(reason: reason) }
    // A worker may end for other reasons than this page, which is then asked of the next one.
    var ends = 0
    while let worker {
      let generation = generation
      do {
        let (reply, bytes) = try await worker.carryOut(
          .make(path: path), within: PreviewBuilder.pageLimit, as: FileReply.self)
        let answer = PreviewAnswer(reply, bytes)
        // Another site may have come meanwhile, whose answer isn't known.
        if generation == self.generation { answers.keep(answer, for: path) }
        return answer
      } catch {
        if worker === self.worker, !isReading { ends += 1 }
        if worker === self.worker { lose(worker) }
        let isSlow = error as? Connection.Failure == .timedOut
        if ends == 2 || isSlow {
          let reason = isSlow ? texts.pageHangs : texts.pageCrashes
          if generation == self.generation { failing[path] = reason }
          return .unavailable(reason: reason)
        }
        await aWorker()
      }
    }
    return .unavailable(reason: reason)
  }

  /// Waits until a site can be shown, or it is known that none can.
  private func aSite() async {
    while site == nil, further[.process, default: []].isEmpty { await withCheckedContinuation { waiting.append($0) } }
    if site?.hasSite == true { await aWorker() }
  }

  private func aWorker() async {
    while worker == nil, further[.process] == nil { await withCheckedContinuation { waiting.append($0) } }
  }

  private func wakeAll() {
    let woken = waiting
    waiting = []
    for continuation in woken { continuation.resume() }
  }

  private var texts: BuilderTexts { BuilderTexts(isFrench: site.map { $0.languageCode == "fr" } ?? true) }

  private var reason: String {
    let problems = further.sorted { $0.key < $1.key }.flatMap(\.value) + (site?.problems ?? [])
    return problems.first { $0.severity == "error" }?.message ?? texts.nothingYet
  }

  // MARK: What processes say

  private func startKeeper() {
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
  private nonisolated func watch(_ process: pid_t) {
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

  private func endSlowStart(of process: pid_t) {
    if starting == process { Glibc.kill(process, SIGKILL) }
  }

  private func keeperEnded(_ process: pid_t, _ end: ProcessEnd) {
    if starting == process {
      starting = nil
      changed.formUnion(startingChanges)
      report(end)
    } else if former == process, !isStopped {
      worker = nil
      startKeeper()
    }
  }

  private func report(_ end: ProcessEnd) {
    let message =
      end.signal == SIGKILL ? texts.hangs : texts.crashed(signal: end.signal, status: end.status)
    further[.process] = [
      PreviewProblem(severity: "error", code: "worker", message: message, advice: texts.crashAdvice(names(of: suspects)))
    ]
    publish(.nothing)
    wakeAll()
  }

  private func names(of paths: Set<String>) -> [String] {
    let start = setup.source + "/"
    return paths.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }.sorted()
  }

  /// A worker speaks: the first of a keeper, or the one after a worker that ended.
  private func take(_ new: WorkerConnection) async {
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

  private func readChanges() {
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

  private func read(_ paths: Set<String>, by worker: WorkerConnection) async {
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
  private func lose(_ worker: WorkerConnection) {
    self.worker = nil
    kill(worker)
    let number = number
    Task { [weak self] in
      try? await Task.sleep(for: .seconds(5))
      await self?.endKeeper(worker.greeting.keeper, unlessNewsSince: number)
    }
  }

  /// Does without a keeper that makes no worker any more; another is started once it has ended.
  private func endKeeper(_ process: pid_t, unlessNewsSince number: Int) {
    if worker == nil, starting == nil, former == process, self.number == number, !isReading {
      Glibc.kill(process, SIGKILL)
    }
  }

  private func kill(_ worker: WorkerConnection) {
    // By a signal, so that the keeper knows that it isn't the preview that ends.
    Glibc.kill(worker.greeting.process, SIGKILL)
  }

  /// - Parameter isNew: whether the site may differ from the one that is shown.
  private func accept(_ news: SiteNews, isNew: Bool = true) {
    site = news
    if news.isGood, isNew {
      generation += 1
      answers.removeAll()
      failing = [:]
    }
    publish(!news.isGood || !isNew ? .nothing : news.styleSheets.map { .styleSheets($0) } ?? .pages)
    wakeAll()
  }

  private func publish(_ change: PreviewNews.Change) {
    number += 1
    let own = further.sorted { $0.key < $1.key }.flatMap(\.value)
    tell.yield(
      PreviewNews(
        number: number, languageCode: site?.languageCode ?? "fr", change: change,
        problems: own + (site?.problems ?? []), activity: activity))
  }

  /// The language in which the author is spoken to; French until it is known.
  public var wording: DiagnosticWording { site?.languageCode == "en" ? .english : .french }

  /// How the last reading went; `nil` before the first.
  public var lastReading: (pages: Int, milliseconds: Double, isGood: Bool)? {
    site.map { ($0.pages, $0.milliseconds, $0.isGood) }
  }
}

extension PreviewAnswer {
  init(_ reply: FileReply, _ bytes: [UInt8]) {
    switch reply {
    case .bytes(let path, let page): self = .file(PreviewedFile(content: .bytes(bytes), outputPath: path, page: page))
    case .copy(let source, let path): self = .file(PreviewedFile(content: .copy(of: source), outputPath: path))
    case .movedTo(let address): self = .movedTo(address)
    case .missing(let hasPage, let near):
      let page = PreviewedFile(content: .bytes(bytes), outputPath: "404.html")
      self = .missing(page: hasPage ? page : nil, near: near)
    case .failed(let problem): self = .unavailable(reason: problem.message)
    }
  }
}
