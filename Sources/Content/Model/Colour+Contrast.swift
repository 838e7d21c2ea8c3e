import Foundation

extension Colour {
  /// The least contrast that text must have with its ground (WCAG 2.2, 1.4.3).
  public static let leastContrast = 4.5

  /// The grounds of the theme that leave an accent the least contrast, on a light screen and on a dark one.
  public static let lightGround = Colour(red: 0xF4, green: 0xED, blue: 0xDF)
  public static let darkGround = Colour(red: 0x2A, green: 0x25, blue: 0x1E)

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    let digits = Array("0123456789abcdef")
    let text = [red, green, blue].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    self.init(hex: "#" + String(text))
  }

  /// Red, green and blue, from 0 to 255.
  var components: [UInt8] {
    let value = UInt32(hex.dropFirst(), radix: 16) ?? 0
    return [16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// Relative luminance, 0 for black and 1 for white (WCAG 2.2).
  public var luminance: Double {
    let linear = components.map { component -> Double in
      let value = Double(component) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// The contrast ratio of two colours, whichever is the lighter: 1 to 21 (WCAG 2.2).
  public func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The nearest shade that can be read on a ground: darker on a light one, lighter on a dark one.
  ///
  /// Itself, where it can be read already.
  public func readable(on ground: Colour) -> Colour {
    // A ground above this luminance has more contrast with black than with white.
    let goal: UInt8 = ground.luminance > 0.179 ? 0 : 255
    var shade = self
    var percent = 0
    while shade.contrast(with: ground) < Colour.leastContrast, percent < 100 {
      percent += 1
      shade = mixed(percent, percentOf: goal)
    }
    return shade
  }

  private func mixed(_ percent: Int, percentOf goal: UInt8) -> Colour {
    let parts = components.map { UInt8((Int($0) * (100 - percent) + Int(goal) * percent) / 100) }
    return Colour(red: parts[0], green: parts[1], blue: parts[2])
  }
}
