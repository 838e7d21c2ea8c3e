/// French spellings that are wrong wherever they stand.
enum FrenchSpelling {
  /// Whether a word may be one of these: a number in digits or Roman numerals, an abbreviation, a capital
  /// that may have lost its accent.
  static func isOfInterest(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return word.count > 1
    case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"), UInt8(ascii: "C"),
      UInt8(ascii: "D"), UInt8(ascii: "M"), UInt8(ascii: "E"), UInt8(ascii: "N"):
      return word.count > 1
    case UInt8(ascii: "e"), UInt8(ascii: "n"): return word.count == 3
    default: return false
    }
  }

  /// The right form of an ordinal written `2ème`, `1ère` or `XXIème`.
  static func ordinal(_ word: String) -> String? {
    let number = word.prefix { $0.isNumber || "IVXLCDM".contains($0) }
    guard !number.isEmpty, let ending = endings[String(word[number.endIndex...])] else { return nil }
    let isFirst = number == "1" || number == "I"
    // « Ier » is right; « IIe » is no ending of I.
    switch ending {
    case .first(let right): return isFirst ? number + right : nil
    case .later(let right): return isFirst ? nil : number + right
    case .second(let right): return number == "2" ? number + right : nil
    }
  }

  private enum Ending {
    case first(String), later(String), second(String)
  }

  private static let endings: [String: Ending] = [
    "ère": .first("re"), "ere": .first("re"), "ères": .first("res"), "eres": .first("res"),
    "ier": .first("er"),
    "ème": .later("e"), "eme": .later("e"), "èmes": .later("es"), "emes": .later("es"), "ième": .later("e"),
    "ieme": .later("e"), "ièmes": .later("es"), "iemes": .later("es"), "è": .later("e"), "ès": .later("es"),
    "nde": .second("de"), "ndes": .second("des"), "nds": .second("ds"),
  ]

  struct Abbreviation: Sendable {
    let text: String
    /// Whether it is wrong with a point only.
    var needsPoint = false
  }

  static let abbreviations: [String: Abbreviation] = [
    "Mr": Abbreviation(text: "M."), "Mrs": Abbreviation(text: "MM."), "Melle": Abbreviation(text: "Mlle"),
    "Mme": Abbreviation(text: "Mme", needsPoint: true), "Mmes": Abbreviation(text: "Mmes", needsPoint: true),
    "Mlle": Abbreviation(text: "Mlle", needsPoint: true),
    "nº": Abbreviation(text: "n°"), "Nº": Abbreviation(text: "N°"),
  ]

  /// Words that no one writes without their accent but for want of a key.
  static let accents: [String: String] = [
    "Etat": "État", "Etats": "États", "Ecole": "École", "Ecoles": "Écoles", "Economie": "Économie",
    "Economique": "Économique", "Education": "Éducation", "Energie": "Énergie", "Energies": "Énergies",
    "Etude": "Étude", "Etudes": "Études", "Evaluation": "Évaluation", "Evaluations": "Évaluations",
    "Evénement": "Événement", "Evènement": "Événement", "Evénements": "Événements", "Etape": "Étape",
    "Etapes": "Étapes", "Ecologie": "Écologie", "Ecologique": "Écologique", "Equipe": "Équipe",
    "Equipes": "Équipes", "Eglise": "Église", "Egalité": "Égalité", "Elus": "Élus", "Emergence": "Émergence",
    "Ile": "Île", "Iles": "Îles",
  ]
}
