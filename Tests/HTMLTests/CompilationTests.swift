import Foundation
import HTML
import Testing

/// What can't be put into a template is refused by the compiler, so these tests call it.
@Suite("Compilation")
struct CompilationTests {
  static let declarations = """
    import Foundation
    import HTML
    struct Custom: CustomStringConvertible { var description: String { "<b>" } }
    func card(_ text: String) -> HTML { "<p>\\(text)</p>" }
    func use(
      text: String, optionalText: String?, number: Int, decimal: Double, flag: Bool, texts: [String],
      table: [String: String], date: Date, url: URL, custom: Custom, any: Any, character: Character,
      markup: HTML, optionalMarkup: HTML?, list: [HTML], reference: URLReference, json: JSON
    ) {

    """

  static let refused = [
    "number", "decimal", "flag", "optionalText", "Optional<Int>.none", "texts", "table", "date", "url",
    "custom", "any",
    "character", "texts.first", "optionalText.map { $0 }", "texts.map { $0 }", "list.first?.utf8",
    "text.utf8",
  ]

  static let accepted = [
    "text", "text.dropFirst()", "\"literal\"", "text + \"x\"", "markup", "optionalMarkup", "list",
    "reference", "json",
    "optionalText.map { \"<p>\\($0)</p>\" }", "texts.map { \"<li>\\($0)</li>\" }", "texts.map(card)",
    "texts.map { card($0) }.joined(separator: \", \")", "list.first", "String(number)",
    "optionalText ?? \"none\"",
    "flag ? \"<b>\\(text)</b>\" : nil", "flag ? \"<b>\\(text)</b>\" : \"\"", "flag ? \"a\" : \"b\"",
    "flag ? text : \"b\"", "flag ? card(text) : .empty", "optionalMarkup ?? \"<b>\"",
    "markup + \"<b>\"", "attribute: \"lang\", optionalText", "attribute: \"lang\", text",
    "flag: \"hidden\", flag",
    "attribute: \"href\", reference", "[card(text), card(text)]",
  ]

  @Test("TE-04: numbers, dates, optionals, lists and the like don't compile in a template")
  func refusedValues() throws {
    let lines = Self.refused.map { "  let _: HTML = \"<p>\\(\($0))</p>\"" }
    let errors = try typecheck(lines)
    let passed = zip(Self.refused, 0...).filter { !errors.contains($0.1) }.map(\.0)
    #expect(passed.isEmpty, "these compiled")
  }

  @Test("TE-04: a piece of a template inside a text doesn't compile")
  func refusedTexts() throws {
    let values = ["markup", "optionalMarkup", "list", "card(text)"]
    let errors = try typecheck(values.map { "  let _: String = \"<p>\\(\($0))</p>\"" })
    #expect(errors == Set(values.indices))
  }

  @Test("what templates are for compiles, as the text or the markup that it looks like")
  func acceptedValues() throws {
    let lines = Self.accepted.map { "  let _: HTML = \"<p\\(\($0))\"" }
    let errors = try typecheck(lines)
    #expect(
      errors.sorted().map { Self.accepted.indices.contains($0) ? Self.accepted[$0] : "line \($0)" } == [])
  }

  private struct ToolMissing: Error {}

  /// The lines of `lines`, from 0, that have an error.
  private func typecheck(_ lines: [String]) throws -> Set<Int> {
    let folder = FileManager.default.temporaryDirectory.appending(path: "compilation-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "snippet.swift")
    let snippet = Self.declarations + lines.joined(separator: "\n") + "\n}\n"
    try snippet.write(to: source, atomically: false, encoding: .utf8)
    let log = folder.appending(path: "log")
    try Data().write(to: log)

    let process = Process()
    process.executableURL = try compiler()
    process.arguments = ["-typecheck", "-swift-version", "6", "-warnings-as-errors", "-I", try modules().path, source.path]
    process.standardError = try FileHandle(forWritingTo: log)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()

    let output = try String(contentsOf: log, encoding: .utf8)
    let firstLine = Self.declarations.split(separator: "\n", omittingEmptySubsequences: false).count
    let errors = output.split(separator: "\n").compactMap { line -> Int? in
      guard line.hasPrefix(source.path), line.contains(" error: ") else { return nil }
      return line.dropFirst(source.path.count + 1).split(separator: ":").first.flatMap { Int($0) }
    }
    // An error outside of the lines means that nothing was checked.
    try #require((process.terminationStatus == 0) == errors.isEmpty, "\(output)")
    try #require(errors.allSatisfy { $0 >= firstLine }, "\(output)")
    return Set(errors.map { $0 - firstLine })
  }

  private func compiler() throws -> URL {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let candidates = folders.map { URL(filePath: String($0)).appending(path: "swiftc") }
    guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
    else {
      Issue.record("swiftc isn't in PATH")
      throw ToolMissing()
    }
    return found
  }

  /// The folder of the built modules, beside the test bundle that holds this code.
  private func modules() throws -> URL {
    let bundle = try #require(Bundle.main.executableURL)
    let folder = bundle.deletingLastPathComponent().appending(path: "Modules")
    try #require(FileManager.default.fileExists(atPath: folder.appending(path: "HTML.swiftmodule").path))
    return folder
  }
}
