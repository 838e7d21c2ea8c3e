import Markup

extension Problem {
  /// What is wrong with a date that an author wrote.
  init(_ error: DateError, key: String, value: String) {
    switch error {
    case .unknownForm, .quarterOutOfRange, .semesterOutOfRange: self = .notADate(key: key, value: value)
    case .monthOutOfRange(let month): self = .monthDoesNotExist(month)
    case .dayDoesNotExist(let day, let month, let year):
      self = .dateDoesNotExist(day: day, month: month, year: year)
    case .timeOutOfRange, .offsetOutOfRange: self = .timeDoesNotExist(value)
    case .rangeReversed: self = .rangeReversed(value)
    }
  }
}
