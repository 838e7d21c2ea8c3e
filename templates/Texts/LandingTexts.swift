/// The sentences of the home page's blocks and of the pages of terms, in one language.
struct LandingTexts: Sendable {
  var searchLabel: String
  var search: String
  /// Leads to the whole of what is shown in part, by its name.
  var seeAll: @Sendable (_ name: String) -> String
  var browseLibrary: String
  /// The pages that gather what others hold: library, agenda, positioning.
  var sections: String

  var otherItems: String
  var noItems: String
  /// Leads to the other terms of a vocabulary, by its name.
  var otherTerms: @Sendable (_ vocabulary: String) -> String
  var neighbouringTerms: String

  static let french = LandingTexts(
    searchLabel: "Chercher une ressource",
    search: "Chercher",
    seeAll: { "Tout voir\u{A0}: \($0)" },
    browseLibrary: "Parcourir les ressources",
    sections: "Rubriques",
    otherItems: "Autres ressources",
    noItems: "Aucune ressource ne porte encore cette étiquette.",
    otherTerms: { "Voir les autres entrées\u{A0}: \(Texts.withinSentence($0))" },
    neighbouringTerms: "Entrées voisines")

  static let english = LandingTexts(
    searchLabel: "Find a resource",
    search: "Search",
    seeAll: { "See all: \($0)" },
    browseLibrary: "Browse the resources",
    sections: "Sections",
    otherItems: "Other resources",
    noItems: "No resource carries this label yet.",
    otherTerms: { "See the other entries: \(Texts.withinSentence($0))" },
    neighbouringTerms: "Nearby terms")
}
