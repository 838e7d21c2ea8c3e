/// What the measured figures of a site are called, in one language.
struct FootprintTexts: Sendable {
  var caption: String
  /// Which pages were measured, from the number of those that weren't.
  var measured: @Sendable (_ number: String, _ count: Int) -> String
  var measure: String
  var value: String
  var budget: String
  var pages: String
  var medianHTML: String
  var percentile95HTML: String
  var largestHTML: String
  var mostRequests: String
  var firstView: String
  var firstViewRequests: String
  var styleSheets: String
  var scripts: String
  var icons: String
  var images: String
  var fonts: String
  var wholeSite: String
  var none: String
  var files: @Sendable (_ number: String, _ count: Int, _ size: String) -> String
  var exceeded: String

  static let french = FootprintTexts(
    caption: "Ce que pèse ce site",
    measured: { number, count in
      let others = count < 2 ? "celle-ci" : "les \(number) qui montrent ces chiffres"
      return "Poids mesuré sur toutes les pages sauf \(others), avant compression."
    },
    measure: "Mesure", value: "Valeur", budget: "Budget",
    pages: "Pages mesurées", medianHTML: "HTML d’une page, médiane",
    percentile95HTML: "HTML d’une page, 95\u{A0}% au plus", largestHTML: "HTML de la page la plus lourde",
    mostRequests: "Requêtes d’une première visite, au plus",
    firstView: "Première visite la plus lourde", firstViewRequests: "Requêtes de cette visite",
    styleSheets: "Feuille de style", scripts: "Scripts de la page qui en demande le plus", icons: "Icône",
    images: "Images des contenus",
    fonts: "Polices à télécharger", wholeSite: "Site entier", none: "aucune",
    files: { "\($0)\u{A0}\($1 < 2 ? "fichier" : "fichiers"), \($2)" }, exceeded: "dépassé")

  static let english = FootprintTexts(
    caption: "What this site weighs",
    measured: { number, count in
      let others = count < 2 ? "this one" : "the \(number) that show these figures"
      return "Weight measured on every page but \(others), before compression."
    },
    measure: "Measure", value: "Value", budget: "Budget",
    pages: "Pages measured", medianHTML: "HTML of a page, median",
    percentile95HTML: "HTML of a page, 95% at most", largestHTML: "HTML of the largest page",
    mostRequests: "Requests of a first view, at most",
    firstView: "Heaviest first view", firstViewRequests: "Requests of that view",
    styleSheets: "Style sheet", scripts: "Scripts of the page with the most", icons: "Icon",
    images: "Images of the content",
    fonts: "Fonts to download", wholeSite: "Whole site", none: "none",
    files: { "\($0)\u{A0}\($1 < 2 ? "file" : "files"), \($2)" }, exceeded: "exceeded")
}
