import Content
import Foundation
import Generator
import Testing

@Suite("Writing a site")
struct SiteWriterTests {
  let folder: TemporaryFolder
  var output: String { folder / "public" }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("A first build writes its files, the manifest, and nothing else")
  func first() throws {
    let summary = try build(output, ["index.html": "home", "a/b/c.txt": "deep", "empty": ""])
    #expect(try files(output) == ["index.html": "home", "a/b/c.txt": "deep", "empty": ""])
    #expect(summary.files == 3 && summary.written == 3 && summary.bytesWritten == 8)
    #expect(summary.unchanged == 0 && summary.removed == 0 && summary.kept == 0)
    #expect(summary.publication == .exchanged && summary.warnings.isEmpty)
    #expect(try folder.names() == ["public"])
    #expect(try folder.names("public") == [".terreau-manifest", "a", "empty", "index.html"])
  }

  @Test("The folders that the output folder is in are made, and go again when nothing is published")
  func madeFolders() throws {
    let writer = try build.open(folder / "x/y/public")
    try writer.write("index.html", [])
    writer.cancel()
    #expect(try folder.names() == [])
    try build(folder / "x/y/public", ["index.html": ""])
    #expect(try folder.names("x/y") == ["public"])
  }

  @Test("When nothing has changed nothing is touched: files, folders and times stay")
  func untouched() throws {
    try build(output, ["index.html": "home", "a/index.html": "a"])
    try folder.write("public/notes.txt", "mine")
    let before = try snapshot(output)
    let inodes = try ["public", "public/a", "public/index.html"].map { try folder.status($0).st_ino }
    let times = try folder.status("public").st_mtim.tv_nsec
    let summary = try build(output, ["index.html": "home", "a/index.html": "a"])
    #expect(summary.publication == .untouched && summary.unchanged == 2 && summary.written == 0)
    #expect(try snapshot(output) == before)
    #expect(try ["public", "public/a", "public/index.html"].map { try folder.status($0).st_ino } == inodes)
    #expect(try folder.status("public").st_mtim.tv_nsec == times)
  }

