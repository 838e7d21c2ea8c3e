extension PartialDate {
  /// Reads a date in one of the forms of ISO 8601 and EDTF that content may have.
  ///
  /// `2024`, `2024-S1`, `2024-T2` or `2024-Q2`, `2024-05`, `2024-05-01`, and a day with a time after `T` or a
  /// space: `23:30`, `23:30:15`, with `Z` or `+02:00` or without.
  public init(parsing text: some StringProtocol) throws(DateError) {
    var reader = DateReader(text)
    self = try reader.date()
    guard reader.isAtEnd else { throw .unknownForm }
  }
}

extension DateSpan {
  /// Reads a date, a range of dates (`2025-02-11/2025-04-03`), or one without an end (`2020/..`).
  public init(parsing text: some StringProtocol) throws(DateError) {
    var reader = DateReader(text)
    let start = try reader.date()
    if reader.isAtEnd {
      self = .single(start)
      return
    }
    guard reader.skip("/") else { throw .unknownForm }
    if reader.skip("."), reader.skip(".") {
      guard reader.isAtEnd else { throw .unknownForm }
      self = .since(start)
      return
    }
    let end = try reader.date()
    guard reader.isAtEnd else { throw .unknownForm }
    guard !end.endsBefore(start) else { throw .rangeReversed(start: start, end: end) }
    self = .range(start, end)
  }
}

extension PartialDate {
  /// Whether no day of this date, or no time when both are of one day, comes at or after `start`.
  fileprivate func endsBefore(_ start: PartialDate) -> Bool {
    if latestDay != start.earliestDay { return latestDay < start.earliestDay }
    guard let time, let startTime = start.time else { return false }
    return time.second - (time.offset ?? 0) * 60 < startTime.second - (startTime.offset ?? 0) * 60
  }
}

/// Reads the parts of a date from the bytes of a text.
private struct DateReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: some StringProtocol) {
    rest = Array(text.utf8)[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func number(digits: Int) throws(DateError) -> Int {
    guard rest.count >= digits else { throw .unknownForm }
    var value = 0
    for byte in rest.prefix(digits) {
      guard Byte.isDigit(byte) else { throw .unknownForm }
      value = value * 10 + Int(byte - 0x30)
    }
    rest.removeFirst(digits)
    return value
  }

  mutating func date() throws(DateError) -> PartialDate {
    let year = try number(digits: 4)
    guard year > 0 else { throw .unknownForm }
    guard skip("-") else { return PartialDate(year: year, precision: .year) }
    if skip("T") || skip("Q") {
      let quarter = try number(digits: 1)
      guard (1...4).contains(quarter) else { throw .quarterOutOfRange(quarter) }
      return PartialDate(year: year, precision: .quarter(quarter))
    }
    if skip("S") {
      let semester = try number(digits: 1)
      guard (1...2).contains(semester) else { throw .semesterOutOfRange(semester) }
      return PartialDate(year: year, precision: .semester(semester))
    }
    let month = try number(digits: 2)
    let hasDay = skip("-")
    let number = hasDay ? try self.number(digits: 2) : 1
    guard (1...12).contains(month) else { throw .monthOutOfRange(month) }
    guard hasDay else { return PartialDate(year: year, precision: .month(month)) }
    guard let day = CalendarDay(year: year, month: month, day: number) else {
      throw .dayDoesNotExist(day: number, month: month, year: year)
    }
    guard skip("T") || skip(" ") else { return PartialDate(day) }
    return PartialDate(year: year, precision: .time(day, try time()))
  }

  private mutating func time() throws(DateError) -> TimeOfDay {
    let hour = try number(digits: 2)
    guard skip(":") else { throw .unknownForm }
    let minute = try number(digits: 2)
    let second = skip(":") ? try number(digits: 2) : 0
    guard hour < 24, minute < 60, second < 60 else {
      throw .timeOutOfRange(hour: hour, minute: minute, second: second)
    }
    return TimeOfDay(second: hour * 3600 + minute * 60 + second, offset: try offset())
  }

  private mutating func offset() throws(DateError) -> Int? {
    if skip("Z") { return 0 }
    let isAhead = skip("+")
    guard isAhead || skip("-") else { return nil }
    let hours = try number(digits: 2)
    guard skip(":") else { throw .unknownForm }
    let minutes = try number(digits: 2)
    let offset = hours * 60 + minutes
    guard minutes < 60, offset <= 14 * 60 else { throw .offsetOutOfRange }
    return isAhead ? offset : -offset
  }
}
