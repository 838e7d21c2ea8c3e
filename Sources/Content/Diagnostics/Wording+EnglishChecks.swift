/// The findings of a check, in English.
extension DiagnosticWording {
  func english(check finding: CheckFinding) -> Text {
    func seen(_ page: String, _ others: Int) -> String {
      switch others {
      case 0: "on “\(short(page))”"
      case 1: "on “\(short(page))” and another page"
      default: "on “\(short(page))” and \(others) other pages"
      }
    }
    switch finding {
    case .pageLinkBroken(let address, let page, let others):
      return Text(
        "the link “\(short(address))” leads to no page, \(seen(page, others))",
        "Mend the address where it is written: the text, the settings or the template.")
    case .pageAnchorBroken(let address, let page, let others):
      return Text(
        "the link “\(short(address))” leads to an anchor that doesn’t exist, \(seen(page, others))",
        "Link a heading of that page, or the page itself.")
    case .linkToRedirect(let address, let target, let page, let others):
      return Text(
        "the link “\(short(address))” goes through an old address, \(seen(page, others))",
        "Write “\(short(target))” at once.")
    case .repeatedID(let id, let page, let others):
      return Text(
        "the id “\(short(id))” is given twice, \(seen(page, others))",
        "A link to it would be ambiguous: give one of the two elements another.")
    case .mainHeadings(let count, let page, let others):
      return Text(
        count == 0
          ? "there is no main heading (h1), \(seen(page, others))"
          : "there are \(count) main headings (h1), \(seen(page, others))",
        "A page has one main heading and no more: the template writes it.")
    case .headingSkipsLevel(let text, let from, let to, let page, let others):
      return Text(
        "the heading “\(short(text))” goes from level \(from) to level \(to), \(seen(page, others))",
        "A screen reader takes it that a part is missing: give it level \(from + 1).")
    case .headingEmpty(let page, let others):
      return Text("a heading is empty, \(seen(page, others))", "Give it a text, or remove it.")
    case .imageWithoutText(let image, let page, let others):
      return Text(
        "the image “\(short(image))” has no “alt” attribute, \(seen(page, others))",
        "Say what it shows, or write alt=\"\" where it tells nothing.")
    case .linkWithoutText(let address, let page, let others):
      return Text(
        "the link to “\(short(address))” has no text, \(seen(page, others))",
        "Write where it leads: without a text, a screen reader says nothing of it.")
    case .pageUnreachable(let page):
      return Text(
        "no page leads to “\(short(page))”, save the site map",
        "Link it from a page that people visit, or remove it.")

    case .imageTextVague(let text):
      return Text(
        "“\(short(text))” doesn’t say what the image shows",
        "Write what it tells, as to somebody who can’t see it.")
    case .linkTextVague(let text):
      return Text(
        "“\(short(text))” doesn’t say where the link leads",
        "Write the page’s title, or what it holds: some readers go through links out of their sentences.")
    case .linkTextIsAddress(let text):
      return Text(
        "this link’s text is an address: “\(short(text))”",
        "Write [what it holds](\(short(text))): an address read aloud tells nothing.")
    case .linkTextAmbiguous(let text, let line):
      return Text(
        "“\(short(text))” leads elsewhere than on line \(line)", "Give each of these links a text of its own."
      )
    case .summaryMissing:
      return Text(
        "this page has no summary", "Add “summary:” to its front matter: lists and search engines show it.")
    case .summaryShort(let count, let least):
      return Text(
        "this summary has only \(count) characters",
        "Below \(least) it tells hardly more than the title: say what the page brings.")
    case .summaryLong(let count, let most):
      return Text(
        "this summary has \(count) characters",
        "Above \(most) lists grow long and search engines cut it: keep to what counts.")
    case .titleInCapitals:
      return Text(
        "this title is all in capitals",
        "Write it in small letters: capitals are hard to read, and are spelled out aloud.")
    case .ordinalSpelling(let written, let suggestion), .abbreviationSpelling(let written, let suggestion):
      return Text("“\(short(written))” is abbreviated otherwise", "Write “\(suggestion)”.")
    case .accentMissing(let written, let suggestion):
      return Text("“\(short(written))” lost the accent of its capital", "Write “\(suggestion)”.")
    case .apostropheSpelling: return Text("this lone accent stands for an apostrophe", "Write an apostrophe.")
    case .spaceRepeated: return Text("there are several spaces in a row", "Keep one.")
    case .wordRepeated(let word): return Text("the word “\(short(word))” is repeated", "Keep it once.")
    case .quoteUnpaired:
      return Text(
        "these straight quotes stay as they are: one lacks its other half",
        "Close or remove the lone one: the site then sets quotes in the whole paragraph.")
    case .hyphenForDash:
      return Text("a hyphen between two spaces stands for a dash", "Write a dash: “–”.")

    case .nearDuplicate(let title, let file, let percent):
      return Text(
        "this text is \(percent)% that of “\(short(title))” (\(file))",
        "Keep one and redirect the other by “aliases”, or say what sets them apart.")
    case .termUnused(let label):
      return Text(
        "no item carries the term “\(short(label))”", "Give it to an item, or remove it from the vocabulary.")
    case .vocabularyUnused(let name):
      return Text(
        "no type and no item uses the vocabulary “\(short(name))”",
        "Declare a field that uses it, or remove the file.")
    case .fieldUnused(let label):
      return Text(
        "no item fills the field “\(short(label))”", "Fill it somewhere, or remove it from the type.")
    case .reviewDue(let since, let months):
      return Text(
        "this page’s last known review dates from \(since)",
        "Its type asks for a review every \(months) months: review it and date “updated”.")
    case .reviewDateMissing:
      return Text(
        "nothing says when this page was reviewed",
        "Its type asks for reviews: add “updated” to the front matter.")
    case .sourcesMissing:
      return Text("this page gives no source", "Its type asks for some: add “sources:” to the front matter.")

    case .externalPageGone(let address, let status):
      return Text(
        "the page “\(short(address))” is gone (answer \(status))",
        "Look for its new address, link a copy in an archive, or remove the link.")
    case .externalPageMoved(let address, let target):
      return Text(
        "the page “\(short(address))” moved for good", "Write its new address: \(short(target, limit: 200)).")
    case .externalPageRefused(let address, let status):
      return Text(
        "“\(short(address))” refuses to answer a program (answer \(status))",
        "Open it in a browser; if it is well, declare it in “check: external_exceptions”.")
    case .externalSiteFailing(let address, let status):
      return Text(
        "“\(short(address))” answers with an error (answer \(status))",
        "Try again later; if it lasts, look for another address.")
    case .externalSiteUnknown(let address):
      return Text(
        "no site answers to this name: “\(short(address))”",
        "Check the name, and your connection; if the site is gone, link a copy in an archive.")
    case .externalSiteSilent(let address, let seconds):
      return Text("“\(short(address))” didn’t answer within \(seconds) s", "Try again later.")
    case .externalSiteUnreachable(let address, let reason):
      return Text(
        "“\(short(address))” can’t be reached: \(short(reason, limit: 120))",
        "Open it in a browser; if it is well, declare it in “check: external_exceptions”.")
    case .externalExceptionUnused(let address):
      return Text("no address of the content begins with “\(short(address))”", "Remove this exception.")
    case .externalProgramMissing:
      return Text(
        "the program curl isn’t installed",
        "Install it to check links to other sites, or leave --external out.")

    case .pagesNotRendered(let errors):
      return Text(
        errors == 1
          ? "an error keeps the pages from being made: they weren’t checked"
          : "\(errors) errors keep the pages from being made: they weren’t checked",
        "Mend them, then check again: links, headings, duplicates and weights are seen then.")
    case .unknownCode(let code, let suggestion):
      return Text(
        "no finding has the code “\(short(code))”",
        suggestion.map { "Did you mean “\($0)”?" } ?? "The codes are in docs/findings.md.")
    }
  }
}
