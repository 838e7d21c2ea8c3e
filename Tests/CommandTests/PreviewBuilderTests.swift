import Foundation
import Preview
import Testing

/// What a preview shows, built by the real program, without its server.
@Suite("What a preview shows", .serialized)
struct PreviewBuilderTests {
  /// A builder of a platform, and the news it has told.
  private final class Preview: Sendable {
    let builder: PreviewBuilder
    let platform: Platform

    init(_ platform: Platform) async throws {
      self.platform = platform
      builder = try PreviewBuilder(program: Program.terreau.path(), setup: WorkerSetup(source: platform.folder))
      await builder.start()
    }

    /// Has a change read, and waits for what is told of it.
    func change(_ path: String, _ text: String) async throws -> PreviewNews {
      async let told = next()
      try platform.write(path, text)
      await builder.changed(["\(platform.folder)/\(path)"])
      return try await told
    }

    func next() async throws -> PreviewNews {
      for await news in builder.news { return news }
      throw CancellationError()
    }

    func text(at path: String) async -> String? {
      guard case .file(let file) = await builder.answer(to: path), case .bytes(let bytes) = file.content else {
        return nil
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The keeper and the worker of a platform: their memory in pages, and how many descriptors they have open.
  private static func workers(of platform: Platform) throws -> [(process: Int32, memory: Int, descriptors: Int)] {
    let own = getpid()
    // As JSON has it.
    let place = platform.folder.replacing("/", with: "\\/")
    return try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(Int32.init).compactMap { process in
      let arguments = (try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)) ?? ""
      guard process != own, arguments.contains(PreviewWorker.argument), arguments.contains(place) else { return nil }
      let memory = try String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8).split(separator: " ")[1]
      let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count
      return (process, Int(memory) ?? 0, descriptors)
    }
  }

  /// The process that works: the other one is its parent.
  private static func worker(of platform: Platform) throws -> Int32 {
    let all = try workers(of: platform).map(\.process)
    let found = try all.first { process in
      let fields = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8).split(separator: ")").last
      return all.contains(Int32(fields?.split(separator: " ")[1] ?? "") ?? -1)
    }
    return try #require(found)
  }

  @Test("After any change, every file is byte for byte what a build writes")
  func sameBytes() async throws {
    let platform = try Platform()
    let preview = try await Preview(platform)
    _ = try await preview.next()
    let changes: [(String, String)] = [
      ("content/notes/b.md", "---\ntitle: Autre\n---\n## Agir\n\nDu texte.\n"),
      ("content/notes/c.md", "---\ntitle: Troisième\ndraft: true\n---\nVoir [la première](a.md).\n"),
      ("content/index.md", "Bienvenue, **encore**.\n"),
      ("content/types/note.yml", "name: Note\nplural: Toutes les notes\nfolder: notes\nsort: title\n"),
      ("content/site.yml", "name: Essai\nbase_url: https://exemple.org/sous/\nsearch: {path: recherche, title: Chercher}\n"),
      ("content/notes/a.md", "---\ntitle: Première\n---\nSans lien.\n"),
      ("content/images/plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
    ]
    for (path, text) in changes {
      let news = try await preview.change(path, text)
      try #require(news.problems.isEmpty, "\(news.problems)")
      #expect(news.change == .pages)
      #expect(try platform.build(["--drafts", "--future"]).status == 0)
      let output = platform.folder + "/public"
      var files = 0
      for case let name as String in try #require(FileManager.default.enumerator(atPath: output)) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: "\(output)/\(name)", isDirectory: &isFolder), !isFolder.boolValue,
          !name.hasPrefix(".")
        else { continue }
        let built = try Data(contentsOf: URL(fileURLWithPath: "\(output)/\(name)"))
        let address = "/" + (name.hasSuffix("index.html") ? String(name.dropLast("index.html".count)) : name)
        guard case .file(let file) = await preview.builder.answer(to: address) else {
          Issue.record("nothing at \(address)")
          continue
        }
        switch file.content {
        case .bytes(let bytes): #expect(Data(bytes) == built, "\(name) after \(path)")
        case .copy(let source): #expect(try Data(contentsOf: URL(fileURLWithPath: source)) == built, "\(name)")
        }
        files += 1
      }
      #expect(files > 8)
    }
    await preview.builder.stop()
  }

