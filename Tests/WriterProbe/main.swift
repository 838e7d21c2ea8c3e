// Writes a small fixed site, so that a test can break or kill the writer under it.
//
//     WriterProbe OUTPUT SITE [in-place] [force] [wait] [copy=FILE]
//
// SITE is `old` or `new`. `wait` holds the build, lock taken, until standard input ends; `copy=FILE`
// adds a copy of a file, `film`. It prints what it did or what was wrong, then its peak memory in kibibytes.

import Content
import Generator
import Glibc

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
  let folder = try OutputFolder.validate(
    path: output, sourceFolder: "/", contentFolder: "/nowhere", adopt: false, homeFolders: [])
  let writer = try SiteWriter.open(
    folder, force: options.contains("force"), inPlace: options.contains("in-place"), workers: 1)
  if options.contains("wait") {
    print("ready")
    fflush(nil)
    while getchar() != EOF {}
  }
  do throws(Diagnostic) {
    for (path, text) in site { try writer.write(path, Array(text.utf8)) }
    for option in options where option.hasPrefix("copy=") {
      try writer.copy("film", fromFile: String(option.dropFirst(5)))
    }
    let summary = try writer.commit(inputs: ContentHash(of: Array("inputs".utf8)), pages: site.count)
    print("\(summary.publication) \(summary.written) written \(summary.removed) removed \(summary.warnings)")
  } catch {
    writer.cancel()
    throw error
  }
}

/// The largest resident memory of this program so far, in kibibytes. What getrusage tells would count the program
/// that started it too.
func peakMemory() -> Int? {
  guard let file = fopen("/proc/self/status", "r") else { return nil }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 256)
  while fgets(&line, Int32(line.count), file) != nil {
    let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    if words.first == "VmHWM:" { return words.dropFirst().first.flatMap { Int($0) } }
  }
  return nil
}

// A system call of no use, by which a trace shows where the program itself begins.
_ = access("/writer-probe-begins", F_OK)
let arguments = CommandLine.arguments
guard arguments.count > 2, let site = sites[arguments[2]] else { exit(2) }
do throws(Diagnostic) {
  try build(arguments[1], site, Array(arguments.dropFirst(3)))
  // Not where system calls are broken on purpose: this one is none of the writer's.
  if arguments.contains(where: { $0.hasPrefix("copy=") }) { print(peakMemory() ?? -1) }
} catch {
  print(error.problem)
  exit(error.problem == .interrupted ? 130 : 4)
}
