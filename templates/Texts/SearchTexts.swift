/// What the search says in one language, its scripts' sentences among them: they take them from the page.
struct SearchTexts: Sendable {
  // The box of every page
  var label: String
  var search: String
  var suggestions: String
  var all: String

  // The page
  var words: String
  var needsScript: String
  var browse: String
  var advice: String
  var relevance: String
  var found: String
  var nothing: String
  var unavailable: String
  /// In these, `#` stands for words that the script puts there.
  var corrected: String
  var missing: String
  var near: String
  var wordless: String

  /// In French, with its no-break spaces.
  static let french = SearchTexts(
    label: "Chercher sur le site",
    search: "Chercher",
    suggestions: "Premiers résultats",
    all: "Voir tous les résultats",
    words: "Mots à chercher",
    needsScript:
      "La recherche se fait dans votre navigateur et demande JavaScript. Sans lui, parcourez les listes ci-dessous.",
    browse: "Parcourir",
    advice: "Tapez quelques mots, ou passez par une liste.",
    relevance: "pertinence",
    found: "Résultats",
    nothing: "Essayez d’autres mots ou moins de filtres, ou passez par une liste\u{A0}:",
    unavailable:
      "La recherche n’est pas disponible pour le moment. Les listes ci-dessous mènent à toutes les pages.",
    corrected: "pour #.",
    missing: "Introuvable\u{A0}: #.",
    near: "Mots proches\u{A0}: #.",
    wordless: "Ces mots sont trop courts ou trop courants pour être cherchés seuls.")

  static let english = SearchTexts(
    label: "Search the site",
    search: "Search",
    suggestions: "First results",
    all: "See all results",
    words: "Words to search for",
    needsScript: "The search runs in your browser and needs JavaScript. Without it, browse the lists below.",
    browse: "Browse",
    advice: "Type a few words, or take one of the lists.",
    relevance: "relevance",
    found: "Results",
    nothing: "Try other words or fewer filters, or take one of the lists:",
    unavailable: "The search isn’t available for now. The lists below lead to every page.",
    corrected: "for #.",
    missing: "Not found: #.",
    near: "Nearby words: #.",
    wordless: "These words are too short or too common to be searched for alone.")
}
