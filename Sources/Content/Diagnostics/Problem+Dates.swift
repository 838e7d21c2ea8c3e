import Markup

extension Problem {
  /// What is wrong with a date that an author wrote.
  init(_ error: PartialDate.ParseError, key: String, value: String) {
    switch error {
    case .form: self = .notADate(key: key, value: value)
    case .month(let month): self = .monthDoesNotExist(month)
    case .day(let day, let month, let year): self = .dateDoesNotExist(day: day, month: month, year: year)
    case .time: self = .timeDoesNotExist(value)
    case .reversed: self = .rangeReversed(value)
    }
  }
}
