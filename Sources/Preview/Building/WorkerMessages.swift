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

/// The first message of a connection: which process speaks.
struct WorkerGreeting: Codable, Sendable {
  enum Role: String, Codable {
    /// Holds a site in memory and copies itself for all that could end it.
    case keeper
    /// Makes the files of a site.
    case maker
  }

  var role: Role
  var process: Int32
  /// Of the keeper whose site is shown.
  var site: Int32
}

/// What the preview tells a keeper.
enum KeeperOrder: Codable, Sendable {
  /// Read what changed: these files below the platform's folder for certain, others if they look changed.
  case update(changed: [String])
  /// End the update under way, which takes too long.
  case endUpdate
  /// End the maker and start another.
  case replaceMaker
}

/// What a keeper tells the preview.
enum KeeperReport: Codable, Sendable {
  /// A keeper begins, after a first reading or an update.
  case read(SiteNews)
  /// The process of an update ended before its time: by a signal, or a status.
  case updateEnded(signal: Int32?, status: Int32?)
}

/// What came of reading a platform.
struct SiteNews: Codable, Sendable {
  /// Whether it had no error: the site that is shown is this one.
  var isGood: Bool
  /// Whether there is any site to show.
  var hasSite: Bool
  var languageCode: String
  var basePath: String
  var problems: [PreviewProblem]
  /// How many problems there are beside those told.
  var furtherProblems: Int
  var pages: Int
  var milliseconds: Double
  /// The new address of each style sheet, by its old one, where nothing else changed.
  var styleSheets: [String: String]?
}

/// A file that is asked of a maker.
struct FileRequest: Codable, Sendable {
  var path: String
}

/// What a maker answers; the file's bytes follow.
enum FileReply: Codable, Sendable {
  case bytes(outputPath: String, page: PreviewedPage?)
  case copy(of: String, outputPath: String)
  case movedTo(String)
  case missing(hasPage: Bool, near: [String])
  case failed(PreviewProblem)
}
