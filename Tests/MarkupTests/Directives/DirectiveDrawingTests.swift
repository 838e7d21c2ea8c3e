import Markup
import Testing

@Suite("Directives drawn by Markup alone")
struct DirectiveDrawingTests {
  static let callouts: [(String, String)] = [
    (
      ":::note\nUn *mot*.\n:::",
      """
      <div class="callout callout-note" role="note">
      <p class="callout-title">Note</p>
      <p>Un <em>mot</em>.</p>
      </div>

      """
    ),
    (
      "::::Attention[Avant de **voter**]\n- a\n- b\n:::",
      """
      <div class="callout callout-warning" role="note">
      <p class="callout-title"><span class="callout-kind">Attention\u{A0}:</span> Avant de <strong>voter</strong></p>
      <ul>
      <li>a</li>
      <li>b</li>
      </ul>
      </div>

      """
    ),
    (
      "Un texte\n:::definition[`a]b` \\[c\\] [d](https://x.fr)]\nsuite\n:::\nfin",
      """
      <p>Un texte</p>
      <p>suite</p>
      <p>fin</p>

      """
    ),
    (
      "Un texte\n:::definition[`a` \\[c\\] [d](https://x.fr)]\nsuite\n:::\nfin",
      """
      <p>Un texte</p>
      <div class="callout callout-definition" role="note">
      <p class="callout-title"><span class="callout-kind">Définition\u{A0}:</span> <code>a</code> [c] \
      <a href="https://x.fr" rel="external noreferrer">d</a></p>
      <p>suite</p>
      </div>
      <p>fin</p>

      """
    ),
    (
      "::: exemple\nx\n:::",
      """
      <div class="callout callout-example" role="note">
      <p class="callout-title">Exemple</p>
      <p>x</p>
      </div>

      """
    ),
  ]

  @Test("Callouts have a title that says their kind", arguments: callouts)
  func callout(source: String, html: String) throws {
    #expect(try render(source).text == html)
  }

  static let others: [(String, String)] = [
    (
      ":::étapes\n3. a\n4. b\n:::",
      """
      <div class="steps">
      <ol start="3">
      <li>a</li>
      <li>b</li>
      </ol>
      </div>

      """
    ),
    (
      ":::accordéon[Pourquoi ?]{ouvert}\nParce que.\n:::",
      """
      <details class="accordion" open>
      <summary>Pourquoi ?</summary>
      <p>Parce que.</p>
      </details>

      """
    ),
    (
      ":::accordion[Why?]\n## Titre\n:::",
      """
      <details class="accordion">
      <summary>Why?</summary>
      <h2 id="titre">Titre</h2>
      </details>

      """
    ),
    (
      ":::figure[Une *légende*]{crédit=\"A & B\"}\n![Vue](a.png)\n:::",
      """
      <figure>
      <img src="{#0}"{@0} alt="Vue" />
      <figcaption>Une <em>légende</em> <small class="credit">Crédit\u{A0}: A &amp; B</small></figcaption>
      </figure>

      """
    ),
    (
      ":::figure\n![Vue](a.png)\n:::",
      """
      <figure>
      <img src="{#0}"{@0} alt="Vue" />
      </figure>

      """
    ),
    (
      ":::transcription[Entretien]\nBonjour.\n:::",
      """
      <details class="transcript">
      <summary>Transcription\u{A0}: Entretien</summary>
      <p>Bonjour.</p>
      </details>

      """
    ),
    (
      "::chiffre[des communes]{valeur=47,5 unité=\"%\" date=2024-12-01 source='Le \"Rapport\"'}",
      """
      <figure class="key-figure">
      <p><strong class="key-figure-value">47,5\u{A0}%</strong> des communes</p>
      <figcaption><time datetime="2024-12-01">1<sup>er</sup>\u{A0}décembre 2024</time> · Source\u{A0}: \
      Le &quot;Rapport&quot;</figcaption>
      </figure>

      """
    ),
    (
      "::chiffre[km]{valeur=5391223 unité=km date=2018/2022 source=Carte lien=carte.md}",
      """
      <figure class="key-figure">
      <p><strong class="key-figure-value">5\u{202F}391\u{202F}223\u{A0}km</strong> km</p>
      <figcaption>2018–2022 · Source\u{A0}: <a href="{#0}">Carte</a></figcaption>
      </figure>

      """
    ),
    (
      "::chiffre[x]{valeur=\"non précisé\" date=\"Non précisée\" source=\"non précisé\"}",
      """
      <figure class="key-figure">
      <p><strong class="key-figure-value unstated">non précisé</strong> x</p>
      <figcaption><span class="unstated">date non précisée</span> · \
      <span class="unstated">source non précisée</span></figcaption>
      </figure>

      """
    ),
    (
      "::chiffre[x]{valeur=\"une sur deux\" unité=villes date=2024 source=R}",
      """
      <figure class="key-figure">
      <p><strong class="key-figure-value">une sur deux\u{A0}villes</strong> x</p>
      <figcaption><time datetime="2024">2024</time> · Source\u{A0}: R</figcaption>
      </figure>

      """
    ),
  ]

