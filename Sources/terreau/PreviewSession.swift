import Content
import Foundation
import Glibc
import Preview

/// A preview from its start to Ctrl-C: what changes goes to the builder, what comes of it to the pages and the terminal.
struct PreviewSession: Sendable {
  private let folder: String
  private let setup: WorkerSetup
  private let options: ServerOptions
  private let polls: Bool
  private let terminal: PreviewTerminal

  init(_ setup: WorkerSetup, _ options: ServerOptions, polls: Bool, terminal: PreviewTerminal) {
    (self.options, self.polls, self.terminal) = (options, polls, terminal)
    folder = PreviewSession.realPath(setup.source)
    let assets = folder + "/templates/assets"
    var setup = setup
    setup.source = folder
    setup.themeFolder = PreviewSession.isFolder(assets) ? assets : nil
    self.setup = setup
  }

  /// - Returns: the status to end with.
  func run(opensBrowser: Bool) async -> Int32 {
    guard PreviewSession.isFolder(folder + "/content") else {
      terminal.show(Diagnostic(.error, .settingsMissing(folder: folder)))
      return 3
    }
    do {
      let builder = try PreviewBuilder(program: "/proc/self/exe", setup: setup)
      let server = try PreviewServer.bind(site: builder, options: options)
      let watcher = try FolderWatcher(
        folders: [folder + "/content", folder + "/templates"], method: polls ? .polling(every: .milliseconds(500)) : .automatic)
      let interruption = Interruption.watch()
      await builder.start()
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await report(builder, server, opensBrowser) }
        group.addTask { await follow(watcher, builder) }
        group.addTask {
          do { try await server.run() } catch { terminal.show(error) }
        }
        while !interruption.isRequested() { try? await Task.sleep(for: .milliseconds(20)) }
        await builder.stop()
        server.stop()
        group.cancelAll()
      }
      return 0
    } catch {
      terminal.show(error)
      return 3
    }
  }

  /// Tells pages and the terminal what came of each reading.
  private func report(_ builder: PreviewBuilder, _ server: PreviewServer, _ opensBrowser: Bool) async {
    var isFirst = true
    for await news in builder.news {
      await server.tell(news)
      if isFirst {
        let base = await builder.basePath
        let address = server.address + base.dropFirst()
        terminal.welcome(address, isOpenToOthers: server.isOpenToOthers, news.languageCode)
        if opensBrowser { PreviewSession.open(address) }
        isFirst = false
      }
      await terminal.show(news, builder.lastReading)
    }
  }

  /// Has read what changes, and templates compiled.
  private func follow(_ watcher: FolderWatcher, _ builder: PreviewBuilder) async {
    let compiler = TemplateCompiler(package: folder, product: "terreau")
    let templates = folder + "/templates/"
    var compilation: Task<Void, Never>?
    for await changes in watcher.changes {
      let language = await builder.wording
      await builder.setProblems(
        watcher.warning.map { [$0.previewed(in: language)] } ?? [], from: .watcher)
      guard case .paths(let paths) = changes else {
        await builder.changed([])
        continue
      }
      let swift = paths.keys.contains { $0.hasPrefix(templates) && $0.hasSuffix(".swift") }
      let others = paths.keys.filter { !($0.hasPrefix(templates) && $0.hasSuffix(".swift")) }
      if !others.isEmpty { await builder.changed(others) }
      if swift, compiler.isAvailable {
        compilation?.cancel()
        compilation = Task { await compile(compiler, builder) }
      }
    }
    compilation?.cancel()
    await compilation?.value
  }

  private func compile(_ compiler: TemplateCompiler, _ builder: PreviewBuilder) async {
    let language = await builder.wording
    await builder.setActivity(language == .french ? "Compilation des gabarits…" : "Compiling templates…")
    switch await compiler.compile() {
    case .cancelled: return
    case .program(let path):
      await builder.setProblems([], from: .templates)
      await builder.replaceProgram(path)
    case .failed(let problems): await builder.setProblems(problems.map { $0.previewed(in: language) }, from: .templates)
    case .unavailable(let obstacle):
      let problem = PreviewProblem(severity: "warning", code: "compiler", message: obstacle.sentence(in: language))
      await builder.setProblems([problem], from: .templates)
    }
    await builder.setActivity(nil)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The path by which the system's events name a folder: absolute, without symbolic links.
  private static func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Opens an address in the user's browser, where there is one.
  private static func open(_ address: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xdg-open", address]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
  }
}
