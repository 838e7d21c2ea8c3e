import Content
import HTML

extension Rendering {
  func agendaPage() -> HTML {
    let title = site.sections.agenda?.heading.title ?? ""
    return layout(
      Document(
        title: [title], trail: trail(to: title), canonical: absoluteURL(of: page), kind: "agenda",
        content: """
          <div class="frame stack">
          <header class="page-header"><h1>\(title)</h1></header></div>
          """))
  }
}
