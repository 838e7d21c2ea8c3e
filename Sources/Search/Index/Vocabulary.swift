/// Every word of an index in its folded form, with its stem.
struct IndexVocabulary {
  /// A folded form.
  struct Form {
    var text: [UInt8]
    /// The number of its stem.
    var stem: Int
    /// How often it stands in all documents.
    var count: Int
  }

  /// In the order of their UTF-16 code units, which is how scripts compare texts.
  private(set) var forms: [Form] = []
  private(set) var stemCount = 0
  /// For each run of documents, the stem of each word of its lexicon; -1 for stop words.
  private(set) var stems: [[Int32]] = []

  init(_ runs: [CountedWords], languageCode: String) {
    // Words with their accents, of all runs together.
    var all = Lexicon()
    var numbers: [[Int]] = []
    for run in runs {
      let lexicon = run.lexicon
      numbers.append((0..<lexicon.count).map { word in lexicon[word].withUnsafeBytes { all.number(of: $0) } })
    }
    var totals = [Int](repeating: 0, count: all.count)
    for (run, numbers) in zip(runs, numbers) {
      for count in run.allCounts { totals[numbers[Int(count.word)]] += Int(count.inAll) }
    }
    let stopWords = StopWords(languageCode: languageCode)
    var formOfWord = [Int](repeating: -1, count: all.count)
    var formNumbers: [[UInt8]: Int] = [:]
    /// The word that gives each form its stem: the most frequent one.
    var leaders: [Int] = []
    for word in 0..<all.count {
      let folded = WordFolding.folded(all[word])
      if folded.isEmpty || Tokenizer.isSingleLetter(folded) || stopWords.contains(Array(all[word])) { continue }
      if let known = formNumbers[folded] {
        formOfWord[word] = known
        forms[known].count += totals[word]
        let leader = leaders[known]
        if totals[word] > totals[leader]
          || totals[word] == totals[leader] && all[word].lexicographicallyPrecedes(all[leader])
        {
          leaders[known] = word
        }
      } else {
        formOfWord[word] = forms.count
        formNumbers[folded] = forms.count
        forms.append(Form(text: folded, stem: 0, count: totals[word]))
        leaders.append(word)
      }
    }
    formNumbers = [:]
    let rank = sortForms(&leaders)
    numberStems(leaders, all, languageCode)
    stems = numbers.map { run in
      run.map { word in formOfWord[word] < 0 ? -1 : Int32(forms[rank[formOfWord[word]]].stem) }
    }
  }

  /// Puts forms and their leaders in order; gives where each form went.
  private mutating func sortForms(_ leaders: inout [Int]) -> [Int] {
    let keys = forms.map { form in
      form.text.allSatisfy { $0 < 0x80 }
        ? form.text.map(UInt16.init) : Array(String(decoding: form.text, as: UTF8.self).utf16)
    }
    let order = forms.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    var rank = [Int](repeating: 0, count: forms.count)
    for (place, form) in order.enumerated() { rank[form] = place }
    forms = order.map { forms[$0] }
    leaders = order.map { leaders[$0] }
    return rank
  }

  /// Stems are numbered in the order of the first form of each.
  private mutating func numberStems(_ leaders: [Int], _ words: Lexicon, _ languageCode: String) {
    let stemmer = Stemmer(languageCode: languageCode)
    var numbers: [[UInt8]: Int] = [:]
    for form in forms.indices {
      let stem = WordFolding.folded(stemmer.stem(of: Array(words[leaders[form]])))
      let number = numbers[stem] ?? numbers.count
      numbers[stem] = number
      forms[form].stem = number
    }
    stemCount = numbers.count
  }
}
