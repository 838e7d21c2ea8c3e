/// Words that say nothing of what a page is about: they are neither indexed nor looked for.
public struct StopWords: Sendable {
  /// In lower case, with their accents and without: `où` and `ou` are stop words, and so is `mais`; `maïs` isn't.
  let words: Set<String>

  /// The stop words of a language; none for those without a list.
  public init(languageCode: String) {
    switch String(languageCode.prefix { $0 != "-" }).lowercased() {
    case "fr": words = StopWords.set(StopWords.french + StopWords.accented)
    case "en": words = StopWords.set(StopWords.english)
    default: words = []
    }
  }

  /// In order, between spaces.
  public var list: String { words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: " ") }

  func contains(_ word: [UInt8]) -> Bool { words.contains(String(decoding: word, as: UTF8.self)) }

  private static func set(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  /// Articles, pronouns, prepositions, conjunctions, the common forms of être and avoir, and what elision leaves.
  private static let french = """
    ai aie aient aies ait as au auquel aura aurai auraient aurais aurait auras aurez auriez aurions aurons auront
    aussi autre autres aux auxquelles auxquels avaient avais avait avec avez aviez avions avoir avons ayant ayez ayons
    car ce ceci cela celle celles celui ces cet cette ceux chez ci comme d dans de des desquelles desquels donc dont du
    duquel elle elles en entre es est et etaient etais etait etant ete etes etiez etions etre eu eue eues eurent eus
    eut eux fumes furent fus fut ici il ils j je jusqu jusque l la laquelle le lequel les lesquelles lesquels leur
    leurs lorsqu lorsque lui m ma mais me meme memes mes moi mon n ne ni nos notre nous on ont or ou par parce pas
    pendant peu plus pour pourquoi puis puisqu puisque qu quand que quel quelle quelles quelqu quels qui quoi quoiqu
    quoique s sa sans se selon sera serai seraient serais serait seras serez seriez serions serons seront ses si sien
    soi soient sois soit sommes son sont sous soyez soyons suis sur t ta tandis te tes toi ton tous tout toute toutes
    tres tu un une vers voici voila vos votre vous y
    """

  private static let accented = """
    étaient étais était étant été étée étées étés étiez étions êtes être eûmes eût eûtes fûmes fût fûtes même mêmes où
    très voilà
    """

  private static let english = """
    a about above after again all also am an and any are as at be because been before being below between both but by
    can could did do does doing down during each few for from further had has have having he her here hers him his how
    i if in into is it its itself just me more most my no nor not of off on once only or other our ours out over own
    same she should so some such than that the their theirs them then there these they this those through to too under
    until up very was we were what when where which while who whom why will with would you your yours
    """
}
