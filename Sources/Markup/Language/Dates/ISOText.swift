/// The fixed-width numbers of ISO 8601.
enum ISOText {
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  static func day(_ day: CalendarDay) -> String {
    "\(padded(day.year, to: 4))-\(padded(day.month, to: 2))-\(padded(day.day, to: 2))"
  }

  /// `Z`, `+02:00`; the offset in minutes.
  static func offset(_ offset: Int) -> String {
    guard offset != 0 else { return "Z" }
    let size = abs(offset)
    return "\(offset < 0 ? "-" : "+")\(padded(size / 60, to: 2)):\(padded(size % 60, to: 2))"
  }
}
