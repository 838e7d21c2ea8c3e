/// The sentences of views made for one kind of item, in one language.
struct ViewTexts: Sendable {
  // Key figures
  /// How many sources and values there are, where they aren't all the same.
  var disagreement: @Sendable (_ sources: String, _ values: String) -> String
  /// The source follows.
  var statedBy: String
  var dateUnstated: String

  // Phases
  /// That all charts have the same years.
  var sameScale: @Sendable (_ first: String, _ last: String) -> String
  /// What a chart is called, whose periods are listed after it.
  var chartOf: @Sendable (_ title: String, _ first: String, _ last: String) -> String

  // Chapters
  var chapters: String
  var nearbyChapters: String
  var readWhole: String
  var contents: String
  /// What the page of all chapters is called beside the title of what they are parts of.
  var wholeText: String

  // Trackers
  var latestAssessment: String
  var earlierAssessments: String
  /// That numbers of several assessments can't be compared.
  var ownScales: String
  var statusUnstated: String
  var sum: @Sendable (_ number: String) -> String

  // Glossaries
  var letters: String

  // What the sources don't say
  /// How many values are missing, and in how many items.
  var unstatedValues: @Sendable (_ number: String, _ count: Int, _ items: String, _ itemCount: Int) -> String
  var nothingUnstated: String
  var licence: String

  static let french = ViewTexts(
    disagreement: {
      "\($0)\u{A0}sources, \($1)\u{A0}valeurs\u{A0}: elles sont données côte à côte, telles quelles."
    },
    statedBy: "Source\u{A0}:",
    dateUnstated: "date non précisée",
    sameScale: { "Tous les découpages sont dessinés à la même échelle, de \($0) à \($1)." },
    chartOf: { "Frise de \($1) à \($2)\u{A0}: \($0). La liste qui suit en donne les périodes." },
    chapters: "Chapitres",
    nearbyChapters: "Chapitres voisins",
    readWhole: "Tout lire ou imprimer sur une page",
    contents: "Sommaire",
    wholeText: "Texte complet",
    latestAssessment: "Dernier bilan",
    earlierAssessments: "Bilans précédents",
    ownScales:
      "Chaque bilan a sa propre échelle\u{A0}: les niveaux de l’un ne se comparent pas à ceux d’un autre.",
    statusUnstated: "Avancement non précisé",
    sum: { "Total\u{A0}: \($0)" },
    letters: "Lettres",
    unstatedValues: { number, count, items, itemCount in
      let values = count < 2 ? "valeur non précisée" : "valeurs non précisées"
      return "\(number)\u{A0}\(values), dans \(items)\u{A0}\(itemCount < 2 ? "fiche" : "fiches")."
    },
    nothingUnstated: "Aucune valeur n’est notée comme non précisée.",
    licence: "Licence")

  static let english = ViewTexts(
    disagreement: { "\($0)\u{A0}sources, \($1)\u{A0}values: they are given side by side, as they are." },
    statedBy: "Source:",
    dateUnstated: "date not stated",
    sameScale: { "All divisions are drawn on the same scale, from \($0) to \($1)." },
    chartOf: { "Time line from \($1) to \($2): \($0). The list that follows gives its periods." },
    chapters: "Chapters",
    nearbyChapters: "Nearby chapters",
    readWhole: "Read or print everything on one page",
    contents: "Contents",
    wholeText: "Whole text",
    latestAssessment: "Latest assessment",
    earlierAssessments: "Earlier assessments",
    ownScales: "Each assessment has a scale of its own: the levels of one can’t be compared with another’s.",
    statusUnstated: "Progress not stated",
    sum: { "Total: \($0)" },
    letters: "Letters",
    unstatedValues: { number, count, items, itemCount in
      let values = count == 1 ? "value that isn’t stated" : "values that aren’t stated"
      return "\(number)\u{A0}\(values), in \(items)\u{A0}\(itemCount == 1 ? "entry" : "entries")."
    },
    nothingUnstated: "No value is marked as not stated.",
    licence: "Licence")
}
