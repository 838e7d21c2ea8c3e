/// The sentences of the questions that choose what to read first, in one language.
struct PositioningTexts: Sendable {
  var progress: @Sendable (_ number: String, _ count: String) -> String
  var given: String
  /// Before an answer, from its vocabulary's name.
  var answered: @Sendable (_ vocabulary: String) -> String
  var change: String
  /// The whole name of a link that leads back to a question, from its vocabulary's name.
  var changeAnswer: @Sendable (_ vocabulary: String) -> String
  /// Stands for an answer that wasn't given.
  var unanswered: String
  var unknown: String
  var unknownNote: String

  var result: String
  var resultTitle: String
  var resultLead: String
  /// The terms that an item carries among the answers follow.
  var because: String
  var nothingFits: String
  /// Where no question was answered.
  var nothingAnswered: String
  var nextStep: String
  var keepAnswers: @Sendable (_ term: String) -> String
  var browseAll: String

  var share: String
  var address: String
  var print: String
  var copy: String
  var copied: String
  var copyFailed: String
  var again: String
  var privacy: String

  var begin: @Sendable (_ number: String, _ count: Int) -> String
  var fromHere: String

  static let french = PositioningTexts(
    progress: { "Question\u{A0}\($0) sur\u{A0}\($1)" },
    given: "Vos réponses",
    answered: { "\($0)\u{A0}:" },
    change: "Changer",
    changeAnswer: { "Changer la réponse\u{A0}: \(Texts.withinSentence($0))" },
    unanswered: "Sans réponse",
    unknown: "Je ne sais pas encore",
    unknownNote: "Passer à la suite sans répondre.",
    result: "Résultat",
    resultTitle: "Par où commencer",
    resultLead: "Derrière chaque porte, la ressource qui rejoint le mieux vos réponses.",
    because: "Parce que\u{A0}:",
    nothingFits: "Rien ne correspond encore à vos réponses\u{202F}; voici la porte d’entrée.",
    nothingAnswered: "Sans réponse, aucune ressource ne se distingue\u{202F}; voici la porte d’entrée.",
    nextStep: "Et ensuite",
    keepAnswers: { "Garder ces réponses et passer à «\u{A0}\($0)\u{A0}»" },
    browseAll: "Parcourir toutes les ressources",
    share: "Partager",
    address: "Adresse de cette page\u{A0}:",
    print: "Imprimer",
    copy: "Copier l’adresse",
    copied: "Adresse copiée.",
    copyFailed: "La copie n’a pas pu se faire\u{A0}: sélectionnez l’adresse.",
    again: "Recommencer",
    privacy: "Aucune réponse n’est enregistrée\u{A0}: elles sont dans l’adresse de cette page.",
    begin: { $1 < 2 ? "Répondre à une question" : "Répondre à \($0)\u{A0}questions" },
    fromHere: "Se situer à partir d’ici")

  static let english = PositioningTexts(
    progress: { "Question\u{A0}\($0) of\u{A0}\($1)" },
    given: "Your answers",
    answered: { "\($0):" },
    change: "Change",
    changeAnswer: { "Change the answer: \(Texts.withinSentence($0))" },
    unanswered: "No answer",
    unknown: "I don’t know yet",
    unknownNote: "Go on without answering.",
    result: "Result",
    resultTitle: "Where to start",
    resultLead: "Behind each door, the resource that meets your answers best.",
    because: "Because of:",
    nothingFits: "Nothing matches your answers yet; here is the way in.",
    nothingAnswered: "Without an answer no resource stands out; here is the way in.",
    nextStep: "What comes next",
    keepAnswers: { "Keep these answers and go on to “\($0)”" },
    browseAll: "Browse all the resources",
    share: "Share",
    address: "Address of this page:",
    print: "Print",
    copy: "Copy the address",
    copied: "Address copied.",
    copyFailed: "It couldn’t be copied: select the address.",
    again: "Start again",
    privacy: "No answer is stored: they are in the address of this page.",
    begin: { $1 == 1 ? "Answer one question" : "Answer \($0)\u{A0}questions" },
    fromHere: "Find your place from here")
}
