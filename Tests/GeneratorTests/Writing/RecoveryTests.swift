import Content
import Foundation
import Generator
import Testing

@Suite("After a killed build")
struct RecoveryTests {
  let folder: TemporaryFolder
  var output: String { folder / "public" }

  init() throws {
    folder = try TemporaryFolder()
    try build(output, ["index.html": "1", "a/a.html": "a"])
    try folder.write("public/notes.txt", "notes")
    try folder.write("public/a/mine.txt", "mine")
  }

  @Test("What somebody saved in the old site while it was exchanged moves to the new one")
  func savedMeanwhile() throws {
    let writer = try build.open(output)
    try writer.write("index.html", Array("2".utf8))
    // After the writer has looked at the folder: a new file, a new folder, a new version of a file.
    try folder.write("public/late.txt", "late")
    try folder.write("public/late/deep/late.txt", "late")
    try folder.write("public/a/late.txt", "late")
    try folder.remove("public/notes.txt")
    try folder.write("public/notes.txt", "later notes")
    try folder.write("public/index.html", "by hand, just now")
    let summary = try writer.commit(inputs: ContentHash(of: []), pages: 1)
    #expect(
      try files(output) == [
        "index.html": "2", "index.html~": "by hand, just now", "notes.txt": "later notes",
        "a/mine.txt": "mine",
        "late.txt": "late", "late/deep/late.txt": "late", "a/late.txt": "late",
      ])
    #expect(
      summary.warnings == [
        Diagnostic(.warning, .outputSetAside(path: output + "/index.html", as: output + "/index.html~"))
      ])
    #expect(try folder.names() == ["public"])
  }

  @Test("An old site that a killed build left goes, but for what was saved in it")
  func retired() throws {
    #expect(try run(systemProgram("cp"), ["-al", output, folder / "copy"]).code == 0)
    try build(output, ["index.html": "2"])
    rename(folder / "copy", folder / ".public.terreau-old")
    try folder.write(".public.terreau-old/saved.txt", "saved")
    try build(output, ["index.html": "3"])
    #expect(
      try files(output) == [
        "index.html": "3", "notes.txt": "notes", "a/mine.txt": "mine", "saved.txt": "saved",
      ])
    #expect(try folder.names() == ["public"])
  }

  @Test("Of two versions of somebody's file the later one stays in place, the other beside it")
  func superseded() throws {
    #expect(try run(systemProgram("cp"), ["-al", output, folder / "copy"]).code == 0)
    rename(folder / "copy", folder / ".public.terreau-old")
    var times = [timeval(tv_sec: 1_000_000_000, tv_usec: 0), timeval(tv_sec: 1_000_000_000, tv_usec: 0)]
    utimes(folder / ".public.terreau-old/notes.txt", &times)
    try folder.remove("public/notes.txt")
    try folder.write("public/notes.txt", "later notes")
    try build(output, ["index.html": "1", "a/a.html": "a"])
    #expect(try folder.read("public/notes.txt") == "later notes")
    #expect(try folder.read("public/notes.txt~") == "notes")
    #expect(try folder.names() == ["public"])
  }

  @Test("OW-11: an old site with a broken manifest isn't cleared away")
  func broken() throws {
    #expect(try run(systemProgram("cp"), ["-a", output, folder / ".public.terreau-old"]).code == 0)
    try folder.write(".public.terreau-old/.terreau-manifest", "")
    let before = try snapshot(folder.path)
    let found = try problem { try build(output, ["index.html": "2"]) }
    #expect(found == .manifestInvalid(path: folder / ".public.terreau-old/.terreau-manifest", line: 1))
    #expect(try snapshot(folder.path) == before)
  }

  @Test("The staging folder of a killed build goes, in a folder that is published file by file too")
  func staging() throws {
    try folder.write(".public.terreau-staging/x/index.html", "half")
    try folder.write("public/.terreau-staging/x/index.html", "half")
    try build(output, ["index.html": "1", "a/a.html": "a"])
    #expect(try folder.names() == ["public"])
    #expect(try folder.names("public") == [".terreau-manifest", "a", "index.html", "notes.txt"])
  }
}

@Suite("A build in which nothing changed")
struct IntactTests {
  let folder: TemporaryFolder
  let inputs = ContentHash(of: Array("inputs".utf8))

  init() throws {
    folder = try TemporaryFolder()
    try build(folder / "public", ["index.html": "home", "a/b.html": "b"])
  }

  private func manifest(_ inputs: ContentHash? = nil) throws -> Manifest? {
    try SiteWriter.intactManifest(of: outputFolder(folder / "public"), inputs: inputs ?? self.inputs)
  }

  @Test("An intact site of the same inputs is recognised without writing anything")
  func intact() throws {
    try folder.write("public/notes.txt", "mine")
    let before = try snapshot(folder.path)
    let found = try #require(try manifest())
    #expect(found.entries.map(\.path) == ["a/b.html", "index.html"] && found.pages == 2)
    #expect(found.entries[1].hash == ContentHash(of: Array("home".utf8)) && found.entries[1].size == 4)
    #expect(try snapshot(folder.path) == before)
  }

  @Test("Other inputs, an edited, missing or replaced file, a broken manifest, leftovers: none is intact")
  func others() throws {
    #expect(try manifest(ContentHash(of: [])) == nil)
    let changes: [(String, (TemporaryFolder) throws -> Void)] = [
      ("edited", { try $0.write("public/index.html", "hOme") }),
      ("longer", { try $0.write("public/index.html", "home ") }),
      ("removed", { try $0.remove("public/a/b.html") }),
      ("folder removed", { try $0.remove("public/a") }),
      (
        "file for folder",
        {
          try $0.remove("public/a")
          try $0.write("public/a", "")
        }
      ),
      (
        "folder for file",
        {
          try $0.remove("public/index.html")
          try $0.makeFolder("public/index.html")
        }
      ),
      (
        "link for file",
        {
          try $0.remove("public/index.html")
          symlink("a/b.html", $0 / "public/index.html")
        }
      ),
      ("manifest", { try $0.write("public/.terreau-manifest", "") }),
      ("no manifest", { try $0.remove("public/.terreau-manifest") }),
      ("old site", { try $0.makeFolder(".public.terreau-old") }),
      ("journal", { try $0.makeFolder("public/.terreau-commit") }),
      ("no site", { try $0.remove("public") }),
    ]
    for (name, change) in changes {
      let other = try IntactTests()
      #expect(try other.manifest() != nil)
      let place = try outputFolder(other.folder / "public")
      try change(other.folder)
      #expect(try SiteWriter.intactManifest(of: place, inputs: inputs) == nil, "\(name)")
    }
  }
}
