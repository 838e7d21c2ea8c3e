import Markup

extension DataTable {
  /// Words of a column's name that tell its digits count nothing.
  private static let labelWords: Set<String> = [
    "code", "codes", "id", "identifiant", "insee", "siren", "siret", "uai", "postal", "cp", "annee", "an",
    "year",
    "numero", "no", "tel", "telephone", "phone",
  ]

  /// How the values of a column are to be written: as numbers where all are numbers that count something.
  ///
  /// Digits that begin with a zero, years and what is named a code stay as they are. A column without any value is
  /// one of text.
  func kind(ofColumn column: Int, decimal: TableFormat.DecimalMark?) -> DataTableView.Kind {
    if holdsDates(column) { return .date }
    var kind = DataTableView.Kind.text
    var areYears = true
    for row in 0..<rowCount {
      guard let number = number(row: row, column: column, decimal: decimal) else {
        if isEmpty(row: row, column: column) { continue }
        return .text
      }
      let digits = number.utf8.drop { $0 == UInt8(ascii: "-") }
      let next = digits.dropFirst().first
      if digits.first == UInt8(ascii: "0"), let next, next != UInt8(ascii: ".") { return .label }
      areYears = areYears && number.utf8.count == 4 && (1500...2199).contains(Int(number) ?? 0)
      kind = .number
    }
    guard kind == .number else { return .text }
    let words = Slug.make(columns[column]).split(separator: "-").map(String.init)
    return areYears || words.contains(where: DataTable.labelWords.contains) ? .label : .number
  }

  /// Whether every value of a column, and there is one, is a month or a day.
  private func holdsDates(_ column: Int) -> Bool {
    var isDate = false
    for row in 0..<rowCount where !isEmpty(row: row, column: column) {
      guard date(row: row, column: column) != nil else { return false }
      isDate = true
    }
    return isDate
  }

  /// The month or the day in a cell; nil for anything else.
  public func date(row: Int, column: Int) -> PartialDate? {
    let text = text(row: row, column: column)
    // Years alone are labels: 2019 may be a number as well.
    guard text.utf8.count == 7 || text.utf8.count == 10, let date = try? PartialDate(parsing: text) else { return nil }
    return date
  }
}
