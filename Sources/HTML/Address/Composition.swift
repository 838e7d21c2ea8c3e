import Foundation

/// `string` in Unicode's normal form C, so that an address is the same whatever keyboard or file system its
/// name comes from.
func composed(_ string: String) -> String {
  // Foundation is slow and nearly every path is ASCII, which is composed already.
  string.utf8.allSatisfy { $0 < 0x80 } ? string : string.precomposedStringWithCanonicalMapping
}
