import Content
import HTML
import Markup

/// Tables from CSV files.
extension Rendering {
  /// The table, and its file below it.
  func dataTable(_ view: DataTableView) -> HTML {
    // A table of no column has no row that HTML allows.
    guard !view.columns.isEmpty else { return tableNote(view, shown: 0) }
    let rows = 0..<min(view.table.rowCount, DataTableView.rowLimit)
    let name =
      view.title.isEmpty ? texts.tableOf(view.columns.map { self.name(of: $0, in: view) }) : view.title
    return """
      <div class="table-scroll" tabindex="0" role="region" aria-label="\(name)">
      <table>\(when(!view.caption.isEmpty, "<caption>\(view.caption)</caption>"))
      <thead><tr>\(view.columns.map { columnHeader($0, of: view) })</tr></thead>
      <tbody>
      \(rows.map { row($0, of: view) })</tbody></table>
      </div>
      \(tableNote(view, shown: rows.count))
      """
  }

  private func columnHeader(_ column: DataTableView.Column, of view: DataTableView) -> HTML {
    let name = self.name(of: column, in: view)
    return column.kind == .number
      ? "<th scope=\"col\" class=\"number\">\(name)</th>" : "<th scope=\"col\">\(name)</th>"
  }

  private func name(of column: DataTableView.Column, in view: DataTableView) -> String {
    Typography(language: language).apply(to: view.table.columns[column.index])
  }

  private func row(_ row: Int, of view: DataTableView) -> HTML {
    "<tr>\(view.columns.map { cell(row, $0, of: view) })</tr>\n"
  }

  private func cell(_ row: Int, _ column: DataTableView.Column, of view: DataTableView) -> HTML {
    let table = view.table
    let isEmpty = table.isEmpty(row: row, column: column.index)
    if column.kind == .date {
      let words = table.date(row: row, column: column.index).map { date(.single($0)) }
      return "<td class=\"date\">\(words ?? HTML(text: texts.noValue))</td>"
    }
    guard column.kind == .number else {
      let text = table.text(row: row, column: column.index)
      // Codes stay as they are; the file that is offered below keeps every text as it was written.
      let shown = column.kind == .text ? Typography(language: language).apply(to: text) : text
      return "<td>\(isEmpty ? texts.noValue : shown)</td>"
    }
    let number = table.number(row: row, column: column.index, decimal: view.decimal)
    return "<td class=\"number\">\(number.flatMap { language.number(decimal: $0) } ?? texts.noValue)</td>"
  }

  /// The file, and how much of it the page shows.
  private func tableNote(_ view: DataTableView, shown: Int) -> HTML {
    let count = view.table.rowCount
    let part = shown < count ? texts.firstRows(number(shown), number(count)) + " " : ""
    let facts = view.asset.description(in: language)
    return """
      <p class="meta">\(part)<a href="\(URLReference.site(view.asset.path))" download>\
      \(texts.downloadTable) (\(facts))</a></p>

      """
  }
}
