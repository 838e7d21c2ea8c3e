import Foundation
import Testing

@Suite("The list of what the sources don't say")
struct UnstatedListTests {
  private func html(_ notes: [(file: String, yaml: String)]) async throws -> String {
    var files = [
      "types/note.yml": """
      name: Note
      plural: Notes
      folder: notes
      capabilities: [case]
      fields: {lieu: {type: text, label: Lieu}}
      """,
      "types/page.yml": "name: Page\nplural: Pages\nfolder: p\npath: \"\"\nlist: false\n",
      "p/liste.md": "---\ntitle: La liste\n---\n\n## Tout\n\n::non-precises\n",
    ]
    for (file, yaml) in notes { files["notes/\(file).md"] = "---\ntitle: Note \(file)\n\(yaml)\n---\n" }
    let platform = try await TinyPlatform(files: files)
    #expect(platform.diagnostics.isEmpty)
    return try platform.html(itemTitled: "La liste")
  }

  @Test("By type and field, the most frequent first, with links and the author's words")
  func groups() async throws {
    let html = try await html([
      ("a", "date: non précisé\nlieu: non précisé"), ("b", "lieu: non précisé"),
      ("c", "case: {evidence: Récit, unstated: [\"Le <coût>\", La durée]}"), ("d", "lieu: Ici"),
    ])
    #expect(
      html.contains(
        """
        <p class="meta">5\u{A0}valeurs non précisées, dans 3\u{A0}fiches.</p>
        <div class="unstated-list stack">
        <section><h3>Notes</h3>
        <h4>Lieu <span class="count">2</span></h4>
        <ul><li><a href="../notes/a/">Note a</a></li>
        <li><a href="../notes/b/">Note b</a></li>
        </ul>
        <h4>Date <span class="count">1</span></h4>
        <ul><li><a href="../notes/a/">Note a</a></li>
        </ul>
        <h4>Ce que les sources ne disent pas <span class="count">2</span></h4>
        <ul><li><a href="../notes/c/">Note c</a><ul><li>Le &lt;coût&gt;</li><li>La durée</li></ul></li>
        </ul>
        </section>
        </div>
        """))
  }

  @Test("A long group is folded", arguments: [(8, false), (9, true)])
  func folded(count: Int, folded: Bool) async throws {
    let html = try await html((1...count).map { ("n\($0)", "lieu: non précisé") })
    #expect(html.contains("<details><summary>Lieu <span class=\"count\">\(count)</span></summary>") == folded)
  }

  @Test("On a large site the page stays under 60 kB, and counts what it leaves out")
  func large() async throws {
    let notes = (1...200).map { number in
      let lines = (1...5).map {
        "Ce que la source numéro \($0) ne dit pas de la note \(number), ni de ce qui l’entoure, ni de ce qui la suit, ni du reste"
      }
      return (
        "n\(number)",
        "date: non précisé\nlieu: non précisé\ncase: {evidence: non précisé, unstated: \(lines)}"
      )
    }
    let html = try await html(notes)
    #expect(html.utf8.count < 60_000)
    #expect(html.contains("<li>et 140\u{A0}autres</li>"))
    #expect(html.contains("<span class=\"count\">1\u{202F}000</span>"))
    #expect(html.contains("1\u{202F}600\u{A0}valeurs non précisées, dans 200\u{A0}fiches."))
  }

  @Test("Without any, a sentence says so")
  func none() async throws {
    let html = try await html([("a", "lieu: Ici")])
    #expect(html.contains("<p class=\"meta\">Aucune valeur n’est notée comme non précisée.</p>"))
  }
}
