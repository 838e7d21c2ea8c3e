import Foundation
import Markup
import Testing

@testable import Content

/// The platform's own guide for contributors keeps up with what it is about.
@Suite("The contributor's guide")
struct GuideTests {
  private static let content = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "content").path

  /// The files of the platform, by their paths below `content/`.
  private static func files(below folder: String = "") throws -> [String: TinySite.File] {
    let root = folder.isEmpty ? content : "\(content)/\(folder)"
    let names = try #require(FileManager.default.enumerator(atPath: root)?.allObjects as? [String])
    var files: [String: TinySite.File] = [:]
    for name in names {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder)
      guard !isFolder.boolValue else { continue }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      files[path] = .bytes(Array(try Data(contentsOf: URL(filePath: "\(root)/\(name)"))))
    }
    return files
  }

  private static func lines(_ files: [String: TinySite.File]) -> [Substring] {
    files.filter { $0.key.hasSuffix(".md") }.values.flatMap { file -> [Substring] in
      guard case .bytes(let bytes) = file else { return [] }
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }
  }

  @Test("The template of a case study is one, as it stands")
  func template() async throws {
    var files = try Self.files()
    let template = try #require(files["contribuer/_modeles/etude-de-cas.md"])
    files["cas/x.md"] = template
    let reading = try await TinySite(files, standard: false).read()
    #expect(reading.diagnostics.filter { $0.severity != .note } == [])
    let item = try #require(reading.site.items.first { $0.file == "content/cas/x.md" })
    #expect(reading.site.type(of: item).id == "cas")
    let type = reading.site.type(of: item)
    for (field, value) in zip(type.fields, item.fields) where field.isRequired {
      guard case .unspecified? = value else {
        Issue.record("\(field.id) says more than « non précisé »")
        continue
      }
    }
  }

  @Test("The template names every field of a case study")
  func fields() async throws {
    let files = try Self.files()
    let reading = try await TinySite(files, standard: false).read()
    let type = try #require(reading.site.types.first { $0.id == "cas" })
    let template = Self.lines(files.filter { $0.key == "contribuer/_modeles/etude-de-cas.md" })
    #expect(!type.fields.isEmpty)
    for field in type.fields {
      #expect(template.contains { $0.hasPrefix("\(field.id):") }, "\(field.id)")
    }
  }

  @Test("Every directive is shown", arguments: Directive.all)
  func directives(directive: Directive) throws {
    let written = directive.form.colons + directive.name.french
    let lines = Self.lines(try Self.files(below: "contribuer"))
    #expect(
      lines.contains { line in
        guard let start = line.range(of: written) else { return false }
        let isAtStart = start.lowerBound == line.startIndex
        let next = line[start.upperBound...].first
        if directive.form == .inline { return next == "[" }
        return isAtStart && (next == nil || next == "[" || next == "{")
      }, "\(written)")
  }

  @Test("Every type has its table")
  func types() throws {
    let ids = try Self.files(below: "types").keys.map {
      String($0.dropFirst("types/".count).dropLast(".yml".count))
    }
    let guide = try Self.files(below: "contribuer")
    let lines = Self.lines(guide.filter { $0.key.hasSuffix("types-de-contenus.md") })
    #expect(ids.count > 1)
    for id in ids { #expect(lines.contains("::champs{type=\"\(id)\"}"), "\(id)") }
  }
}
