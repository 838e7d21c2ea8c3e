import ArgumentParser
import Foundation

/// Measures `terreau build` on synthetic platforms, beside a C program that only parses, renders and writes the same
/// Markdown. Each line is the median of its runs, taken in turn.
@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Times cold and unchanged builds of synthetic platforms.")

  @Option(help: "How many case studies; repeat for several platforms.")
  var pages: [Int] = [1_000, 10_000]

  @Option(help: "How many runs of each command.")
  var runs = 5

  @Option(help: "The folder to work in; its platforms are replaced, and removed at the end.")
  var folder = NSTemporaryDirectory() + "terreau-bench"

  @Flag(help: "Only measure Markdown's passes, on the largest of these platforms.")
  var markdownOnly = false

  @Flag(help: "Leave the platforms in the folder.")
  var keep = false

  func run() async throws {
    if markdownOnly { return try measureMarkdown(pages.max() ?? 1) }
    let programs = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
    print("\(ProcessInfo.processInfo.activeProcessorCount) processors, median of \(runs) runs\n")
    print(
      columns("pages", "what", "s", "processor s", "ms a page", "peak MB", "× cmark")
        + "\n" + String(repeating: "-", count: 76))
    for count in pages { try await measure(count, terreau: programs + "/terreau", baseline: programs + "/cmark-baseline") }
    try measureMarkdown(pages.max() ?? 1)
  }

  private func measureMarkdown(_ count: Int) throws {
    let cost = try MarkdownCost(pages: SyntheticSite(count: count).bodies, runs: runs)
    print(
      "\nMarkdown of \(count) pages on one thread, in processor seconds: cmark alone \(decimals(cost.cmark, 3)), "
        + "with all passes \(decimals(cost.passes, 3)): × \(decimals(cost.passes / cost.cmark, 2)) (at most 2)")
  }

  private func measure(_ count: Int, terreau: String, baseline: String) async throws {
    let site = "\(folder)/\(count)"
    try? FileManager.default.removeItem(atPath: site)
    defer { if !keep { try? FileManager.default.removeItem(atPath: site) } }
    let synthetic = SyntheticSite(count: count)
    try synthetic.write(to: site)
    var bare: [Measurement] = []
    var plain: [Measurement] = []
    var cold: [Measurement] = []
    var unchanged: [Measurement] = []
    // Every run writes to a new folder: a file system may be slow to use again what was just deleted.
    for run in 1...runs {
      let build = [terreau, "build", "--quiet", "--source", site, "--output", "\(site)/public-\(run)"]
      bare.append(try Measurement.run([baseline, site + "/content/cas", "\(site)/bare-\(run)"]))
      sync()
      try synthetic.writeSettings(to: site, hasSearch: false)
      plain.append(try Measurement.run(build.dropLast() + ["\(site)/plain-\(run)"]))
      sync()
      try synthetic.writeSettings(to: site, hasSearch: true)
      cold.append(try Measurement.run(build))
      sync()
      unchanged.append(try Measurement.run(build))
    }
    let reference = bare.median(\.seconds)
    let rows = [
      ("cmark alone (C)", bare), ("without search", plain), ("cold build", cold), ("unchanged build", unchanged),
    ]
    for (name, measurements) in rows {
      let seconds = measurements.median(\.seconds)
      print(
        columns(
          String(count), name, decimals(seconds, 3), decimals(measurements.median(\.processorSeconds), 3),
          decimals(seconds * 1000 / Double(count), 3), decimals(measurements.median { Double($0.memory) } / 1e6, 0),
          decimals(seconds / reference, 2)))
    }
    let memory = cold.median { Double($0.memory) } - plain.median { Double($0.memory) }
    print(
      "  indexing adds \(decimals(cold.median(\.seconds) - plain.median(\.seconds), 3)) s and "
        + "\(decimals(memory / 1e6, 0)) MB (at most 1.5 s and 150 MB)")
    try await show(SearchSize(platform: site, built: "\(site)/public-1/recherche"))
  }

  private func show(_ size: SearchSize) {
    func quantile(_ share: Double) -> String {
      kilobytes(size.shards.isEmpty ? 0 : size.shards[Int(Double(size.shards.count - 1) * share)])
    }
    print(
      """
        index without fragments, gzip: \(kilobytes(size.index)) kB, \
      \(decimals(100 * Double(size.index) / Double(max(size.text, 1)), 1)) % of \(kilobytes(size.text)) kB of text
        \(size.shards.count) files of words: median \(quantile(0.5)) kB, 95th percentile \(quantile(0.95)) kB; \
      facets \(kilobytes(size.facets)) kB; manifest \(kilobytes(size.manifest)) kB

      """)
  }

  private func kilobytes(_ bytes: Int) -> String { decimals(Double(bytes) / 1e3, 1) }

  private func columns(_ texts: String...) -> String {
    zip(texts, [8, 18, 9, 12, 10, 9, 8]).map { text, width in
      let padding = String(repeating: " ", count: max(0, width - text.count))
      return text == texts[1] ? "  " + text + padding : padding + text
    }.joined()
  }

  private func decimals(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
}
