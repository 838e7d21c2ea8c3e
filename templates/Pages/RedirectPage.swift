import Content
import HTML

extension Rendering {
  /// The page at an old address: it leads on by itself, and by a link where it may not.
  func redirectPage(_ redirect: Redirect) -> HTML {
    let target = redirect.to
    let whole = absolute(target)
    return layout(
      Document(
        title: [texts.movedTitle], description: texts.movedTitle, isIndexed: false, canonical: whole,
        headExtra: "<meta http-equiv=\"refresh\" content=\"0; url=\(target)\">\n", kind: "moved",
        content: """
          <div class="frame stack">
          <header class="page-header"><h1>\(texts.movedTitle)</h1>
          <p class="lead"><a href="\(target)">\(texts.movedLink)</a></p></header>
          </div>
          """))
  }
}
