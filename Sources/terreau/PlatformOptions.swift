import ArgumentParser
import Content
import Generator
import Glibc
import Markup

/// The options that say which platform, and which of its content.
struct PlatformOptions: ParsableArguments {
  @Option(name: [.short, .long], help: "The platform's folder: the one that holds content/.")
  var source = "."

  @Option(name: [.short, .long], help: "The address the site will have, instead of the settings' base_url.")
  var baseURL: String?

  @Flag(help: "Publish drafts too, marked as such.")
  var drafts = false

  @Flag(help: "Publish what is not released yet and what has expired, marked as such.")
  var future = false

  @Option(
    help: """
      The day that counts as today (2026-11-21). By default SOURCE_DATE_EPOCH, else the newest date in the content: \
      the clock changes nothing.
      """)
  var now: String?

  @Option(name: [.short, .long], help: "How many tasks work at once; by default one a processor.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
    if let now, PlatformOptions.day(now) == nil { throw ValidationError("--now takes a day such as 2026-11-21.") }
    if let baseURL, Settings.normalisedBaseURL(baseURL) == nil {
      throw ValidationError("--base-url takes a complete address such as https://exemple.org/projet/.")
    }
  }

  func request() throws -> BuildRequest {
    var request = BuildRequest(
      source: source, jobs: jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    request.reading.baseURL = baseURL.flatMap(Settings.normalisedBaseURL)
    request.reading.includesDrafts = drafts
    request.reading.includesFuture = future
    request.reading.now = try now.flatMap(PlatformOptions.day) ?? PlatformOptions.sourceDate()
    return request
  }

  static func day(_ text: String) -> PartialDate? {
    guard let date = try? PartialDate(parsing: text), case .day = date.precision else { return nil }
    return date
  }

  /// The day of SOURCE_DATE_EPOCH (reproducible-builds.org), in UTC.
  static func sourceDate() throws -> PartialDate? {
    guard let value = getenv("SOURCE_DATE_EPOCH").map({ String(cString: $0) }), !value.isEmpty else { return nil }
    guard let seconds = Int(value), (0...253_402_300_799).contains(seconds) else {
      throw ValidationError("SOURCE_DATE_EPOCH is not a number of seconds since 1970: \(value)")
    }
    var time = time_t(seconds)
    var parts = tm()
    gmtime_r(&time, &parts)
    return CalendarDay(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      .map { PartialDate($0) }
  }
}

/// The options that say how to speak.
struct ConsoleOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Flag(name: [.short, .long], help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: [.short, .long], help: "Also give exact sizes.")
  var verbose = false

  @Option(help: "How to report: text for people, json for programs.")
  var format = Format.text
}
