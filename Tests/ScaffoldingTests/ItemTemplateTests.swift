import Content
import Foundation
import Scaffolding
import Testing

@Suite("The file of a new item")
struct ItemTemplateTests {
  /// One item of each type of a platform.
  private struct Items {
    let folder: Folder
    let platform: PlatformDeclarations
    private(set) var paths: [String] = []

    init(_ kind: Platforms) throws {
      folder = try kind.copy()
      platform = try PlatformDeclarations(folder: folder.path)
      for type in platform.types.indices {
        let item = try NewItem(
          title: #"Un "essai" : n° \#(type) # \"#, slug: "essai-\(type)", type: type, isDraft: false,
          of: platform)
        try item.write(below: folder.path)
        paths.append(item.path)
      }
    }

    func rewrite(_ change: ([Substring]) -> [String]) throws {
      for path in paths {
        let lines = try folder.text(path).split(separator: "\n", omittingEmptySubsequences: false)
        try folder.write(change(lines).joined(separator: "\n"), to: path)
      }
    }
  }

  /// What every platform says when a commitment more is tracked than its assessments count.
  private func others(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.filter { $0.problem.code != "assessment-total" }
  }

  @Test(
    "A build asks for what is required, at its place, and for nothing else", arguments: Platforms.allCases)
  func missing(_ kind: Platforms) async throws {
    let items = try Items(kind)
    #expect(items.platform.types.count >= 4)
    var expected: [String] = []
    for (type, path) in zip(items.platform.types, items.paths) {
      let lines = try items.folder.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      func expect(_ key: String) throws {
        let line = try #require(lines.firstIndex { $0.drop { $0 == " " } == "\(key):" }, "\(path) \(key)")
        expected.append("\(path):\(line + 1)")
      }
      for field in type.fields where field.isRequired { try expect(field.id) }
      for key in type.capabilities.flatMap(\.keys) where key.isRequired {
        // Of an empty matrix it is said, where its cells are, that it has the wrong shape.
        if key != .matrixRows, key != .matrixColumns { try expect(key.name) }
      }
    }
    let found = others(try await items.folder.diagnostics()).map { diagnostic in
      let isExpected = ["missing-key", "matrix-shape"].contains(diagnostic.problem.code)
      return "\(diagnostic.location?.file ?? ""):\(diagnostic.location?.line ?? 0)\(isExpected ? "" : "?")"
    }
    #expect(Set(found) == Set(expected))
  }

  @Test("Filled in with its own examples, it says nothing wrong", arguments: Platforms.allCases)
  func filled(_ kind: Platforms) async throws {
    let items = try Items(kind)
    try items.rewrite(ItemTemplateTests.fill)
    #expect(others(try await items.folder.diagnostics()) == [])
  }

  @Test("Every example is right, required or not", arguments: Platforms.allCases)
  func uncommented(_ kind: Platforms) async throws {
    let items = try Items(kind)
    try items.rewrite { ItemTemplateTests.uncomment(ItemTemplateTests.fill($0)) }
    let found = try await items.folder.diagnostics().filter { diagnostic in
      // An example of a level can't be the count that a platform's own items make.
      guard let file = diagnostic.location?.file, items.paths.contains(file) else { return false }
      return diagnostic.problem.code != "assessment-total"
    }
    #expect(found == [])
  }

  @Test("The title comes through, and the hint is not published")
  func title() async throws {
    let items = try Items(.fixture)
    try items.rewrite(ItemTemplateTests.fill)
    let sources = await LoadedSources(try SourceTree(folder: items.folder.path), jobs: 2)
    let site = await SiteReader(options: BuildOptions(jobs: 2)).read(sources).site
    let item = try #require(site.items.first { $0.file.hasSuffix("essai-0.md") })
    #expect(item.title.contains("essai") && item.title.hasSuffix(#"# \"#))
    #expect(item.lead == nil)
    #expect(item.body.passages.isEmpty)
  }

  /// Puts the example above each empty key into it.
  static func fill(_ lines: [Substring]) -> [String] {
    lines.enumerated().map { number, line in
      let indentation = line.prefix { $0 == " " }
      let key = line.dropFirst(indentation.count)
      guard key.hasSuffix(":"), number > 0 else { return String(line) }
      let example = lines[number - 1]
      let opening = "\(indentation)# "
      return example.hasPrefix(opening + key)
        ? String(indentation + example.dropFirst(opening.count)) : String(line)
    }
  }

  /// Takes the `#` away before every key that isn't used, except those that would hide the item or move it.
  static func uncomment(_ lines: [String]) -> [String] {
    let left = ["draft", "publish", "expires", "permalink", "aliases", "slug", "id"]
    return lines.enumerated().map { number, line in
      let indentation = line.prefix { $0 == " " }
      let content = line.dropFirst(indentation.count + 2)
      let name = content.drop { $0 == " " }.prefix {
        $0.isLowercase && $0.isASCII || $0 == "_" || $0.isNumber
      }
      let isKey = content.drop { $0 == " " }.dropFirst(name.count).first == ":" && !name.isEmpty
      guard line.dropFirst(indentation.count).hasPrefix("# "), isKey, !left.contains(String(name)),
        number + 1 == lines.count || lines[number + 1] != indentation + content
      else { return line }
      return String(indentation + content)
    }
  }
}
