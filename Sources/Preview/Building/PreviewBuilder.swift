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
  let tell: AsyncStream<PreviewNews>.Continuation
  let folder: PrivateFolder
  let listener: Int32
  var setup: WorkerSetup
  var program: String

  var worker: WorkerConnection?
  /// A process that was started and whose worker has not spoken yet.
  var starting: pid_t?
  /// What changed since the last reading began.
  var changed: Set<String> = []
  var isReading = false
  var isStopped = false
  /// What changed since the keeper's reading, and what readings that ended their worker knew of.
  var sinceStart: Set<String> = []
  var suspects: Set<String> = []
  /// What the last readings that didn't end read of files, by paths below `content/`.
  var lastRead: [String: Data] = [:]
  var site: SiteNews?
  var number = 0
  var activity: String?
  /// Problems that no reading tells of: those of templates, of the watcher, of a process that ended.
  var further: [Source: [PreviewProblem]] = [:]
  var waiting: [CheckedContinuation<Void, Never>] = []
  var answers = AnswerCache()
  /// Pages of the site that ended the worker that made them, and what is said of them.
  var failing: [String: String] = [:]
  /// Grows with every good site.
  var generation = 0
  /// The keeper of the last worker.
  var former: pid_t?
  var startingChanges: Set<String> = []
  /// How long the longest first reading took.
  var longest = Duration.zero

  /// How long a page may take.
  static let pageLimit = Duration.seconds(15)

  /// Where problems come from.
  public enum Source: Sendable, Hashable, Comparable {
    case process, watcher, templates
  }

  /// How long a first reading may take.
  let startLimit: Duration

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

  func publish(_ change: PreviewNews.Change) {
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
