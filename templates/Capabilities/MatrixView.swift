import Content
import HTML

extension Rendering {
  /// The shares of a matrix as a table whose every cell has two headers.
  func matrixTable(_ matrix: Matrix, of item: Item) -> HTML {
    """
    <div class="scroll" role="region" tabindex="0" aria-label="\(item.title)">\
    <table class="matrix"\(lang(item))><caption>\(item.title)</caption>
    <thead><tr><td></td>\(matrix.columns.map(columnHeader))</tr></thead>
    <tbody>\(zip(matrix.rows, matrix.cells).map(row))</tbody></table></div>
    <p class="meta">\(texts.matrixNote)</p>

    """
  }

  private func columnHeader(_ column: Matrix.Column) -> HTML {
    let note = column.note.map { "<span class=\"note\">\($0)</span>" as HTML }
    return "<th scope=\"col\">\(column.label)\(note)</th>"
  }

  private func row(_ name: String, _ cells: [Matrix.Cell]) -> HTML {
    let largest = cells.map(\.percent.value).max()
    let columns = cells.map { cell($0, isLargest: $0.percent.value == largest) }
    return "<tr><th scope=\"row\">\(name)</th>\(columns)</tr>\n"
  }

  private func cell(_ cell: Matrix.Cell, isLargest: Bool) -> HTML {
    let percent = quantity(cell.percent, unit: "%")
    guard isLargest else { return "<td>\(percent) <span>\(cell.label)</span></td>" }
    return """
      <td class="largest"><strong><span aria-hidden="true">● </span>\(percent)</strong> \
      <span>\(cell.label)</span></td>
      """
  }
}
