import Testing

@testable import Templates

@Suite("What stands for a platform")
struct EmblemTests {
  private func header(settings: String, files: [String: String] = [:]) async throws -> String {
    let platform = try await TinyPlatform(settings: settings, files: Samples.files.merging(files) { $1 })
    #expect(platform.diagnostics.isEmpty)
    return try #require(Markup(try platform.html(.home)).between("<p class=\"site-name\">", "</p>"))
  }

  @Test("A logo stands before the name, with its size and no words of its own")
  func logo() async throws {
    let logo = ["static/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'/>"]
    let header = try await header(settings: "logo: static/logo.svg", files: logo)
    #expect(header.contains("<img src=\"logo.svg\" width=\"40\" height=\"20\" alt=\"\">"))
    #expect(header.hasSuffix("<span>Le site</span></a>"))
    #expect(!header.contains("<svg"))
  }

  @Test("Without a logo the theme's strata stand there, which readers of the screen never hear of")
  func strata() async throws {
    let header = try await header(settings: "")
    #expect(header.contains("<svg ") && header.contains("aria-hidden=\"true\""))
    #expect(!header.contains("<img"))
  }

  @Test("Every icon is drawn, in the colour of its text, without words", arguments: Icon.allCases)
  func icons(icon: Icon) {
    let html = String(decoding: icon.html.utf8, as: UTF8.self)
    #expect(html.contains("aria-hidden=\"true\"") && html.contains("currentColor"))
    #expect(Set(Icon.allCases.map { $0.html.utf8 }).count == Icon.allCases.count)
  }
}
