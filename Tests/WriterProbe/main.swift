// Writes a small fixed site, so that a test can break or kill the writer under it.
//
//     WriterProbe OUTPUT SITE [in-place] [force] [wait] [cancel=N]
//
// SITE is `old` or `new`. `wait` holds the build, lock taken, until standard input ends; `cancel=N` has the
// N-th question whether to go on answered with no. It prints the name of the problem and the path it names.

import Content
import Generator
import Glibc
import Synchronization

/// The two sites: a page that stays as it is, one that changes, one that goes, one that comes, and a file that
/// becomes a folder.
let sites: [String: [(path: String, text: String)]] = [
  "old": [
    ("index.html", "old home"), ("same/index.html", "the same"), ("gone/deep/index.html", "gone"),
    ("turned", "a file"),
  ],
  "new": [
    ("index.html", "new home"), ("same/index.html", "the same"), ("fresh/index.html", "fresh"),
    ("turned/index.html", "a folder"),
  ],
]

func build(_ output: String, _ site: [(path: String, text: String)], _ options: [String]) throws(Diagnostic) {
  let limit = options.compactMap { $0.hasPrefix("cancel=") ? Int($0.dropFirst(7)) : nil }.first
  let questions = Atomic(0)
  let folder = try OutputFolder.validate(
    path: output, sourceFolder: "/", contentFolder: "/nowhere", adopt: false, homeFolders: [])
  let writer = try SiteWriter.open(
    folder, force: options.contains("force"), inPlace: options.contains("in-place"), workers: 1
  ) {
    questions.add(1, ordering: .relaxed).newValue == limit
  }
  if options.contains("wait") {
    print("ready")
    fflush(nil)
    while getchar() != EOF {}
  }
  do throws(Diagnostic) {
    for (path, text) in site { try writer.write(path, Array(text.utf8)) }
    let summary = try writer.commit(inputs: ContentHash(of: Array("inputs".utf8)), pages: site.count)
    print("\(summary.publication) \(summary.written) written \(summary.removed) removed \(summary.warnings)")
  } catch {
    writer.cancel()
    throw error
  }
}

// A system call of no use, by which a trace shows where the program itself begins.
_ = access("/writer-probe-begins", F_OK)
let arguments = CommandLine.arguments
guard arguments.count > 2, let site = sites[arguments[2]] else { exit(2) }
do throws(Diagnostic) {
  try build(arguments[1], site, Array(arguments.dropFirst(3)))
} catch {
  print(error.problem)
  exit(error.problem == .interrupted ? 130 : 4)
}
