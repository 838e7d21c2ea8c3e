import Testing

@testable import Content

@Suite("CSV files")
struct TableTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let format: TableFormat
    /// The names, then the rows; `nil` where there is no table.
    let table: [[String]]?
    let findings: [String]

    init(
      _ words: String, _ text: String, separator: Character? = nil, _ table: [[String]]? = nil,
      _ findings: [String] = []
    ) {
      self.init(words, Array(text.utf8), TableFormat(separator: separator?.asciiValue), table, findings)
    }

    init(
      _ words: String, _ bytes: [UInt8], _ format: TableFormat, _ table: [[String]]?,
      _ findings: [String] = []
    ) {
      (testDescription, self.bytes, self.format) = (words, bytes, format)
      (self.table, self.findings) = (table, findings)
    }
  }

  static let excel: [UInt8] = [0x6E, 0x6F, 0x6D, 0x0A, 0x63, 0x61, 0x66, 0xE9, 0x80, 0x0A]

  static let cases: [Case] = [
    Case("CS-01: a value too many", "a,b\n1,2\n1,2,3\n", nil, ["3:1 error table-row-length"]),
    Case(
      "CS-02: values too few, each at its line", "a,b\n1\n1,2\n\n3\n", nil,
      ["2:1 error table-row-length", "5:1 error table-row-length"]),
    Case(
      "CS-04: line ends, separators and quotes in quotes", "a,b\n\"1\n2\",\"x,\"\"y\"\"\"\n3,4\n",
      [["a", "b"], ["1\n2", "x,\"y\""], ["3", "4"]]),
    Case(
      "CS-04: lines after them are counted right", "a,b\r\n\"1\r\n\r\n2\",x\r\n3\r\n", nil,
      ["5:1 error table-row-length"]),
    Case(
      "CS-04: empty cells, quoted or not", "a,b,c\n\"\",,\"\"\"\"\n", [["a", "b", "c"], ["", "", "\""]]),
    Case("CS-04: a quote inside a plain cell is itself", "a\n5\" de long\n", [["a"], ["5\" de long"]]),
    Case("CS-04: a quote never closed", "a,b\n1,2\né,\"3\n4,5\n", nil, ["3:3 error table-quote-unclosed"]),
    Case(
      "CS-04: a quote never closed, in the names", "a,\"b\n1,2\n", nil, ["1:3 error table-quote-unclosed"]),
    Case("CS-04: a text after a quote", "a,b\n\"1\" x,2\n", nil, ["2:4 error table-text-after-quote"]),
    Case("CS-06: semicolons", "nom;valeur\na;1,5\n", nil, ["1:1 error table-separator"]),
    Case(
      "CS-06: more semicolons than commas", "nom;valeur, en %;an\na;1,5;2\n", nil,
      ["1:1 error table-separator"]),
    Case("CS-06: tabs", "nom\tvaleur\na\t1\n", nil, ["1:1 error table-separator"]),
    Case("CS-06: semicolons in quotes are text", "\"nom;valeur\"\na\n", [["nom;valeur"], ["a"]]),
    Case("CS-06: declared", "nom;valeur\na;1,5\n", separator: ";", [["nom", "valeur"], ["a", "1,5"]]),
    Case("CS-06: a comma declared", "nom;valeur\na\n", separator: ",", [["nom;valeur"], ["a"]]),
    Case("CS-07: Windows-1252", excel, TableFormat(), nil, ["2:4 error table-is-not-utf8"]),
    Case("CS-07: declared", excel, TableFormat(encoding: .windows1252), [["nom"], ["café€"]]),
    Case(
      "CS-07: a byte that means nothing", [0x61, 0x0A, 0x81], TableFormat(encoding: .windows1252), nil,
      ["2:1 error invisible-character"]),
    Case("CS-07: UTF-16", [0xFF, 0xFE, 0x61, 0], TableFormat(), nil, ["1:1 error text-is-utf16"]),
    Case("CS-08: a byte order mark", "\u{FEFF}nom,b\n1,2\n", [["nom", "b"], ["1", "2"]]),
    Case("CS-08: a byte order mark before quotes", "\u{FEFF}\"nom\",b\n1,2\n", [["nom", "b"], ["1", "2"]]),
    Case("CS-10: nothing", "", [[]]),
    Case("CS-10: a mark and blank lines", "\u{FEFF}\r\n\n\r", [[]]),
    Case("CS-10: names alone", "a,b", [["a", "b"]]),
    Case("CS-10: blank lines around rows", "\n\na,b\n\n1,2\n\n\n", [["a", "b"], ["1", "2"]]),
    Case("CS-10: rows that spreadsheets leave empty", "a,b\n1,2\n,\n,\n", [["a", "b"], ["1", "2"]]),
    Case(
      "CS-10: mixed line ends", "a,b\r\n1,2\n3,4\r5,6", [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]),
    Case("Names have no blanks around them", " a , b  c\n1,2\n", [["a", "b c"], ["1", "2"]]),
    Case("A name missing", "a,,c\n1,2,3\n", nil, ["1:3 error table-column-unnamed"]),
    Case("A name twice", "é,b,e\u{301}\n", nil, ["1:5 error table-column-twice"]),
    Case(
      "Too many columns", String(repeating: "a,", count: 2_000), nil, ["1:2002 error table-too-many-columns"]),
    Case("A control character", "a\n1\u{1}\n", nil, ["2:2 error invisible-character"]),
  ]

  @Test("A file becomes its table, or each fault is said at its place", arguments: cases)
  func reading(_ file: Case) {
    let reading = TableReader.read(file.bytes, file: "x.csv", format: file.format)
    #expect(reading.diagnostics.map(\.finding) == file.findings.map { "x.csv:\($0)" })
    let table = reading.table.map { table in
      [table.columns]
        + (0..<table.rowCount).map { row in
          table.columns.indices.map { table.text(row: row, column: $0) }
        }
    }
    #expect(table == file.table)
  }

  @Test("CS-01, CS-06, CS-07: the sentences say what to do")
  func sentences() {
    func advice(_ problem: Problem) -> String {
      let text = DiagnosticWording.french.text(of: problem)
      return "\(text.message). \(text.advice ?? "")"
    }
    #expect(advice(.tableRowLength(cells: 5, columns: 4)).contains("5 valeurs pour 4 colonnes"))
    #expect(advice(.tableSeparator(";")).contains("séparateur=\";\""))
    let encoding = advice(.tableIsNotUTF8(byte: 0xE9, offset: 7))
    #expect(encoding.contains("0xE9") && encoding.contains("encodage=\"windows-1252\""))
  }

  @Test("A file with a fault in each row is told about twenty times")
  func manyFaults() {
    let bytes = Array(("a,b\n" + String(repeating: "1\n", count: 1_000)).utf8)
    #expect(TableReader.read(bytes, file: "x.csv", format: TableFormat()).diagnostics.count == 20)
  }

  @Test("A cell's place is that in the file")
  func places() throws {
    let bytes = Array("\u{FEFF}a,b\r\n\"é\r\nè\",\"x\"\r\né,y".utf8)
    let table = try #require(TableReader.read(bytes, file: "x.csv", format: TableFormat()).table)
    let places = (0..<2).flatMap { row in
      (0..<2).map { column in
        let place = table.location(row: row, column: column)
        return "\(place.line):\(place.column)"
      }
    }
    #expect(places == ["2:2", "3:5", "4:1", "4:3"])
  }

  @Test(
    "CS-13: a number is one in the declared format alone",
    arguments: [
      ("12", "12", "12", "12"), ("-3", "-3", "-3", "-3"), ("12.5", "12.5", nil, "12.5"),
      ("1,5", nil, "1.5", nil),
      ("1 234", nil, "1234", "1234"), ("1\u{202F}234\u{A0}567,8", nil, "1234567.8", nil),
      ("\u{2212}1", nil, "-1", "-1"), (" 7 ", "7", "7", "7"), ("1 23", nil, nil, nil),
      ("1234 567", nil, nil, nil),
      ("12 ", "12", "12", "12"), ("", nil, nil, nil), ("-", nil, nil, nil), ("1.", nil, nil, nil),
      (".5", nil, nil, nil), ("1e5", nil, nil, nil), ("0x1", nil, nil, nil), ("1,234.5", nil, nil, nil),
      ("12 %", nil, nil, nil), ("nan", nil, nil, nil), ("007", "007", "007", "007"),
      ("1  234", nil, nil, nil),
    ])
  func numbers(text: String, plain: String?, comma: String?, point: String?) {
    let bytes = Array(text.utf8)[...]
    #expect(TableNumber.normalized(bytes, decimal: nil) == plain)
    #expect(TableNumber.normalized(bytes, decimal: .comma) == comma)
    #expect(TableNumber.normalized(bytes, decimal: .point) == point)
  }

  @Test("CS-13: a column asked for as numbers is one, empty cells aside, or fails at the cell")
  func numberColumns() throws {
    let bytes = Array("a;b\n1;2\n;3\n1,5;x\n".utf8)
    let format = TableFormat(separator: UInt8(ascii: ";"))
    let table = try #require(TableReader.read(bytes, file: "x.csv", format: format).table)
    #expect(try table.numbers(ofColumn: 0, decimal: .comma) == ["1", nil, "1.5"])
    #expect(throws: Diagnostic.self) { try table.numbers(ofColumn: 0) }
    do throws(Diagnostic) {
      _ = try table.numbers(ofColumn: 1, decimal: .comma)
      Issue.record("a text became a number")
    } catch {
      #expect(error.finding == "x.csv:4:5 error table-number")
    }
  }

  @Test("CS-14: a column that isn't there is named with the file and the nearest")
  func unknownColumn() throws {
    let table = try #require(
      TableReader.read(Array("nom,Année\n".utf8), file: "x.csv", format: TableFormat()).table)
    #expect(try table.column(named: "Année") == 1)
    do throws(DataTable.UnknownColumn) {
      _ = try table.column(named: "annee")
      Issue.record("a column was found")
    } catch {
      #expect(
        error.problem
          == .tableColumnUnknown("annee", file: "x.csv", suggestion: "Année", known: ["nom", "Année"]))
    }
  }

  @Test("CS-12: 100,000 rows of 20 columns are read in little time and memory")
  func large() throws {
    let row =
      Array((0..<20).map { $0 == 3 ? "\"a \"\"b\"\"\"" : "valeur\($0)" }.joined(separator: ",").utf8) + [0x0A]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(row.count * 100_001)
    bytes += Array((0..<20).map { "c\($0)" }.joined(separator: ",").utf8) + [0x0A]
    for _ in 0..<100_000 { bytes += row }
    let before = peakMemory()
    var table: DataTable?
    let time = processorTime { table = TableReader.read(bytes, file: "x.csv", format: TableFormat()).table }
    #expect(table?.rowCount == 100_000)
    #expect(table?.text(row: 99_999, column: 3) == "a \"b\"")
    #expect(peakMemory() - before < 300 << 20)
    // A debug build is ten times slower than what is published.
    #expect(time < .seconds(20), "\(time)")
  }

  @Test(
    "Hostile megabytes end at once",
    arguments: ["\"", "\"\"", ",", "\n", "\",\"", ";", "\"\n", "a,\"b\"c\n", "é"])
  func hostile(pattern: String) {
    let bytes = Array(String(repeating: pattern, count: (1 << 20) / pattern.utf8.count).utf8)
    #expect(processorTime { _ = TableReader.read(bytes, file: "x.csv", format: TableFormat()) } < .seconds(5))
  }

  @Test("Files cut anywhere, or with any byte changed, are read without a trap")
  func broken() {
    let bytes = Array("\u{FEFF}a,\"b\"\"\",c\r\n\"1\r\n2\",é,3\r\n\n4,5,6".utf8)
    for length in 0..<bytes.count {
      _ = TableReader.read(Array(bytes.prefix(length)), file: "x.csv", format: TableFormat())
    }
    for index in bytes.indices {
      for value: UInt8 in [0x22, 0x2C, 0x0A, 0x0D, 0x41, 0xFF, 0x00] {
        var changed = bytes
        changed[index] = value
        for encoding in [TableFormat.Encoding.utf8, .windows1252] {
          _ = TableReader.read(changed, file: "x.csv", format: TableFormat(encoding: encoding))
        }
      }
    }
  }
}
