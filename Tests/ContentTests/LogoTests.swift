import Testing

@testable import Content

@Suite("The platform's logo")
struct LogoTests {
  private func reading(_ logo: String, _ files: [String: TinySite.File]) async throws -> SiteReader.Reading {
    let settings = "name: E\nbase_url: https://exemple.org\nlogo: \(logo)\n"
    return try await TinySite(files.merging(["site.yml": .text(settings)]) { $1 }).read()
  }

  @Test(
    "A published file is found by its name or by its address, and has its size",
    arguments: [("static/l o.svg", "/l%20o.svg"), ("images/l.svg", "/images/l.svg"), ("/l.svg", "/l.svg")])
  func found(file: String, address: String) async throws {
    let path = file.hasPrefix("/") ? "static" + file : file
    let reading = try await reading(file, [path: "<svg viewBox='0 0 40 20'/>"])
    #expect(reading.findings.isEmpty)
    let logo = try #require(reading.site.settings.logo)
    #expect(logo.url.string == address)
    #expect(logo.size == ImageSize(width: 40, height: 20))
  }

  @Test("A file that isn't there is an error that names the nearest")
  func missing() async throws {
    let reading = try await reading("static/logo.svg", ["static/logos.svg": "<svg viewBox='0 0 40 20'/>"])
    let found = try #require(reading.diagnostics.first)
    #expect(found.problem == .brokenLink("static/logo.svg", suggestion: "static/logos.svg"))
    #expect(found.severity == .error && found.location?.line == 3 && found.location?.column == 7)
  }

  @Test("A file that is no image, or none with a size, is an error", arguments: ["texte", "<svg/>", ""])
  func notAnImage(contents: String) async throws {
    let reading = try await reading("logo.svg", ["logo.svg": .text(contents)])
    #expect(reading.diagnostics.map(\.problem) == [.notAnImage(key: "logo", value: "logo.svg")])
    #expect(reading.site.settings.logo?.size == nil)
  }
}
