/// The names of months and weekdays.
enum DateNames {
  static func month(_ month: Int, in language: Language) -> String {
    let names = language == .french ? frenchMonths : englishMonths
    return names.indices.contains(month - 1) ? names[month - 1] : ""
  }

  /// From 1 for Monday.
  static func weekday(_ weekday: Int, in language: Language) -> String {
    let names = language == .french ? frenchWeekdays : englishWeekdays
    return names.indices.contains(weekday - 1) ? names[weekday - 1] : ""
  }

  private static let frenchMonths = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  private static let frenchWeekdays = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  ]
  private static let englishWeekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}
