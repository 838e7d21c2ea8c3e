import HTML

extension Rendering {
  /// What happened, each with its date before it.
  func timeline(_ moments: [(date: HTML, content: HTML)]) -> HTML {
    """
    <ol class="timeline">\(moments.map { "<li><p class=\"when\">\($0.date)</p>\($0.content)</li>\n" })</ol>

    """
  }
}
