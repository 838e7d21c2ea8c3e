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
      try SiteWriter.intactManifest(of: outputFolder(output), inputs: ContentHash(of: Array("other".utf8))) != nil)
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
    "OW-08: what we didn't write is kept with its mode and time, what we did and don't any more goes",
    arguments: [false, true])
  func kept(_ inPlace: Bool) throws {
    let build = TestBuild(inPlace: inPlace)
    try build(output, ["index.html": "1", "old/page/index.html": "old", "blog/a.html": "a"])
    try folder.write("public/CNAME", "example.org")
    try folder.write("public/.htaccess", "Deny from none")
    try folder.write("public/blog/notes.txt", "notes")
    try folder.write("public/old/mine/notes.txt", "mine")
    try folder.write("public/.git/objects/aa/bb", "blob")
    try folder.makeFolder("public/.git/refs/tags")
    symlink("CNAME", folder / "public/link")
    symlink("/nowhere/at/all", folder / "public/dangling")
    mkfifo(folder / "public/pipe", 0o600)
    chmod(folder / "public/.git/objects/aa/bb", 0o444)
    chmod(folder / "public/.git/objects", 0o555)
    var times = [timeval(tv_sec: 1_000_000_000, tv_usec: 5), timeval(tv_sec: 1_000_000_000, tv_usec: 5)]
    for name in ["CNAME", ".git/refs", ".git/objects"] { utimes(folder / "public/\(name)", &times) }
    unlink(folder / "public/pipe")

    let ours = ["index.html", "old/page/index.html", "old/page", "blog/a.html", ".terreau-manifest", ""]
    let before = try snapshot(output).filter { !ours.contains($0.key) }
    let summary = try build(output, ["index.html": "2", "blog/b.html": "b"])
    let after = try snapshot(output)
    #expect(after.filter { before[$0.key] != nil } == before)
    #expect(Set(after.keys) == Set(before.keys).union(["index.html", "blog/b.html", ".terreau-manifest", ""]))
    #expect(try folder.status("public/.git/refs").st_mtim.tv_sec == 1_000_000_000)
    #expect(try folder.status("public/.git/objects").st_mtim.tv_sec == 1_000_000_000)
    #expect(summary.removed == 2 && summary.kept == 8)
    #expect(try folder.names() == ["public"])
  }

  @Test("OW-08: folders that only we needed go, an empty one of somebody else's stays", arguments: [false, true])
  func folders(_ inPlace: Bool) throws {
    let build = TestBuild(inPlace: inPlace)
    try build(output, ["index.html": "", "a/b/c/index.html": ""])
    try folder.makeFolder("public/mine/empty")
    try build(output, ["index.html": "new"])
    #expect(try folder.names("public") == [".terreau-manifest", "index.html", "mine"])
    #expect(try folder.names("public/mine") == ["empty"])
  }

  @Test("OW-12: a page edited by hand stops the build, which names every one", arguments: [false, true])
  func edited(_ inPlace: Bool) throws {
    let build = TestBuild(inPlace: inPlace)
    try build(output, ["a.html": "a", "b.html": "b", "c.html": "c"])
    try folder.write("public/a.html", "A")
    try folder.write("public/b.html", "by hand")
    let before = try snapshot(output)
    let writer = try build.open(output)
    #expect(try problem { try writer.write("a.html", Array("a".utf8)) } == .outputEdited(path: output + "/a.html"))
    #expect(
      try problem { try writer.write("b.html", Array("new".utf8)) } == .outputEdited(path: output + "/b.html"))
    try writer.write("c.html", Array("new".utf8))
    #expect(
      try problem { _ = try writer.commit(inputs: ContentHash(of: []), pages: 0) }
        == .outputEdited(path: output + "/a.html"))
    #expect(try snapshot(output) == before)
    #expect(try folder.names() == ["public"])
  }

  @Test("OW-12: a page edited to what the build now makes is nobody's loss")
  func editedAlike() throws {
    try build(output, ["a.html": "a"])
    try folder.write("public/a.html", "corrected")
    #expect(try build(output, ["a.html": "corrected"]).written == 0)
    try folder.write("public/a.html", "again")
    #expect(throws: Diagnostic.self) { try build(output, ["a.html": "corrected"]) }
  }

  @Test("OW-12: --force replaces an edited page", arguments: [false, true])
  func forced(_ inPlace: Bool) throws {
    try build(output, ["a.html": "a"])
    try folder.write("public/a.html", "by hand")
    let summary = try TestBuild(force: true, inPlace: inPlace)(output, ["a.html": "a"])
    #expect(try files(output) == ["a.html": "a"])
    #expect(summary.warnings.isEmpty)
  }

  @Test("OW-12: a page of ours edited by hand and not made any more stays, with a warning", arguments: [false, true])
  func editedAndGone(_ inPlace: Bool) throws {
    let build = TestBuild(inPlace: inPlace)
    try build(output, ["index.html": "1", "a/a.html": "a"])
    try folder.write("public/a/a.html", "by hand")
    let summary = try build(output, ["index.html": "2"])
    #expect(try files(output) == ["index.html": "2", "a/a.html": "by hand"])
    #expect(summary.warnings == [Diagnostic(.warning, .outputEditedKept(path: output + "/a/a.html"))])
    #expect(summary.removed == 0)
    // From now on it is somebody else's.
    #expect(try build(output, ["index.html": "3"]).warnings.isEmpty)
    #expect(try files(output)["a/a.html"] == "by hand")
  }

  @Test("A page removed by hand is written again; a stale one is just gone")
  func removedByHand() throws {
    try build(output, ["a.html": "a", "b.html": "b"])
    try folder.remove("public/a.html")
    try folder.remove("public/b.html")
    let summary = try build(output, ["a.html": "a"])
    #expect(try files(output) == ["a.html": "a"])
    #expect(summary.written == 1 && summary.removed == 0)
  }

  @Test("OW-15: a file of ours becomes a folder and a folder of ours a file", arguments: [false, true])
  func turned(_ inPlace: Bool) throws {
    let build = TestBuild(inPlace: inPlace)
    try build(output, ["a": "file", "b/c/d.html": "d", "b/e.html": "e"])
    try build(output, ["a/index.html": "folder", "b": "file"])
    #expect(try files(output) == ["a/index.html": "folder", "b": "file"])
    try build(output, ["a": "file", "b/c/d.html": "d"])
    #expect(try files(output) == ["a": "file", "b/c/d.html": "d"])
  }

  @Test(
    "OW-15: somebody else's file, folder or link in a page's place stops the build and is named",
    arguments: [
      ("page.html", "page.html"), ("taken/page.html", "taken"), ("folder", "folder"), ("filled", "filled"),
      ("link", "link"), ("link/page.html", "link"), ("filled/sub", "filled/sub"),
    ])
  func blocked(_ path: String, _ blocker: String) throws {
    try build(output, ["index.html": ""])
    try folder.write("public/page.html", "mine")
    try folder.write("public/taken", "mine")
    try folder.makeFolder("public/folder")
    try folder.write("public/filled/sub/notes.txt", "mine")
    symlink("/tmp", folder / "public/link")
    let before = try snapshot(output)
    let found = try problem { try build(output, ["index.html": "new", path: "page"]) }
    #expect(found == .outputBlocked(path: output + "/" + path, by: output + "/" + blocker))
    #expect(try snapshot(output) == before)
    #expect(try folder.names() == ["public"])
  }

  @Test("OW-15: an edited page that stays can't be where a folder comes")
  func editedInTheWay() throws {
    try build(output, ["a": "file"])
    try folder.write("public/a", "by hand")
    #expect(try problem { try build(output, ["a/index.html": ""]) } == .outputEdited(path: output + "/a"))
    #expect(try files(output) == ["a": "by hand"])
  }

  @Test("OW-10: an adopted folder keeps its files; one in a page's place needs --force or the same content")
  func adopted() throws {
    try folder.write("public/index.html", "theirs")
    try folder.write("public/same.html", "same")
    try folder.write("public/more.html", "more")
    #expect(try problem { try build(output, [:]) } == .outputNotOurs(path: output))
    let adopt = TestBuild(adopt: true)
    #expect(
      try problem { try adopt(output, ["index.html": "ours", "same.html": "same"]) }
        == .outputBlocked(path: output + "/index.html", by: output + "/index.html"))
    #expect(try files(output)["index.html"] == "theirs")
    let summary = try TestBuild(force: true, adopt: true)(output, ["index.html": "ours", "same.html": "same"])
    #expect(try files(output) == ["index.html": "ours", "same.html": "same", "more.html": "more"])
    #expect(summary.unchanged == 1 && summary.kept == 1 && summary.warnings.isEmpty)
    try build(output, ["index.html": "ours"])
    #expect(try files(output) == ["index.html": "ours", "more.html": "more"])
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

  @Test("A path that isn't one of a site is refused", arguments: ["../x", "/etc/x", "a//b", "", ".terreau-manifest"])
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
    #expect(try problem { try build(output, ["a.html": "a", "b.html": "b"]) } == .outputEdited(path: output + "/b.html"))
    try folder.write("public/b.html", "b")
    #expect(try build(output, ["a.html": "a", "b.html": "b"]).publication == .untouched)
  }

  @Test("OW-19: nothing is written in the source folder")
  func source() throws {
    try folder.write("source/content/index.md", "")
    chmod(folder / "source/content", 0o555)
    chmod(folder / "source", 0o555)
    defer { chmod(folder / "source", 0o755) }
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
