import Testing

@Suite("Directives that need the site")
struct DirectiveTests {
  private static func page(_ text: String, _ more: [String: String] = [:], language: String = "fr")
    async throws -> String
  {
    var files = Samples.files.merging(more) { $1 }
    files["pages/a-propos.md"] = "---\ntitle: À propos\n---\n\n\(text)\n"
    let platform = try await TinyPlatform(language: language, files: files)
    #expect(platform.diagnostics.isEmpty, "\(platform.diagnostics)")
    return try #require(
      Markup(try platform.html(itemTitled: "À propos")).between(
        "<div class=\"prose\">", "</div>\n<p class=\"licence\">"))
  }

  @Test("Chosen items are cards, their headings below the section's")
  func cards() async throws {
    let html = try await Self.page(
      "## Voir\n\n:::cartes\n- [x](../outils/deux.md)\n- [y](../outils/un.md)\n:::")
    #expect(Markup(html).headings == [2, 3, 3])
    #expect(Markup(html).values(of: "class").filter { $0 == "card" }.count == 2)
    #expect(html.contains("<h3><a href=\"../outils/deux/\">Outil deux</a></h3>"))
  }

  @Test("A button is a link; one to another site says so")
  func buttons() async throws {
    let html = try await Self.page(
      "::bouton[L’outil *un*]{lien=\"../outils/un.md\"}\n\n::bouton[A & B]{lien=\"https://exemple.net/?a=1&b=2\"}"
    )
    #expect(html.contains("<p><a class=\"button\" href=\"../outils/un/\">L’outil <em>un</em></a></p>"))
    #expect(
      html.contains(
        "<a class=\"button\" href=\"https://exemple.net/?a=1&amp;b=2\" rel=\"external noreferrer\">A &amp; B</a>"
      ))
  }

  @Test("A13: a document says its type, weight and language")
  func downloads() async throws {
    let html = try await Self.page(
      "::téléchargement[Guide]{fichier=\"g.pdf\" langue=\"en-GB\"}\n\n::téléchargement[Guide]{fichier=\"g.pdf\"}",
      ["pages/g.pdf": "pdf"])
    #expect(
      html.contains(
        "<a class=\"button\" href=\"../pages/g.pdf\" download hreflang=\"en-GB\">Guide <span>(PDF, 3\u{A0}octets, en anglais)</span></a>"
      ))
    #expect(html.contains("download>Guide <span>(PDF, 3\u{A0}octets)</span></a>"))
  }

  @Test(
    "T12: a table has a caption, headers, numbers in the page's language, and « n. d. » for what is missing")
  func tables() async throws {
    let html = try await Self.page(
      "::tableau[Coûts *bruts*]{fichier=\"d.csv\"}",
      ["pages/d.csv": "Nom,An,Montant\n<b>&,2024,-1234.50\n,2023,\n"])
    #expect(
      html == """

        <div class="table-scroll" tabindex="0" role="region" aria-label="Coûts bruts">
        <table><caption>Coûts <em>bruts</em></caption>
        <thead><tr><th scope="col">Nom</th><th scope="col">An</th><th scope="col" class="number">Montant</th></tr></thead>
        <tbody>
        <tr><td>&lt;b&gt;&amp;</td><td>2024</td><td class="number">−1\u{202F}234,50</td></tr>
        <tr><td>n.\u{A0}d.</td><td>2023</td><td class="number">n.\u{A0}d.</td></tr>
        </tbody></table>
        </div>
        <p class="meta"><a href="../pages/d.csv" download>Télécharger tout le tableau (CSV, 41\u{A0}octets)</a></p>


        """)
  }

  @Test("T6: months and days of a table are written out; a column with anything else is text")
  func dates() async throws {
    let html = try await Self.page(
      "::tableau{fichier=\"d.csv\"}",
      ["pages/d.csv": "Jour,Mois,Divers\n2019-02-01,2019-02,2019-02-01\n,2020-12,hier\n"])
    #expect(html.contains("<time datetime=\"2019-02-01\">1<sup>er</sup>\u{A0}février 2019</time></td>"))
    #expect(html.contains("<td class=\"date\">n.\u{A0}d.</td>"))
    #expect(html.contains("<td class=\"date\"><time datetime=\"2020-12\">décembre 2020</time></td>"))
    #expect(html.contains("<td>2019-02-01</td>"))
  }

  @Test("T1, T2: texts of a table are set by the page's rules, codes are not, and the file stays as it is")
  func tableTypography() async throws {
    let html = try await Self.page(
      "::tableau{fichier=\"d.csv\"}", ["pages/d.csv": "Nombre d'habitants,Code\n\"l'eau : 7,2%\",007\n"])
    #expect(html.contains("<th scope=\"col\">Nombre d’habitants</th>"))
    #expect(html.contains("<td>l’eau\u{A0}: 7,2\u{A0}%</td><td>007</td>"))
    #expect(html.contains("aria-label=\"Tableau\u{A0}: Nombre d’habitants, Code\""))
  }

  @Test("A long table shows its first 200 rows, and says so")
  func longTables() async throws {
    let rows = (1...1_201).map { "ligne \($0)" }.joined(separator: "\n")
    let html = try await Self.page("::tableau{fichier=\"d.csv\"}", ["pages/d.csv": "a\n\(rows)\n"])
    #expect(Markup(html).tags.filter { $0 == "tr" }.count == 201)
    #expect(html.contains("ligne 200<") && !html.contains("ligne 201<"))
    #expect(html.contains("Les 200 premières lignes sur\u{A0}1\u{202F}201. <a"))
    #expect(html.contains("aria-label=\"Tableau\u{A0}: a\""))
  }

  @Test("An empty table is one of no rows, and a table in English is in English")
  func otherTables() async throws {
    let text = "::data-table[T]{file=\"d.csv\"}\n\n::data-table{file=\"e.csv\"}"
    let html = try await Self.page(
      text, ["pages/d.csv": "a,b\n1234.5,\n", "pages/e.csv": ""], language: "en")
    #expect(html.contains("<td class=\"number\">1,234.5</td><td>n/a</td>"))
    #expect(html.contains("Download the whole table (CSV, 12\u{A0}bytes)"))
    #expect(
      html.hasSuffix(
        "</p>\n\n<p class=\"meta\"><a href=\"../pages/e.csv\" download>Download the whole table (CSV, 0\u{A0}bytes)</a></p>\n\n"
      ))
  }

  @Test("A fragment stands in its place, what is in it drawn")
  func fragments() async throws {
    let html = try await Self.page(
      "## Un\n\n::inclure{fichier=\"_c.md\"}\n\n## Deux",
      ["pages/_c.md": "## Contact\n\n::bouton[Outil]{lien=\"../outils/un.md\"}\n"])
    #expect(Markup(html).headings == [2, 3, 2])
    #expect(html.contains("<p><a class=\"button\" href=\"../outils/un/\">Outil</a></p>"))
  }

  @Test("A fragment's source stands before what it becomes")
  func sources() async throws {
    let html = try await Self.page(
      "::inclure{fichier=\"_c.md\" source}", ["pages/_c.md": "---\nx: y\n---\nUn *mot*, <b> & ::bouton.\n"])
    #expect(
      html == """

        <div class="example">
        <p class="example-label">On écrit</p>
        <pre tabindex="0" role="group" aria-label="On écrit"><code class="language-markdown">Un *mot*, &lt;b&gt; &amp; ::bouton.
        </code></pre>
        <p class="example-label">On obtient</p>
        <div class="example-result">
        <p>Un <em>mot</em>, &lt;b&gt; &amp; ::bouton.</p>
        </div>
        </div>


        """)
    let english = try await Self.page(
      "::include{file=\"_c.md\" source}", ["pages/_c.md": "Text\n"], language: "en")
    #expect(english.contains(">Source</p>") && english.contains(">Result</p>"))
  }

  @Test("A file is shown letter by letter, with its caption")
  func code() async throws {
    let html = try await Self.page(
      "::code[Un *modèle*]{fichier=\"_m.yml\"}\n\n::code{fichier=\"x.txt\"}",
      ["pages/_m.yml": "a: \"<b>\"\n", "pages/x.txt": "\n  \u{201C}x\u{201D}"])
    #expect(
      html == """

        <figure class="listing"><figcaption>Un <em>modèle</em></figcaption>
        <pre tabindex="0" role="group" aria-label="Un modèle"><code class="language-yaml">a: &quot;&lt;b&gt;&quot;
        </code></pre></figure>

        <pre tabindex="0" role="group" aria-label="x.txt"><code>
          “x”
        </code></pre>


        """)
  }

  @Test("A type's fields are a table, made of its declaration")
  func fields() async throws {
    let types = [
      "types/note.yml": """
        name: Note
        plural: Notes
        folder: notes
        capabilities: [event, matrix]
        fields:
          prix: {type: number, label: Prix, unit: €, required: true, help: "Avec <la> taxe."}
          mots: {type: text, list: true}
          lieu: {type: term, vocabulary: lieux, list: true}
          sujet: {type: term, vocabulary: sujets}
          voir: {type: reference, to: [outil, page]}
          liens: {type: link, list: true}
          suite: {type: reference, list: true}
        """,
      "vocabularies/lieux.yml":
        "name: Lieu\nplural: Lieux\npages: false\nterms: [{id: a, label: Ici}, {id: b, label: Là}]\n",
    ]
    let html = try await Self.page("::champs{type=\"note\"}\n\n::champs{type=\"page\"}", types)
    #expect(
      html.contains(
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Champs de «\u{A0}Note\u{A0}»\">\n"
          + "<table class=\"fields\"><caption>Champs de «\u{A0}Note\u{A0}» <span>· Dossier <code>notes</code></span></caption>\n"))
    func row(_ key: String, _ meaning: String, _ value: String, _ required: String = "—") -> Bool {
      html.contains(
        "<tr><th scope=\"row\"><code>\(key)</code></th><td>\(meaning)</td><td>\(value)</td><td>\(required)</td></tr>\n")
    }
    #expect(html.contains("<th scope=\"col\">Clé</th><th scope=\"col\">Ce que c’est</th>"))
    #expect(row("prix", "Prix<br><small>Avec &lt;la&gt; taxe.</small>", "nombre (€)", "Oui"))
    #expect(row("mots", "mots", "liste de textes"))
    #expect(row("lieu", "lieu", "liste de termes\u{A0}: Lieux (Ici, Là)"))
    #expect(row("sujet", "sujet", "terme\u{A0}: <a href=\"../sujets/\">Sujets</a>"))
    #expect(row("voir", "voir", "page de type <a href=\"../outils/\">Outil</a>, Page"))
    #expect(row("liens", "liens", "liste d’adresses"))
    #expect(row("suite", "suite", "liste de pages de la plateforme"))
    #expect(row("event.start", "Début, et fin s’il y en a une", "date", "Oui, dans «\u{A0}event\u{A0}»"))
    #expect(row("event.online", "En ligne", "oui ou non"))
    #expect(html.contains("liste de groupes\u{A0}: <code>label</code>, <code>note</code>"))
    #expect(html.hasSuffix("</div>\n\n<p class=\"meta\">Dossier <code>pages</code>. Ce type n’a pas de champ qui lui soit propre.</p>\n\n"))
  }
}
