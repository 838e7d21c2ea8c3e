import Content
import Foundation
import Templates
import Testing

@Suite("What no page may hold")
struct HonestyTests {
  private static let hostile = #"<script>alert("1")</script> & 'x' " onmouseover="y"#

  @Test("A hostile title stays text wherever it is shown")
  func hostileTitle() async throws {
    var files = Samples.files
    let title = Self.hostile.replacingOccurrences(of: "'", with: "''")
    files["outils/trois.md"] = """
      ---
      title: '\(title)'
      summary: '\(title)'
      note: '\(title)'
      sujets: [eau]
      proche: outil/un
      sources: [{text: '\(title)', page: '\(title)'}]
      ---
      """
    let platform = try await TinyPlatform(settings: "tagline: '\(title)'", files: files)
    #expect(platform.diagnostics.isEmpty)
    for page in platform.site.pages {
      let html = try platform.html(page)
      #expect(!html.contains("<script>alert") && !html.contains("\" onmouseover"), "\(page)")
      #expect(!html.contains("alert(\"1\")"), "\(page)")
    }
    #expect(try platform.html(itemTitled: Self.hostile).contains("<h1>&lt;script&gt;alert("))
  }

  @Test("No page shows a Swift value in place of its text")
  func noDebugText() async throws {
    let platform = try await TinyPlatform(files: Samples.files)
    for page in platform.site.pages {
      let html = try platform.html(page)
      #expect(!html.contains("HTML(bytes") && !html.contains("Optional(") && !html.contains("URLReference("))
    }
  }

  @Test("No template names a content type or a vocabulary of the platform in this repository")
  func generic() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let files = FileManager.default
    let names = try ["types", "vocabularies"].flatMap { folder in
      try files.contentsOfDirectory(atPath: root.appending(path: "content/\(folder)").path)
        .filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }
    }
    #expect(names.count > 10)
    let templates = root.appending(path: "templates")
    let sources = try #require(files.enumerator(atPath: templates.path)).compactMap { $0 as? String }
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Texts/") }
    #expect(sources.count > 20)
    for source in sources {
      let text = try String(contentsOf: templates.appending(path: source), encoding: .utf8)
      for name in names { #expect(!text.contains("\"\(name)\""), "\(source): \(name)") }
    }
  }

  @Test("Interface text stands in the sentences only: other templates hold no accented letter")
  func textsInOnePlace() throws {
    let templates = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "templates")
    let sources = try #require(FileManager.default.enumerator(atPath: templates.path)).compactMap { $0 as? String }
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Texts/") }
    for source in sources {
      let text = try String(contentsOf: templates.appending(path: source), encoding: .utf8)
      for line in text.split(separator: "\n") where !line.contains("///") {
        #expect(!line.unicodeScalars.contains { ("à"..."ÿ").contains($0) || $0 == "’" }, "\(source): \(line)")
      }
    }
  }

  @Test("A platform in English has English sentences, and none of the French ones")
  func english() async throws {
    let platform = try await TinyPlatform(language: "en", files: Samples.files)
    let html = try platform.html(itemTitled: "Outil un")
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    #expect(html.contains("<span class=\"unstated\">Not stated in the sources</span>"))
    #expect(html.contains("<p class=\"reason\">Same sujet: L’eau</p>"))
    #expect(!html.contains("Non précisé dans") && !html.contains("Plan du site"))
  }
}
