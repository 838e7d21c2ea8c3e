import Content
import HTML

extension Rendering {
  /// How far the site conforms to accessibility standards: as an audit found, or not at all where there was
  /// none.
  func conformity(level: Int) -> HTML {
    let words = texts.conformity
    let audit = site.settings.accessibility
    let standard = audit?.standard ?? words.standard
    let state = words.state(site.settings.name, audit?.conformity ?? .none, standard)
    guard let audit else { return "<p><strong>\(state)</strong></p>\n<p>\(words.noAudit)</p>\n" }
    let auditor = audit.auditor.map { HTML(text: words.auditedBy($0)) }
    let rate = audit.rate.map { words.rate(quantity($0, unit: "%")) }
    return """
      <p><strong>\(state)</strong></p>
      <p>\(words.audited) \(date(audit.date))\(auditor).</p>
      \(rate.map { "<p>\($0)</p>\n" })
      """
  }
}
