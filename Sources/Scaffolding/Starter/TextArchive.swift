/// Files in one text: a line `-- path --` opens each, and the blank line before the next one is the
/// archive's.
struct TextArchive {
  struct File: Sendable {
    let path: String
    var text: String
  }

  private(set) var files: [File] = []

  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("-- "), text.hasSuffix(" --") {
        files.append(File(path: String(text.dropFirst(3).dropLast(3)), text: ""))
      } else if !files.isEmpty {
        files[files.count - 1].text += text + "\n"
      }
    }
    for index in files.indices {
      while files[index].text.hasSuffix("\n\n") { files[index].text.removeLast() }
    }
  }
}
