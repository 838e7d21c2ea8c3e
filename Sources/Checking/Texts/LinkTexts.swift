import Content
import Markup

/// Links and images whose words tell nothing, in one file.
struct LinkTexts {
  let text: WrittenText

  var diagnostics: [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var first: [String: (destination: String, location: SourceLocation)] = [:]
    for link in text.links {
      let words = LinkTexts.key(link.text)
      func add(_ finding: CheckFinding) { diagnostics.append(Diagnostic(finding, at: link.location)) }
      if link.isImage {
        if LinkTexts.vagueImages.contains(words) || LinkTexts.isFileName(link.text) {
          add(.imageTextVague(link.text))
        }
        continue
      }
      guard !words.isEmpty else { continue }
      if LinkTexts.isAddress(link.text) {
        add(.linkTextIsAddress(link.text))
      } else if LinkTexts.vague.contains(words) {
        add(.linkTextVague(link.text))
      } else if let other = first[words], other.destination != link.destination {
        add(.linkTextAmbiguous(link.text, line: other.location.line))
      }
      if first[words] == nil { first[words] = (link.destination, link.location) }
    }
    return diagnostics
  }

  /// What says where a link leads only to who reads the sentence around it, as slugs.
  private static let vague: Set<String> = [
    "ici", "la", "cliquez-ici", "cliquer-ici", "cliquez-la", "par-ici", "en-savoir-plus", "savoir-plus",
    "plus",
    "lire-la-suite", "lire-plus", "la-suite", "suite", "voir", "voir-plus", "lien", "ce-lien", "le-lien",
    "page",
    "cette-page", "article", "cet-article", "document", "telecharger", "plus-d-infos", "plus-d-informations",
    "here", "click-here", "this", "link", "this-link", "more", "read-more", "learn-more", "this-page",
    "details",
    "download",
  ]

  private static let vagueImages: Set<String> = [
    "image", "photo", "photographie", "illustration", "picture", "figure", "schema", "logo", "graphique",
    "img",
    "visuel", "capture", "screenshot", "icone", "icon",
  ]

  private static func key(_ text: String) -> String { Slug.make(text) }

  private static func isAddress(_ text: String) -> Bool {
    let text = text.lowercased()
    return ["https://", "http://", "www."].contains { text.hasPrefix($0) } && !text.contains(" ")
  }

  /// `IMG_2041.JPG`: what a camera or a folder calls an image.
  private static func isFileName(_ text: String) -> Bool {
    let text = text.lowercased()
    return !text.contains(" ")
      && [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif"].contains { text.hasSuffix($0) }
  }
}
