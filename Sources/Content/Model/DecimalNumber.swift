/// A decimal number as the author wrote it: nothing is rounded, added or dropped.
public struct DecimalNumber: Sendable, Hashable {
  /// Digits with an optional sign and a `.` before the decimals: `1200.50`.
  public let text: String
  public let value: Double

  /// Reads `12`, `-3`, `12.50` or `12,50`; spaces and other separators of thousands are refused.
  public init?(_ string: String) {
    var text = ""
    var digits = 0
    var separators = 0
    for (offset, scalar) in string.unicodeScalars.enumerated() {
      switch scalar {
      case "0"..."9":
        digits += 1
        text.unicodeScalars.append(scalar)
      case "-" where offset == 0: text += "-"
      case _ where (scalar == "." || scalar == ",") && separators == 0 && digits > 0:
        separators += 1
        text += "."
      default: return nil
      }
    }
    guard digits > 0, digits <= 15, !text.hasSuffix("."), let value = Double(text) else { return nil }
    self.text = text
    self.value = value
  }
}
