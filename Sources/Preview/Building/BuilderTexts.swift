/// What an author is told when a process that builds fails.
struct BuilderTexts {
  let isFrench: Bool

  var nothingYet: String {
    isFrench
      ? "Le site n’a pas encore pu être construit une première fois." : "The site could not be built a first time yet."
  }

  var pageHangs: String {
    isFrench
      ? "Cette page est trop longue à produire : sa production a été arrêtée." : "This page takes too long: it was ended."
  }

  var pageCrashes: String {
    isFrench
      ? "La production de cette page s’est arrêtée net : c’est un bogue de Terreau ou du gabarit."
      : "Making this page ended abruptly: this is a bug of Terreau or of the template."
  }

  func cannotStart(_ reason: String) -> String {
    isFrench ? "Le générateur ne peut pas être lancé : \(reason)." : "The generator can’t be started: \(reason)."
  }

  var hangs: String {
    isFrench
      ? "La construction ne se terminait pas : elle a été arrêtée. Le dernier bon site reste affiché."
      : "The build did not end, and was stopped. The last good site stays."
  }

  func crashed(signal: Int32?, status: Int32?) -> String {
    let cause = signal.map { isFrench ? "signal \($0)" : "signal \($0)" } ?? "\(isFrench ? "code" : "status") \(status ?? 0)"
    return isFrench
      ? "La construction s’est arrêtée net (\(cause)) : c’est un bogue de Terreau. Le dernier bon site reste affiché."
      : "The build ended abruptly (\(cause)): this is a bug of Terreau. The last good site stays."
  }

  /// - Parameter files: what changed since the last good site.
  func crashAdvice(_ files: [String]) -> String? {
    guard !files.isEmpty else { return nil }
    let list = files.prefix(5).joined(separator: ", ")
    return isFrench ? "Annulez la dernière modification : \(list)." : "Undo the last change: \(list)."
  }
}
