/// Answers of one site that were made already, up to a bound.
struct AnswerCache {
  private var answers: [String: PreviewAnswer] = [:]
  private var bytes = 0

  private static let limit = 64 << 20

  subscript(path: String) -> PreviewAnswer? { answers[path] }

  mutating func keep(_ answer: PreviewAnswer, for path: String) {
    // Addresses that lead nowhere are without end.
    guard case .file(let file) = answer, case .bytes(let content) = file.content else { return }
    bytes += content.count
    if bytes > AnswerCache.limit {
      answers = [:]
      bytes = content.count
    }
    answers[path] = answer
  }

  mutating func removeAll() {
    answers = [:]
    bytes = 0
  }
}
