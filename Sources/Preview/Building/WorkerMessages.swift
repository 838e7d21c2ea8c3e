import Foundation

/// What a process that builds is started with.
public struct WorkerSetup: Sendable, Codable, Hashable {
  /// The Unix socket at which the preview listens.
  var socket = ""
  /// The platform's folder, absolute.
  public var source: String
  /// Stands in for the settings' address.
  public var baseURL: String?
  /// The day that counts as today, in ISO 8601.
  public var now: String?
  /// The folder of the theme's own files, where they are to be read instead of those in the program.
  public var themeFolder: String?

  public init(source: String, baseURL: String? = nil, now: String? = nil, themeFolder: String? = nil) {
    self.source = source
    self.baseURL = baseURL
    self.now = now
    self.themeFolder = themeFolder
  }
}

/// The first message of a worker.
struct WorkerGreeting: Codable, Sendable {
  var process: Int32
  /// The process that holds the first reading, and starts workers from it.
  var keeper: Int32
  /// How the worker before this one ended; `nil` for the first.
  var formerEnd: ProcessEnd?
  /// What came of the keeper's reading.
  var news: SiteNews
}

/// How a process ended: by a signal, or a status.
struct ProcessEnd: Codable, Sendable, Hashable {
  var signal: Int32?
  var status: Int32?

  /// - Parameter status: as waitpid(2) gives it.
  init(_ status: Int32) {
    let signal = status & 0x7F
    self.signal = signal == 0 ? nil : signal
    self.status = signal == 0 ? status >> 8 & 0xFF : nil
  }
}

/// What the preview asks of a worker.
enum WorkerOrder: Codable, Sendable {
  /// Read what changed: these files for certain, by absolute paths, others if they look changed.
  ///
  /// Substitutes stand in for files below `content/`: their bytes in Base64, or what the worker knows of them.
  case read(changed: [String], substitutes: [String: Substitute])
  /// Make a file, by its unencoded site path.
  case make(path: String)

  enum Substitute: Codable, Sendable {
    case bytes(Data)
    case known
  }
}

/// What came of reading a platform.
struct SiteNews: Codable, Sendable {
  /// Whether it had no error: the site that is shown is this one.
  var isGood = false
  /// Whether there is any site to show.
  var hasSite = false
  var languageCode = "fr"
  var basePath = "/"
  var problems: [PreviewProblem] = []
  var pages = 0
  var milliseconds = 0.0
  /// The new address of each style sheet, by its old one, where nothing else changed.
  var styleSheets: [String: String]?
  /// The bytes of the texts that were read, by paths below `content/`, unless they are too many to tell.
  var read: [String: Data] = [:]
}

/// What a worker answers when it is asked for a file; the file's bytes follow.
enum FileReply: Codable, Sendable {
  case bytes(outputPath: String, page: PreviewedPage?)
  case copy(of: String, outputPath: String)
  case movedTo(String)
  case missing(hasPage: Bool, near: [String])
  case failed(PreviewProblem)
}
