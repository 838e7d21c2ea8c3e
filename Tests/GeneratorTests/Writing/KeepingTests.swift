import Content
import Foundation
import Generator
import Testing

@Suite("What a build keeps, replaces and refuses to touch")
struct KeepingTests {
  let folder: TemporaryFolder
  var output: String { folder / "public" }

  init() throws {
    folder = try TemporaryFolder()
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
    chmod(folder / "public/.git/objects/aa/bb", 0o444)
    chmod(folder / "public/.git/objects", 0o555)
    defer { chmod(folder / "public/.git/objects", 0o755) }
    var times = [timeval(tv_sec: 1_000_000_000, tv_usec: 5), timeval(tv_sec: 1_000_000_000, tv_usec: 5)]
    for name in ["CNAME", ".git/refs", ".git/objects"] { utimes(folder / "public/\(name)", &times) }

    let ours = ["index.html", "old/page/index.html", "old/page", "blog/a.html", ".terreau-manifest", ""]
    let before = try snapshot(output).filter { !ours.contains($0.key) }
    let summary = try build(output, ["index.html": "2", "blog/b.html": "b"])
    let after = try snapshot(output)
    #expect(after.filter { before[$0.key] != nil } == before)
    #expect(
      Set(after.keys) == Set(before.keys).union(["index.html", "blog/b.html", ".terreau-manifest", ""]))
    #expect(try folder.status("public/.git/refs").st_mtim.tv_sec == 1_000_000_000)
    #expect(try folder.status("public/.git/objects").st_mtim.tv_sec == 1_000_000_000)
    #expect(summary.removed == 2 && summary.kept == 8)
    #expect(try folder.names() == ["public"])
  }

  @Test(
    "OW-08: folders that only we needed go, an empty one of somebody else's stays", arguments: [false, true])
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
    #expect(
      try problem { try writer.write("a.html", Array("a".utf8)) } == .outputEdited(path: output + "/a.html"))
    #expect(
      try problem { try writer.write("b.html", Array("new".utf8)) } == .outputEdited(path: output + "/b.html")
    )
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

  @Test(
    "OW-12: a page of ours edited by hand and not made any more stays, with a warning",
    arguments: [false, true])
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
    let summary = try TestBuild(force: true, adopt: true)(
      output, ["index.html": "ours", "same.html": "same"])
    #expect(try files(output) == ["index.html": "ours", "same.html": "same", "more.html": "more"])
    #expect(summary.unchanged == 1 && summary.kept == 1 && summary.warnings.isEmpty)
    try build(output, ["index.html": "ours"])
    #expect(try files(output) == ["index.html": "ours", "more.html": "more"])
  }
}
