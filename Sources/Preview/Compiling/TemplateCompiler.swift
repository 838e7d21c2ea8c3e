import Foundation
import Glibc
import Subprocess

/// Compiles a platform's own templates in the background, so that a preview goes on with them.
///
///     let compiler = TemplateCompiler(package: "/home/lou/site", product: "terreau")
///     switch await compiler.compile() { … }
public actor TemplateCompiler {
  /// How a program is built, as `swift build --configuration` names it.
  public enum Configuration: String, Sendable {
    case debug, release
  }

  /// What became of a compilation.
  public enum Outcome: Sendable, Hashable {
    /// The absolute path of the new program: a copy, there until the next one or as long as the compiler.
    case program(String)
    /// Errors first; at most 50 of them, and as many warnings.
    case failed([CompilerProblem])
    case unavailable(CompilingObstacle)
    /// A later call took its place, or the task was cancelled.
    case cancelled
  }

  private nonisolated let package: TemplatePackage
  private nonisolated let configuration: Configuration
  private var running: Task<Outcome, Never>?
  private var copy: ProgramCopy?

  /// - Parameters:
  ///   - package: the absolute path of the package's folder.
  ///   - product: the executable product that holds the templates.
  public init(package: String, product: String, configuration: Configuration = .release) {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    self.init(package: package, product: product, configuration: configuration, searchPath: path)
  }

  init(package: String, product: String, configuration: Configuration, searchPath: String) {
    self.package = TemplatePackage(folder: package, product: product, searchPath: searchPath)
    self.configuration = configuration
  }

  /// Whether there is anything to compile, and something to compile it with.
  public nonisolated var isAvailable: Bool { package.obstacle == nil }

  /// Compiles; a compilation that runs already is ended first, with every process it started.
  public func compile() async -> Outcome {
    let previous = running
    previous?.cancel()
    let task = Task {
      // Two builds would wait for each other's lock on the package.
      _ = await previous?.value
      return await build()
    }
    running = task
    return await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
  }

  private func build() async -> Outcome {
    if Task.isCancelled { return .cancelled }
    if let obstacle = package.obstacle { return .unavailable(obstacle) }
    let result: Result
    do {
      result = try await run()
    } catch {
      return Task.isCancelled ? .cancelled : .unavailable(.system("\(error)"))
    }
    if Task.isCancelled { return .cancelled }
    guard result.isSuccess else {
      var output = result.output
      return .failed(output.failures())
    }
    let program = "\(package.folder)/.build/\(configuration.rawValue)/\(package.product)"
    guard let new = ProgramCopy(of: program) else {
      return .unavailable(.system("\(program): \(String(cString: strerror(errno)))"))
    }
    copy = new
    return .program(new.path)
  }

  private struct Result {
    var isSuccess: Bool
    var output: CompilerOutput
  }

  private func run() async throws -> Result {
    var options = PlatformOptions()
    // A process group of its own, so that all of it can be ended, and Ctrl-C in a terminal is the preview's
    // alone.
    options.processGroupID = 0
    // SwiftPM ends the compilers it started when it is interrupted.
    options.teardownSequence = [
      .send(signal: .interrupt, toProcessGroup: true, allowedDurationToNextStep: .seconds(2)),
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(500)),
    ]
    var leader: pid_t?
    // The leader may be gone before others of its group.
    defer { if Task.isCancelled, let leader { kill(-leader, SIGKILL) } }
    let folder = package.folder
    let execution = try await Subprocess.run(
      .name("nice"), arguments: Arguments(arguments),
      environment: .inherit.updating(["PATH": package.searchPath]),
      workingDirectory: .init(folder), platformOptions: options, input: .none, output: .sequence,
      error: .combinedWithOutput
    ) { execution in
      leader = execution.processIdentifier.value
      var output = CompilerOutput(folder: folder)
      for try await piece in execution.standardOutput {
        piece.withUnsafeBytes { output.add($0) }
      }
      return output
    }
    return Result(isSuccess: execution.terminationStatus.isSuccess, output: execution.closureResult)
  }

  /// As the Makefile builds the program, so that neither undoes the other's work; the preview comes first.
  private var arguments: [String] {
    [
      "-n", "10", "swift", "build", "--configuration", configuration.rawValue, "--static-swift-stdlib",
      "-Xlinker", "-s", "--product", package.product,
    ]
  }
}
