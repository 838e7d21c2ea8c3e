import Content
import HTML

extension Rendering {
  /// Links to the pages of a list; nothing for a list of one page.
  ///
  /// - Parameters:
  ///   - number: the page shown, from 1.
  ///   - page: the page of a number.
  func pagination(_ number: Int, of count: Int, _ page: (Int) -> Page) -> HTML {
    guard count > 1 else { return "" }
    func link(_ target: Int, rel: HTML, _ words: String) -> HTML {
      "<a href=\"\(site.url(of: page(target)))\" rel=\"\(rel)\">\(words)</a>"
    }
    func entry(_ target: Int?) -> HTML {
      guard let target else { return "<li aria-hidden=\"true\">…</li>" }
      let digits = self.number(target)
      guard target != number else { return "<li><span aria-current=\"page\">\(digits)</span></li>" }
      let url = site.url(of: page(target))
      return "<li><a href=\"\(url)\" aria-label=\"\(texts.page(digits))\">\(digits)</a></li>"
    }
    return """
      <nav class="pagination" aria-label="\(texts.listPages)">
      \(when(number > 1, link(number - 1, rel: "prev", texts.previousPage)))
      <ol>\(numbers(around: number, of: count).map(entry))</ol>
      \(when(number < count, link(number + 1, rel: "next", texts.nextPage)))
      </nav>

      """
  }

  /// « page 2 sur 8 »
  func position(_ page: Int, of count: Int) -> String { texts.pageOf(number(page), number(count)) }

  /// The first, the last and those near a page, `nil` where some are left out.
  private func numbers(around number: Int, of count: Int) -> [Int?] {
    var numbers: [Int?] = []
    var last = 0
    for target in [1] + Array(max(1, number - 1)...min(count, number + 1)) + [count] where target > last {
      if target == last + 2 { numbers.append(last + 1) }
      if target > last + 2 { numbers.append(nil) }
      numbers.append(target)
      last = target
    }
    return numbers
  }
}
