import Content
import HTML

/// A label and what is known under it.
struct Fact {
  var label: HTML
  var values: [HTML]

  init(_ label: String, _ values: [HTML]) {
    self.init(label: HTML(text: label), values)
  }

  init(label: HTML, _ values: [HTML]) {
    self.label = label
    self.values = values
  }
}

extension Rendering {
  /// Facts as a list of descriptions.
  func factList(_ facts: [Fact]) -> HTML {
    """
    <dl>\(facts.map { fact in
      "<div><dt>\(fact.label)</dt>\(fact.values.map { "<dd>\($0)</dd>" })</div>\n"
    })</dl>

    """
  }

  /// Everything that is known of an item in few words: its capabilities, date, fields, assessments and
  /// other terms.
  func facts(of item: Item, at index: Int) -> [Fact] {
    let type = site.types[item.type]
    var facts = capabilityFacts(of: item)
    if let link = calendarLink(of: index) { facts.append(Fact(texts.agenda.calendar, [link])) }
    if let date = item.date, !hasOwnDate(item) {
      let label = item.capabilities.publication == nil ? texts.date : texts.published
      facts.append(Fact(label, [self.date(date)]))
    } else if item.dateIsUnspecified {
      facts.append(Fact(texts.date, [unstated()]))
    }
    for (field, value) in zip(type.fields, item.fields) {
      guard let value, !value.isLong else { continue }
      facts.append(Fact(field.label, value.parts.map { self.value($0, of: field) }))
    }
    if item.capabilities.tracker != nil { facts += assessmentFacts(of: item, at: index) }
    facts += termFacts(of: item)
    if let updated = item.updated, updated != item.date {
      facts.append(Fact(texts.updated, [date(updated)]))
    }
    return facts
  }

  /// The fields whose values are texts with paragraphs, one section each.
  ///
  /// - Parameters:
  ///   - level: that of the sections' headings.
  ///   - text: what draws a text.
  func longFields(of item: Item, level: Int = 2, _ text: ((Body) -> HTML)? = nil) -> [HTML] {
    let level = String(level)
    return zip(site.types[item.type].fields, item.fields).compactMap { field, value in
      guard let value, value.isLong else { return nil }
      let texts = value.parts.map { part in
        if let text, case .markdown(let body) = part { text(body) } else { self.value(part, of: field) }
      }
      return """
        <section><h\(level)>\(field.label)</h\(level)>
        <div class="prose"\(lang(item))>
        \(texts)</div></section>

        """
    }
  }

  private func capabilityFacts(of item: Item) -> [Fact] {
    let known = item.capabilities
    var facts: [Fact] = []
    if let event = known.event { facts += self.facts(of: event) }
    if let course = known.course { facts += self.facts(of: course) }
    if let publication = known.publication { facts += self.facts(of: publication, item) }
    if let platform = known.platform { facts += self.facts(of: platform) }
    return facts
  }
}

extension FieldValue {
  /// Whether it is Markdown, which can't stand in a list of facts.
  fileprivate var isLong: Bool {
    parts.contains { part in
      if case .markdown = part { true } else { false }
    }
  }
}
