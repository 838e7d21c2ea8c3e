import Markup
import Testing

@Suite("Mentions of terms")
struct TermFinderTests {
  /// A text, with what must be found in it between square brackets.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let terms: [String]
    let marked: String
    var language = Language.french

    init(_ words: String, _ terms: [String], _ marked: String, in language: Language = .french) {
      (testDescription, self.terms, self.marked, self.language) = (words, terms, marked, language)
    }
  }

  private static func finder(_ terms: [String], _ language: Language = .french) -> TermFinder {
    var finder = TermFinder(language: language)
    for (index, term) in terms.enumerated() { finder.add(term, as: index) }
    return finder
  }

  /// The text with every mention in brackets.
  private static func marked(_ html: String, _ finder: TermFinder) -> String {
    let bytes = Array(html.utf8)
    var marked: [UInt8] = []
    var copied = 0
    finder.read(bytes) { finding in
      guard case .mention(_, let range) = finding else { return }
      marked += bytes[copied..<range.lowerBound] + "[".utf8 + bytes[range] + "]".utf8
      copied = range.upperBound
    }
    return String(decoding: marked + bytes[copied...], as: UTF8.self)
  }

  private static func check(_ row: Row) {
    let html = row.marked.filter { $0 != "[" && $0 != "]" }
    // Bytes are compared: a string equals another whose accents are coded otherwise.
    #expect(Array(marked(html, finder(row.terms, row.language)).utf8) == Array(row.marked.utf8))
  }

  @Test(
    "Words are whole, and folded",
    arguments: [
      Row("a word", ["alliance"], "<p>Une [alliance], puis l’[Alliance].</p>"),
      Row("in capitals", ["Alliance"], "[ALLIANCE]"),
      Row("part of a word", ["lien"], "liens2 bilien alien client lienne"),
      Row("accents", ["Fragilité", "Équilibre"], "[fragilite], [Fragilité], [equilibre], [ÉQUILIBRE]"),
      Row("accents of their own", ["Fragilité"], "[fragilite\u{301}] et [Fragilite\u{301}s]"),
      Row("ligatures", ["Œuvre", "coeur"], "une [oeuvre] au [cœur]"),
      Row("a soft hyphen", ["alliance"], "l’[alli\u{AD}ance]\u{AD}"),
      Row("digits", ["ODD 17"], "[ODD 17], [ODD\u{A0}17], ODD 170, ODD 1"),
      Row(
        "between tags and marks", ["alliance"], "<td>[alliance]</td><td>[alliance]</td>\u{1}!3\u{2}[alliance]"
      ),
      Row("other scripts", ["Ἀθῆναι", "мир", "和平"], "[ΑΘΗΝΑΙ], [Мир], миру, [和平]"),
      Row("letters beyond the first plane", ["мир"], "𝒜мир 𐐀мир 𐐀 [мир]"),
      Row("after an emoji", ["alliance"], "🤝[alliance]🤝"),
    ])
  func words(_ row: Row) { Self.check(row) }

  @Test(
    "What is quoted is somebody’s words, unless it is the term alone",
    arguments: [
      Row("a title", ["co-construction"], "<p>Le livre «\u{A0}La co-construction en ville\u{A0}» dit [co-construction].</p>"),
      Row("the term alone", ["alliance"], "<p>L’«\u{A0}[alliance]\u{A0}» et « [alliances] »</p>"),
      Row("at the start", ["alliance"], "<p>«\u{A0}alliance et lien\u{A0}»\u{A0}: [alliance]</p>"),
      Row("quotes in quotes", ["lien"], "<li>« un « [lien] » et un lien » [lien]</li>"),
      Row("a quote that doesn’t end", ["lien"], "<p>« un lien</p><p>un [lien]</p>"),
      Row("an end without a beginning", ["lien"], "<p>un [lien] » puis un [lien]</p>"),
      Row("around markup", ["lien"], "<p>« un <em>lien</em> » un <em>[lien]</em></p>"),
    ])
  func quotations(_ row: Row) { Self.check(row) }

  @Test(
    "Apostrophes, spaces and hyphens stand for each other, within their kinds",
    arguments: [
      Row(
        "hyphens and spaces", ["Contrat-alliance"],
        "[contrat alliance] [contrat\u{2011}alliance] [contrat\u{2010}alliance] [contrat\nalliance] "
          + "[contrat\u{A0}alliance] [contrat\u{202F}alliance] [contrat  alliance]"),
      Row("a space in the term", ["tiers lieu"], "[tiers-lieu]"),
      Row("apostrophes", ["prud'homme"], "[prud’homme] [prud'homme] [prud\u{2BC}homme] prud homme"),
      Row("nothing", ["tiers-lieu"], "tierslieu tiers – lieu tiers, lieu tiers- lieu"),
      Row("signs are their own", ["R&D", "et/ou"], "[R&amp;D], R D, R&lt;D, [et/ou], et ou"),
      Row("a dash in the term", ["AMM – Autorisation"], "[AMM\u{A0}– autorisation], AMM autorisation"),
      Row("quotes around", ["« Commun »"], "« [commun] »"),
      Row("quotes by name", ["commun"], "&quot;[commun]&quot; &amp;[commun]&lt;"),
      Row("signs that belong to the name", ["C++", "#metoo", "?"], "C, C++, metoo, ?"),
    ])
  func separators(_ row: Row) { Self.check(row) }

  @Test(
    "A part of a compound is no mention",
    arguments: [
      Row(
        "hyphens", ["construction", "alliance"], "co-construction, alliance-échange, co\u{2011}construction"),
      Row("a hyphen that joins nothing", ["alliance"], "- [alliance] - [alliance]-"),
      Row("addresses", ["alliance"], "alliance.fr contact@alliance mon_alliance [alliance]. [alliance]…"),
      Row("markup inside words", ["alliance"], "<em>alli</em>ance, alliance<b>s</b>, <i>contre</i>alliance"),
      Row(
        "markup around words", ["alliance"],
        "<em>[alliance]</em> <strong>l’[alliance]</strong>, <b>[alliance]</b>."),
      Row(
        "markup inside a term", ["bien commun"],
        "bien <em>commun</em>, <em>bien</em> commun, <em>[bien commun]</em>"),
      Row(
        "a reference after it", ["alliance"],
        "[alliance]<sup class=\"footnote-ref\"><a href=\"#n\">1</a></sup>"),
      Row("inside a term", ["co-construction"], "[co-construction] et co-co-construction"),
    ])
  func compounds(_ row: Row) { Self.check(row) }

  @Test(
    "Each word may have a plural's ending, or lack it",
    arguments: [
      Row("s", ["tiers-lieu", "alliance"], "[alliances] [tiers-lieux] [tier lieu]"),
      Row("a term in the plural", ["Communs numériques", "réseaux"], "un [commun numérique], un [réseau]"),
      Row("two endings", ["prix"], "pris, [prix], [pri]"),
      Row("the ending of another term", ["prix", "pris"], "[pris] [prix]"),
      Row("short words", ["a", "as"], "[a] ax [as]"),
      Row("English", ["commons", "tax"], "[common], [commons], commonx, [tax], [taxs], ta", in: .english),
      Row("no language", ["alliance"], "alliances [alliance]", in: .neutral),
      Row(
        "two words, one of each", ["contrat alliance", "contrats aidés"],
        "[contrats alliance], [contrat aidé]"),
    ])
  func plurals(_ row: Row) { Self.check(row) }

  @Test(
    "A term in capitals is found in capitals",
    arguments: [
      Row("an acronym", ["AMM"], "[AMM], amm, Amm, [AMMs], AMMS, [AMM]."),
      Row("that ends like a plural", ["SDIS"], "[SDIS], SDIs, SDI, sdis"),
      Row("with digits", ["ODD 17"], "[ODD 17], odd 17, Odd 17"),
      Row("with accents", ["ÉTÉ"], "[ÉTÉ], [ETE], été, ete, ÉTé"),
      Row("beside a word", ["AMM", "amm"], "[AMM] [amm] [Amm]"),
      Row("digits are no capitals", ["2030"], "[2030]"),
    ])
  func capitals(_ row: Row) { Self.check(row) }

  @Test(
    "What begins first counts, then what is longest",
    arguments: [
      Row(
        "longest", ["catalyseur", "catalyseur territorial"], "[catalyseur territorial], [catalyseur] local"),
      Row("a prefix that leads nowhere", ["a b", "a b c d e", "c d"], "[a b] [c d] f"),
      Row(
        "an end inside a compound", ["catalyseur", "catalyseur territorial"], "[catalyseur] territorial-né"),
      Row("first", ["un deux", "deux trois quatre"], "[un deux] trois quatre"),
    ])
  func overlaps(_ row: Row) { Self.check(row) }

  @Test(
    "Nothing is looked for where a link can't be, or names something",
    arguments: [
      "<a href=\"alliance\">alliance</a>", "<h2 id=\"alliance\">Une <em>alliance</em></h2>",
      "<pre><code>alliance</code></pre>", "<code>alliance</code>", "<kbd>alliance</kbd>",
      "<dfn>alliance</dfn>",
      "<summary>alliance</summary>", "<button>alliance</button>", "<img alt=\"une alliance > alliance\" />",
      "<span lang=\"en\">alliance <span>alliance</span> alliance</span>",
      "<p class=\"callout-title\">alliance</p>",
      "<abbr title='alliance \"'></abbr>", "<!-- alliance -->",
    ])
  func passedOver(_ html: String) {
    #expect(Self.marked(html + "alliance", Self.finder(["alliance"])) == html + "[alliance]")
  }

  @Test(
    "Markup that is cut short ends the text",
    arguments: [
      "<", "</", "<a", "<a>", "<a></b>", "<p title=\"", "\u{1}", "\u{1}!", "&", "&amp", "&#", "\u{1}!x\u{2}",
    ])
  func cut(_ html: String) {
    #expect(Self.marked("alliance " + html, Self.finder(["alliance"])) == "[alliance] " + html)
  }

  @Test("Slots are told in their place; of terms alike, the first counts")
  func order() {
    var found: [TermFinder.Finding] = []
    Self.finder(["a", "A b", "a-b"]).read(Array("a\u{1}!12\u{2}<a>\u{1}!0\u{2}</a>A-B\u{1}#1\u{2}".utf8)) {
      found.append($0)
    }
    #expect(found == [.mention(of: 0, at: 0..<1), .slot(12), .mention(of: 1, at: 17..<20)])
  }

  @Test("A name of more than twelve words is none")
  func longest() {
    let words = Array(repeating: "mot", count: 12).joined(separator: " ")
    #expect(!Self.finder([words]).isEmpty)
    #expect(Self.finder([words + " mot", "", "– !"]).isEmpty)
  }
}
