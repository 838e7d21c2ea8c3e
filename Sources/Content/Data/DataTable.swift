/// A table read from a CSV file: named columns, and rows that all have as many cells.
///
/// One buffer holds the file, and each cell is a range of it: no text is made before somebody asks for one.
public struct DataTable: Sendable {
  /// The file's path relative to the platform's folder.
  public let file: String
  /// The names of the first row, blanks around them aside: none empty, none twice.
  public let columns: [String]
  /// The number of rows below the names.
  public let rowCount: Int

  /// UTF-8, lines ended by LF.
  private let bytes: [UInt8]
  private let cells: [Cell]
  private let rows: [Row]

  /// A cell's bytes, its quotes aside.
  struct Cell: Sendable {
    var start: UInt32
    private var lengthAndFlag: UInt32

    init(start: Int, end: Int, holdsQuotes: Bool) {
      self.start = UInt32(start)
      lengthAndFlag = UInt32(end - start) | (holdsQuotes ? 1 << 31 : 0)
    }

    var end: Int { Int(start) + Int(lengthAndFlag & ~(1 << 31)) }
    /// Whether quotes stand twice in it, for one.
    var holdsQuotes: Bool { lengthAndFlag >> 31 == 1 }
    var isEmpty: Bool { lengthAndFlag == 0 }
  }

  /// Where a row begins.
  struct Row: Sendable {
    var start: UInt32
    /// 1-based.
    var line: UInt32
  }

  init(file: String, columns: [String], bytes: [UInt8], cells: [Cell], rows: [Row]) {
    self.file = file
    self.columns = columns
    self.bytes = bytes
    self.cells = cells
    self.rows = rows
    rowCount = rows.count
  }

  /// The text of a cell; empty where the file has none.
  public func text(row: Int, column: Int) -> String {
    let cell = cells[row * columns.count + column]
    let range = Int(cell.start)..<cell.end
    guard cell.holdsQuotes else { return String(decoding: bytes[range], as: UTF8.self) }
    var text: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      text.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  public func isEmpty(row: Int, column: Int) -> Bool {
    let cell = cells[row * columns.count + column]
    return bytes[Int(cell.start)..<cell.end].allSatisfy {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t")
    }
  }

  /// The number of a cell in ASCII, with a point: `-1234.50`; `nil` when it is none in this format.
  public func number(row: Int, column: Int, decimal: TableFormat.DecimalMark?) -> String? {
    let cell = cells[row * columns.count + column]
    return cell.holdsQuotes
      ? nil : TableNumber.normalized(bytes[Int(cell.start)..<cell.end], decimal: decimal)
  }

  /// The numbers of a column, `nil` for empty cells.
  ///
  /// - Parameter decimal: how the file writes decimals, where the author says it: then groups of three digits may
  ///   stand apart too.
  /// - Throws: a diagnostic at the first cell that is no number.
  public func numbers(
    ofColumn column: Int, decimal: TableFormat.DecimalMark? = nil
  ) throws(Diagnostic) -> [String?] {
    var numbers: [String?] = []
    numbers.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      let number = number(row: row, column: column, decimal: decimal)
      if number == nil, !isEmpty(row: row, column: column) {
        throw Diagnostic(
          .error, .tableNumber(text(row: row, column: column), column: columns[column]),
          at: location(row: row, column: column))
      }
      numbers.append(number)
    }
    return numbers
  }

  /// The column of a name.
  ///
  /// - Throws: the problem to report where there is none.
  public func column(named name: String) throws(UnknownColumn) -> Int {
    if let index = columns.firstIndex(of: name) { return index }
    throw UnknownColumn(
      problem: .tableColumnUnknown(
        name, file: file, suggestion: EditDistance.nearest(to: name, among: columns), known: columns))
  }

  public struct UnknownColumn: Error {
    public var problem: Problem
  }

  /// Where a cell stands in its file.
  public func location(row: Int, column: Int) -> SourceLocation {
    let (cell, row) = (cells[row * columns.count + column], rows[row])
    return DataTable.location(ofOffset: Int(cell.start), from: row, in: bytes, file: file)
  }

  static func location(ofOffset offset: Int, from row: Row, in bytes: [UInt8], file: String) -> SourceLocation
  {
    var location = SourceLocation(file: file, line: Int(row.line), column: 1)
    for byte in bytes[min(Int(row.start), offset)..<offset] {
      if byte == UInt8(ascii: "\n") {
        location.line += 1
        location.column = 1
      } else if byte & 0xC0 != 0x80 {
        location.column += 1
      }
    }
    return location
  }
}
