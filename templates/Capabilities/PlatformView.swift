import Content
import HTML

extension Rendering {
  func facts(of platform: Platform) -> [Fact] {
    var addresses = platform.urls.map { link(to: $0) }
    if platform.urlIsUnspecified { addresses.append(unstated()) }
    var facts: [Fact] = []
    if !addresses.isEmpty { facts.append(Fact(texts.addresses(addresses.count), addresses)) }
    facts += fact(texts.state, platform.state) { HTML(text: $0) }
    facts += fact(texts.audience, platform.audience) { HTML(text: $0) }
    return facts
  }

  func cardParts(of platform: Platform) -> [HTML] {
    [platform.urls.first.map { HTML(text: Self.host(of: $0)) }, platform.state?.value.map { HTML(text: $0) }]
      .compactMap(\.self)
  }
}
