/// The `matrix` capability: a square table of shares in which every row and every column makes 100 %.
public struct Matrix: Sendable, Capability {
  static let kind = CapabilityKind.matrix

  public struct Column: Sendable {
    public let label: String
    public let note: String?
  }

  public struct Cell: Sendable {
    public let label: String
    public let percent: DecimalNumber
  }

  public let rows: [String]
  public let columns: [Column]
  /// A list of cells a row, one a column.
  public let cells: [[Cell]]

  init?(_ reader: inout MappingReader) {
    rows = reader.texts(.matrixRows)
    columns = reader.list(.matrixColumns).compactMap { node in
      var column = reader.inner(node, keyed: CapabilityKey.matrixColumns.name)
      let label = column.text("label", required: true)
      let note = column.text("note")
      column.finish()
      reader.add(column)
      return label.map { Column(label: $0, note: note) }
    }
    let place = reader.keyLocation(.matrixCells)
    cells = reader.list(.matrixCells).map { row in
      (row.items ?? [row]).compactMap { node in
        var cell = reader.inner(node, keyed: CapabilityKey.matrixCells.name)
        let label = cell.text("label", required: true)
        let percent = cell.number("percent")
        if cell.node("percent") == nil { cell.reportMissing("percent") }
        cell.finish()
        reader.add(cell)
        guard let label, let percent else { return nil }
        return Cell(label: label, percent: percent)
      }
    }
    // A cell that couldn't be read has been reported, and leaves a gap.
    guard reader.diagnostics.isEmpty else { return nil }
    guard !rows.isEmpty, cells.count == rows.count, cells.allSatisfy({ $0.count == columns.count }) else {
      reader.report(.matrixShape(rows: rows.count, columns: columns.count), at: place)
      return nil
    }
    for (name, row) in zip(rows, cells) {
      checkSum(row.reduce(0) { $0 + $1.percent.value }, of: name, at: place, &reader)
    }
    for (index, column) in columns.enumerated() {
      checkSum(cells.reduce(0) { $0 + $1[index].percent.value }, of: column.label, at: place, &reader)
    }
  }

  private func checkSum(_ sum: Double, of name: String, at place: SourceLocation, _ reader: inout MappingReader) {
    if abs(sum - 100) > 0.001 { reader.report(.matrixSum(name: name, sum: sum), at: place) }
  }
}
