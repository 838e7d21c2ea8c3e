/// A Markdown file cut in two: its YAML front matter, if any, and the rest.
struct FrontMatter {
  /// The YAML between the two `---` lines; `nil` when the file opens with none.
  var yaml: ArraySlice<UInt8>?
  /// The file's line of the first line of `yaml`.
  let yamlLine = 2
  var body: ArraySlice<UInt8>
  /// The file's line of the first line of `body`.
  var bodyLine: Int

  /// The largest front matter read, in bytes.
  static let sizeLimit = 64 * 1024

  /// Cuts a file at its first two `---` lines. A later `---` is Markdown.
  init(_ text: SourceText) throws(Diagnostic) {
    let bytes = text.bytes
    guard FrontMatter.isFence(bytes[...].prefix { $0 != UInt8(ascii: "\n") }) else {
      (yaml, body, bodyLine) = (nil, bytes[...], 1)
      return
    }
    let start = (bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex - 1) + 1
    var lineStart = start
    var line = 2
    while lineStart < bytes.endIndex {
      let end = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      if FrontMatter.isFence(bytes[lineStart..<end]) {
        guard lineStart - start <= FrontMatter.sizeLimit else {
          throw Diagnostic(
            .error, .frontMatterTooLarge(bytes: lineStart - start, limit: FrontMatter.sizeLimit),
            at: SourceLocation(file: text.file, length: 3))
        }
        yaml = bytes[start..<lineStart]
        body = bytes[min(end + 1, bytes.endIndex)...]
        bodyLine = line + 1
        return
      }
      lineStart = end + 1
      line += 1
    }
    throw Diagnostic(.error, .frontMatterUnclosed, at: SourceLocation(file: text.file, length: 3))
  }

  /// Three dashes, then nothing but blanks.
  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 3 && line.prefix(3).allSatisfy { $0 == UInt8(ascii: "-") }
      && line.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
