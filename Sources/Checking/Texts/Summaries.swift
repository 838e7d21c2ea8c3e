import Content

/// Titles and summaries, which lists and search engines show.
struct Summaries {
  let site: Site
  let texts: [String: WrittenText]

  /// In characters: less is hardly a sentence, more is cut by search engines and fills a list's screen.
  static let least = 20
  static let most = 300

  var diagnostics: [Diagnostic] {
    site.items.flatMap { item -> [Diagnostic] in
      var diagnostics: [Diagnostic] = []
      func add(_ finding: CheckFinding, at key: String) {
        let place = texts[item.file]?.location(of: key) ?? SourceLocation(file: item.file)
        diagnostics.append(Diagnostic(finding, at: place))
      }
      if Summaries.isInCapitals(item.title) { add(.titleInCapitals, at: "title") }
      let length = item.summary?.unicodeScalars.count
      switch length {
      // A definition is its own summary, and so is a first paragraph that fits.
      case nil
      where item.capabilities.definition == nil && (item.lead?.unicodeScalars.count ?? 0) < Summaries.least:
        add(.summaryMissing, at: "title")
      case let length? where length < Summaries.least:
        add(.summaryShort(length, least: Summaries.least), at: "summary")
      case let length? where length > Summaries.most:
        add(.summaryLong(length, most: Summaries.most), at: "summary")
      default: break
      }
      return diagnostics
    }
  }

  /// Whether a title of some words has no small letter. One word may be a name.
  private static func isInCapitals(_ title: String) -> Bool {
    var capitals = 0
    var words = 0
    var wordLength = 0
    for scalar in title.unicodeScalars {
      if scalar.properties.isLowercase { return false }
      if scalar.properties.isUppercase {
        capitals += 1
        wordLength += 1
        if wordLength == 4 { words += 1 }
      } else {
        wordLength = 0
      }
    }
    return words >= 2 && capitals >= 10
  }
}
