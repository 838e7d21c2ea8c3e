import CStemmer

/// Snowball's stems of a language's words, through libstemmer.
///
/// One belongs to one task: libstemmer keeps its last answer.
struct Stemmer: ~Copyable {
  private let stemmer: OpaquePointer?

  /// A stemmer for a language (ISO 639-1); words stay as they are in languages that Snowball doesn't know.
  init(languageCode: String) {
    let language = String(languageCode.prefix { $0 != "-" }).lowercased()
    stemmer = sb_stemmer_new(language, "UTF_8")
  }

  deinit { sb_stemmer_delete(stemmer) }

  /// The stem of a word that is in lower case and composed, with its accents.
  func stem(of word: [UInt8]) -> [UInt8] {
    guard let stemmer,
      let stem = word.withUnsafeBufferPointer({ sb_stemmer_stem(stemmer, $0.baseAddress, Int32($0.count)) })
    else { return word }
    let length = Int(sb_stemmer_length(stemmer))
    return length > 0 ? Array(UnsafeBufferPointer(start: stem, count: length)) : word
  }
}
