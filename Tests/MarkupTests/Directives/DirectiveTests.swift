import Markup
import Testing

@Suite("Directives and what is wrong with them")
struct DirectiveTests {
  static let frenchNames = Directive.all.map(\.name.french)

  @Test("Each directive is known by both names, and its example is right", arguments: Directive.all)
  func examples(directive: Directive) throws {
    for name in [directive.name.french, directive.name.english] {
      #expect(Directive.named(name) == directive)
      let source = directive.example(named: name).split(separator: " ⏎ ").joined(separator: "\n")
      let page = try render(source)
      #expect(page.findings.isEmpty, "\(source)")
      #expect(page.slots.count + page.links.count > 0 || page.text.contains("class="), "\(source)")
    }
  }

  @Test("There is a directive of each kind")
  func kinds() {
    #expect(Directive.all.map(\.kind).count == Directive.Kind.allCases.count)
    #expect(Set(Directive.all.map(\.kind)).count == Directive.Kind.allCases.count)
  }

  static let mistakes: [(source: String, findings: [String])] = [
    (":::nota\na\n:::", ["1:1 nota unknownName"]),
    ("a\n\n  ::botton[b]{lien=c}", ["3:3 botton unknownName"]),
    ("> é ::a\n>\n> - ::truc", ["3:5 truc unknownName"]),
    (":::nothing like it\na\n:::", ["1:1 nothing unknownName"]),
    ("::: tip Conseil\na\n:::", ["1:1 tip unknownName"]),
    ("::: tip\na\n:::", ["1:1 tip unknownName"]),
    ("::: {.column width=\"50%\"}\na\n:::", ["1:1 column unknownName"]),
    ("::: {#b .c}\na\n:::", ["1:1 c unknownName"]),
    ("::: {lang=\"b\"}\na\n:::", ["1:1 lang unknownName"]),
    ("> ::: {#b}\n> a\n> :::", ["1:3 b unknownName"]),
    (":::note\na", ["1:1 note unclosed"]),
    ("- :::note\n  a\n\nb\n\n:::", ["1:3 note unclosed", "6:1  closesNothing"]),
    (":::note\n- a\n  :::\n", ["1:1 note unclosed", "3:3  closesNothing"]),
    (":::note\n- :::exemple\n  b\n\n:::", ["2:3 exemple unclosed"]),
    ("a\n\n:::\n\n::::", ["3:1  closesNothing", "5:1  closesNothing"]),
    (":::note[a\nb\n:::", ["1:1 note malformed"]),
    (":::note Titre\nb\n:::", ["1:1 note malformed"]),
    (":::note[a]{b\nb\n:::", ["1:1 note malformed"]),
    (":::note[a] b\nb\n:::", ["1:1 note malformed"]),
    ("::bouton[a]{lien=“b”}", ["1:1 bouton malformed"]),
    ("::bouton[a]{lien=\"b\"c}", ["1:1 bouton malformed"]),
    ("::bouton[a]{lien}", ["1:1 bouton malformed"]),
    ("::bouton[a]{lien=\"\"}", ["1:1 bouton missingAttribute(\"lien\")"]),
    ("::bouton[a]", ["1:1 bouton missingAttribute(\"lien\")"]),
    ("::button[a]", ["1:1 button missingAttribute(\"link\")"]),
    ("::bouton{lien=a.md}", ["1:1 bouton missingLabel"]),
    ("::bouton[ ]{lien=a.md}", ["1:1 bouton missingLabel"]),
    ("::bouton[a]{lien=b lien=c}", ["1:1 bouton duplicateAttribute(\"lien\")"]),
    ("::bouton[a]{lien=b lein=c}", ["1:1 bouton unknownAttribute(\"lein\", known: [\"lien\"])"]),
    (":::note{#a}\nb\n:::", ["1:1 note unknownAttribute(\"#a\", known: [])"]),
    ("::inclure{fichier=_a.md source=oui}", ["1:1 inclure malformed"]),
    ("::inclure{source}", ["1:1 inclure missingAttribute(\"fichier\")"]),
    ("::code[a]", ["1:1 code missingAttribute(\"fichier\")"]),
    ("::champs", ["1:1 champs missingAttribute(\"type\")"]),
    ("::fields[a]{type=b}", ["1:1 fields unexpectedLabel"]),
    (":::accordéon[a]{ouvert=oui}\nb\n:::", ["1:1 accordéon malformed"]),
    (":::étapes[a]\n1. b\n:::", ["1:1 étapes unexpectedLabel"]),
    (":::bouton[a]{lien=b.md}\n:::", ["1:1 bouton wrongForm(Markup.Directive.Form.leaf)"]),
    ("::note[a]", ["1:1 note wrongForm(Markup.Directive.Form.container)"]),
    ("::terme[a]", ["1:1 terme wrongForm(Markup.Directive.Form.inline)"]),
    (":::étapes\n- a\n:::", ["1:1 étapes wrongContent(Markup.DirectiveProblem.Content.orderedList)"]),
    (":::figure[a]\n:::", ["1:1 figure wrongContent(Markup.DirectiveProblem.Content.something)"]),
    (":::note\n:::", ["1:1 note wrongContent(Markup.DirectiveProblem.Content.something)"]),
    (
      ":::cartes\n- [a](b.md) c\n:::",
      ["1:1 cartes wrongContent(Markup.DirectiveProblem.Content.listOfLinks)"]
    ),
    (":::cartes\n:::", ["1:1 cartes wrongContent(Markup.DirectiveProblem.Content.listOfLinks)"]),
    (
      "::chiffre[a]{valeur=1 date=2024-02-30 source=b}",
      [
        "1:1 chiffre invalidDate(Markup.DateError.dayDoesNotExist(day: 30, month: 2, year: 2024), "
          + "attribute: \"date\", value: \"2024-02-30\")"
      ]
    ),
    (
      "::chiffre[a]{valeur=1}",
      ["1:1 chiffre missingAttribute(\"date\")", "1:1 chiffre missingAttribute(\"source\")"]
    ),
    (
      ":::nota\n[a](javascript:b)\n:::",
      ["1:1 nota unknownName", "2:1 refusedDestination"]
    ),
  ]

