import Markup

/// What is wrong with CSV files, in both languages.
extension DiagnosticWording {
  func french(table problem: Problem) -> Text {
    func cells(_ count: Int, _ one: String, _ other: String) -> String {
      "\(count) \(Language.french.plural(count, one: one, other: other))"
    }
    switch problem {
    case .tableIsNotUTF8(let byte, let offset):
      return Text(
        "l’octet 0x\(hexadecimal(byte)) (position \(offset) du fichier) n’est pas de l’UTF-8",
        "Enregistrez ce tableau en UTF-8, ou, s’il vient d’Excel, ajoutez encodage=\"windows-1252\" à la directive."
      )
    case .tableSeparator(let separator):
      return Text(
        "ce fichier semble séparé par \(separator == "tab" ? "des tabulations" : "« \(separator) »"), et non par des virgules",
        "Ajoutez séparateur=\"\(separator)\" à la directive.")
    case .tableRowLength(let count, let columns):
      return Text(
        "\(cells(count, "valeur", "valeurs")) pour \(cells(columns, "colonne", "colonnes"))",
        "Mettez entre guillemets droits une valeur qui contient le séparateur ; laissez vide une valeur qui manque."
      )
    case .tableQuoteUnclosed:
      return Text(
        "ces guillemets ouverts ne sont jamais refermés",
        "Dans une valeur entre guillemets, un guillemet s’écrit deux fois : \"\".")
    case .tableTextAfterQuote:
      return Text(
        "du texte suit des guillemets refermés",
        "Dans une valeur entre guillemets, un guillemet s’écrit deux fois : \"\".")
    case .tableColumnUnnamed(let number):
      return Text(
        "la colonne \(number) n’a pas de nom", "La première ligne du fichier nomme toutes les colonnes.")
    case .tableColumnTwice(let name):
      return Text("deux colonnes s’appellent « \(short(name)) »", "Donnez à chacune son nom.")
    case .tableTooManyColumns(let limit):
      return Text("trop de colonnes ici", "La limite est de \(limit).")
    case .tableTooManyRows(let limit):
      return Text("trop de lignes à partir d’ici", "La limite est de \(limit).")
    case .tableNumber(let value, let column):
      return Text(
        "« \(short(value)) » n’est pas un nombre attendu pour la colonne « \(short(column)) »",
        "Écrivez 12, -3 ou 12.5, ou dites comment les décimales sont écrites : décimale=\",\".")
    case .tableColumnUnknown(let name, let file, let suggestion, let known):
      let advice = suggestion.map { "Vouliez-vous dire « \(short($0)) » ?" }
      return Text(
        "\(file) n’a pas de colonne « \(short(name)) »",
        advice ?? (known.isEmpty ? "Il n’en a aucune." : "Connues : \(some(known.map { short($0) }))."))
    default: return Text(problem.code)
    }
  }

  func english(table problem: Problem) -> Text {
    func cells(_ count: Int, _ one: String, _ other: String) -> String {
      "\(count) \(Language.english.plural(count, one: one, other: other))"
    }
    switch problem {
    case .tableIsNotUTF8(let byte, let offset):
      return Text(
        "byte 0x\(hexadecimal(byte)) (offset \(offset) of the file) is not UTF-8",
        "Save this table as UTF-8 or, when it comes from Excel, add encoding=\"windows-1252\" to the directive."
      )
    case .tableSeparator(let separator):
      return Text(
        "this file looks separated by \(separator == "tab" ? "tabs" : "“\(separator)”"), not by commas",
        "Add separator=\"\(separator)\" to the directive.")
    case .tableRowLength(let count, let columns):
      return Text(
        "\(cells(count, "value", "values")) for \(cells(columns, "column", "columns"))",
        "Put a value that holds the separator between straight quotes; leave a missing one empty.")
    case .tableQuoteUnclosed:
      return Text("this quote is never closed", "In a quoted value, a quote is written twice: \"\".")
    case .tableTextAfterQuote:
      return Text("text follows a closed quote", "In a quoted value, a quote is written twice: \"\".")
    case .tableColumnUnnamed(let number):
      return Text("column \(number) has no name", "The first line of the file names all columns.")
    case .tableColumnTwice(let name):
      return Text("two columns are called “\(short(name))”", "Give each its own name.")
    case .tableTooManyColumns(let limit):
      return Text("too many columns here", "The limit is \(limit).")
    case .tableTooManyRows(let limit):
      return Text("too many rows from here on", "The limit is \(limit).")
    case .tableNumber(let value, let column):
      return Text(
        "“\(short(value))” is not a number expected for the column “\(short(column))”",
        "Write 12, -3 or 12.5, or say how decimals are written: decimal=\",\".")
    case .tableColumnUnknown(let name, let file, let suggestion, let known):
      let advice = suggestion.map { "Did you mean “\(short($0))”?" }
      return Text(
        "\(file) has no column “\(short(name))”",
        advice ?? (known.isEmpty ? "It has none." : "Known: \(some(known.map { short($0) }))."))
    default: return Text(problem.code)
    }
  }
}
