/// Reads a CSV file by RFC 4180: cells between separators, in quotes where they hold one, a line end or a quote,
/// which then stands twice.
///
///     let (table, diagnostics) = DataTable.read(bytes, file: "content/x.csv", format: TableFormat())
///
/// Lines may end by LF, CR LF or CR, mixed even. Blank lines, and rows whose cells are all empty, are no rows.
struct TableReader {
  static let byteLimit = 64 * 1024 * 1024
  static let columnLimit = 1_000
  static let rowLimit = 1_000_000
  /// A file of another kind would have a fault in each row.
  static let faultLimit = 20

  private let file: String
  private let bytes: [UInt8]
  private let separator: UInt8
  private var offset = 0
  private var row = DataTable.Row(start: 0, line: 1)
  /// The line that `offset` stands in.
  private var line: UInt32 = 1
  private var cells: [DataTable.Cell] = []
  private var rows: [DataTable.Row] = []
  private var diagnostics: [Diagnostic] = []

  /// What reading a file gives.
  struct Reading: Sendable {
    /// `nil` where the names of its columns can't be told.
    var table: DataTable?
    /// How the values of each column are to be written.
    var kinds: [DataTableView.Kind] = []
    var diagnostics: [Diagnostic] = []
  }

  static func read(_ contents: [UInt8], file: String, format: TableFormat) -> Reading {
    guard contents.count <= byteLimit else {
      let problem = Problem.fileTooLarge(bytes: contents.count, limit: byteLimit)
      return Reading(diagnostics: [Diagnostic(.error, problem, at: SourceLocation(file: file))])
    }
    let text: SourceText
    do throws(Diagnostic) {
      let isUTF8 = format.encoding == .utf8
      text = try SourceText(file: file, contents: isUTF8 ? contents : Windows1252.utf8(of: contents))
    } catch {
      var diagnostic = error
      if case .textIsNotUTF8(let byte, let offset) = error.problem {
        diagnostic.problem = .tableIsNotUTF8(byte: byte, offset: offset)
      }
      return Reading(diagnostics: [diagnostic])
    }
    var reader = TableReader(text, separator: format.separator ?? UInt8(ascii: ","))
    return reader.read(guessesSeparator: format.separator == nil)
  }

  private init(_ text: SourceText, separator: UInt8) {
    file = text.file
    bytes = text.bytes
    self.separator = separator
  }

  private mutating func read(guessesSeparator: Bool) -> Reading {
    skipBlankLines()
    if guessesSeparator, let found = otherSeparator() {
      report(.tableSeparator(found == "\t" ? "tab" : String(found)), at: offset)
      return Reading(diagnostics: diagnostics)
    }
    guard offset < bytes.count else {
      return Reading(table: DataTable(file: file, columns: [], bytes: [], cells: [], rows: []))
    }
    guard let header = readRow() else { return Reading(diagnostics: diagnostics) }
    let columns = names(of: header)
    guard diagnostics.isEmpty else { return Reading(diagnostics: diagnostics) }
    cells.removeAll()
    skipBlankLines()
    while offset < bytes.count, diagnostics.count < TableReader.faultLimit {
      let first = cells.count
      guard let range = readRow() else { break }
      if cells[range].allSatisfy(\.isEmpty), range.count == columns.count {
        cells.removeLast(range.count)
      } else if range.count == columns.count {
        rows.append(row)
      } else {
        report(.tableRowLength(cells: range.count, columns: columns.count), at: Int(row.start))
        cells.removeLast(cells.count - first)
      }
      if rows.count > TableReader.rowLimit {
        report(.tableTooManyRows(limit: TableReader.rowLimit), at: Int(row.start))
        break
      }
      skipBlankLines()
    }
    let table = DataTable(file: file, columns: columns, bytes: bytes, cells: cells, rows: rows)
    return Reading(table: diagnostics.isEmpty ? table : nil, diagnostics: diagnostics)
  }

  /// Reads the cells of a row and its line end; `nil` after a fault that hides where the row ends.
  private mutating func readRow() -> Range<Int>? {
    row = DataTable.Row(start: UInt32(offset), line: line)
    let first = cells.count
    let bytes = bytes
    return bytes.withUnsafeBufferPointer { buffer in
      while true {
        let isRead =
          offset < buffer.count && buffer[offset] == UInt8(ascii: "\"")
          ? readQuotedCell(buffer) : readCell(buffer)
        guard isRead else { return nil }
        guard cells.count - first <= TableReader.columnLimit else {
          report(.tableTooManyColumns(limit: TableReader.columnLimit), at: offset)
          return nil
        }
        if offset == buffer.count { return first..<cells.count }
        offset += 1
        if buffer[offset - 1] == UInt8(ascii: "\n") {
          line += 1
          return first..<cells.count
        }
      }
    }
  }

  /// Reads up to the separator or line end that follows.
  private mutating func readCell(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = offset
    var end = offset
    while end < buffer.count, buffer[end] != separator, buffer[end] != UInt8(ascii: "\n") { end += 1 }
    cells.append(DataTable.Cell(start: start, end: end, holdsQuotes: false))
    offset = end
    return true
  }

  private mutating func readQuotedCell(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    let opening = offset
    var holdsQuotes = false
    var index = offset + 1
    while index < buffer.count {
      if buffer[index] == UInt8(ascii: "\n") { line += 1 }
      if buffer[index] == UInt8(ascii: "\"") {
        guard index + 1 < buffer.count, buffer[index + 1] == UInt8(ascii: "\"") else { break }
        holdsQuotes = true
        index += 1
      }
      index += 1
    }
    guard index < buffer.count else {
      report(.tableQuoteUnclosed, at: opening)
      return false
    }
    cells.append(DataTable.Cell(start: opening + 1, end: index, holdsQuotes: holdsQuotes))
    offset = index + 1
    guard offset == buffer.count || buffer[offset] == separator || buffer[offset] == UInt8(ascii: "\n") else {
      report(.tableTextAfterQuote, at: offset)
      return false
    }
    return true
  }

  private mutating func skipBlankLines() {
    while offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") {
      offset += 1
      line += 1
    }
    row = DataTable.Row(start: UInt32(offset), line: line)
  }

  private mutating func names(of header: Range<Int>) -> [String] {
    let table = DataTable(
      file: file, columns: Array(repeating: "", count: header.count), bytes: bytes, cells: cells, rows: [row])
    var names: [String] = []
    var seen: Set<String> = []
    for column in header {
      let words = table.text(row: 0, column: column).unicodeScalars.split { $0.properties.isWhitespace }
      let name = words.map { String($0) }.joined(separator: " ")
      if name.isEmpty {
        report(.tableColumnUnnamed(column + 1), at: Int(cells[column].start))
      } else if !seen.insert(name).inserted {
        report(.tableColumnTwice(name), at: Int(cells[column].start))
      }
      names.append(name)
    }
    return names
  }

  /// What the first line looks separated by, when that isn't a comma.
  private func otherSeparator() -> UnicodeScalar? {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes[offset...] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") { break }
      if byte == separator || ";\t|".utf8.contains(byte) { counts[byte, default: 0] += 1 }
    }
    let commas = counts[separator] ?? 0
    let most = [UInt8](";\t|".utf8).max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
    return most.flatMap { (counts[$0] ?? 0) > commas ? UnicodeScalar($0) : nil }
  }

  private mutating func report(_ problem: Problem, at offset: Int) {
    let location = DataTable.location(ofOffset: offset, from: row, in: bytes, file: file)
    diagnostics.append(Diagnostic(.error, problem, at: location))
  }
}
