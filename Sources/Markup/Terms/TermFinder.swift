/// Finds the mentions of terms in rendered Markdown.
///
/// Words are compared whole and folded: case, accents and ligatures don't count, a space stands for a hyphen
/// and any apostrophe for another, and each word may carry a plural's ending where the term has none, or lack
/// it. A term in capitals only is found in capitals only. Of mentions that overlap, the one that begins first
/// counts, then the longest. What a text quotes between « and » is a title or somebody's words: a term is found in it
/// only where it is all that is quoted.
///
///     var finder = TermFinder(language: .french)
///     finder.add("Tiers-lieu", as: 0)
///     finder.read(Array("<p>Deux tiers lieux</p>".utf8)) { print($0) }  // mention(of: 0, at: 8..<19)
public struct TermFinder: Sendable {
  /// What a reading comes across, in the order of the text.
  public enum Finding: Sendable, Hashable {
    /// The bytes of the text that name a term.
    case mention(of: Int, at: Range<Int>)
    /// The place of a slot, by its index: what is drawn there comes before the text that follows.
    case slot(Int)
  }

  /// A term has no more words than that: longer names are sentences, which texts don't repeat.
  static let longestSpelling = 12

  private let endings: PluralEndings
  private var trie = TermTrie()
  /// Whether a term has letters that folding to ASCII doesn't know.
  private var hasOtherScripts = false

  /// - Parameter language: whose plurals the words may have.
  public init(language: Language) {
    endings = PluralEndings(of: language)
  }

  public var isEmpty: Bool { trie.isEmpty }

  /// Adds a way to write a term; of two that can't be told apart, the one that came first counts.
  ///
  /// Nothing is added for a text of no word or of more than twelve, or whose ends are signs that belong to
  /// the name (`C++`).
  public mutating func add(_ spelling: String, as term: Int) {
    var html: [UInt8] = []
    Escaping.append(spelling.utf8, to: &html)
    html.withUnsafeBufferPointer { html in
      var text = TermText(html, endings: endings, foldsOtherScripts: true)
      guard text.readRun() == nil, text.hasPlainEnds, text.words.count <= Self.longestSpelling else { return }
      hasOtherScripts = hasOtherScripts || text.words.contains(where: \.isOtherScript)
      let words = text.words.map { html[$0.start..<$0.end] }
      let isCapitals =
        words.contains(where: LetterCase.hasUppercase) && !words.contains(where: LetterCase.hasLowercase)
      trie.insert(text, isCapitals: isCapitals, term: term)
    }
  }

  /// Tells every mention in a text, and every slot.
  ///
  /// Links, headings, code, buttons, `dfn`, `summary`, titles of boxes and what is in a language of its own
  /// are passed over. The time is in proportion to the text, whatever the terms.
  ///
  /// - Parameter html: what `renderMarkdown` gives, marks included.
  public func read(_ html: [UInt8], _ found: (Finding) -> Void) {
    html.withUnsafeBufferPointer { html in
      var text = TermText(html, endings: endings, foldsOtherScripts: hasOtherScripts)
      var boundary: TermText.Boundary?
      repeat {
        boundary = text.readRun()
        findMentions(in: text, of: html, found)
        if case .slot(let index) = boundary { found(.slot(index)) }
      } while boundary != nil
    }
  }

  private func findMentions(
    in text: TermText, of html: UnsafeBufferPointer<UInt8>, _ found: (Finding) -> Void
  ) {
    var index = 0
    var quotes = Quotation(html, from: text.words.first?.start ?? 0)
    while index < text.words.count {
      guard let (term, last) = trie.longest(in: text, from: index, of: html) else {
        index += 1
        continue
      }
      let mention = text.words[index].start..<text.words[last].end
      if quotes.allows(mention) { found(.mention(of: term, at: mention)) }
      index = last + 1
    }
  }
}

/// The letters that a plural may add to a word.
struct PluralEndings: Sendable {
  private let hasS: Bool
  private let hasX: Bool

  init(of language: Language) {
    hasS = language != .neutral
    hasX = language == .french
  }

  /// 1 for s, 2 for x, 0 for none.
  ///
  /// - Parameter byte: a word's last, as it is written.
  func ending(_ byte: UInt8) -> UInt8 {
    switch byte | 0x20 {
    case UInt8(ascii: "s") where hasS: 1
    case UInt8(ascii: "x") where hasX: 2
    default: 0
    }
  }
}
