extension Positioning {
  /// The most pages that questions may make.
  static let pageLimit = 5_000

  /// What stands in an address for a question left without an answer.
  static let noAnswer = "sans-reponse"

  /// How many pages the questions and their results make.
  func pageCount(_ vocabularies: [Vocabulary]) -> Int {
    var pages = 1
    var total = 1
    for question in questions {
      // Far beyond the limit the exact number says no more.
      pages = min(pages * (vocabularies[question.vocabulary].terms.count + 1), Positioning.pageLimit * 10)
      total += pages
    }
    return total
  }

  /// Every list of answers that has a page, the shortest first; a question may be left without an answer.
  func answers(_ vocabularies: [Vocabulary]) -> [[Int?]] {
    var level: [[Int?]] = [[]]
    var all = level
    for question in questions {
      let terms = vocabularies[question.vocabulary].terms.indices.map(Optional.some) + [nil]
      level = level.flatMap { answers in terms.map { answers + [$0] } }
      all += level
    }
    return all
  }

  /// The unencoded site path of the page that follows some answers.
  func path(of answers: [Int?], _ vocabularies: [Vocabulary]) -> String {
    zip(questions, answers).reduce(heading.sitePath) { path, answered in
      let (question, answer) = answered
      let name = answer.map { vocabularies[question.vocabulary].terms[$0].id } ?? Positioning.noAnswer
      return "\(path)\(name)/"
    }
  }
}
