import FlyingFox
import FlyingSocks
import Foundation
import Glibc
import Synchronization

/// Serves a previewed site to the browsers of this machine, and tells its open pages what is new.
///
///     let server = try PreviewServer.bind(site: site, options: ServerOptions())
///     print(server.address)
///     async let serving: Void = server.run()
///     await server.tell(news)
///
/// Only what the site answers with is ever served, and only to requests made to this machine by its own names
/// and from its own pages. FlyingFox serves, behind a ``Gate`` that bounds what a client may take.
public final class PreviewServer: Sendable {
  /// Where to look at the site, without its base path: `http://localhost:8080/`.
  public let address: String
  /// Whether other machines may reach the preview, of which its author should know.
  public let isOpenToOthers: Bool
  private let site: any PreviewedSite
  private let live = LiveChannel()
  private let folder: PrivateFolder
  private let gate: Gate.Settings
  private let wasRun = Atomic(false)

  private init(site: any PreviewedSite, options: ServerOptions, limits: ServerLimits) throws(ServerError) {
    signal(SIGPIPE, SIG_IGN)
    self.site = site
    folder = try PrivateFolder()
    let stop = try WakeUp()
    let listening = try Listening(options)
    let isWildcard = options.host.map { ["0.0.0.0", "::"].contains($0) } ?? false
    gate = Gate.Settings(
      listeners: listening.descriptors, upstreamPath: folder.socketPath,
      rule: HostRule(allowed: options.allowedHosts + (isWildcard ? [] : [options.host].compactMap { $0 })),
      takesAnyAddress: isWildcard, limits: Self.fitted(limits), stop: stop)
    let name = isWildcard ? "localhost" : options.host ?? "localhost"
    address = "http://\(name.contains(":") ? "[\(name)]" : name):\(listening.port)/"
    isOpenToOthers = !["localhost", "127.0.0.1", "::1"].contains(options.host ?? "localhost")
  }

  deinit {
    // The gate closes them where there was one.
    guard !wasRun.load(ordering: .relaxed) else { return }
    for listener in gate.listeners { close(listener) }
  }

  /// Takes a port; clients are served once ``run()`` does.
  public static func bind(site: any PreviewedSite, options: ServerOptions) throws(ServerError)
    -> PreviewServer
  {
    try PreviewServer(site: site, options: options, limits: ServerLimits())
  }

  static func bind(
    site: any PreviewedSite, options: ServerOptions, limits: ServerLimits
  ) throws(ServerError) -> PreviewServer {
    try PreviewServer(site: site, options: options, limits: limits)
  }

  /// How many pages listen to the news.
  var listeningPages: Int {
    get async { await live.listening }
  }

  var temporaryFolder: String { folder.path }

  /// Serves until ``stop()`` is called or the task is cancelled. Later calls return at once.
  ///
  /// - Throws: ``ServerError`` where the system refuses what serving needs.
  public func run() async throws {
    guard !wasRun.exchange(true, ordering: .relaxed) else { return }
    let failure = Failure()
    let stop = gate.stop
    // With twenty sockets at a time, its default, some of many clients wait too long.
    let server = HTTPServer(
      address: sockaddr_un.unix(path: gate.upstreamPath), timeout: gate.limits.makingTime,
      pool: .ePoll(maxEvents: 256), logger: .disabled,
      handler: SiteHandler(site: site, live: live))
    let serving = Task {
      do {
        try await server.run()
      } catch {
        failure.reason.withLock { $0 = "\(error)" }
      }
      // Without it the gate has nothing to pass requests to.
      stop.raise()
    }
    let pinging = Task { await live.ping(every: gate.limits.pingTime) }
    defer {
      pinging.cancel()
      serving.cancel()
      folder.remove()
    }
    try await withTaskCancellationHandler {
      try await Gate.Starter(gate).run()
    } onCancel: {
      stop.raise()
    }
    if let reason = failure.reason.withLock({ $0 }) { throw ServerError.systemRefused(reason: reason) }
  }

  /// Why FlyingFox ended by itself.
  private final class Failure: Sendable {
    let reason = Mutex<String?>(nil)
  }

  /// Closes every connection and ends ``run()``.
  public func stop() {
    gate.stop.raise()
  }

  /// Tells every open page, and every one that is opened from now on.
  public func tell(_ news: PreviewNews) async {
    await live.tell(news, basePath: await site.basePath)
  }

  /// Allows the process as many descriptors as the system lets it, and itself as many clients as then fit:
  /// each takes three, and the rest of the program needs some too.
  private static func fitted(_ limits: ServerLimits) -> ServerLimits {
    var descriptors = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &descriptors) == 0 else { return limits }
    descriptors.rlim_cur = descriptors.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &descriptors)
    var limits = limits
    let room = Int(clamping: descriptors.rlim_max)
    limits.connections = max(16, min(limits.connections, (room - 256) / 3))
    return limits
  }
}
