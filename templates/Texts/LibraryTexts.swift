/// What the library says in one language, its script's sentences among them: the script takes them from the page.
struct LibraryTexts: Sendable {
  // The search that stands on every page
  var searchIn: @Sendable (_ title: String) -> String
  var search: String

  // The page
  var filters: String
  var type: String
  var list: String

  // What the script shows
  var words: String
  var sort: String
  var listOrder: String
  var newestFirst: String
  var byTitle: String
  var activeFilters: String
  var reset: String
  var more: String
  var unavailable: String
  /// In these, `#` stands for a value that the script puts there.
  var remove: String
  var none: String
  var one: String
  var many: String

  /// In French, with its no-break spaces.
  static let french = LibraryTexts(
    searchIn: { "Chercher dans «\u{A0}\($0)\u{A0}»" },
    search: "Chercher",
    filters: "Affiner la liste",
    type: "Nature de la ressource",
    list: "Ressources",
    words: "Contient les mots",
    sort: "Trier par",
    listOrder: "rubrique",
    newestFirst: "date, les plus récentes d’abord",
    byTitle: "titre",
    activeFilters: "Filtres choisis",
    reset: "Tout effacer",
    more: "Plus de résultats",
    unavailable:
      "Les filtres ne sont pas disponibles pour le moment. La liste reste entière, et chaque entrée mène à sa page.",
    remove: "Retirer «\u{A0}#\u{A0}»",
    none: "Aucun résultat",
    one: "#\u{A0}résultat",
    many: "#\u{A0}résultats")

  static let english = LibraryTexts(
    searchIn: { "Search in “\($0)”" },
    search: "Search",
    filters: "Narrow the list",
    type: "Kind of resource",
    list: "Resources",
    words: "Contains the words",
    sort: "Sort by",
    listOrder: "section",
    newestFirst: "date, newest first",
    byTitle: "title",
    activeFilters: "Chosen filters",
    reset: "Clear all",
    more: "More results",
    unavailable: "The filters aren’t available for now. The list is still whole, and each entry leads to its page.",
    remove: "Remove “#”",
    none: "No result",
    one: "#\u{A0}result",
    many: "#\u{A0}results")
}
