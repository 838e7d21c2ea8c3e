import Content
import Foundation

/// What the index of a built platform weighs, compressed as a server does, beside the text it was made from.
struct SearchSize {
  /// In bytes, uncompressed.
  let text: Int
  /// In bytes, each file compressed: all but what single results show.
  let index: Int
  /// Those with postings, in ascending order.
  let shards: [Int]
  let facets: Int
  let manifest: Int

  /// - Parameters:
  ///   - platform: the folder that holds `content/`.
  ///   - built: the folder of its search.
  init(platform: String, built: String) async throws {
    let tree = try SourceTree(folder: platform)
    let site = await SiteReader(options: BuildOptions(jobs: 2)).read(LoadedSources(tree, jobs: 2)).site
    text = site.items.reduce(0) { sum, item in
      item.body.passages.reduce(sum + item.title.utf8.count + (item.summary ?? "").utf8.count) {
        $0 + $1.heading.count + $1.text.count
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: built)
    let folder = names.first { !$0.contains(".") }.map { "\(built)/\($0)" } ?? built
    shards = try SearchSize.compressed("\(folder)/t").sorted()
    facets = try SearchSize.compressed("\(folder)/f").reduce(0, +)
    manifest = try SearchSize.compressed("\(built)/index.json").reduce(0, +)
    index = try shards.reduce(0, +) + facets + manifest + SearchSize.compressed("\(folder)/v").reduce(0, +)
  }

  /// The compressed sizes of a file, or of each file of a folder.
  private static func compressed(_ path: String) throws -> [Int] {
    let script = "gzip --recursive --keep --force '\(path)' && find '\(path)'* -name '*.gz' -printf '%s\\n' -delete"
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.standardOutput = output
    try process.run()
    let sizes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: sizes, as: UTF8.self).split(separator: "\n").compactMap { Int($0) }
  }
}
