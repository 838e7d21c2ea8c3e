import Content
import HTML

/// A page as the layout frames it.
struct Document {
  /// The title's parts before the site's name, the narrowest first; empty on the home page.
  var title: [String]
  var description: String?
  var trail: [Crumb] = []
  /// Whether search engines are told of it.
  var isIndexed = true
  /// The page that stands for this one; itself, unless said otherwise.
  var canonical: URLReference?
  var headExtra: HTML = ""
  var linkedData: [JSON] = []
  /// The names of scripts beside the one of every page.
  var scripts: [String] = []
  var kind: StaticString
  var content: HTML
}

extension Rendering {
  /// The frame of every page: head, skip link, header, main and footer, always in this order.
  func layout(_ document: Document) -> HTML {
    """
    <!doctype html>
    <html\(attribute: "lang", site.settings.languageCode)>
    \(head(of: document))
    <body class="\(document.kind.description)">
    <a class="skip" href="#contenu">\(texts.skipToContent)</a>
    \(siteHeader())
    <main id="contenu" tabindex="-1">
    \(breadcrumb(document.trail))\(document.content)
    </main>
    \(siteFooter())
    </body>
    </html>

    """
  }

  private func head(of document: Document) -> HTML {
    let site = site.settings
    let title = documentTitle(document)
    let description = document.description ?? site.description
    let canonical = document.canonical
    return """
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      \(description.map { "<meta name=\"description\" content=\"\($0)\">\n" })\
      \(canonical.map { "<link rel=\"canonical\" href=\"\($0)\">\n" })\
      \(when(!document.isIndexed, "<meta name=\"robots\" content=\"noindex\">\n"))\
      \(document.headExtra)\
      <meta name="color-scheme" content="light dark">
      <meta name="theme-color" content="\(site.colours.accent?.hex ?? StyleSheet.accent)">
      <meta property="og:type" content="website">
      <meta property="og:site_name" content="\(site.name)">
      <meta property="og:title" content="\(document.title.first ?? site.name)">
      \(description.map { "<meta property=\"og:description\" content=\"\($0)\">\n" })\
      \(canonical.map { "<meta property=\"og:url\" content=\"\($0)\">\n" })\
      \(assets[AssetName.icon].map { "<link rel=\"icon\" href=\"\($0)\" type=\"image/svg+xml\">\n" })\
      \(assets[AssetName.styleSheet].map { "<link rel=\"stylesheet\" href=\"\($0)\">\n" })\
      \(([AssetName.script] + document.scripts).compactMap { name in
        assets[name].map { "<script src=\"\($0)\" defer></script>\n" }
      })\
      \(document.linkedData.map { HTML(linkedData: $0) + "\n" })\
      </head>
      """
  }

  /// « page – rubrique – site »
  private func documentTitle(_ document: Document) -> String {
    let site = site.settings
    let parts = document.title.isEmpty ? [site.name, site.tagline] : document.title + [site.name]
    return parts.compactMap(\.self).joined(separator: " – ")
  }
}
