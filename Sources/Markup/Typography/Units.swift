/// T2: the units and months that a number keeps beside it.
enum Units {
  private static let signs = ["%", "‰", "€", "M€", "k€", "Md€", "Mds€"].map { Array($0.utf8) }
  private static let symbols = [
    "°C", "°F", "km²", "km", "km/h", "m²", "m³", "m", "cm", "mm", "ha", "kg", "g", "t", "h", "min", "ko",
    "kB", "Ko", "Mo",
    "MB", "Go", "GB", "To", "TB", "octets", "kW", "kWh", "MW", "MWh", "GW", "GWh", "TWh", "tCO2", "tCO₂",
    "dB", "hab",
    "ETP",
  ].map { Array($0.utf8) }
  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre",
    "décembre",
  ].map { Array($0.utf8) }

  /// The length of a unit that begins at `index`; only of a sign, such as %, when it is joined to its number.
  static func length(
    at index: Int, in text: UnsafeBufferPointer<UInt8>, _ language: Language, isJoined: Bool
  ) -> Int? {
    guard index < text.count else { return nil }
    switch text[index] {
    // By far the most frequent, and nothing longer begins with it.
    case UInt8(ascii: "%"):
      guard language == .french else { return nil }
      let after = text.neighbour(at: index + 1)
      return after.isWord || after == .apostrophe ? nil : 1
    case 0xC2, 0xE2, UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): break
    default: return nil
    }
    guard beginnings[Int(text[index])] else { return nil }
    if language == .french, let length = length(of: signs, at: index, in: text) { return length }
    return isJoined ? nil : length(of: symbols, at: index, in: text)
  }

  /// Whether the name of a French month begins at `index`, capital or not.
  static func isMonth(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index < text.count else { return false }
    let initial = text[index] | 0x20
    guard monthInitials[Int(initial)] else { return false }
    return months.contains { month in
      guard initial == month[0], index + month.count <= text.count else { return false }
      for offset in 1..<month.count where text[index + offset] != month[offset] { return false }
      return !text.neighbour(at: index + month.count).isWord
    }
  }

  private static func length(
    of units: [[UInt8]], at index: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    for unit in units where text[index] == unit[0] && text.stands(unit, at: index) {
      let after = text.neighbour(at: index + unit.count)
      if !after.isWord, after != .apostrophe { return unit.count }
    }
    return nil
  }

  private static let monthInitials: [Bool] = (0...255).map { (byte: UInt8) in
    months.contains { $0[0] == byte }
  }
  private static let beginnings: [Bool] = (0...255).map { (byte: UInt8) in
    (signs + symbols).contains { $0[0] == byte }
  }
}
