import Content
import HTML

extension Rendering {
  /// A group longer than this is folded.
  private static let openLimit = 8
  /// How many items a group names; the others are counted.
  private static let groupLimit = 60
  /// About how many bytes all the names may take, so that the page stays small on a large site.
  private static let byteLimit = 36_000

  /// Everything of which authors say that the sources don't say it, by type and field.
  func unstatedList(level: Int) -> HTML {
    let types = site.types.indices.map { (type: $0, groups: unstatedGroups(ofType: $0)) }.filter {
      !$0.groups.isEmpty
    }
    guard !types.isEmpty else { return "<p class=\"meta\">\(texts.views.nothingUnstated)</p>\n" }
    let groups = types.flatMap(\.groups)
    let values = groups.reduce(0) { $0 + $1.count }
    let items = Set(groups.flatMap { $0.entries.map(\.item) }).count
    var room = Self.byteLimit
    return """
      <p class="meta">\(texts.views.unstatedValues(number(values), values, number(items), items))</p>
      <div class="unstated-list stack">
      \(types.map { unstatedSection($0.type, $0.groups, level: level, room: &room) })</div>

      """
  }

  private struct UnstatedGroup {
    var label: String
    var count: Int
    /// The items, in the order of lists, each with how many values are missing and what their author says of
    /// them.
    var entries: [UnstatedEntry]
  }

  private struct UnstatedEntry {
    var item: Int
    var count: Int
    var words: [String]
  }

  /// What the items of a type leave unsaid, by field, those that most items leave unsaid first.
  private func unstatedGroups(ofType type: Int) -> [UnstatedGroup] {
    var groups: [UnstatedGroup] = []
    var places: [UnstatedFact.Subject: Int] = [:]
    for index in site.items(of: type) where !site.items[index].isHidden {
      for fact in site.items[index].unstated {
        let place = places[fact.subject] ?? groups.count
        if place == groups.count {
          places[fact.subject] = place
          groups.append(UnstatedGroup(label: label(of: fact.subject, type), count: 0, entries: []))
        }
        groups[place].count += fact.count
        let words = fact.words.map { [$0] } ?? []
        if let last = groups[place].entries.indices.last, groups[place].entries[last].item == index {
          groups[place].entries[last].count += fact.count
          groups[place].entries[last].words += words
        } else {
          groups[place].entries.append(UnstatedEntry(item: index, count: fact.count, words: words))
        }
      }
    }
    // Equal ones stay in the order in which they are met.
    return groups.enumerated()
      .sorted { ($1.element.entries.count, $0.offset) < ($0.element.entries.count, $1.offset) }.map(\.element)
  }

  private func label(of subject: UnstatedFact.Subject, _ type: Int) -> String {
    switch subject {
    case .date: texts.date
    case .licence: texts.views.licence
    case .field(let index): site.types[type].fields[index].label
    case .capability(let key): texts.label(of: key)
    }
  }

  private func unstatedSection(_ type: Int, _ groups: [UnstatedGroup], level: Int, room: inout Int) -> HTML {
    let tag = String(level)
    var parts: [HTML] = []
    for group in groups { parts.append(unstatedGroup(group, level: String(min(level + 1, 6)), room: &room)) }
    return "<section><h\(tag)>\(site.types[type].plural)</h\(tag)>\n\(parts)</section>\n"
  }

  private func unstatedGroup(_ group: UnstatedGroup, level: String, room: inout Int) -> HTML {
    var entries: [HTML] = []
    for entry in group.entries.prefix(Self.groupLimit) {
      let html = unstatedEntry(entry)
      room -= html.utf8.count
      guard room > 0 else { break }
      entries.append(html)
    }
    let more = group.entries.count - entries.count
    let rest = when(more > 0, "<li>\(texts.andOthers(number(more), more))</li>\n")
    let list = "<ul>\(entries)\(rest)</ul>" as HTML
    let count = "<span class=\"count\">\(number(group.count))</span>" as HTML
    guard group.entries.count > Self.openLimit else {
      return "<h\(level)>\(group.label) \(count)</h\(level)>\n\(list)\n"
    }
    return "<details><summary>\(group.label) \(count)</summary>\n\(list)</details>\n"
  }

  private func unstatedEntry(_ entry: UnstatedEntry) -> HTML {
    let count = when(
      entry.words.isEmpty && entry.count > 1, " <span class=\"count\">\(number(entry.count))</span>")
    let language = lang(site.items[entry.item])
    let words = when(!entry.words.isEmpty, "<ul\(language)>\(entry.words.map { "<li>\($0)</li>" })</ul>")
    return "<li>\(link(toItem: entry.item))\(count)\(words)</li>\n"
  }
}
