import Markup

/// Puts what single files say together into a site: releases, ids, order, references, links, backlinks.
struct SiteAssembly {
  let declarations: Declarations
  let options: BuildOptions
  var diagnostics: [Diagnostic] = []

  private var drafts: [ItemDraft] = []
  var types: [ContentType]
  var vocabularies: [Vocabulary]
  var home: Introduction?
  private var assets: [Asset] = []
  private var links: [PendingLink]
  /// The item, list or other page that each Markdown file became, by its path below `content/`.
  private var places: [String: Declarations.Place] = [:]
  var unread = UnreadFiles()
  /// How links were resolved the last time, where a site is read again and again.
  var memory: LinkMemory?
  /// By their paths below `content/`.
  var fragments: [String: SourceText] = [:]

  init(declarations: Declarations, options: BuildOptions) {
    self.declarations = declarations
    self.options = options
    types = declarations.types
    vocabularies = declarations.vocabularies
    links = declarations.links
  }

  mutating func add(_ reading: MarkdownReading, at place: Declarations.Place, file: String) {
    diagnostics += reading.diagnostics
    links += reading.draft.links
    places[file] = place
    if reading.draft.item == nil, reading.introduction == nil, reading.fragment == nil {
      unread.insert(file, at: place, types: types)
    }
    switch place {
    case .home: home = reading.introduction
    case .list(let type): types[type].introduction = reading.introduction
    case .term(let term):
      guard let introduction = reading.introduction else { return }
      vocabularies[term.vocabulary].terms[term.term].page = TermPage(
        title: introduction.title, summary: introduction.summary, sources: reading.sources,
        body: introduction.body, file: reading.file)
    case .item:
      if reading.draft.item != nil { drafts.append(reading.draft) }
    case .fragment: fragments[file] = reading.fragment
    case .nowhere, .unknown, .unknownVocabulary, .unknownTerm: break
    }
  }

  /// Takes note of a file that is there but couldn't be read.
  mutating func add(unread file: String, at place: Declarations.Place) {
    places[file] = place
    unread.insert(file, at: place, types: types)
  }

  /// Everything that isn't read is published as it is; `static/` stands for the site's root.
  mutating func add(assets files: [SourceTree.File]) {
    for file in files {
      let isStatic = file.path.hasPrefix("static/")
      let path = "/" + (isStatic ? String(file.path.dropFirst("static/".count)) : file.path)
      assets.append(
        Asset(
          source: file.path, path: path.precomposed, size: file.size,
          location: SourceLocation(file: file.displayPath)))
    }
  }

  /// - Parameter tree: where the files that texts show are read.
  mutating func finish(in tree: SourceTree) async -> Site {
    let now = options.now ?? newestDate()
    let unpublished = release(asOf: now)
    var (items, ranges) = ordered()
    await includeFragments(in: &items)
    let identities = ItemIdentities(items, types: types, unpublished: unpublished, unread: unread.names)
    diagnostics += identities.diagnostics
    diagnostics += repeatedValues()
    let chapters = ChapterIndex(items, identities)
    diagnostics += chapters.diagnostics
    for (index, item) in items.enumerated() {
      for term in item.terms { vocabularies[term.vocabulary].terms[term.term].items.append(index) }
    }
    let redirects = items.flatMap { item in
      item.aliases.map { Redirect(from: $0.path, to: item.url, location: $0.location) }
    }
    let unlinked = Site(
      settings: declarations.settings, types: types, vocabularies: vocabularies, items: items, itemRanges: ranges,
      home: home, sections: declarations.sections, chapters: chapters.chapters, assets: assets, redirects: redirects, backlinks: [], now: now)
    var linker = SiteLinker(
      unlinked, identities: identities, places: places, unpublished: unpublished, unread: unread.paths, memory: memory)
    let site = await linker.link(pending: links, tree: tree, jobs: options.jobs)
    memory = linker.memory
    diagnostics += linker.diagnostics
    return site
  }

  /// The newest date that items carry; drafts and events to come aside, dates are in the past.
  private func newestDate() -> PartialDate? {
    drafts.lazy.filter { !$0.isDraft && $0.publish == nil }
      .compactMap(\.item)
      .flatMap { [$0.date, $0.updated] }
      .compactMap { $0?.start }
      .max { $0.earliestDay < $1.earliestDay }
  }

  /// Takes out what isn't published today, and says so.
  ///
  /// - Returns: the files of the items that were taken out.
  private mutating func release(asOf now: PartialDate?) -> [String: Item] {
    var left: [String: Item] = [:]
    var published: [ItemDraft] = []
    published.reserveCapacity(drafts.count)
    for var draft in drafts {
      guard let item = draft.item else { continue }
      guard let (reason, date) = draft.reasonToHold(asOf: now, settings: declarations.settings) else {
        published.append(draft)
        continue
      }
      if reason == .draft ? options.includesDrafts : options.includesFuture {
        draft.item = item.changed { $0.unpublished = reason }
        published.append(draft)
      } else {
        left[item.file] = item
        diagnostics.append(
          Diagnostic(.note, .itemNotPublished(kind: reason, date: date), at: SourceLocation(file: item.file)))
      }
    }
    drafts = published
    return left
  }

  /// The items in the order of lists, and the range of each type's.
  private func ordered() -> ([Item], [Range<Int>]) {
    let published = drafts.compactMap(\.item)
    var byType = [[Int]](repeating: [], count: types.count)
    for (index, item) in published.enumerated() { byType[item.type].append(index) }
    var items: [Item] = []
    items.reserveCapacity(published.count)
    var ranges: [Range<Int>] = []
    for (type, members) in zip(types, byType) {
      let start = items.count
      for index in ItemOrder(type: type).sorted(members, of: { published[$0] }) { items.append(published[index]) }
      ranges.append(start..<items.count)
    }
    return (items, ranges)
  }

  /// Reports the values of unique fields that an item before has too, in the order of files.
  private func repeatedValues() -> [Diagnostic] {
    struct Key: Hashable {
      var type: Int
      var field: Int
      var text: String
    }
    var first: [Key: SourceLocation] = [:]
    var diagnostics: [Diagnostic] = []
    for draft in drafts {
      guard let type = draft.item?.type else { continue }
      for value in draft.uniqueValues {
        let key = Key(type: type, field: value.field, text: value.text)
        guard let other = first[key] else {
          first[key] = value.location
          continue
        }
        let field = types[type].fields[value.field].id
        diagnostics.append(
          Diagnostic(.error, .duplicateValue(key: field, value: value.text, first: other), at: value.location))
      }
    }
    return diagnostics
  }
}

extension ItemDraft {
  /// Why an item isn't published on a day, if so.
  func reasonToHold(
    asOf now: PartialDate?, settings: Settings
  ) -> (reason: Problem.Reason, date: String?)? {
    if isDraft { return (.draft, nil) }
    guard let now else { return nil }
    if let publish, publish.start.earliestDay > now.earliestDay { return (.future, publish.start.isoText) }
    if let expires, expires.start.earliestDay <= now.earliestDay { return (.expired, expires.start.isoText) }
    if !settings.publishesFuture, let date = item?.date, item?.capabilities.event == nil,
      date.start.earliestDay > now.earliestDay
    {
      return (.future, date.start.isoText)
    }
    return nil
  }
}
