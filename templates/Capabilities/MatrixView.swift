import Content
import HTML

extension Rendering {
  /// The shares of a matrix as a table whose every cell has two headers.
  func matrixTable(_ matrix: Matrix, of item: Item) -> HTML {
    """
    <div class="scroll" role="region" tabindex="0" aria-label="\(item.title)"><table class="matrix"\(lang(item))>
    <caption>\(item.title)</caption>
    <thead><tr><td></td>\(matrix.columns.map { column in
      "<th scope=\"col\">\(column.label)\(column.note.map { "<span class=\"note\">\($0)</span>" })</th>"
    })</tr></thead>
    <tbody>\(zip(matrix.rows, matrix.cells).map { name, cells in
      let largest = cells.map(\.percent.value).max() ?? 0
      return "<tr><th scope=\"row\">\(name)</th>\(cells.map { cell($0, isLargest: $0.percent.value == largest) })</tr>\n"
    })</tbody>
    </table></div>
    <p class="meta">\(texts.matrixNote)</p>

    """
  }

  private func cell(_ cell: Matrix.Cell, isLargest: Bool) -> HTML {
    let percent = quantity(cell.percent, unit: "%")
    return isLargest
      ? "<td class=\"largest\"><strong><span aria-hidden=\"true\">● </span>\(percent)</strong> <span>\(cell.label)</span></td>"
      : "<td>\(percent) <span>\(cell.label)</span></td>"
  }
}
