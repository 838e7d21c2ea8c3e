import Markup
import Testing

@Suite("Steps, accordions, figures, key figures and transcripts")
struct FigureTests {
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
      <summary>Pourquoi\u{202F}?</summary>
      <p>Parce que.</p>
      </details>

      """
    ),
    (
      ":::accordion[Why?]\n## Titre\n:::",
      """
      <details class="accordion">
      <summary>Why\u{202F}?</summary>
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
      ":::figure\n![Vue](/a.png)\n:::",
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
      Le «\u{A0}Rapport\u{A0}»</figcaption>
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

  @Test("Each is drawn with its label and attributes", arguments: others)
  func other(source: String, html: String) throws {
    let page = try render(source)
    #expect(page.text == html)
    #expect(page.findings.isEmpty)
  }
}