  @Test("PS-18: what is broken is told at its place, and the last good site stays until it is mended")
  func mistakes() async throws {
    let preview = try await Preview(try Platform())
    #expect(try await preview.next().problems.isEmpty)
    let news = try await preview.change("content/notes/a.md", "---\ntitle: [\n---\n")
    let problem = try #require(news.problems.first)
    #expect((problem.severity, problem.file, problem.line) == ("error", "content/notes/a.md", 2))
    #expect(problem.excerpt == "title: [")
    #expect(news.change == .nothing)
    #expect(await preview.text(at: "/notes/a/")?.contains("Première") == true)
    #expect(try await preview.change("content/notes/a.md", "# Mieux\n").change == .pages)
    #expect(await preview.text(at: "/notes/a/")?.contains("Mieux") == true)
    await preview.builder.stop()
  }

  @Test("A platform that is broken from the start is shown once it is mended")
  func brokenStart() async throws {
    let platform = try Platform()
    try platform.write("content/notes/a.md", "[ailleurs](nulle-part.md)\n")
    let preview = try await Preview(platform)
    #expect(try await preview.next().problems.contains { $0.code == "broken-link" })
    guard case .unavailable = await preview.builder.answer(to: "/") else {
      Issue.record("there is a site")
      return
    }
    #expect(try await preview.change("content/notes/a.md", "# Bien\n").problems.isEmpty)
    #expect(await preview.text(at: "/notes/a/") != nil)
    await preview.builder.stop()
  }

  @Test("A process that ends or hangs is only a message, and what was good is still shown")
  func ends() async throws {
    let preview = try await Preview(try Platform())
    _ = try await preview.next()
    _ = try await preview.change("content/notes/a.md", "# Un\n")
    for signal in [SIGSEGV, SIGKILL] {
      kill(try Self.worker(of: preview.platform), signal)
      #expect(await preview.text(at: "/notes/a/?\(signal)") == nil)
      #expect(await preview.text(at: "/notes/a/")?.contains("Un") == true)
      #expect(await preview.text(at: "/notes/b/") != nil)
    }
    // One that is stopped hangs while it reads: it is ended, and the file it read is named.
    kill(try Self.worker(of: preview.platform), SIGSTOP)
    try preview.platform.write("content/notes/a.md", "# Deux\n")
    await preview.builder.changed(["\(preview.platform.folder)/content/notes/a.md"])
    var news = try await preview.next()
    while news.problems.isEmpty { news = try await preview.next() }
    #expect(news.problems.first?.advice?.contains("content/notes/a.md") == true)
    #expect(await preview.text(at: "/notes/a/")?.contains("Un") == true)
    news = try await preview.change("content/notes/b.md", "# Trois\n")
    while !news.problems.isEmpty { news = try await preview.next() }
    #expect(await preview.text(at: "/notes/a/")?.contains("Deux") == true)
    #expect(await preview.text(at: "/notes/b/")?.contains("Trois") == true)
    await preview.builder.stop()
  }

  @Test("PS-26: a thousand mistakes and mends leave every page there, and no process grows")
  func soak() async throws {
    let preview = try await Preview(try Platform())
    _ = try await preview.next()
    var before: [(process: Int32, memory: Int, descriptors: Int)] = []
    for round in 0..<500 {
      _ = try await preview.change("content/notes/b.md", "---\ntitle: [\n---\n")
      #expect(await preview.text(at: "/notes/a/") != nil)
      _ = try await preview.change("content/notes/b.md", "# Tour \(round)\n\n\(String(repeating: "mot ", count: round % 50))\n")
      #expect(await preview.text(at: "/notes/b/")?.contains("Tour \(round)") == true)
      if round == 100 { before = try Self.workers(of: preview.platform) }
    }
    let after = try Self.workers(of: preview.platform)
    #expect(after.map(\.process) == before.map(\.process), "none ended")
    for (old, new) in zip(before, after) {
      #expect(Double(new.memory) < Double(old.memory) * 1.1, "\(old.memory) pages, then \(new.memory)")
      #expect(new.descriptors == old.descriptors)
    }
    await preview.builder.stop()
  }

  @Test("No process stays once the preview is over")
  func noneStays() async throws {
    let preview = try await Preview(try Platform())
    _ = try await preview.next()
    #expect(try Self.workers(of: preview.platform).count == 2)
    await preview.builder.stop()
    for _ in 0..<100 where try !Self.workers(of: preview.platform).isEmpty { try await Task.sleep(for: .milliseconds(20)) }
    #expect(try Self.workers(of: preview.platform).isEmpty)
  }
}
