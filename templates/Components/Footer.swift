import Content
import HTML

extension Rendering {
  func siteFooter() -> HTML {
    shared.part(.footer(current: currencies(of: site.settings.footer))) { footerContent() }
  }

  private func footerContent() -> HTML {
    let settings = site.settings
    let licence = settings.licence.map { HTML(text: $0) } ?? unstated(texts.licenceUnstated)
    return """
      <footer id="pied-de-page" class="site-footer"><div class="frame">
      <div class="about"><p class="site-name">\(settings.name)</p>
      \(settings.tagline.map { "<p>\($0)</p>\n" })\
      <p>\(texts.contentLicence) \(licence)</p></div>
      \(when(settings.publisher != nil || !settings.contact.isEmpty, contactDetails()))\
      <nav aria-label="\(texts.footerMenu)"><ul>\(menuEntries(settings.footer))\(footerLinks())\
      <li><a href="\(site.url(of: .siteMap))">\(texts.siteMap)</a></li></ul></nav>
      </div></footer>
      """
  }

  private func contactDetails() -> HTML {
    let contact = site.settings.contact
    let email = contact.email
    let phone = contact.phone
    return """
      <address>\
      \(site.settings.publisher.map { publisher in
        "<p>\(texts.publishedBy) \(link(publisher.name, to: publisher.url))</p>"
      })\
      \(contact.address.map { "<p>\($0)</p>" })\
      \(phone.map { "<p>\(link($0, to: Self.telephone($0)))</p>" })\
      \(email.map { "<p>\(link($0, to: URLReference("mailto:\($0)")))</p>" })\
      </address>

      """
  }

  /// A telephone number's digits as an address (RFC 3966 local numbers).
  private static func telephone(_ number: String) -> URLReference? {
    let digits = number.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "+" }
    return digits.isEmpty ? nil : URLReference("tel:\(String(String.UnicodeScalarView(digits)))")
  }
}
