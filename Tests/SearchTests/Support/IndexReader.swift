import Foundation

@testable import Search

/// Reads an index as scripts do, from its files alone.
struct IndexReader {
  struct Found: Equatable {
    var documents: [Int]
    /// 1 to 15.
    var levels: [Int]
    var scale: Double
  }

  private struct Shard: Decodable {
    var f: String
    var r: String
    var a: [Int]
    var p: String
  }

  private struct Words {
    var forms: [String]
    var stems: [(shard: Int, place: Int)]
    var postings: [Substring]
  }

  let keys: [String]
  private let shards: [Words]

  init(_ index: SearchIndex) throws {
    keys = IndexReader.unpacked(String(decoding: index.keys, as: UTF8.self))
    shards = try index.files.filter { $0.path.hasPrefix("t/") }.enumerated().map { number, file in
      let shard = try JSONDecoder().decode(Shard.self, from: Data(file.bytes))
      var stems: [(Int, Int)] = []
      var next = 0
      for reference in IndexReader.numbers(shard.r) {
        if reference == 0 {
          stems.append((number, next))
          next += 1
        } else if reference % 2 == 1 {
          stems.append((number, next - 1 - (reference - 1) / 2))
        } else {
          stems.append((shard.a[reference - 2], shard.a[reference - 1]))
        }
      }
      return Words(
        forms: IndexReader.unpacked(shard.f), stems: stems,
        postings: shard.p.split(separator: " ", omittingEmptySubsequences: false))
    }
  }

  /// Every form, in its order.
  var forms: [String] { shards.flatMap(\.forms) }

  /// What the index has for a form; `nil` where it has none.
  func lookUp(_ form: String) -> Found? {
    // Scripts order texts by UTF-16 code units.
    let number = keys.lastIndex { !form.utf16.lexicographicallyPrecedes($0.utf16) } ?? 0
    guard number < shards.count, let place = shards[number].forms.firstIndex(of: form) else { return nil }
    let stem = shards[number].stems[place]
    var numbers = IndexReader.numbers(String(shards[stem.shard].postings[stem.place]))
    let scale = pow(2, Double(numbers.removeFirst() - 8) / 8)
    var found = Found(documents: [], levels: [], scale: scale)
    var last = -1
    for number in numbers {
      last += (numbers.count == 1 ? number : number / 15) + 1
      found.documents.append(last)
      found.levels.append(numbers.count == 1 ? 15 : number % 15 + 1)
    }
    return found
  }

  /// Numbers in base 46: of 92 signs the first 46 end one.
  static func numbers(_ text: String) -> [Int] {
    let signs = (33...126).filter { $0 != 34 && $0 != 92 }
    var numbers: [Int] = []
    var (number, weight) = (0, 1)
    for byte in text.utf8 {
      let digit = signs.firstIndex(of: Int(byte)) ?? 0
      number += digit % 46 * weight
      weight *= 46
      if digit < 46 {
        numbers.append(number)
        (number, weight) = (0, 1)
      }
    }
    return numbers
  }

  /// The words of a front-coded list: a capital says how many UTF-16 units each shares with the one before.
  static func unpacked(_ text: String) -> [String] {
    var words: [String] = []
    var last: [UInt16] = []
    for unit in text.utf16 {
      if (65...90).contains(unit) {
        if !words.isEmpty || !last.isEmpty { words[words.count - 1] = String(decoding: last, as: UTF16.self) }
        last = Array(last.prefix(Int(unit) - 65))
        words.append("")
      } else {
        last.append(unit)
      }
    }
    if !words.isEmpty { words[words.count - 1] = String(decoding: last, as: UTF16.self) }
    return words
  }
}
