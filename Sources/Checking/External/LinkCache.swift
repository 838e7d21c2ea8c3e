import Foundation

/// What earlier checks found out, kept in a file beside other caches.
struct LinkCache: Codable, Sendable {
  struct Entry: Codable, Sendable {
    var answer: LinkAnswer
    /// Seconds since 1970.
    var time: Int
  }

  /// Another version's file is not read.
  private var version = LinkCache.version
  private var entries: [String: Entry] = [:]

  private static let version = 1

  init() {}

  /// The cache of a file; an empty one where there is none that can be read.
  init(file: String) {
    guard let data = FileManager.default.contents(atPath: file),
      let cache = try? JSONDecoder().decode(LinkCache.self, from: data), cache.version == LinkCache.version
    else { return }
    self = cache
  }

  /// What is known of an address, unless that is too old or from a clock that was ahead.
  func answer(for url: String, now: Int) -> LinkAnswer? {
    guard let entry = entries[url], (0..<entry.answer.lifetime).contains(now - entry.time) else { return nil }
    return entry.answer
  }

  mutating func set(_ answer: LinkAnswer, for url: String, now: Int) {
    entries[url] = Entry(answer: answer, time: now)
  }

  /// Writes the file, old answers left out. A cache that can't be kept is no fault: the next check asks
  /// again.
  func save(to file: String, now: Int) {
    var kept = self
    kept.entries = entries.filter { (0..<$0.value.answer.lifetime).contains(now - $0.value.time) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(kept) else { return }
    let folder = (file as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? data.write(to: URL(fileURLWithPath: file), options: .atomic)
  }
}
