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
    func link(_ target: Int, rel: HTML, _ label: String) -> HTML {
      "<a href=\"\(site.url(of: page(target)))\" rel=\"\(rel)\">\(label)</a>"
    }
    return """
      <nav class="pagination" aria-label="\(texts.listPages)">
      \(number > 1 ? link(number - 1, rel: "prev", texts.previousPage) : "")
      <ol>\(numbers(around: number, of: count).map { target in
        switch target {
        case nil: "<li aria-hidden=\"true\">…</li>"
        case number: "<li><span aria-current=\"page\" aria-label=\"\(position(number, of: count))\">\(self.number(number))</span></li>"
        case let target?:
          "<li><a href=\"\(site.url(of: page(target)))\" aria-label=\"\(texts.page(self.number(target)))\">\(self.number(target))</a></li>"
        }
      })</ol>
      \(number < count ? link(number + 1, rel: "next", texts.nextPage) : "")
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
