import Markup

/// Resolves everything that leads from one part of a site to another, and reports what leads nowhere.
struct SiteLinker {
  private var site: Site
  private let identities: ItemIdentities
  private var resolver: LinkResolver
  private(set) var diagnostics: [Diagnostic] = []
  private var backlinks: [Set<Backlink>]

  init(
    _ site: Site, identities: ItemIdentities, places: [String: Declarations.Place],
    unpublished: [String: Item], unread: Set<String>
  ) {
    self.site = site
    self.identities = identities
    resolver = LinkResolver(site, places: places, unpublished: unpublished, unread: unread)
    backlinks = Array(repeating: [], count: site.items.count)
  }

  /// - Parameters:
  ///   - contents: what the site's items say, in their order.
  ///   - tree: where the files that texts show are read.
  mutating func link(
    _ contents: [ItemContents], pending: [PendingLink], tree: SourceTree, jobs: Int
  ) async -> Site {
    let texts = site.texts
    let images = await ShownImages(of: texts, resolver, in: tree, jobs: jobs)
    resolver.imageSizes = images.sizes
    diagnostics += images.diagnostics
    resolver.tables = await ShownTables.read(of: texts, resolver, in: tree, jobs: jobs)
    resolver.code = await ShownCode(of: texts, in: tree, jobs: jobs)
    for link in pending {
      if let problem = resolver.problem(ofSitePath: link.path, fragment: link.fragment) {
        diagnostics.append(Diagnostic(.error, problem, at: link.location))
      }
    }
    var items = contents
    for index in items.indices { resolveReferences(of: &items[index], index) }
    await resolveLinks(in: &items, jobs: jobs)
    var vocabularies = site.vocabularies
    for index in vocabularies.indices { resolve(&vocabularies[index]) }
    var types = site.types
    for index in types.indices {
      guard let introduction = types[index].introduction else { continue }
      types[index].introduction = resolved(introduction, file: "\(types[index].folder)/index.md")
    }
    let home = site.home.map { resolved($0, file: "index.md") }
    let settings = settings(in: tree)
    let ordered = backlinks.map { links in
      links.sorted { ($0.item, $0.reason.rank) < ($1.item, $1.reason.rank) }
    }
    return Site(
      settings: settings, types: types, vocabularies: vocabularies, items: items.map { Item($0) },
      itemRanges: site.itemRanges, home: home, sections: site.sections,
      chapters: site.chapters, assets: site.assets, redirects: site.redirects, backlinks: ordered, now: site.now)
  }

  /// The settings with what is known of the logo's file.
  private mutating func settings(in tree: SourceTree) -> Settings {
    var settings = site.settings
    guard let logo = settings.logo else { return settings }
    do {
      settings.logo = try resolver.resolved(logo, in: tree)
    } catch {
      diagnostics.append(Diagnostic(.error, error.problem, at: logo.location))
    }
    return settings
  }

  private mutating func resolveLinks(in items: inout [ItemContents], jobs: Int) async {
    let resolver = resolver
    let resolutions = await site.items.concurrentMap(jobs: jobs) { resolver.resolve($0) }
    for (index, resolution) in resolutions.enumerated() {
      items[index].body = resolution.body
      for (field, value) in resolution.fields { items[index].fields[field] = value }
      diagnostics += resolution.diagnostics
      for target in resolution.targets where target != index {
        backlinks[target].insert(Backlink(item: index, reason: .text))
      }
    }
  }

  private mutating func resolved(_ introduction: Introduction, file: String) -> Introduction {
    var introduction = introduction
    introduction.body = resolved(introduction.body, file: file)
    return introduction
  }

  private mutating func resolved(_ body: Body, file: String) -> Body {
    var page = LinkResolver.PageContext(
      file: file, anchors: body.ids, language: site.settings.language)
    var resolution = resolver.resolve(body, on: &page)
    resolver.linkMentions(in: &resolution)
    diagnostics += resolution.diagnostics
    return resolution.body
  }

  private mutating func resolve(_ vocabulary: inout Vocabulary) {
    resolve(&vocabulary.sources)
    for index in vocabulary.terms.indices {
      guard var page = vocabulary.terms[index].page else { continue }
      resolve(&page.sources)
      page.body = resolved(page.body, file: "vocabularies/\(vocabulary.id)/\(vocabulary.terms[index].id).md")
      vocabulary.terms[index].page = page
    }
  }

  private mutating func resolve(_ sources: inout [Source], from item: Int? = nil) {
    for index in sources.indices {
      guard var reference = sources[index].reference else { continue }
      resolve(&reference, types: [], from: item, reason: .source)
      sources[index].reference = reference
    }
  }

  private mutating func resolveReferences(of item: inout ItemContents, _ index: Int) {
    resolve(&item.sources, from: index)
    for (number, field) in site.types[item.type].fields.enumerated() {
      guard case .reference(let types) = field.kind, let value = item.fields[number] else { continue }
      item.fields[number] = resolved(value, types: types, from: index, field: number)
    }
    if var chapter = item.capabilities.chapter {
      resolve(&chapter.whole, types: [], from: nil, reason: .source)
      item.capabilities.chapter = chapter
    }
    if var figures = item.capabilities.figures {
      for number in figures.statements.indices {
        resolve(&figures.statements[number].source, types: [], from: index, reason: .source)
      }
      item.capabilities.figures = figures
    }
    guard var assessment = item.capabilities.assessment else { return }
    let known = site.types.map(\.id)
    if let type = site.types.firstIndex(where: { $0.id == assessment.type }) {
      let sum = assessment.levels.reduce(0) { $0 + $1.count }
      let count = site.itemRanges[type].count
      if sum != count {
        diagnostics.append(
          Diagnostic(.warning, .assessmentTotal(sum: sum, items: count), at: assessment.levelsLocation))
      }
    } else {
      diagnostics.append(
        Diagnostic(.error, Problem(unknown: .contentType, assessment.type, among: known), at: assessment.typeLocation))
    }
    for number in assessment.statuses.indices {
      resolve(&assessment.statuses[number].item, types: [assessment.type], from: nil, reason: .source)
    }
    item.capabilities.assessment = assessment
  }

  private mutating func resolved(_ value: FieldValue, types: [String], from item: Int, field: Int) -> FieldValue {
    switch value {
    case .reference(var reference):
      resolve(&reference, types: types, from: item, reason: .field(field))
      return .reference(reference)
    case .list(let values):
      return .list(values.map { resolved($0, types: types, from: item, field: field) })
    default: return value
    }
  }

  private mutating func resolve(
    _ reference: inout Reference, types: [String], from item: Int?, reason: Backlink.Reason
  ) {
    switch identities.item(named: reference.text, types: types) {
    case nil: break
    case .failure(let absence): diagnostics.append(Diagnostic(.error, absence.problem, at: reference.location))
    case .success(let target):
      reference.target = target
      if let item, item != target { backlinks[target].insert(Backlink(item: item, reason: reason)) }
    }
  }
}

extension Backlink.Reason {
  /// Fields in their order, then sources, then text.
  fileprivate var rank: Int {
    switch self {
    case .field(let index): index
    case .source: Int.max - 1
    case .text: Int.max
    }
  }
}
