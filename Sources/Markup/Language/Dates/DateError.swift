/// Why a text is no date: data only, worded elsewhere.
public enum DateError: Error, Sendable, Hashable {
  /// It has none of the accepted forms.
  case unknownForm
  case monthOutOfRange(Int)
  case quarterOutOfRange(Int)
  case semesterOutOfRange(Int)
  /// The month has no such day: 30 February.
  case dayDoesNotExist(day: Int, month: Int, year: Int)
  case timeOutOfRange(hour: Int, minute: Int, second: Int)
  /// More than 14 hours from UTC.
  case offsetOutOfRange
  /// A range whose end is before its start.
  case rangeReversed(start: PartialDate, end: PartialDate)
}
