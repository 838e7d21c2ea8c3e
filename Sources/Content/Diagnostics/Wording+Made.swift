import Glibc

/// Why a command can't make what it was asked for.
extension DiagnosticWording {
  func french(made problem: Problem) -> Text {
    switch problem {
    case .fileExists(let path):
      return Text(
        "« \(short(path, limit: 200)) » existe déjà",
        "Rien n’a été changé. Ouvrez ce fichier, ou donnez un autre nom au nouveau par --slug.")
    case .folderNotEmpty(let path, let entries):
      return Text(
        "le dossier « \(short(path, limit: 200)) » n’est pas vide : \(some(entries.map { short($0) }))",
        "Rien n’a été changé. Donnez le nom d’un dossier vide, ou qui n’existe pas encore.")
    case .creationFailed(let operation, let path, let code):
      let cause = code == ENOSPC ? "disque plein" : String(cString: strerror(code))
      return Text(
        "« \(short(path, limit: 200)) » n’a pas pu être créé (\(operation)) : \(cause)",
        "Rien n’a été changé.")
    case .titleWithoutName(let title):
      return Text(
        "le titre « \(short(title)) » ne donne pas de nom de fichier",
        "Donnez-en un par --slug : des minuscules sans accents, des chiffres et des traits d’union.")
    default: return Text(problem.code)
    }
  }

  func english(made problem: Problem) -> Text {
    switch problem {
    case .fileExists(let path):
      return Text(
        "“\(short(path, limit: 200))” exists already",
        "Nothing was changed. Open that file, or give the new one another name with --slug.")
    case .folderNotEmpty(let path, let entries):
      return Text(
        "the folder “\(short(path, limit: 200))” is not empty: \(some(entries.map { short($0) }))",
        "Nothing was changed. Name an empty folder, or one that doesn’t exist yet.")
    case .creationFailed(let operation, let path, let code):
      let cause = code == ENOSPC ? "no space left on the disk" : String(cString: strerror(code))
      return Text(
        "“\(short(path, limit: 200))” could not be created (\(operation)): \(cause)", "Nothing was changed.")
    case .titleWithoutName(let title):
      return Text(
        "the title “\(short(title))” gives no file name",
        "Give one with --slug: lower-case letters without accents, digits and hyphens.")
    default: return Text(problem.code)
    }
  }
}
