/// Reads what `swift build` prints, piece by piece, in memory that doesn't grow with it.
struct CompilerOutput {
  /// How many problems are kept.
  static let problemLimit = 50
  /// How many of the last lines stand for a failure that has no place.
  static let lastLineLimit = 12
  /// In bytes; the rest of a longer line is left out.
  static let lineLimit = 4096

  /// Ends with a slash.
  private let folder: [UInt8]
  private var line: [UInt8] = []
  private var lastLines: [String] = []
  private var problems: [CompilerProblem] = []
  private var seen: Set<CompilerMessage> = []
  /// What further lines belong to.
  private var current = Current.nothing

  private enum Current {
    case nothing
    case problem(Int)
    case note(of: Int, Int)
  }

  /// - Parameter folder: the package's folder, which paths are made relative to.
  init(folder: String) {
    self.folder = Array(folder.utf8) + [UInt8(ascii: "/")]
  }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        endLine()
      } else if line.count < CompilerOutput.lineLimit {
        line.append(byte)
      }
    }
  }

  /// What is wrong, errors first, once the build has failed; never nothing.
  mutating func failures() -> [CompilerProblem] {
    endLine()
    let errors = problems.filter { $0.severity == .error }
    if errors.isEmpty {
      let message = lastLines.joined(separator: "\n")
      return [CompilerProblem(severity: .error, message: message)] + problems
    }
    return errors + problems.filter { $0.severity == .warning }
  }

  private mutating func endLine() {
    defer { line.removeAll(keepingCapacity: true) }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    guard line.contains(where: { $0 != UInt8(ascii: " ") }) else { return }
    if let message = CompilerMessage(line, in: folder) {
      take(message)
    } else if let (number, text) = CompilerMessage.excerpt(line) {
      take(excerpt: text, ofLine: number)
    }
    lastLines.append(String(decoding: line, as: UTF8.self))
    if lastLines.count > CompilerOutput.lastLineLimit { lastLines.removeFirst() }
  }

  private mutating func take(_ message: CompilerMessage) {
    if message.kind == .note {
      // A note of something left out is left out.
      let index: Int
      switch current {
      case .nothing: return
      case .problem(let problem), .note(of: let problem, _): index = problem
      }
      guard problems[index].notes.count < CompilerOutput.problemLimit else { return }
      problems[index].notes.append(CompilerProblem.Note(place: message.place, message: message.text))
      current = .note(of: index, problems[index].notes.count - 1)
      return
    }
    current = .nothing
    // Warnings must not take the place of errors that come after them.
    let kind = message.kind
    let count = problems.count { ($0.severity == .error) == (kind == .error) }
    guard count < CompilerOutput.problemLimit, seen.insert(message).inserted else { return }
    problems.append(
      CompilerProblem(
        severity: kind == .error ? .error : .warning, message: message.text, place: message.place))
    current = .problem(problems.count - 1)
  }

  private mutating func take(excerpt: String, ofLine number: Int) {
    switch current {
    case .nothing: break
    case .problem(let index):
      if problems[index].place?.line == number { problems[index].place?.excerpt = excerpt }
    case .note(of: let index, let note):
      if problems[index].notes[note].place.line == number {
        problems[index].notes[note].place.excerpt = excerpt
      }
    }
  }
}
