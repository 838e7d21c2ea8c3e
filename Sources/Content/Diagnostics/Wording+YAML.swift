/// What keeps a text from being YAML, in both languages.
extension DiagnosticWording {
  func french(_ mistake: Problem.YAMLMistake) -> Text {
    switch mistake {
    case .unclosedQuote:
      Text("le guillemet ouvert ici n’est jamais refermé", "Ajoutez le guillemet droit qui manque.")
    case .unclosedList:
      Text("liste entre crochets mal fermée", "Vérifiez les virgules et le « ] ».")
    case .unclosedMapping:
      Text("groupe de clés entre accolades mal fermé", "Vérifiez les virgules et le « } ».")
    case .missingColon:
      Text("il manque un deux-points après la clé", "Écrivez « clé: valeur ».")
    case .textAfterValue:
      Text(
        "texte inattendu après un crochet ou un guillemet fermant",
        "Mettez tout le texte entre guillemets droits : \"…\".")
    case .indentation:
      Text(
        "cette ligne n’est pas alignée avec les précédentes",
        "Vérifiez les retraits, et les guillemets des lignes au-dessus.")
    case .unknownEscape:
      Text(
        "« \\ » suivi d’un caractère inattendu",
        "Doublez la barre oblique inverse, ou employez des apostrophes droites : '…'.")
    case .other(let reason):
      Text(
        "YAML invalide (\(short(reason, limit: 120)))",
        "Vérifiez les guillemets, les deux-points et les retraits de cette ligne.")
    }
  }

  func english(_ mistake: Problem.YAMLMistake) -> Text {
    switch mistake {
    case .unclosedQuote:
      Text("the quote opened here is never closed", "Add the straight quote that is missing.")
    case .unclosedList: Text("list in brackets not closed", "Check the commas and the “]”.")
    case .unclosedMapping: Text("group of keys in braces not closed", "Check the commas and the “}”.")
    case .missingColon: Text("there is no colon after the key", "Write “key: value”.")
    case .textAfterValue:
      Text(
        "unexpected text after a closing bracket or quote", "Put the whole text in straight quotes: \"…\".")
    case .indentation:
      Text(
        "this line is not aligned with those before",
        "Check the indentation, and the quotes of the lines above.")
    case .unknownEscape:
      Text("“\\” and an unexpected character", "Double the backslash, or use single straight quotes: '…'.")
    case .other(let reason):
      Text(
        "invalid YAML (\(short(reason, limit: 120)))",
        "Check the quotes, colons and indentation of this line.")
    }
  }
}
