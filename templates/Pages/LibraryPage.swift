import Content
import HTML

extension Rendering {
  func libraryPage(number: Int) -> HTML {
    let title = site.sections.library?.heading.title ?? ""
    return layout(
      Document(
        title: [title], trail: trail(to: title), canonical: absoluteURL(of: page), kind: "library",
        content: """
          <div class="frame stack">
          <header class="page-header"><h1>\(title)</h1></header></div>
          """))
  }
}
