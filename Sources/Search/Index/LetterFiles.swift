/// The forms that begin with each letter: where a misspelt word is looked for.
struct LetterFiles {
  /// The letters that have a file: a to z, `0` for digits, `_` for every other beginning.
  private(set) var letters = ""
  private(set) var files: [SearchIndex.File] = []

  init(_ forms: [IndexVocabulary.Form]) {
    var lists: [UInt8: FrontCoding] = [:]
    for form in forms where form.text.count > 2 { lists[Self.letter(of: form.text), default: FrontCoding()].append(form.text) }
    for letter in lists.keys.sorted() {
      let name = String(UnicodeScalar(letter))
      letters += name
      let bytes = Array(#"{"f":""#.utf8) + (lists[letter]?.bytes ?? []) + Array(#""}"#.utf8)
      files.append(SearchIndex.File(path: "v/\(name).json", bytes: bytes))
    }
  }

  private static func letter(of form: [UInt8]) -> UInt8 {
    switch form.first {
    case let letter? where (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter): letter
    case let digit? where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit): UInt8(ascii: "0")
    default: UInt8(ascii: "_")
    }
  }
}
