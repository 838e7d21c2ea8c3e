/// Content that several tests read: one type with fields of every kind, one vocabulary, two items.
enum Samples {
  static let files: [String: String] = [
    "index.md": "---\ntitle: Bienvenue\nsummary: Le résumé.\n---\n\nLe texte d’accueil.\n",
    "types/outil.yml": """
      name: Outil
      plural: Outils
      folder: outils
      description: "Les outils."
      sort: title
      fields:
        note: {type: text, label: "Remarque"}
        sujets: {type: term, vocabulary: sujets, list: true, label: "Sujets", facet: true}
        prix: {type: number, label: "Prix", unit: "€"}
        libre: {type: boolean, label: "Libre"}
        site: {type: link, label: "Site"}
        depuis: {type: date, label: "Depuis"}
        proche: {type: reference, to: outil, label: "Outil proche"}
        detail: {type: markdown, label: "Détail"}
      """,
    "types/page.yml": "name: Page\nplural: Pages\nfolder: pages\npath: \"\"\nlist: false\n",
    "vocabularies/sujets.yml": """
      name: "Sujet"
      plural: "Sujets"
      description: "De quoi il s’agit."
      pages: true
      terms:
        - {id: eau, label: "L’eau", code: "01"}
        - {id: terre, label: "La terre"}
      """,
    "outils/un.md": """
      ---
      title: "Outil un"
      summary: "Le premier."
      date: 2020-03-01
      note: non précisé
      sujets: [eau]
      prix: 1234.50
      libre: true
      site: "https://www.exemple.net/page"
      depuis: 2019-10
      proche: outil/deux
      detail: "Un *détail*."
      sources: [{source: deux, page: "page 3", note: "Une remarque."}, {text: "Un livre"}]
      ---

      Voir [l’autre](deux.md).
      """,
    "outils/deux.md": """
      ---
      title: "Outil deux"
      date: non précisé
      sujets: [eau]
      ---

      Le premier paragraphe.
      """,
    "pages/a-propos.md": "---\ntitle: À propos\n---\n\nQui nous sommes.\n",
  ]
}
