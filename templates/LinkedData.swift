import Content
import HTML

/// Data about pages in schema.org's terms: only what the content says, property by property.
extension Rendering {
  /// The site, for its home page.
  func siteData() -> JSON {
    let settings = site.settings
    var members: [JSON.Member] = [
      .init(name: "@context", value: "https://schema.org"), .init(name: "@type", value: "WebSite"),
      .init(name: "name", value: .string(settings.name)),
    ]
    add("url", absoluteURL(of: .home).map(JSON.url), to: &members)
    add("description", settings.description.map(JSON.string), to: &members)
    add("inLanguage", .string(settings.languageCode), to: &members)
    if let publisher = settings.publisher {
      var organization: [JSON.Member] = [
        .init(name: "@type", value: "Organization"), .init(name: "name", value: .string(publisher.name)),
      ]
      add("url", publisher.url.map(JSON.url), to: &organization)
      add("publisher", .object(organization), to: &members)
    }
    return .object(members)
  }

  /// The way from the home page to this one.
  func breadcrumbData(_ trail: [Crumb]) -> JSON {
    let elements = trail.enumerated().map { index, crumb -> JSON in
      var members: [JSON.Member] = [
        .init(name: "@type", value: "ListItem"), .init(name: "position", value: .int(index + 1)),
        .init(name: "name", value: .string(crumb.label)),
      ]
      add("item", crumb.url.flatMap(absolute).map(JSON.url), to: &members)
      return .object(members)
    }
    return [
      "@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": .array(elements),
    ]
  }

  /// An item whose capabilities say what it is; `nil` for others.
  func itemData(_ item: Item, at index: Int) -> JSON? {
    let known = item.capabilities
    guard
      let (type, own) = known.event.map(eventData) ?? known.publication.map({ publicationData($0, item) })
        ?? known.course.map(courseData) ?? known.definition.map(definitionData)
        ?? known.caseStudy.map({ caseData($0, item) })
    else { return nil }
    var members: [JSON.Member] = [
      .init(name: "@context", value: "https://schema.org"), .init(name: "@type", value: .string(type)),
      .init(name: "name", value: .string(item.title)),
    ]
    add("url", absoluteURL(of: .item(index)).map(JSON.url), to: &members)
    if known.definition == nil { add("description", item.summary.map(JSON.string), to: &members) }
    add("inLanguage", .string(item.languageCode ?? site.settings.languageCode), to: &members)
    return .object(members + own)
  }

  private func add(_ name: String, _ value: JSON?, to members: inout [JSON.Member]) {
    if let value { members.append(.init(name: name, value: value)) }
  }
}