  @Test("What is wrong is told at its colons, and the content still stands", arguments: mistakes)
  func mistake(source: String, findings: [String]) throws {
    let page = try render(source)
    #expect(page.findings.map(\.summary) == findings)
    for content in ["a", "b"] where source.contains("\n\(content)\n") {
      #expect(page.text.contains("<p>\(content)</p>"))
    }
    #expect(!page.text.contains("{#") || source.contains("]("))
  }

  static let texts = [
    "::: Titre :::", "::: {a}", "::: {}", "::: {.}", "::: a.", ":: {.b}",
    "::", ":: texte", "::  ", "a ::note", "::a texte", "::std::vector", "::1", "::[a]", ":::1", "a:::",
    ":note",
    "::«\u{A0}a\u{A0}»", ":::…", "\\:::note", "&#58;::note",
  ]

  @Test("What only looks like a directive is text", arguments: texts)
  func text(source: String) throws {
    let page = try render(source)
    #expect(page.findings.isEmpty)
    #expect(page.text.contains(":"))
    #expect(page.slots.isEmpty)
    // Plain CommonMark makes the same of it.
    #expect(try page.text == commonMark(source))
  }

  static let codes = [
    "```\n:::note\n::bouton[a]{lien=b}\n```", "    :::note\n    a\n    :::",
    "- ```\n  ::: x\n  :::note\n  ```",
    "`a\n    :::note b`", "a\n    :::note\n    ::x", "~~~ :::note\n:::\n~~~", "> ```\n> :::note\n> ```",
    "```\n:::note\n```", "a  \n     ::truc[x]",
  ]

  @Test("Code and what continues a paragraph keep the author's bytes", arguments: codes)
  func code(source: String) throws {
    let page = try render(source)
    #expect(page.findings.isEmpty)
    #expect(try page.text == commonMark(source))
  }

  @Test("In raw HTML, a directive stays as it was written: left out of comments, shown as text with the rest")
  func rawHTML() throws {
    for source in ["<!-- a\n:::note\nb -->\n\nc", "<!--\n:::note -->\n\nc"] {
      let page = try render(source)
      #expect(page.text == "<p>c</p>\n", "\(source)")
      #expect(page.findings.isEmpty)
    }
    let page = try render("<div>\n:::note\n</div>\n\nc")
    #expect(page.text == "<p>&lt;div&gt;\n:::note\n&lt;/div&gt;</p>\n<p>c</p>\n")
    #expect(page.findings.map(\.summary) == ["1:1 rawHTML"])
  }

  @Test("Without the feature, the page is CommonMark")
  func off() throws {
    let source = ":::note[a]\nb :terme[c]\n:::"
    let options = MarkdownOptions(features: [])
    let page = try renderMarkdown(Array(source.utf8)[...], options: options)
    #expect(try page.text == commonMark(source))
  }
}

extension MarkdownFinding {
  /// `3:1 note unclosed`: its place, and its name without what is always the same.
  var summary: String {
    let place = "\(position.line):\(position.column)"
    switch self {
    case .directive(let name, .unknownName, _): return "\(place) \(name) unknownName"
    case .directive(let name, let problem, _): return "\(place) \(name) \(problem)"
    case .rawHTML: return "\(place) rawHTML"
    case .refusedDestination: return "\(place) refusedDestination"
    case .alternativeTextMissing: return "\(place) alternativeTextMissing"
    case .externalImage: return "\(place) externalImage"
    case .trackingRemoved: return "\(place) trackingRemoved"
    case .missingLabel(let label, _): return "\(place) \(label) missingLabel"
    case .foreignMarkup: return "\(place) foreignMarkup"
    case .unclosedFence: return "\(place) unclosedFence"
    case .tableTooLarge: return "\(place) tableTooLarge"
    case .missingFootnote(let label, _): return "\(place) \(label) missingFootnote"
    case .unusedFootnote(let label, _): return "\(place) \(label) unusedFootnote"
    case .repeatedFootnote(let label, _): return "\(place) \(label) repeatedFootnote"
    }
  }
}
