/// The typographic rules of a language, for text that is read: never for ids, addresses or code.
///
/// In French: no-break spaces before and after punctuation (T1), with units, abbreviations and months (T2) and
/// in thousands (T3); ’, … and – in ranges (T4); « » for straight quotes, and “ ” inside. In English: “ ” and
/// ‘ ’, ’, …, – in ranges, no-break spaces with units. In any other language: nothing.
///
/// Applied to its own result it changes nothing. Addresses, domains and file names that stand in a text stay
/// as they are, and so do the quotes of a text in which one lacks its other half.
///
///     Typography(language: .french).apply(to: "l'eau: \"vive\" !")  // « l’eau : « vive » ! », no-break
public struct Typography: Sendable {
  public let language: Language

  public init(language: Language) {
    self.language = language
  }

  /// The text as it is set, in Unicode's composed form.
  public func apply(to text: String) -> String {
    guard language != .neutral else { return text }
    var text = text
    let composed = text.withUTF8 { CombiningMarks.mayStand(in: $0) ? CombiningMarks.composed($0) : nil }
    if let composed { text = String(decoding: composed, as: UTF8.self) }
    return text.withUTF8 { Self.set($0, in: language) } ?? text
  }

  /// The text as it is set, or nil when it is that already.
  private static func set(_ bytes: UnsafeBufferPointer<UInt8>, in language: Language) -> String? {
    var typesetter = Typesetter(language: language, raisesOrdinals: false)
    typesetter.set(bytes)
    guard !typesetter.edits.isEmpty else { return nil }
    var set: [UInt8] = []
    set.reserveCapacity(bytes.count + typesetter.edits.count * 3)
    var start = 0
    for edit in typesetter.edits {
      set.append(contentsOf: bytes[start..<edit.start])
      edit.kind.append(to: &set)
      start = edit.end
    }
    set.append(contentsOf: bytes[start...])
    return String(decoding: set, as: UTF8.self)
  }
}
