import CCMark
import Foundation
import Markup

/// What Markdown's passes cost: parse, passes and render together, beside cmark's parser and renderer alone, on the
/// same pages, in one process and on one thread.
struct MarkdownCost {
  /// Processor seconds for all pages, medians of the runs.
  let cmark: Double
  let passes: Double

  /// - Parameter pages: Markdown without front matter.
  init(pages: [[UInt8]], runs: Int) throws {
    var bare: [Double] = []
    var complete: [Double] = []
    // In turn, so that what else the machine does falls on both.
    for _ in 0..<max(runs, 1) {
      bare.append(MarkdownCost.processorSeconds { for page in pages { MarkdownCost.renderBare(page) } })
      complete.append(
        try MarkdownCost.processorSeconds {
          for page in pages { _ = try renderMarkdown(page[...], options: MarkdownOptions(takesTitle: false)) }
        })
    }
    cmark = bare.sorted()[bare.count / 2]
    passes = complete.sorted()[complete.count / 2]
  }

  private static func renderBare(_ page: [UInt8]) {
    page.withUnsafeBytes { bytes in
      free(
        cmark_markdown_to_html(bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count, CMARK_OPT_DEFAULT))
    }
  }

  private static func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try work()
    return now() - start
  }
}
