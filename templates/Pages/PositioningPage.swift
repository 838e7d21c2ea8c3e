import Content
import HTML

extension Rendering {
  func positioningPage(_ answers: [Int?]) -> HTML {
    let title = site.sections.positioning?.heading.title ?? ""
    return layout(
      Document(
        title: [title], trail: trail(to: title), canonical: absoluteURL(of: page), kind: "positioning",
        content: """
          <div class="frame stack">
          <header class="page-header"><h1>\(title)</h1></header></div>
          """))
  }
}
