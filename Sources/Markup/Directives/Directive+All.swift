extension Directive {
  /// Every directive there is, in the order of the documentation.
  public static let all: [Directive] = [
    container(.note, "note", "note", label: .optional),
    container(.warning, "attention", "warning", label: .optional),
    container(.example, "exemple", "example", label: .optional),
    container(.definition, "définition", "definition", label: .optional),
    container(.steps, "étapes", "steps", label: .none),
    container(
      .accordion, "accordéon", "accordion", label: .required,
      [attribute(.open, "ouvert", "open", isFlag: true)]),
    container(.figure, "figure", "figure", label: .optional, [attribute(.credit, "crédit", "credit")]),
    leaf(
      .keyFigure, "chiffre", "key-figure", label: .required,
      [
        required(.value, "valeur", "value"), attribute(.unit, "unité", "unit"),
        required(.date, "date", "date"),
        required(.source, "source", "source"), attribute(.link, "lien", "link"),
      ]),
    container(.cards, "cartes", "cards", label: .none),
    leaf(.button, "bouton", "button", label: .required, [required(.link, "lien", "link")]),
    leaf(
      .download, "téléchargement", "download", label: .required,
      [required(.file, "fichier", "file"), attribute(.language, "langue", "language")]),
    container(.transcript, "transcription", "transcript", label: .optional),
    leaf(
      .dataTable, "tableau", "data-table", label: .optional,
      [
        required(.file, "fichier", "file"), attribute(.columns, "colonnes", "columns"),
        attribute(.separator, "séparateur", "separator"), attribute(.encoding, "encodage", "encoding"),
        attribute(.decimal, "décimale", "decimal"),
      ]),
    Directive(
      kind: .term, name: Name(french: "terme", english: "term"), form: .inline, label: .required,
      attributes: [attribute(.entry, "de", "of")]),
    leaf(
      .include, "inclure", "include", label: .none,
      [
        required(.file, "fichier", "file"), attribute(.showsSource, "source", "source", isFlag: true),
      ]),
    leaf(.code, "code", "code", label: .optional, [required(.file, "fichier", "file")]),
    leaf(.fields, "champs", "fields", label: .none, [required(.type, "type", "type")]),
    leaf(.phases, "frise", "phases", label: .none),
    leaf(.unstated, "non-précisés", "unstated", label: .none),
    leaf(.footprint, "écoconception", "footprint", label: .none),
    leaf(.conformity, "accessibilité", "accessibility", label: .none),
  ]

  /// The directive of a name in French or English, accents and case aside.
  public static func named(_ name: String) -> Directive? {
    // No name is longer; folding a huge text would only cost time.
    name.utf8.count <= 64 ? byName[Slug.make(name)] : nil
  }

  private static let byName: [String: Directive] = {
    var directives: [String: Directive] = [:]
    for directive in all {
      directives[Slug.make(directive.name.french)] = directive
      directives[Slug.make(directive.name.english)] = directive
    }
    return directives
  }()

  private static func container(
    _ kind: Kind, _ french: String, _ english: String, label: LabelUse, _ attributes: [Attribute] = []
  ) -> Directive {
    Directive(
      kind: kind, name: Name(french: french, english: english), form: .container, label: label,
      attributes: attributes)
  }

  private static func leaf(
    _ kind: Kind, _ french: String, _ english: String, label: LabelUse, _ attributes: [Attribute] = []
  ) -> Directive {
    Directive(
      kind: kind, name: Name(french: french, english: english), form: .leaf, label: label,
      attributes: attributes)
  }

  private static func required(_ key: Key, _ french: String, _ english: String) -> Attribute {
    Attribute(key: key, name: Name(french: french, english: english), isRequired: true, isFlag: false)
  }

  private static func attribute(
    _ key: Key, _ french: String, _ english: String, isFlag: Bool = false
  ) -> Attribute {
    Attribute(key: key, name: Name(french: french, english: english), isRequired: false, isFlag: isFlag)
  }
}