  @Test("Steps, accordions, figures, key figures and transcripts", arguments: others)
  func other(source: String, html: String) throws {
    let page = try render(source)
    #expect(page.text == html)
    #expect(page.findings.isEmpty)
  }

  @Test("An English page has English words, whatever the names are")
  func english() throws {
    let page = try render(
      ":::définition[A]\nb\n:::\n::key-figure[c]{value=1234.5 unit=% date=2024-05 source=d}",
      language: .english)
    #expect(page.text.contains("<span class=\"callout-kind\">Definition:</span> A"))
    #expect(page.text.contains("<strong class=\"key-figure-value\">1,234.5%</strong> c"))
    #expect(page.text.contains("<time datetime=\"2024-05\">May 2024</time> · Source: d"))
  }

  @Test("Directives stand in quotes, in list items and in each other")
  func nesting() throws {
    let page = try render(
      """
      > :::note
      > a
      > :::

      1. :::exemple
         b
         :::
      2. c

      :::accordéon[d]
      :::note
      :::étapes
      1. e
      :::
      :::
      f
      :::
      """)
    #expect(page.findings.isEmpty)
    #expect(
      page.text == """
        <blockquote>
        <div class="callout callout-note" role="note">
        <p class="callout-title">Note</p>
        <p>a</p>
        </div>
        </blockquote>
        <ol>
        <li>
        <div class="callout callout-example" role="note">
        <p class="callout-title">Exemple</p>
        <p>b</p>
        </div>
        </li>
        <li>c</li>
        </ol>
        <details class="accordion">
        <summary>d</summary>
        <div class="callout callout-note" role="note">
        <p class="callout-title">Note</p>
        <div class="steps">
        <ol>
        <li>e</li>
        </ol>
        </div>
        </div>
        <p>f</p>
        </details>

        """)
  }

  @Test("A closing line ends a list without a blank line")
  func closingAfterList() throws {
    let page = try render(":::note\n- a\n- b\n:::\nc")
    #expect(page.text.hasSuffix("<li>b</li>\n</ul>\n</div>\n<p>c</p>\n"))
  }

  @Test("CRLF, a lone CR and tabs change nothing", arguments: ["\r\n", "\r"])
  func lineEnds(lineEnd: String) throws {
    let source = ["a", ":::note[b]\t", "c", ":::  ", "::bouton[d]{lien=e.md}", ""]
    let page = try render(source.joined(separator: lineEnd))
    #expect(try page.text == render(source.joined(separator: "\n")).text)
    #expect(page.slots.count == 1)
    #expect(page.findings.isEmpty)
  }

  @Test("Names and attributes may be written in NFD, without accents and in capitals")
  func spelling() throws {
    let names = ["étapes", "e\u{301}tapes", "etapes", "ÉTAPES", "Steps"]
    for name in names { #expect(try render(":::\(name)\n1. a\n:::").text.contains("class=\"steps\"")) }
    let page = try render(":::figure{Cre\u{301}dit=A}\n![b](c.png)\n:::")
    #expect(page.text.contains("Crédit\u{A0}: A"))
  }
}
