/// Numbers as printable ASCII that JSON holds without escapes: base 46, the lowest digit first.
///
/// Of the 92 characters from `!` to `~` without `"` and `\`, the first 46 end a number, the others go on with it.
public enum CompactNumbers {
  static let alphabet: [UInt8] = (0x21...0x7E).filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
  static let base = 46

  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= base {
      bytes.append(alphabet[base + rest % base])
      rest /= base
    }
    bytes.append(alphabet[rest])
  }

  /// Ascending numbers as their gaps, the first one's from -1, each one less than it is.
  public static func gaps(_ numbers: some Sequence<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    var last = -1
    for number in numbers {
      append(number - last - 1, to: &bytes)
      last = number
    }
    return bytes
  }
}

/// Words in order, each as what it doesn't share with the one before.
///
/// An upper-case letter says how many UTF-16 code units are shared, A for none, Z for 25; the rest follows. Folded
/// words hold no upper-case letter, so that the next one begins a word.
struct FrontCoding {
  private(set) var bytes: [UInt8] = []
  private var last: [UInt8] = []

  mutating func append(_ word: [UInt8]) {
    var shared = 0
    var units = 0
    while shared < min(word.count, last.count), word[shared] == last[shared], units < 25 {
      shared += 1
      // What is shared ends between two characters, never in one.
      while shared < word.count, word[shared] & 0xC0 == 0x80, shared < last.count, word[shared] == last[shared] {
        shared += 1
      }
      units += 1
    }
    while shared < word.count, shared > 0, word[shared] & 0xC0 == 0x80 { shared -= 1 }
    let common = String(decoding: word[..<shared], as: UTF8.self).utf16.count
    bytes.append(UInt8(ascii: "A") + UInt8(min(common, 25)))
    bytes += word[shared...]
    last = word
  }
}
