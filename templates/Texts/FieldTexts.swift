import Content

/// The sentences of tables of fields, in one language.
struct FieldTexts: Sendable {
  /// The caption, from a type's name.
  var of: @Sendable (_ type: String) -> String
  /// Its name follows.
  var folder: String
  var none: String
  var key: String
  var meaning: String
  var value: String
  var required: String
  /// Required in a group of keys, where that is written.
  var requiredIn: @Sendable (_ group: String) -> String
  /// What is written for a field. Names follow those of terms; those of references may follow, or not.
  var kind: @Sendable (_ kind: Field.Kind, _ isList: Bool) -> String
  var typeName: String
  /// Keys follow.
  var groups: String
  var rowsOfGroups: String
  var levelOfItems: String

  var start: String
  var number: String
  var assessedType: String
  var assessmentLevels: String
  var assessmentStatuses: String
  var definitionForms: String
  var rows: String
  var columns: String
  var cells: String
  var capabilities: CapabilityTexts

  static let french = FieldTexts(
    of: { "Champs de «\u{A0}\($0)\u{A0}»" },
    folder: "Dossier",
    none: "Ce type n’a pas de champ qui lui soit propre.",
    key: "Clé", meaning: "Ce que c’est", value: "Valeur", required: "Obligatoire",
    requiredIn: { "Oui, dans «\u{A0}\($0)\u{A0}»" },
    kind: { kind, isList in
      let (one, many) =
        switch kind {
        case .text: ("texte", "textes")
        case .markdown: ("texte en Markdown", "textes en Markdown")
        case .date: ("date", "dates")
        case .number: ("nombre", "nombres")
        case .link: ("adresse", "adresses")
        case .boolean: ("oui ou non", "oui ou non")
        case .term: ("terme\u{A0}:", "termes\u{A0}:")
        case .reference(let types) where types.isEmpty: ("page de la plateforme", "pages de la plateforme")
        case .reference: ("page de type", "pages de type")
        }
      let elided = many.utf8.first == UInt8(ascii: "a") || many.utf8.first == UInt8(ascii: "o")
      return isList ? "liste \(elided ? "d’" : "de ")\(many)" : one
    },
    typeName: "nom d’un type de contenu",
    groups: "liste de groupes\u{A0}:", rowsOfGroups: "une liste par ligne, de groupes\u{A0}:",
    levelOfItems: "pour chaque page, un des niveaux",
    start: "Début, et fin s’il y en a une", number: "Numéro", assessedType: "Ce qui est évalué",
    assessmentLevels: "Niveaux, du meilleur au moins bon, avec le nombre de pages de chacun",
    assessmentStatuses: "Niveau de chaque page, quand la source le donne",
    definitionForms: "Autres façons de l’écrire, pour le retrouver dans les textes",
    rows: "Noms des lignes", columns: "Colonnes",
    cells: "Cases\u{A0}: chaque ligne et chaque colonne fait 100\u{A0}%", capabilities: .french)

  static let english = FieldTexts(
    of: { "Fields of “\($0)”" },
    folder: "Folder",
    none: "This type has no field of its own.",
    key: "Key", meaning: "What it is", value: "Value", required: "Required",
    requiredIn: { "Yes, in “\($0)”" },
    kind: { kind, isList in
      let (one, many) =
        switch kind {
        case .text: ("text", "texts")
        case .markdown: ("Markdown text", "Markdown texts")
        case .date: ("date", "dates")
        case .number: ("number", "numbers")
        case .link: ("address", "addresses")
        case .boolean: ("yes or no", "yes or no")
        case .term: ("term:", "terms:")
        case .reference(let types) where types.isEmpty: ("page of the platform", "pages of the platform")
        case .reference: ("page of type", "pages of type")
        }
      return isList ? "list of \(many)" : one
    },
    typeName: "name of a content type",
    groups: "list of groups:", rowsOfGroups: "one list a row, of groups:",
    levelOfItems: "for each page, one of the levels",
    start: "Start, and end if there is one", number: "Number", assessedType: "What is assessed",
    assessmentLevels: "Levels, best first, with the number of pages at each",
    assessmentStatuses: "Level of each page, where the source gives it",
    definitionForms: "Other ways to write it, for finding it in texts",
    rows: "Names of the rows", columns: "Columns",
    cells: "Cells: each row and each column makes 100%", capabilities: .english)
}

extension Texts {
  /// What a key of a capability is for.
  func label(of key: CapabilityKey) -> String {
    switch key {
    case .eventStart: fields.start
    case .eventPlace: place
    case .eventOnline: online
    case .eventReplay: recording
    case .eventRegistration: registration
    case .publicationAuthors: authors(2)
    case .publicationPublisher: publisher
    case .publicationKind: documentKind
    case .publicationURL: document
    case .publicationCitation: requiredMention
    case .coursePeriod: period
    case .courseDuration: duration
    case .courseURL: access
    case .trackerNumber: fields.number
    case .assessmentOf: fields.assessedType
    case .assessmentLevels: fields.assessmentLevels
    case .assessmentStatuses: fields.assessmentStatuses
    case .platformURLs: addresses(2)
    case .platformState: state
    case .platformAudience: audience
    case .definitionText: definition
    case .definitionForms: fields.definitionForms
    case .matrixRows: fields.rows
    case .matrixColumns: fields.columns
    case .matrixCells: fields.cells
    case .caseActors: fields.capabilities.actors
    case .caseTimeline: fields.capabilities.timeline
    case .caseResults: fields.capabilities.results
    case .caseEvidence: fields.capabilities.evidence
    case .caseUnstated: fields.capabilities.unstated
    case .figuresStatements: fields.capabilities.statements
    case .phasesPeriods: fields.capabilities.periods
    case .chapterOf: fields.capabilities.whole
    case .chapterNumber: fields.capabilities.chapterNumber
    }
  }
}
