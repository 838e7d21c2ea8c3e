import Content
import Markup

/// The sentences of a new item's file, in one language.
struct TemplateTexts: Sendable {
  var howTo: String
  var required: String
  var unspecified: String
  var unique: String
  /// The terms of a vocabulary follow.
  var oneOf: String
  var optional: String
  var yes: String
  /// What stands where the text goes, in a comment of HTML.
  var prompt: String
  /// What a key of every item is for.
  var key: @Sendable (ItemKey) -> String

  static func of(_ language: Language) -> TemplateTexts { language == .french ? .french : .english }

  static let french = TemplateTexts(
    howTo: """
      Remplissez les clés qui n’ont pas de valeur. Les lignes qui commencent par «\u{A0}#\u{A0}» ne sont pas lues\u{A0}: \
      pour vous servir d’une clé qui s’y trouve, retirez ce signe.
      """,
    required: "obligatoire",
    unspecified: "Si les sources ne le disent pas, écrivez\u{A0}: non précisé.",
    unique: "Aucune autre fiche ne peut avoir la même valeur.",
    oneOf: "Au choix\u{A0}:",
    optional: "Facultatif\u{A0}: retirez le «\u{A0}#\u{A0}» devant ce dont vous avez besoin.",
    yes: "oui",
    prompt:
      "Écrivez ici, en Markdown. Le premier paragraphe dit l’essentiel. Ce commentaire ne paraît pas sur le site.",
    key: { key in
      switch key {
      case .title: "Titre"
      case .summary: "Une ou deux phrases, montrées dans les listes"
      case .date:
        "Date de ce dont la page parle\u{A0}: 2026, 2026-S2, 2026-T4, 2026-11, 2026-11-21 ou 2025/2026"
      case .sources:
        "D’où viennent les faits\u{A0}: documents, ou fiches de la plateforme par leur nom de fichier"
      case .licence: "Licence du texte, si elle est connue"
      case .updated: "dernière mise à jour"
      case .language: "langue du texte, si ce n’est pas celle du site"
      case .order: "rang dans les listes qui en tiennent compte"
      case .draft: "brouillon\u{A0}: la page n’est pas publiée"
      case .publish: "jour à partir duquel elle est publiée"
      case .expires: "jour à partir duquel elle ne l’est plus"
      case .slug: "fin de l’adresse, au lieu du nom du fichier"
      case .permalink: "adresse entière"
      case .aliases: "anciennes adresses, qui mènent ici"
      case .id: "identifiant, qui ne change jamais"
      case .noindex: "absente des listes, de la recherche et des moteurs"
      case .layout: "standard ou wide (large)"
      case .glossary: "sans liens vers le glossaire"
      case .check: "remarques de la vérification à taire sur cette page, par leur code"
      }
    })

  static let english = TemplateTexts(
    howTo: """
      Fill in the keys that have no value. Lines that begin with “#” are not read: to use a key that stands in one, \
      take that sign away.
      """,
    required: "required",
    unspecified: "If the sources don’t say, write: not stated.",
    unique: "No other item may have the same value.",
    oneOf: "One of:",
    optional: "Optional: take away the “#” before what you need.",
    yes: "yes",
    prompt:
      "Write here, in Markdown. The first paragraph says what matters most. This comment is not published.",
    key: { key in
      switch key {
      case .title: "Title"
      case .summary: "One or two sentences, shown in lists"
      case .date: "Date of what the page is about: 2026, 2026-S2, 2026-Q4, 2026-11, 2026-11-21 or 2025/2026"
      case .sources: "Where the facts come from: documents, or items of the platform by their file name"
      case .licence: "Licence of the text, if it is known"
      case .updated: "last update"
      case .language: "language of the text, where it is not the site’s"
      case .order: "place in lists that follow it"
      case .draft: "a draft: the page is not published"
      case .publish: "day from which it is published"
      case .expires: "day from which it no longer is"
      case .slug: "end of the address, instead of the file’s name"
      case .permalink: "whole address"
      case .aliases: "old addresses, which lead here"
      case .id: "identifier, which never changes"
      case .noindex: "left out of lists, search and search engines"
      case .layout: "standard or wide"
      case .glossary: "without links to the glossary"
      case .check: "what checks are not to tell of this page, by its code"
      }
    })
}
