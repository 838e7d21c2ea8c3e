extension Language {
  /// A whole number, its thousands apart: « 5 391 223 » with U+202F, `5,391,223`. Not for years and ids.
  public func number(_ value: Int) -> String {
    number(digits: String(value.magnitude), fraction: "", isNegative: value < 0)
  }

  /// A number rounded, half away from zero, to `fractionDigits` decimals: « 12,5 », `12.5`.
  ///
  /// What is too large to be rounded exactly, or no number, is given as Swift writes it.
  public func number(_ value: Double, fractionDigits: Int) -> String {
    var scale = 1
    for _ in 0..<min(max(fractionDigits, 0), 9) { scale *= 10 }
    let scaled = (value * Double(scale)).rounded(.toNearestOrAwayFromZero)
    guard scaled.magnitude < 9e15 else { return "\(value)" }
    let magnitude = Int(scaled.magnitude)
    let fraction = scale == 1 ? "" : String(String(magnitude % scale + scale).dropFirst())
    return number(digits: String(magnitude / scale), fraction: fraction, isNegative: scaled < 0)
  }

  /// A number written in ASCII with a point, every digit of it kept: `1234.50` gives « 1 234,50 ».
  ///
  /// Returns nil when the text is not `-`, digits, and a point with digits.
  public func number(decimal text: some StringProtocol) -> String? {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let parts = text.utf8.dropFirst(isNegative ? 1 : 0)
      .split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Byte.isDigit) }), let whole = parts.first else {
      return nil
    }
    let fraction = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
    return number(digits: String(decoding: whole, as: UTF8.self), fraction: fraction, isNegative: isNegative)
  }

  private func number(digits: String, fraction: String, isNegative: Bool) -> String {
    let (group, point, minus) =
      switch self {
      case .french: (narrowNoBreakSpace, ",", "\u{2212}")
      case .english: (",", ".", "\u{2212}")
      case .neutral: ("", ".", "-")
      }
    var text = isNegative ? minus : ""
    var remaining = digits.utf8.count
    for digit in digits.unicodeScalars {
      text.unicodeScalars.append(digit)
      remaining -= 1
      if remaining > 0, remaining.isMultiple(of: 3) { text += group }
    }
    return fraction.isEmpty ? text : text + point + fraction
  }

  /// A percentage, from a number already formatted: « 12,5 % » with U+00A0, `12.5%`.
  public func percentage(_ number: String) -> String {
    self == .english ? number + "%" : number + noBreakSpace + "%"
  }

  /// A number already formatted with its unit, on one line: « 12 km² ».
  public func quantity(_ number: String, unit: String) -> String {
    number + noBreakSpace + unit
  }

  /// The weight of a file, in decimal multiples: « 512 octets », « 1,2 Mo », `3.4 MB`.
  ///
  /// A multiple below ten keeps one decimal, one above has none.
  public func fileSize(_ bytes: Int) -> String {
    let names =
      switch self {
      case .french: [plural(bytes, one: "octet", other: "octets"), "ko", "Mo", "Go", "To"]
      case .english: [plural(bytes, one: "byte", other: "bytes"), "kB", "MB", "GB", "TB"]
      case .neutral: ["B", "kB", "MB", "GB", "TB"]
      }
    guard bytes >= 1000 else { return quantity(number(bytes), unit: names[0]) }
    var size = Double(bytes)
    var step = 0
    // A size that rounds to a thousand is one of the next multiple.
    while size >= 999.5, step + 1 < names.count {
      size /= 1000
      step += 1
    }
    return quantity(number(size, fractionDigits: size < 9.95 ? 1 : 0), unit: names[step])
  }
}
