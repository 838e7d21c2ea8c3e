/// Writes YAML in which every key is explained, and optional ones wait behind a `#`.
struct CommentedYAML {
  /// The longest line of an explanation, in Unicode scalars; a longer word stands on a line of its own.
  private static let width = 100

  private(set) var text = ""
  /// What stands before every line: the indentation of a group, and the `# ` of one that isn't used yet.
  private var margin = ""

  mutating func line(_ text: String = "") {
    self.text += text.isEmpty ? "\n" : margin + text + "\n"
  }

  /// A sentence in lines of comment.
  mutating func explain(_ sentence: String) {
    var line = ""
    var length = 0
    for word in sentence.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let count = word.unicodeScalars.count
      if length > 0, length + 1 + count > CommentedYAML.width {
        self.line("# " + line)
        (line, length) = ("", 0)
      }
      line += length > 0 ? " " + word : String(word)
      length += length > 0 ? count + 1 : count
    }
    if length > 0 { self.line("# " + line) }
  }

  /// A key with an example of its value, in a comment; and, where it is required, the key for the author to
  /// fill.
  mutating func key(_ key: String, example: String, isRequired: Bool, isCommented: Bool = true) {
    line(isCommented ? "# \(key): \(example)" : "\(key): \(example)")
    if isRequired, isCommented { line("\(key):") }
  }

  /// A group of keys, all of it in comments where it isn't used yet.
  mutating func group(_ key: String, isUsed: Bool, _ content: (inout CommentedYAML) -> Void) {
    if !isUsed { margin = "# " }
    line("\(key):")
    margin += "  "
    content(&self)
    margin = ""
  }
}
