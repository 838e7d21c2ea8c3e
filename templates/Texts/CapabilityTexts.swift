/// What the parts of cases, figures, phases and chapters are called, in one language.
struct CapabilityTexts: Sendable {
  var actors: String
  var timeline: String
  var results: String
  var evidence: String
  var unstated: String
  var statements: String
  var periods: String
  var whole: String
  var chapterNumber: String

  static let french = CapabilityTexts(
    actors: "Acteurs", timeline: "Déroulement", results: "Résultats", evidence: "Niveau de preuve",
    unstated: "Ce que les sources ne disent pas",
    statements: "Ce que dit chaque source", periods: "Périodes", whole: "Ouvrage dont c’est un chapitre",
    chapterNumber: "Numéro du chapitre")

  static let english = CapabilityTexts(
    actors: "Actors", timeline: "Time line", results: "Results", evidence: "Level of evidence",
    unstated: "What the sources don’t say",
    statements: "What each source states", periods: "Periods", whole: "Work of which it is a chapter",
    chapterNumber: "Number of the chapter")
}
