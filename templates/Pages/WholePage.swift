import Content
import HTML

extension Rendering {
  func wholePage(_ index: Int) -> HTML {
    let title = site.items[index].title
    return layout(
      Document(
        title: [title], trail: trail(to: title), canonical: absoluteURL(of: page), kind: "whole",
        content: """
          <div class="frame stack">
          <header class="page-header"><h1>\(title)</h1></header></div>
          """))
  }
}
