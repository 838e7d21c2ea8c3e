import Content
import Foundation
import Templates
import Testing

@Suite("The theme's files")
struct StyleSheetTests {
  private func assets(settings: String = "") async throws -> [String: String] {
    let platform = try await TinyPlatform(settings: settings, files: Samples.files)
    let assets = PlatformTheme().assets(for: platform.site)
    return Dictionary(uniqueKeysWithValues: assets.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test("The style sheet keeps to 20 KB and the script to 2 KB")
  func budgets() async throws {
    let assets = try await assets()
    #expect(try #require(assets["site.css"]).utf8.count <= 20_000)
    #expect(try #require(assets["site.js"]).utf8.count <= 2_000)
  }

  @Test("The platform's colours come first in the style sheet, and colour the icon")
  func colours() async throws {
    let both = try await assets(settings: "colours: {accent: \"#112233\", accent_dark: \"#aabbcc\"}")
    #expect(both["site.css"]?.hasPrefix(":root{--accent-light:#112233;--accent-dark:#aabbcc;}\n") == true)
    #expect(both["favicon.svg"]?.contains("fill=\"#112233\"") == true)
    let one = try await assets(settings: "colours: {accent: \"#112233\"}")
    #expect(one["site.css"]?.contains("--accent-dark:color-mix(in oklab,#112233,#fff 65%)") == true)
    let none = try await assets()
    #expect(none["site.css"]?.hasPrefix("@layer") == true)
  }

  @Test("A8, A12: text has a contrast of 4.5 on every ground, in light and in dark", arguments: [0, 1])
  func contrast(scheme: Int) async throws {
    let css = try #require(try await assets()["site.css"])
    // The light values stand first, then the dark ones.
    func colour(_ name: String) throws -> Double {
      let declarations = css.components(separatedBy: "--\(name):").dropFirst().prefix(2)
      let value = try #require(declarations.dropFirst(scheme).first?.prefix { $0 != ";" })
      let hex = try #require(value.split(separator: "#").last?.prefix { $0.isHexDigit })
      return luminance(try #require(Int(hex, radix: 16)))
    }
    for ground in ["ground", "raised", "sunk"] {
      for ink in ["ink", "quiet", "accent", "warm"] {
        let (a, b) = (try colour(ground), try colour(ink))
        let ratio = (max(a, b) + 0.05) / (min(a, b) + 0.05)
        #expect(ratio >= 4.5, "\(ink) on \(ground): \(ratio)")
      }
    }
  }

  @Test("The grounds on which a platform's accents are checked are the theme's")
  func grounds() async throws {
    let css = try #require(try await assets()["site.css"])
    let sunk = css.components(separatedBy: "--sunk:").dropFirst().prefix(2).map { String($0.prefix(7)) }
    #expect(sunk == [Colour.lightGround.hex, Colour.darkGround.hex])
  }

  @Test("Even black as the accent for light grounds is light enough on dark ones")
  func lightened() async throws {
    let css = try #require(try await assets(settings: "colours: {accent: \"#000000\"}")["site.css"])
    let words = css.components(separatedBy: "color-mix(in oklab,#000000,#fff ").dropFirst().first
    let white = try #require(words.flatMap { Double($0.prefix { $0 != "%" }) }) / 100
    // The luminance of a grey is the cube of its lightness in Oklab.
    let luminance = white * white * white
    #expect((luminance + 0.05) / (Colour.darkGround.luminance + 0.05) >= Colour.leastContrast)
  }

  /// Relative luminance (WCAG 2.2).
  private func luminance(_ rgb: Int) -> Double {
    let parts = [rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255].map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
