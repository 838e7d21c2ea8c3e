import Markup

/// What is wrong with directives, in both languages.
extension DiagnosticWording {
  func french(directive problem: Problem) -> Text {
    switch problem {
    case .unknownDirective(let name, let suggestion, let known):
      Text(
        "aucune directive ne s’appelle « \(short(name)) »",
        suggestion.map { "Vouliez-vous dire « \($0) » ?" } ?? "Connues : \(some(known, limit: 20)).")
    case .directiveUnknownAttribute(let key, let name, let suggestion, let known):
      Text(
        "la directive « \(short(name)) » n’a pas d’attribut « \(short(key)) »",
        suggestion.map { "Vouliez-vous dire « \($0) » ?" }
          ?? (known.isEmpty ? "Elle n’en prend aucun." : "Connus : \(some(known))."))
    case .directiveDuplicateAttribute(let key, let name):
      Text("la directive « \(short(name)) » a deux fois l’attribut « \(short(key)) »", "Gardez-en un seul.")
    case .directiveMissingAttribute(let key, let name, let example):
      Text(
        "il manque l’attribut « \(key) » à la directive « \(short(name)) »",
        "Écrivez par exemple « \(example) ».")
    case .directiveMissingLabel(let name, let example):
      Text(
        "il manque le texte entre crochets de la directive « \(short(name)) »",
        "Écrivez par exemple « \(example) ».")
    case .directiveUnexpectedLabel(let name, let example):
      Text(
        "la directive « \(short(name)) » ne montre pas de texte entre crochets",
        "Écrivez simplement « \(example) ».")
    case .directiveMalformed(let name, let example):
      Text(
        "la directive « \(short(name)) » est mal écrite : un crochet, une accolade ou un guillemet manque, ou un texte suit",
        example.isEmpty ? nil : "Écrivez par exemple « \(example) ».")
    case .directiveUnclosed(let name):
      Text(
        "la directive « \(short(name)) » ouverte ici n’est jamais refermée",
        "Ajoutez une ligne « ::: » après son contenu, avec le même retrait.")
    case .directiveClosesNothing:
      Text(
        "ce « ::: » ne referme rien",
        "Supprimez-le, ou ouvrez une directive avant lui, avec le même retrait : « :::note ».")
    case .directiveWrongContent(let name, let expected, let example):
      Text(
        "la directive « \(short(name)) » doit contenir \(french(expected))",
        "Écrivez par exemple « \(example) ».")
    case .directiveWrongForm(let name, let example):
      Text("la directive « \(short(name)) » ne s’écrit pas ainsi", "Écrivez par exemple « \(example) ».")
    case .directiveTooDeep(let limit):
      Text("trop de directives imbriquées ici", "La limite est de \(limit) niveaux.")
    default: Text(problem.code)
    }
  }

  func english(directive problem: Problem) -> Text {
    switch problem {
    case .unknownDirective(let name, let suggestion, let known):
      Text(
        "no directive is called “\(short(name))”",
        suggestion.map { "Did you mean “\($0)”?" } ?? "Known: \(some(known, limit: 20)).")
    case .directiveUnknownAttribute(let key, let name, let suggestion, let known):
      Text(
        "the directive “\(short(name))” has no attribute “\(short(key))”",
        suggestion.map { "Did you mean “\($0)”?" }
          ?? (known.isEmpty ? "It takes none." : "Known: \(some(known))."))
    case .directiveDuplicateAttribute(let key, let name):
      Text("the directive “\(short(name))” has the attribute “\(short(key))” twice", "Keep one of them.")
    case .directiveMissingAttribute(let key, let name, let example):
      Text("the directive “\(short(name))” lacks its attribute “\(key)”", "Write for instance “\(example)”.")
    case .directiveMissingLabel(let name, let example):
      Text("the directive “\(short(name))” lacks its text in brackets", "Write for instance “\(example)”.")
    case .directiveUnexpectedLabel(let name, let example):
      Text("the directive “\(short(name))” shows no text in brackets", "Write simply “\(example)”.")
    case .directiveMalformed(let name, let example):
      Text(
        "the directive “\(short(name))” is badly written: a bracket, a brace or a quote is missing, or a text follows",
        example.isEmpty ? nil : "Write for instance “\(example)”.")
    case .directiveUnclosed(let name):
      Text(
        "the directive “\(short(name))” opened here is never closed",
        "Add a line “:::” after what it holds, with the same indentation.")
    case .directiveClosesNothing:
      Text(
        "this “:::” closes nothing",
        "Remove it, or open a directive before it, with the same indentation: “:::note”.")
    case .directiveWrongContent(let name, let expected, let example):
      Text(
        "the directive “\(short(name))” must hold \(english(expected))", "Write for instance “\(example)”.")
    case .directiveWrongForm(let name, let example):
      Text("the directive “\(short(name))” is not written so", "Write for instance “\(example)”.")
    case .directiveTooDeep(let limit):
      Text("too many directives inside each other here", "The limit is \(limit) levels.")
    default: Text(problem.code)
    }
  }

  private func french(_ content: DirectiveProblem.Content) -> String {
    switch content {
    case .orderedList: "une liste numérotée"
    case .something: "au moins une image, un tableau ou un texte"
    case .listOfLinks: "une liste de liens vers des pages, et rien d’autre"
    }
  }

  private func english(_ content: DirectiveProblem.Content) -> String {
    switch content {
    case .orderedList: "a numbered list"
    case .something: "at least an image, a table or a text"
    case .listOfLinks: "a list of links to pages, and nothing else"
    }
  }
}
