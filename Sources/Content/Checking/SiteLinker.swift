import Markup

/// Resolves everything that leads from one part of a site to another, and reports what leads nowhere.
struct SiteLinker {
  private var site: Site
  private let identities: ItemIdentities
  private var resolver: LinkResolver
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var memory: LinkMemory?
  private var backlinks: [[Backlink]]

  init(
    _ site: Site, identities: ItemIdentities, places: [String: Declarations.Place],
    unpublished: [String: Item], unread: Set<String>, memory: LinkMemory?
  ) {
    self.site = site
    self.memory = memory
    self.identities = identities
    resolver = LinkResolver(site, places: places, unpublished: unpublished, unread: unread)
    backlinks = Array(repeating: [], count: site.items.count)
  }

  /// - Parameter tree: where the files that texts show are read.
  mutating func link(
    pending: [PendingLink], tree: SourceTree, jobs: Int
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
    let items = await linkedItems(jobs: jobs)
    var vocabularies = site.vocabularies
    for index in vocabularies.indices { resolve(&vocabularies[index]) }
    var types = site.types
    for index in types.indices {
      guard let introduction = types[index].introduction else { continue }
      types[index].introduction = resolved(introduction, file: "\(types[index].folder)/index.md")
    }
    let home = site.home.map { resolved($0, file: "index.md") }
    let settings = settings(in: tree)
    let ordered = backlinks.map { links -> [Backlink] in
      // An item may lead to another several times in the same way.
      links.sorted { ($0.item, $0.reason.rank) < ($1.item, $1.reason.rank) }.reduce(into: []) { kept, link in
        if kept.last != link { kept.append(link) }
      }
    }
    return Site(
      settings: settings, types: types, vocabularies: vocabularies, items: items,
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

  /// The items, each linked unless it is known already what it leads to.
  private mutating func linkedItems(jobs: Int) async -> [Item] {
    let (site, identities, resolver) = (site, identities, resolver)
    let surroundings = memory.map { _ in resolver.surroundings }
    let known = surroundings.flatMap { memory?.linkedItems(in: $0) }
    let linked = await site.items.indices.concurrentMap(jobs: jobs) { index in
      known?[index] ?? ItemLinking(index, site, identities).linked(by: resolver)
    }
    if let surroundings { memory?.keep(linked, in: surroundings) }
    for (index, linked) in linked.enumerated() {
      diagnostics += linked.diagnostics
      for lead in linked.leads { backlinks[lead.target].append(Backlink(item: index, reason: lead.reason)) }
    }
    return linked.map(\.item)
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

  private mutating func resolve(_ sources: inout [Source]) {
    for index in sources.indices {
      guard var reference = sources[index].reference else { continue }
      switch identities.item(named: reference.text, types: []) {
      case nil: break
      case .failure(let absence): diagnostics.append(Diagnostic(.error, absence.problem, at: reference.location))
      case .success(let target): reference.target = target
      }
      sources[index].reference = reference
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
