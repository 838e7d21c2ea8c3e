import Markup

/// An item whose references and links are resolved, and what that showed.
struct LinkedItem: Sendable {
  var item: Item
  var diagnostics: [Diagnostic]
  /// The other items it leads to, and how.
  var leads: [(target: Int, reason: Backlink.Reason)]
}

/// Resolves the references and links of one item.
struct ItemLinking {
  private let index: Int
  private let site: Site
  private let identities: ItemIdentities
  private var contents: ItemContents
  private var diagnostics: [Diagnostic] = []
  private var leads: [(target: Int, reason: Backlink.Reason)] = []

  /// - Parameter index: the item's in the site.
  init(_ index: Int, _ site: Site, _ identities: ItemIdentities) {
    (self.index, self.site, self.identities) = (index, site, identities)
    contents = site.items[index].contents
  }

  consuming func linked(by resolver: LinkResolver) -> LinkedItem {
    resolveReferences()
    let resolution = resolver.resolve(site.items[index])
    contents.body = resolution.body
    for (field, value) in resolution.fields { contents.fields[field] = value }
    diagnostics += resolution.diagnostics
    for target in resolution.targets where target != index { leads.append((target, .text)) }
    return LinkedItem(item: Item(contents), diagnostics: diagnostics, leads: leads)
  }

  private mutating func resolveReferences() {
    for index in contents.sources.indices {
      guard var reference = contents.sources[index].reference else { continue }
      resolve(&reference, types: [], reason: .source)
      contents.sources[index].reference = reference
    }
    for (number, field) in site.types[contents.type].fields.enumerated() {
      guard case .reference(let types) = field.kind, let value = contents.fields[number] else { continue }
      contents.fields[number] = resolved(value, types: types, field: number)
    }
    if var chapter = contents.capabilities.chapter {
      resolve(&chapter.whole, types: [], reason: nil)
      contents.capabilities.chapter = chapter
    }
    if var figures = contents.capabilities.figures {
      for number in figures.statements.indices {
        resolve(&figures.statements[number].source, types: [], reason: .source)
      }
      contents.capabilities.figures = figures
    }
    if let assessment = contents.capabilities.assessment {
      contents.capabilities.assessment = checked(assessment)
    }
  }

  private mutating func checked(_ assessment: Assessment) -> Assessment {
    var assessment = assessment
    if let type = site.types.firstIndex(where: { $0.id == assessment.type }) {
      let sum = assessment.levels.reduce(0) { $0 + $1.count }
      let count = site.itemRanges[type].count
      if sum != count {
        diagnostics.append(
          Diagnostic(.warning, .assessmentTotal(sum: sum, items: count), at: assessment.levelsLocation))
      }
    } else {
      let problem = Problem(unknown: .contentType, assessment.type, among: site.types.map(\.id))
      diagnostics.append(Diagnostic(.error, problem, at: assessment.typeLocation))
    }
    for number in assessment.statuses.indices {
      resolve(&assessment.statuses[number].item, types: [assessment.type], reason: nil)
    }
    return assessment
  }

  private mutating func resolved(_ value: FieldValue, types: [String], field: Int) -> FieldValue {
    switch value {
    case .reference(var reference):
      resolve(&reference, types: types, reason: .field(field))
      return .reference(reference)
    case .list(let values): return .list(values.map { resolved($0, types: types, field: field) })
    default: return value
    }
  }

  /// - Parameter reason: how the item leads to the other one; `nil` where that says nothing about the other.
  private mutating func resolve(_ reference: inout Reference, types: [String], reason: Backlink.Reason?) {
    switch identities.item(named: reference.text, types: types) {
    case nil: break
    case .failure(let absence): diagnostics.append(Diagnostic(.error, absence.problem, at: reference.location))
    case .success(let target):
      reference.target = target
      if let reason, target != index { leads.append((target, reason)) }
    }
  }
}
