import Content
import HTML

extension Rendering {
  /// Where readers can answer a survey and ask for news, where the settings say so.
  func footerLinks() -> [HTML] {
    let settings = site.settings
    let links = [(texts.survey, settings.survey), (texts.newsletter, settings.newsletter)]
    return links.compactMap { words, url in url.map { "<li>\(link(words, to: $0))</li>\n" } }
  }
}
