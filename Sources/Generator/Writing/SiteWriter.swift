import Content
import Glibc
import Synchronization

/// Writes a site, all or nothing: until `commit` the published site stays as it is, and a build that fails, is
/// cancelled or is killed leaves it so.
///
///     let writer = try SiteWriter.open(folder)
///     try writer.write("index.html", bytes)        // from as many threads as you like
///     let summary = try writer.commit(inputs: inputs, pages: 1)
///
/// The new site takes shape in a folder beside the output folder, `.NAME.terreau-staging`; files that haven't
/// changed are carried over as second names of the same file; one exchange of the two folders publishes it. A
/// folder that can't be exchanged (a mounted one, or one whose parent is closed to the build) is published file
/// by file instead. What is on the disk decides, never a file's time. When `commit` returns, the site is
/// durable.
///
/// What no build of ours wrote is kept as it is, with its mode and time; what it finds in a page's place, or
/// edited by hand, stops the build. Every method throws a `Diagnostic`.
public final class SiteWriter: Sendable {
  let ground: WritingGround
  let tree: PublishedTree
  let force: Bool
  let workers: Int
  let isCancelled: @Sendable () -> Bool
  let state = Mutex(State())

  struct State {
    enum Phase {
      case writing, committing, ended
    }

    var phase = Phase.writing
    var staging: StagingFolder?
    /// The new site's files so far.
    var entries: [OutputPath: Manifest.Entry] = [:]
    /// Those that are to be carried over.
    var carried: [OutputPath] = []
    var bytesWritten = 0
    /// What ended the build: nothing more is written.
    var failure: Diagnostic?
    /// The first file that may not be replaced: the others are still looked at, so that all are named.
    var refusal: Diagnostic?
  }

  /// Takes the output folder's lock, clears away what killed builds left, and reads what is published.
  ///
  /// - Parameters:
  ///   - force: replaces files that were edited by hand, and somebody else's files in a page's place.
  ///   - inPlace: publishes file by file even where the whole folder could be exchanged, for a folder that
  ///     is mounted elsewhere too (a container's volume): a mount goes on showing an exchanged folder.
  ///   - workers: how many threads `commit` may use.
  ///   - isCancelled: asked between steps, from any thread; once it says yes, the build ends with `interrupted`.
  /// - Throws: `outputBusy`, `manifestInvalid`, `readFailed`, `writeFailed`.
  public static func open(
    _ folder: OutputFolder, force: Bool = false, inPlace: Bool = false, workers: Int? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(Diagnostic) -> SiteWriter {
    var ground = try WritingGround(folder)
    do throws(Diagnostic) {
      let output = ground.output
      let manifest = try output.map { (output) throws(Diagnostic) in
        try Manifest.read(from: output, path: folder.path)
      }
      let tree = try reading(folder.path) { () throws(SystemError) in
        try PublishedTree(output, manifest: manifest ?? nil)
      }
      if inPlace || tree.isImmovable { ground.forbidExchange() }
      return SiteWriter(
        ground: ground, tree: tree, force: force, workers: workers ?? processorCount, isCancelled: isCancelled
      )
    } catch {
      ground.leave(published: false)
      throw error
    }
  }

  private init(
    ground: WritingGround, tree: PublishedTree, force: Bool, workers: Int,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.ground = ground
    self.tree = tree
    self.force = force
    self.workers = workers
    self.isCancelled = isCancelled
  }

  deinit {
    cancel()
  }

  /// Adds a file to the site. May be called from many threads at once.
  ///
  /// - Parameter path: relative, its parts set apart by `/`; each file once.
  /// - Throws: `outputEdited` or `outputBlocked`, after which other files may still be tried, to name them all;
  ///   `readFailed`, `writeFailed` or `interrupted`, after which nothing more is written. After any of them
  ///   the site can't be committed.
  public func write(_ path: String, _ bytes: [UInt8]) throws(Diagnostic) {
    try recordingFailure { () throws(Diagnostic) in
      let location = try begin(path)
      let hash = ContentHash(of: bytes)
      let entry = Manifest.Entry(location: location, hash: hash, size: bytes.count)
      let isPublished = try compare(entry) { output throws(SystemError) in
        try output.file(location, holds: bytes)
      }
      if !isPublished {
        try stage(location) { descriptor throws(SystemError) in
          try writeAll(bytes, to: descriptor)
        }
      }
      try record(entry, isCarried: isPublished)
    }
  }

  /// Adds a copy of a file to the site, in pieces of bounded size. May be called from many threads at once.
  ///
  /// - Throws: as `write`, and `readFailed` when the file can't be read or isn't one.
  public func copy(_ path: String, fromFile source: String) throws(Diagnostic) {
    try recordingFailure { () throws(Diagnostic) in
      let location = try begin(path)
      if let entry = try publishedCopy(of: source, at: location) {
        try record(entry, isCarried: true)
      } else {
        try record(try stageCopy(location, of: source), isCarried: false)
      }
    }
  }

  /// Ends the build without publishing anything: the site stays whole, what was staged goes.
  ///
  /// For when no `write` is under way. Does nothing during and after `commit`.
  public func cancel() {
    if state.withLock({ $0.phase == .writing }) { abandon() }
  }

  /// Removes what was staged and gives the lock back.
  func abandon() {
    let staging = state.withLock { state in
      state.phase = .ended
      defer { state.staging = nil }
      return state.staging
    }
    // What can't be removed now, the next build removes.
    try? staging?.remove()
    ground.leave(published: false)
  }

  static let interrupted = Diagnostic(.error, .interrupted)
}
