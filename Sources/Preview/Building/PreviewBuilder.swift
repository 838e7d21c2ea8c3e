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

  private var keeper: (process: pid_t, connection: Connection)?
  private var maker: MakerConnection?
  /// A process that was started and has not spoken yet.
  private var starting: pid_t?
  /// What changed since the last reading that a keeper told of.
  private var changed: Set<String> = []
  /// What the reading under way knows of; `nil` when none is.
  private var underWay: Set<String>?
  private var site: SiteNews?
  private var number = 0
  private var activity: String?
  /// Problems that no reading tells of: those of templates, of the watcher, of a process that ended.
  private var further: [Source: [PreviewProblem]] = [:]
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var answers = AnswerCache()

  /// Where problems come from.
  public enum Source: Sendable, Hashable, Comparable {
    case process, watcher, templates
  }

  /// How long a reading may take.
  private let limit: Duration

  /// - Parameters:
  ///   - program: the program that workers are, which calls ``PreviewWorker/main(_:theme:)``.
  ///   - limit: how long reading a platform may take before it counts as hanging.
  /// - Throws: ``ServerError/systemRefused(reason:)`` where there is no room for a socket.
  public init(program: String, setup: WorkerSetup, limit: Duration = .seconds(30)) throws(ServerError) {
    self.program = program
    self.limit = limit
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
        let descriptor = accept(listener, nil, nil)
        if descriptor < 0, errno == EINTR || errno == ECONNABORTED { continue }
        guard descriptor >= 0 else { return }
        guard let self else {
          close(descriptor)
          return
        }
        self.greet(Connection(descriptor))
      }
    }
    startWorker()
  }

  /// Takes note of files that changed; a reading begins at once, or when the one under way has ended.
  ///
  /// - Parameter paths: absolute; empty for a site that is to be read again as it looks now.
  public func changed(_ paths: some Collection<String>) {
    changed.formUnion(paths)
    if underWay == nil { update() }
  }

  /// Goes on with another program: new templates.
  public func replaceProgram(_ path: String) {
    program = path
    if let starting { WorkerProcess.end(starting) }
    starting = nil
    startWorker()
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
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    keeper?.connection.shut()
    maker?.end()
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
    for _ in 0..<3 {
      guard let maker else { return .unavailable(reason: reason) }
      do {
        let (reply, bytes) = try await maker.reply(to: path)
        let answer = PreviewAnswer(reply, bytes)
        // Another site may have come meanwhile, whose answer isn't known.
        if maker === self.maker { answers.keep(answer, for: path) }
        return answer
      } catch {
        // Where another maker came meanwhile, it is the one to ask.
        guard maker === self.maker else { continue }
        self.maker = nil
        WorkerProcess.bury(maker.process)
        try? keeper?.connection.send(KeeperOrder.replaceMaker)
        let texts = texts
        await aMaker()
        return .unavailable(reason: error as? Connection.Failure == .timedOut ? texts.pageHangs : texts.pageCrashes)
      }
    }
    return .unavailable(reason: reason)
  }

  /// Waits until a site can be shown, or it is known that none can.
  private func aSite() async {
    while site == nil, further[.process, default: []].isEmpty { await withCheckedContinuation { waiting.append($0) } }
    if site?.hasSite == true { await aMaker() }
  }

  private func aMaker() async {
    while maker == nil, keeper != nil { await withCheckedContinuation { waiting.append($0) } }
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

  private func startWorker() {
    underWay = changed
    changed = []
    do throws(WorkerProcess.Failure) {
      let process = try WorkerProcess.start(program, setup)
      starting = process
      watch(process)
    } catch {
      underWay = nil
      let reason = String(cString: strerror(error.errno))
      setProblems([PreviewProblem(severity: "error", code: "worker", message: texts.cannotStart(reason))], from: .process)
      wakeAll()
    }
  }

  /// Notices when a process ends before it says anything.
  private nonisolated func watch(_ process: pid_t) {
    let limit = limit
    Thread.detachNewThread { [weak self] in
      var status: Int32 = 0
      let end = ContinuousClock.now.advanced(by: limit * 4)
      while true {
        let found = waitpid(process, &status, WNOHANG)
        if found == process { break }
        if found < 0 { return }
        if ContinuousClock.now > end { kill(process, SIGKILL) }
        usleep(20_000)
        guard self != nil else { return }
      }
      let ended = status
      Task { await self?.ended(process, ended) }
    }
  }

  private func ended(_ process: pid_t, _ status: Int32) {
    guard starting == process else { return }
    starting = nil
    changed.formUnion(underWay ?? [])
    underWay = nil
    let signal = status & 0x7F
    report(ended: signal == 0 ? nil : signal, status >> 8 & 0xFF)
  }

  private func report(ended signal: Int32?, _ status: Int32?) {
    let message = signal == SIGKILL ? texts.hangs(limit) : texts.crashed(signal: signal, status: status)
    further[.process] = [
      PreviewProblem(severity: "error", code: "worker", message: message, advice: texts.crashAdvice(lastChanged))
    ]
    publish(.nothing)
    wakeAll()
  }

  private var lastChanged: [String] {
    let start = setup.source + "/"
    return changed.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }.sorted()
  }

  private nonisolated func greet(_ connection: Connection) {
    connection.limitWait(to: .seconds(5))
    guard let greeting = try? connection.receive(WorkerGreeting.self).message else { return }
    guard greeting.role == .keeper else {
      let maker = MakerConnection(greeting, connection)
      Task { await take(maker) }
      return
    }
    connection.limitWait(to: .zero)
    Thread.detachNewThread { [weak self] in
      while let report = try? connection.receive(KeeperReport.self).message {
        guard let self else { return }
        let done = DispatchSemaphore(value: 0)
        Task {
          await self.take(report, from: greeting.process, connection)
          done.signal()
        }
        done.wait()
      }
      Task { [weak self] in await self?.lost(greeting.process) }
    }
  }

  /// Makers are taken once their keeper's report is known: it may come after them.
  private var makers: [Int32: MakerConnection] = [:]

  private func take(_ new: MakerConnection) {
    guard keeper?.process == new.site else {
      makers[new.site] = new
      return
    }
    show(new)
  }

  private func show(_ new: MakerConnection) {
    if let old = maker {
      old.end()
      WorkerProcess.bury(old.process)
    }
    maker = new
    answers.removeAll()
    wakeAll()
  }

  private func take(_ report: KeeperReport, from process: pid_t, _ connection: Connection) async {
    switch report {
    case .updateEnded(let signal, let status):
      changed.formUnion(underWay ?? [])
      underWay = nil
      self.report(ended: signal, status)
    case .read(let read):
      if starting == process { starting = nil }
      if let old = keeper {
        old.connection.shut()
        WorkerProcess.bury(old.process)
      }
      keeper = (process, connection)
      site = read
      underWay = nil
      further[.process] = nil
      if read.hasSite {
        if let new = makers.removeValue(forKey: process) { show(new) } else { maker = nil }
      }
      makers = [:]
      let change: PreviewNews.Change =
        !read.isGood
        ? .nothing : read.styleSheets.map { .styleSheets($0) } ?? .pages
      publish(change)
      wakeAll()
      if !changed.isEmpty { update() }
    }
  }

  /// A keeper that ends though nobody let it go.
  private func lost(_ process: pid_t) {
    guard keeper?.process == process else { return }
    keeper = nil
    maker?.end()
    maker = nil
    WorkerProcess.bury(process)
    startWorker()
  }

  private func update() {
    guard let keeper else {
      if starting == nil { startWorker() }
      return
    }
    let paths = changed
    underWay = paths
    changed = []
    try? keeper.connection.send(KeeperOrder.update(changed: paths.sorted()))
    let (process, number, limit) = (keeper.process, number, limit)
    Task { [weak self] in
      try? await Task.sleep(for: limit)
      await self?.endUpdate(of: process, since: number)
    }
  }

  private func endUpdate(of process: pid_t, since number: Int) {
    guard let keeper, keeper.process == process, underWay != nil, self.number == number else { return }
    try? keeper.connection.send(KeeperOrder.endUpdate)
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
