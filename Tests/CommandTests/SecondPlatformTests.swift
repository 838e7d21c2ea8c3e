import Foundation
import Testing

/// A platform about something else than the real one, with no line of Swift of its own.
@Suite("A second platform")
struct SecondPlatformTests {
  private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("It builds with nothing to say, even about what is usually only a warning")
  func builds() throws {
    let output = FileManager.default.temporaryDirectory.appending(path: "terreau-second-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    let source = Self.project.appending(path: "Tests/Fixtures/atelier").path
    let result = try Program.terreau.run([
      "build", "--source", source, "--output", output.path, "--strict", "--format", "json",
    ])
    let report = try result.report()
    #expect(report.findings == [])
    #expect(try #require(report.summary).pages > 100)
  }

  @Test("Neither the generator nor the templates know what the platforms declare")
  func knowsNoPlatform() throws {
    let declared = try ["content", "Tests/Fixtures/atelier/content"].flatMap { content in
      try FileManager.default.contentsOfDirectory(
        atPath: Self.project.appending(path: "\(content)/vocabularies").path)
    }
    let ids = Set(declared.filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) })
    #expect(ids.count > 10)
    for folder in ["Sources", "templates"] {
      let root = Self.project.appending(path: folder)
      let names = try #require(FileManager.default.enumerator(atPath: root.path))
      for case let name as String in names where name.hasSuffix(".swift") || name.hasSuffix(".js") {
        let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
        let known = ids.filter { text.contains("\"\($0)\"") || text.contains("'\($0)'") }
        #expect(known.isEmpty, "\(folder)/\(name)")
      }
    }
  }
}
