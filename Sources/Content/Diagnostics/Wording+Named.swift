import Markup

/// What is wrong with what directives name: pages, files, fragments and entries of the glossary.
extension DiagnosticWording {
  func french(named problem: Problem) -> Text {
    func didYouMean(_ suggestion: String?) -> String? {
      suggestion.map { "Vouliez-vous dire « \(short($0)) » ?" }
    }
    switch problem {
    case .linkToNoItem(let address):
      return Text(
        "« \(short(address)) » n’a pas de carte",
        "Une carte montre une fiche de la plateforme : liez son fichier Markdown.")
    case .linkToNoFile(let address):
      return Text(
        "« \(short(address)) » n’est pas un fichier de la plateforme",
        "Placez le fichier sous content/ ; pour une page ou un autre site, écrivez un lien ou un bouton.")
    case .tableUnreadable(let file):
      return Text("ce tableau ne peut pas être montré", "Corrigez d’abord les erreurs de \(file).")
    case .unknownEntry(let name, let suggestion):
      return Text(
        "le glossaire n’a pas d’entrée « \(short(name)) »",
        didYouMean(suggestion) ?? "Créez sa fiche, ou nommez une autre entrée par l’attribut « de ».")
    case .fragmentMissing(let file, let suggestion):
      return Text(
        "aucun fragment à inclure ici : « \(short(file, limit: 100)) »",
        didYouMean(suggestion)
          ?? "Un fragment est un fichier Markdown dont le nom, ou celui d’un de ses dossiers, commence par « _ »."
      )
    case .includeCycle(let chain):
      return Text(
        "ces fragments s’incluent en rond : \(chain.map { short($0) }.joined(separator: " → "))",
        "Retirez l’une de ces inclusions.")
    case .includeTooDeep(let limit):
      return Text("trop de fragments inclus les uns dans les autres", "La limite est de \(limit) niveaux.")
    case .includeTooMuch(let count, let bytes):
      return Text(
        "cette page inclut trop de fragments",
        "La limite est de \(count) fragments et de \(bytes) octets en tout.")
    case .codeMissing(let file, let suggestion):
      return Text(
        "aucun fichier à montrer ici : « \(short(file, limit: 100)) »",
        didYouMean(suggestion)
          ?? "Donnez son chemin depuis le dossier de cette page, ou depuis content/ avec « / ».")
    case .codeNotText(let file):
      return Text(
        "« \(short(file, limit: 100)) » n’est pas un texte en UTF-8",
        "Enregistrez-le en UTF-8 ; s’il n’est pas un texte, donnez-le à télécharger.")
    case .codeUnreadable(let file):
      return Text(
        "« \(short(file, limit: 100)) » ne peut pas être lu", "Vérifiez les droits de lecture de ce fichier.")
    case .codeTooLarge(let file, let bytes, let limit):
      return Text(
        "« \(short(file, limit: 100)) » est trop long pour être montré : \(bytes) octets",
        "La limite est de \(limit) octets. Donnez-le à télécharger.")
    case .codeTooMuch(let count, let bytes):
      return Text(
        "cette page montre trop de fichiers ou de tableaux de champs",
        "La limite est de \(count) par page, et de \(bytes) octets de fichiers. Faites-en plusieurs pages.")
    default: return Text(problem.code)
    }
  }

  func english(named problem: Problem) -> Text {
    func didYouMean(_ suggestion: String?) -> String? { suggestion.map { "Did you mean “\(short($0))”?" } }
    switch problem {
    case .linkToNoItem(let address):
      return Text(
        "“\(short(address))” has no card", "A card shows an item of the platform: link its Markdown file.")
    case .linkToNoFile(let address):
      return Text(
        "“\(short(address))” is no file of the platform",
        "Put the file below content/; for a page or another site, write a link or a button.")
    case .tableUnreadable(let file):
      return Text("this table can’t be shown", "Correct the errors of \(file) first.")
    case .unknownEntry(let name, let suggestion):
      return Text(
        "the glossary has no entry “\(short(name))”",
        didYouMean(suggestion) ?? "Write its page, or name another entry by the attribute “of”.")
    case .fragmentMissing(let file, let suggestion):
      return Text(
        "no fragment to include here: “\(short(file, limit: 100))”",
        didYouMean(suggestion)
          ?? "A fragment is a Markdown file whose name, or that of one of its folders, begins with “_”.")
    case .includeCycle(let chain):
      return Text(
        "these fragments include each other in a circle: \(chain.map { short($0) }.joined(separator: " → "))",
        "Remove one of these inclusions.")
    case .includeTooDeep(let limit):
      return Text("too many fragments included inside each other", "The limit is \(limit) levels.")
    case .includeTooMuch(let count, let bytes):
      return Text(
        "this page includes too many fragments", "The limit is \(count) fragments and \(bytes) bytes in all.")
    case .codeMissing(let file, let suggestion):
      return Text(
        "no file to show here: “\(short(file, limit: 100))”",
        didYouMean(suggestion) ?? "Give its path from this page’s folder, or from content/ with “/”.")
    case .codeNotText(let file):
      return Text(
        "“\(short(file, limit: 100))” is no text in UTF-8",
        "Save it as UTF-8; if it is no text, offer it for download.")
    case .codeUnreadable(let file):
      return Text("“\(short(file, limit: 100))” can’t be read", "Check that this file may be read.")
    case .codeTooLarge(let file, let bytes, let limit):
      return Text(
        "“\(short(file, limit: 100))” is too long to be shown: \(bytes) bytes",
        "The limit is \(limit) bytes. Offer it for download.")
    case .codeTooMuch(let count, let bytes):
      return Text(
        "this page shows too many files or tables of fields",
        "The limit is \(count) a page, and \(bytes) bytes of files. Make several pages of it.")
    default: return Text(problem.code)
    }
  }
}
