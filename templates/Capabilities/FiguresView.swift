import Content
import HTML

extension Rendering {
  /// What each source states of one thing, side by side; where they disagree, a sentence says so. Nothing is
  /// added up or averaged.
  func statements(of figures: Figures, _ item: Item) -> HTML {
    """
    <ul class="figures"\(lang(item))>
    \(figures.statements.map { statement($0, of: item) })</ul>
    \(when(figures.disagrees, "<p class=\"meta\">\(disagreement(in: figures))</p>\n"))
    """
  }

  private func statement(_ statement: Figures.Statement, of item: Item) -> HTML {
    """
    <li class="statement"><p class="value">\(value(of: statement))</p>\
    <p class="label">\(statement.label ?? item.title)</p>\
    <p class="meta">\(origin(of: statement))</p>\
    \(statement.note.map { "<p class=\"note\">\($0)</p>" })</li>

    """
  }

  private func value(of statement: Figures.Statement) -> HTML {
    let prefix = statement.prefix.map { HTML(text: $0 + " ") }
    // The sign belongs to the number, by the language's own rule.
    guard statement.unit != "%" else { return "\(prefix)\(quantity(statement.value, unit: statement.unit))" }
    let unit = HTML(text: statement.unit)
    return "\(prefix)\(quantity(statement.value, unit: nil))\u{A0}<span class=\"unit\">\(unit)</span>"
  }

  /// « Source : un document, page 3, 2020 »
  private func origin(of statement: Figures.Statement) -> HTML {
    var parts: [HTML] = [link(to: statement.source)]
    if let page = statement.page { parts.append(HTML(text: page)) }
    switch statement.date {
    case nil: break
    case .value(let date): parts.append(self.date(date))
    case .unspecified: parts.append(unstated(texts.views.dateUnstated))
    }
    return "\(texts.views.statedBy) \(parts.joined(separator: ", "))"
  }

  private func disagreement(in figures: Figures) -> String {
    let (sources, values) = (figures.sourceCount, figures.valueCount)
    return texts.views.disagreement(number(sources), number(values))
  }
}

extension Figures {
  /// What makes two statements the same one.
  private struct Value: Hashable {
    var prefix: String?
    var value: Double
    var unit: String
  }

  fileprivate var valueCount: Int {
    Set(statements.map { Value(prefix: $0.prefix, value: $0.value.value, unit: $0.unit) }).count
  }

  fileprivate var sourceCount: Int { Set(statements.map { $0.source.target }).count }

  /// A source alone states several values only of several things.
  fileprivate var disagrees: Bool { sourceCount > 1 && valueCount > 1 }
}