  @Test("Same files from other inputs: only the manifest is new")
  func otherInputs() throws {
    try build(output, ["index.html": "home"])
    let inode = try folder.status("public").st_ino
    let summary = try TestBuild(inputs: "other")(output, ["index.html": "home"])
    #expect(summary.unchanged == 1 && summary.written == 0)
    #expect(try folder.status("public").st_ino == inode)
    #expect(try folder.names() == ["public"])
    #expect(
      try SiteWriter.intactManifest(of: outputFolder(output), inputs: ContentHash(of: Array("other".utf8)))
        != nil)
  }

  @Test("A file that hasn't changed is carried over as the same file; a changed one is a new one")
  func carriedOver() throws {
    try build(output, ["same.html": "same", "other.html": "one"])
    let same = try folder.status("public/same.html").st_ino
    let other = try folder.status("public/other.html").st_ino
    // Open, so that its inode isn't given to another file.
    let open = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder / "public/other.html"))
    let summary = try build(output, ["same.html": "same", "other.html": "two"])
    #expect(summary.unchanged == 1 && summary.written == 1 && summary.bytesWritten == 3)
    #expect(try folder.status("public/same.html").st_ino == same)
    #expect(try folder.status("public/other.html").st_ino != other)
    // Whoever was reading the old page goes on reading the old page.
    #expect(try open.readToEnd() == Data("one".utf8))
  }

  @Test(
    "OW-11: with a manifest that was edited, truncated or replaced, nothing is deleted",
    arguments: ["", "terreau-manifest 1\n", "append", "../x"])
  func manifestTampered(_ text: String) throws {
    try build(output, ["index.html": "1", "a.html": "a"])
    try folder.write("x", "outside")
    var manifest = try folder.read("public/.terreau-manifest")
    switch text {
    case "append": manifest += "\n"
    case "../x": manifest = manifest.replacingOccurrences(of: "a.html", with: "../x")
    default: manifest = text
    }
    try folder.write("public/.terreau-manifest", manifest)
    let before = try snapshot(folder.path)
    let found = try problem { try build(output, ["index.html": "2"]) }
    guard case .manifestInvalid(output + "/.terreau-manifest", _) = found else {
      Issue.record("\(found)")
      return
    }
    #expect(try snapshot(folder.path) == before)
  }

  @Test(
    "A path that isn't one of a site is refused",
    arguments: ["../x", "/etc/x", "a//b", "", ".terreau-manifest"])
  func badPath(_ path: String) throws {
    let found = try problem { try build(output, [path: ""]) }
    #expect(found == .writeFailed(operation: "open", path: output + "/" + path, errno: EINVAL))
    #expect(try folder.names() == [])
  }

  @Test("A file can be written once only")
  func twice() throws {
    #expect(throws: Diagnostic.self) { try build(output, ["a": "1", "a": "2"]) }
    try build(output, ["a": "1"])
    #expect(throws: Diagnostic.self) { try build(output, ["a": "1", "a": "1"]) }
  }

  @Test("OW-21: the tree is the same for any order of files, number of threads and place")
  func deterministic() throws {
    let one = try TemporaryFolder()
    let two = try TemporaryFolder()
    let paths = (0..<200).map { "p\($0 % 20)/page-\($0).html" }
    for (folder, order, workers) in [(one, paths, 1), (two, paths.reversed(), 8)] {
      let writer = try TestBuild(workers: workers).open(folder / "public")
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for index in stride(from: worker, to: order.count, by: workers) {
          do { try writer.write(order[index], Array(order[index].utf8)) } catch { Issue.record(error) }
        }
      }
      _ = try writer.commit(inputs: ContentHash(of: []), pages: 200)
    }
    #expect(try files(one / "public") == files(two / "public"))
    #expect(try one.read("public/.terreau-manifest") == two.read("public/.terreau-manifest"))
    #expect(try files(one / "public").count == 200)
  }

  @Test("OW-20: times say nothing: content decides", arguments: [0, 4_070_908_800])
  func clock(_ seconds: Int) throws {
    try build(output, ["a.html": "a", "b.html": "b"])
    try folder.write("public/b.html", "B")
    var times = [timeval(tv_sec: seconds, tv_usec: 0), timeval(tv_sec: seconds, tv_usec: 0)]
    for name in ["a.html", "b.html"] { utimes(folder / "public/\(name)", &times) }
    #expect(
      try problem { try build(output, ["a.html": "a", "b.html": "b"]) }
        == .outputEdited(path: output + "/b.html"))
    try folder.write("public/b.html", "b")
    #expect(try build(output, ["a.html": "a", "b.html": "b"]).publication == .untouched)
  }

  @Test("OW-19: nothing is written in the source folder")
  func source() throws {
    try folder.write("source/content/index.md", "")
    chmod(folder / "source/content", 0o555)
    chmod(folder / "source", 0o555)
    defer { for name in ["source", "source/content"] { chmod(folder / name, 0o755) } }
    let before = try snapshot(folder / "source")
    let time = try folder.status("source").st_mtim.tv_nsec
    let place = try OutputFolder.validate(
      path: output, sourceFolder: folder / "source", contentFolder: folder / "source/content", adopt: false)
    let writer = try SiteWriter.open(place)
    try writer.write("index.html", [])
    _ = try writer.commit(inputs: ContentHash(of: []), pages: 1)
    #expect(try snapshot(folder / "source") == before)
    #expect(try folder.status("source").st_mtim.tv_nsec == time)
  }

  @Test("CC-06: a site at a path with spaces, accents and decomposed letters")
  func oddPath() throws {
    let path = folder / "L'été à\u{A0}l'œuvre/e\u{301}té/public folder"
    try build(path, ["à propos/index.html": "1", "e\u{301}": "decomposed", "\u{E9}": "composed"])
    try build(path, ["à propos/index.html": "2", "e\u{301}": "decomposed", "\u{E9}": "composed"])
    #expect(try String(contentsOfFile: path + "/à propos/index.html", encoding: .utf8) == "2")
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 4)
  }

  @Test("The output folder's own mode stays")
  func mode() throws {
    try build(output, ["a": "1"])
    chmod(output, 0o2750)
    try build(output, ["a": "2"])
    #expect(try folder.status("public").st_mode & 0o7777 == 0o2750)
  }
}
