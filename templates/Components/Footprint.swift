import Content
import HTML

extension Rendering {
  /// The measured weight of the site's pages, each figure beside its budget; nothing while they are measured.
  func footprint(level: Int) -> HTML {
    guard let footprint else { return "" }
    let words = texts.footprint
    return """
      <p>\(words.measured(number(footprint.unmeasuredCount), footprint.unmeasuredCount))</p>
      <div class="table-scroll" tabindex="0" role="region" aria-label="\(words.caption)">
      <table><caption>\(words.caption)</caption>
      <thead><tr><th scope="col">\(words.measure)</th><th scope="col" class="number">\(words.value)</th>\
      <th scope="col" class="number">\(words.budget)</th></tr></thead>
      <tbody>
      \(pageRows(footprint))\(fileRows(footprint))</tbody></table>
      </div>

      """
  }

  private func pageRows(_ footprint: Footprint) -> [HTML] {
    let words = texts.footprint
    let largest = footprint.largestHTML
    let view = footprint.heaviestView
    let demanding = footprint.mostRequests
    return [
      row(words.pages, number(footprint.pageCount)),
      row(words.medianHTML, size(footprint.medianHTML)),
      row(words.percentile95HTML, size(footprint.percentile95HTML)),
      row(words.largestHTML, size(largest.htmlBytes), budget(.html, largest.htmlBytes), largest.page),
      row(
        words.mostRequests, number(demanding.requests), budget(.requests, demanding.requests),
        demanding.page),
      row(words.firstView, size(view.firstViewBytes), budget(.firstView, view.firstViewBytes), view.page),
      row(words.firstViewRequests, number(view.requests)),
    ]
  }

  private func fileRows(_ footprint: Footprint) -> [HTML] {
    let words = texts.footprint
    let (styles, scripted) = (footprint.styleSheets.bytes, footprint.mostScripts)
    return [
      row(words.styleSheets, size(styles), budget(.css, styles)),
      row(words.scripts, size(scripted.scriptBytes), budget(.javascript, scripted.scriptBytes), scripted.page),
      row(words.icons, size(footprint.icons.bytes)),
      row(words.images, files(footprint.images)),
      row(words.fonts, files(footprint.fonts)),
      row(words.wholeSite, files(footprint.all)),
    ]
  }

  /// A figure, the page it was found on below its name.
  private func row(_ name: String, _ value: String, _ budget: HTML? = nil, _ page: Page? = nil) -> HTML {
    let place = page.map { link(self.name(of: $0), to: site.url(of: $0)) }
    return """
      <tr><th scope="row">\(name)\(place.map { "<br>\($0)" })</th>\
      <td class="number">\(value)</td><td class="number">\(budget ?? "–")</td></tr>

      """
  }

  private func size(_ bytes: Int) -> String { language.fileSize(bytes) }

  private func files(_ group: Footprint.Group) -> String {
    let words = texts.footprint
    return group.count == 0 ? words.none : words.files(number(group.count), group.count, size(group.bytes))
  }

  /// The most that is allowed, and whether it is exceeded.
  private func budget(_ budget: Budget, _ value: Int) -> HTML {
    let limit = site.settings.budgets[budget]
    let words = budget == .requests ? number(limit) : size(limit)
    guard value > limit else { return HTML(text: words) }
    return "\(words) <strong>\(texts.footprint.exceeded)</strong>"
  }
}
