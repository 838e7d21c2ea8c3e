import Testing

@testable import Content

@Suite("Colours that can be read")
struct ColourTests {
  @Test(
    "The contrast of two colours is that of WCAG, whichever is lighter",
    arguments: [
      ("#000000", "#ffffff", 21.0), ("#ffffff", "#000000", 21.0), ("#123456", "#123456", 1.0),
      ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0),
    ])
  func contrast(a: String, b: String, expected: Double) throws {
    let ratio = try #require(Colour(a)).contrast(with: try #require(Colour(b)))
    #expect(abs(ratio - expected) < 0.005)
  }

  @Test("A colour is written again as it was read", arguments: ["#0b6150", "#ffffff", "#000000", "#9a0fA0"])
  func components(hex: String) throws {
    let colour = try #require(Colour(hex))
    let parts = colour.components
    #expect(Colour(red: parts[0], green: parts[1], blue: parts[2]) == colour)
  }

  @Test(
    "The nearest readable shade is the first that passes, and a colour that passes stays",
    arguments: ["#ff9900", "#ffff00", "#777777", "#ffffff", "#000000", "#0b6150", "#c0ffee"])
  func readable(hex: String) throws {
    let colour = try #require(Colour(hex))
    for ground in [Colour.lightGround, Colour.darkGround] {
      let shade = colour.readable(on: ground)
      #expect(shade.contrast(with: ground) >= Colour.leastContrast)
      #expect((shade == colour) == (colour.contrast(with: ground) >= Colour.leastContrast))
      #expect(shade == colour || shade.contrast(with: ground) < 5)
    }
  }
}
