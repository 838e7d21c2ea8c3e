import Markup
import Testing

@Suite("Other programs' markup")
struct ForeignMarkupTests {
  private func found(_ markdown: String) throws -> [String] {
    try render(markdown).findings.compactMap { finding in
      guard case .foreignMarkup(let markup, let position) = finding else { return nil }
      return "\(position.line):\(position.column) \(markup)"
    }
  }

  @Test(
    "What stays text is told, where it stands",
    arguments: [
      ("#Titre de page", "1:1 headingWithoutSpace"), ("a\n\n##sous-titre", "3:1 headingWithoutSpace"),
      ("> - ##1. Étape", "1:5 headingWithoutSpace"), ("#École ouverte\r\ntexte", "1:1 headingWithoutSpace"),
      ("##\u{C9}tape", "1:1 headingWithoutSpace"), ("a\n###b", "2:1 headingWithoutSpace"), ("#\u{A0}Titre", "1:1 headingWithoutSpace"),
      ("##\u{202F}1.2", "1:1 headingWithoutSpace"),
      ("> [!NOTE]\n> Texte", "1:3 alert(\"NOTE\")"), ("a\n\n- > [!tip]\n  > b", "3:5 alert(\"tip\")"),
      ("!!! note \"Titre\"\n    texte", "1:1 admonition(\"note\")"),
      ("??? tip\n    a", "1:1 admonition(\"tip\")"), ("a\n\n???+ info\n", "3:1 admonition(\"info\")"),
      ("é (texte)[https://a.example/b]", "1:10 reversedLink"), ("- *(b)[http://a.example]*", "1:7 reversedLink"),
      ("| a |\n|---|\n| (b)[http://a.example] |", "3:6 reversedLink"),
      ("Voir [[Page d’accueil]].", "1:6 wikiLink"), ("# a [[b]]", "1:5 wikiLink"), ("[TOC]", "1:1 tableOfContents"),
      ("[[toc]]\n\na", "1:1 tableOfContents"), ("## Titre {#ancre}", "1:10 attributes"),
      ("[a](b){target=\"_blank\"}", "1:7 attributes"), ("![a](b.png){: .c }", "1:12 attributes"),
      ("`{.a}` ![a](b.png){width=50%}", "1:19 attributes"),
      ("`[[a]]` [[a]]", "1:9 wikiLink"), ("```\n#Titre de page\n```\n\n#Titre de page", "5:1 headingWithoutSpace"),
    ])
  func told(markdown: String, expected: String) throws {
    #expect(try found(markdown) == [expected])
  }

  @Test(
    "What is meant as it stands is none",
    arguments: [
      "# Titre", "#climat et #eau", "#Climat", "#Climat #Eau", "#1234", "# ", "#", "####### a", "\\#Titre de page",
      "texte #Titre de page", "`#Titre de page`", "    #Titre de page", "<!--\n#Titre de page\n-->", "[!NOTE]", "> a\n> [!NOTE]",
      "> `[!NOTE]`", "!!! Attention", "Quoi ??? tu crois", "??? ", "!!!", "![a](b.png)", "[!]",
      "(a)[b]", "(a)[1]", "`(a)[http://b.example]`", "\\[[a]]", "x[[i]]", "[[1]](b.md)", "[[a]](b.md)", "[[1, 2]]",
      "[[a\nb]]", "[a](b.png){décorative}", "a {b} c", "{.a}", "a {#b}", "[a](b) {c}", "{{ a }}", "# {a}",
      "[TOC](a.md)",
    ])
  func none(markdown: String) throws {
    #expect(try found(markdown).isEmpty)
  }

  @Test("Braces are told once a page, other things each time")
  func repeated() throws {
    #expect(try found("# A {#a}\n\n## B {#b}\n\n[c](d){.e}") == ["1:5 attributes"])
    #expect(try found("[[a]] [[a]]\n\n[[b]]").map { $0.prefix(3) } == ["1:1", "1:7", "3:1"])
  }

  @Test("CommonMark alone tells none")
  func pure() throws {
    let options = MarkdownOptions(features: [])
    #expect(try renderMarkdown(Array("#Titre de page".utf8)[...], options: options).findings.isEmpty)
  }
}
