extension Language {
  /// The grammatical gender that an ordinal agrees with, where the language has one.
  public enum Gender: Sendable, Hashable {
    case masculine, feminine
  }

  /// A rank: « 1er », « 1re », « 2e »; `1st`, `2nd`; the number alone without a language.
  public func ordinal(_ number: Int, gender: Gender = .masculine) -> StyledText {
    let ending: String
    switch self {
    case .french: ending = number == 1 ? (gender == .feminine ? "re" : "er") : "e"
    case .english:
      switch (number % 10, number % 100) {
      case (_, 11...13): ending = "th"
      case (1, _): ending = "st"
      case (2, _): ending = "nd"
      case (3, _): ending = "rd"
      default: ending = "th"
      }
    case .neutral: return StyledText(String(number))
    }
    return StyledText(String(number)) + .raised(ending)
  }

  /// A list as a sentence has it: « a, b et c »; `a, b and c`; commas alone without a language.
  public func list(_ items: [String]) -> String {
    let conjunction: String
    switch self {
    case .french: conjunction = " et "
    case .english: conjunction = " and "
    case .neutral: conjunction = ", "
    }
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + conjunction + last
  }

  /// The form of a word that a count asks for. In French, 0 and 1 are singular; elsewhere, 1 alone.
  public func plural<Form>(_ count: Int, one: Form, other: Form) -> Form {
    let magnitude = count.magnitude
    return magnitude == 1 || (magnitude == 0 && self == .french) ? one : other
  }

  /// What a task's checkbox says of it.
  func taskLabel(isDone: Bool) -> String {
    switch self {
    case .french: isDone ? "Fait" : "À faire"
    case .english: isDone ? "Done" : "To do"
    // A name is asked of every field, and this sign is no language's.
    case .neutral: isDone ? "✓" : "–"
    }
  }
}
