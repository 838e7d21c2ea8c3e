import Content
import Foundation
import Generator
import Testing

/// Places that only root can set up.
@Suite(
  "Odd output folders", .enabled(if: geteuid() == 0, "Only root can mount file systems and change owners."))
struct PlaceTests {
  let folder: TemporaryFolder
  var output: String { folder / "public" }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func mounting(_ arguments: [String], at path: String, _ body: () throws -> Void) throws {
    let mounted = try run(systemProgram("mount"), arguments + [path])
    try #require(mounted.code == 0, "\(mounted.output)")
    defer { _ = try? run("/bin/umount", ["-l", path]) }
    try body()
  }

  @Test(
    "OW-03: an output folder of 1 MiB that is full keeps the old site; one that is mounted is published in place"
  )
  func tmpfs() throws {
    try folder.makeFolder("public")
    try mounting(["-t", "tmpfs", "-o", "size=1m", "tmpfs"], at: output) {
      let summary = try build(output, ["index.html": "1", "a.html": "a"])
      #expect(summary.publication == .inPlace)
      let before = try snapshot(output)
      let page = String(repeating: "x", count: 100_000)
      let writer = try build.open(output)
      let found = try problem {
        for index in 0..<20 { try writer.write("page-\(index).html", Array(page.utf8)) }
      }
      guard case .writeFailed("write", _, ENOSPC) = found else {
        Issue.record("\(found)")
        return
      }
      #expect(throws: Diagnostic.self) { try writer.commit(inputs: ContentHash(of: []), pages: 0) }
      #expect(try snapshot(output) == before)
      try build(output, ["index.html": "2"])
      #expect(try files(output) == ["index.html": "2"])
    }
    #expect(try folder.names() == ["public"])
  }

  @Test("OW-03: a file system that is full beside the output folder keeps the old site")
  func full() throws {
    try folder.makeFolder("disk")
    try mounting(["-t", "tmpfs", "-o", "size=1m", "tmpfs"], at: folder / "disk") {
      try build(folder / "disk/public", ["index.html": "1"])
      let before = try snapshot(folder / "disk")
      let found = try problem {
        try build(folder / "disk/public", ["big.html": String(repeating: "x", count: 2_000_000)])
      }
      #expect(found == .writeFailed(operation: "write", path: folder / "disk/public/big.html", errno: ENOSPC))
      #expect(try snapshot(folder / "disk") == before)
    }
  }

  @Test("A folder mounted inside the output folder is neither moved nor emptied nor written to")
  func innerMount() throws {
    try build(output, ["index.html": "1"])
    try folder.makeFolder("public/media")
    try folder.write("disk/film", "film")
    try mounting(["--bind", folder / "disk"], at: folder / "public/media") {
      let summary = try build(output, ["index.html": "2"])
      #expect(summary.publication == .inPlace)
      #expect(try files(output) == ["index.html": "2", "media/film": "film"])
      #expect(
        try problem { try build(output, ["media/page.html": ""]) }
          == .outputBlocked(path: output + "/media/page.html", by: output + "/media"))
    }
  }

  @Test("CC-08: root's build leaves the folder to its owner, and says so")
  func owner() throws {
    try build(output, ["index.html": "1", "old.html": ""])
    try folder.write("public/mine/notes.txt", "")
    for name in ["public", "public/index.html", "public/mine", "public/mine/notes.txt"] {
      chown(folder / name, 12_345, 23_456)
    }
    chown(folder / "public/mine", 11_111, 22_222)
    let summary = try build(output, ["index.html": "2", "new/page.html": "page"])
    #expect(summary.warnings == [Diagnostic(.warning, .outputOwner(path: output, user: 12_345))])
    for name in [
      "public", "public/index.html", "public/new", "public/new/page.html", "public/.terreau-manifest",
    ] {
      let status = try folder.status(name)
      #expect(status.st_uid == 12_345 && status.st_gid == 23_456, "\(name)")
    }
    #expect(try folder.status("public/mine").st_uid == 11_111)
    #expect(try folder.status("public/mine").st_gid == 22_222)
  }

  @Test("CC-08: a new folder of root's build belongs to whom the folder around it does")
  func newOwner() throws {
    chown(folder.path, 12_345, 23_456)
    let summary = try build(folder / "a/public", ["index.html": "1"])
    #expect(summary.warnings == [Diagnostic(.warning, .outputOwner(path: folder / "a/public", user: 12_345))])
    for name in ["a", "a/public", "a/public/index.html"] { #expect(try folder.status(name).st_uid == 12_345) }
  }

  @Test("A folder whose parent is closed to the build is published in place")
  func closedParent() throws {
    try folder.makeFolder("public")
    chown(output, 65_534, 65_534)
    chmod(folder.path, 0o755)
    for site in ["old", "new", "old"] {
      let result = try run(
        systemProgram("setpriv"),
        ["--reuid", "65534", "--regid", "65534", "--clear-groups", try probe(), output, site])
      #expect(result.code == 0 && result.output.hasPrefix("inPlace"), "\(result.output)")
    }
    #expect(try files(output).count == 4)
    #expect(try folder.names() == ["public"])
    #expect(try folder.names("public").filter { $0.hasPrefix(".") } == [".terreau-manifest"])
  }

  @Test("Where a layered file system moves no folders, the site is published in place")
  func overlay() throws {
    try folder.makeFolder("merged")
    try folder.makeFolder("disk")
    try mounting(["-t", "tmpfs", "tmpfs"], at: folder / "disk") {
      try folder.makeFolder("disk/upper")
      try folder.makeFolder("disk/work")
      try build(folder / "lower/public", ["index.html": "1", "a/a.html": "a", "b/b.html": "b"])
      try folder.write("lower/public/mine/notes.txt", "mine")
      let layers =
        "lowerdir=\(folder / "lower"),upperdir=\(folder / "disk/upper"),workdir=\(folder / "disk/work")"
      try mounting(["-t", "overlay", "-o", layers + ",redirect_dir=off", "overlay"], at: folder / "merged") {
        let summary = try build(
          folder / "merged/public", ["index.html": "2", "a/a.html": "a", "c/c.html": "c"])
        #expect(summary.publication == .inPlace)
        #expect(
          try files(folder / "merged/public") == [
            "index.html": "2", "a/a.html": "a", "c/c.html": "c", "mine/notes.txt": "mine",
          ])
        #expect(try folder.names("merged") == ["public"])
        #expect(try folder.names("merged/public").filter { $0.hasPrefix(".") } == [".terreau-manifest"])
      }
    }
  }
}
