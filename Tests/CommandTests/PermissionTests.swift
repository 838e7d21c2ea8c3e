import Foundation
import Testing

@Suite("What may not be read or written")
struct PermissionTests {
  private func run(_ platform: Platform, _ arguments: [String] = []) throws -> Program.Result {
    chmod(platform.surroundings, 0o777)
    let arguments = ["build", "--source", platform.folder, "--format", "json"] + arguments
    return try geteuid() == 0
      ? Program.terreau.run(under: OtherUser.command(), arguments) : Program.terreau.run(arguments)
  }

  @Test(
    "PL-16: a file that can't be read is named with the reason, ends with 4, and the other errors are listed too",
    arguments: [
      "content/notes/a.md", "content/images/été.png", "content/types/note.yml", "content/site.yml",
      "content/sous",
    ])
  func unreadable(_ path: String) throws {
    let platform = try Platform(
      Platform.small(with: [
        "content/notes/c.md": "---\ntitle: C\ndate: x\n---\n[a](a.md)\n", "content/sous/x.png": "x",
      ]))
    chmod(platform.folder + "/" + path, 0)
    defer { chmod(platform.folder + "/" + path, 0o755) }
    let result = try run(platform, ["--output", platform.surroundings + "/sortie"])
    #expect(result.status == 4)
    let report = try result.report()
    #expect(report.findings.contains("error read-failed"))
    #expect(report.messages.contains("« \(path) »") && report.messages.contains("Permission denied"))
    if path != "content/types/note.yml" {
      #expect(
        report.findings == ["error read-failed", "notes/c.md:3:7 error not-a-date"],
        "and nothing that follows from it")
    }
    #expect(!FileManager.default.fileExists(atPath: platform.surroundings + "/sortie"))
  }

  @Test("PL-16: content that can't be listed")
  func unlistable() throws {
    let platform = try Platform()
    chmod(platform.folder + "/content", 0)
    let result = try run(platform)
    #expect(result.status == 4)
    #expect(try result.report().findings == ["error read-failed"])
  }

  @Test("OW-02: an output that can't be written ends with 4 and leaves the old site")
  func unwritable() throws {
    let platform = try Platform()
    #expect(try platform.build().status == 0)
    let before = try tree(platform.folder + "/public")
    try platform.write("content/notes/c.md", "# C\n")
    chmod(platform.folder, 0o555)
    defer { chmod(platform.folder, 0o755) }
    let result = try run(platform)
    #expect(result.status == 4)
    #expect(try tree(platform.folder + "/public") == before)
  }

  @Test("OW-23: without memory the build ends, and the old site is whole", arguments: [60, 120, 200])
  func memory(_ megabytes: Int) throws {
    let platform = try Platform()
    #expect(try platform.build().status == 0)
    let before = try tree(platform.folder + "/public")
    let line = String(repeating: "mot ", count: 500)
    for number in 0..<40 {
      try platform.write(
        "content/notes/n\(number).md", "# N\n\n" + String(repeating: line + "\n\n", count: 60))
    }
    let program = try Program.terreau.path()
    let command = [
      "/bin/sh", "-c", "ulimit -v \(megabytes * 1024); exec \"$0\" \"$@\"", program, "build", "--source",
      platform.folder,
    ]
    let result = try Program.Running(command, [:], "/tmp").finish()
    if result.status == 0 {
      #expect(platform.exists("public/notes/n39/index.html"))
    } else {
      #expect(try tree(platform.folder + "/public") == before)
    }
    #expect(try platform.build().status == 0)
  }
}

@Suite("Large files and other people's folders")
struct ScaleTests {
  @Test("PL-22: a large file is copied without being held in memory")
  func largeFile() throws {
    let platform = try Platform()
    try platform.write("content/video.mp4", "")
    truncate(platform.folder + "/content/video.mp4", 256 << 20)
    let build = try Program.terreau.start(["build", "--source", platform.folder])
    var peak = 0
    while build.isRunning {
      peak = max(peak, build.peakMemory)
      usleep(5000)
    }
    #expect(try build.finish().status == 0)
    #expect(
      try FileManager.default.attributesOfItem(atPath: platform.folder + "/public/video.mp4")[.size] as? Int
        == 256 << 20)
    #expect(peak > 0 && peak < 150 << 20, "a debug build; 100 MiB in release")
  }

  @Test(
    "CC-08: run as root on somebody's platform, it says so and leaves them the owner",
    .enabled(if: geteuid() == 0, "only root can"))
  func asRoot() throws {
    let platform = try Platform()
    for path in try tree(platform.surroundings).keys {
      lchown(platform.surroundings + "/" + path, 65534, 65534)
    }
    for path in ["", "/content", "/content/notes", "/content/types", "/content/images"] {
      lchown(platform.folder + path, 65534, 65534)
    }
    let result = try platform.build()
    #expect(result.status == 0)
    #expect(result.errors.contains("[output-owner]"), "\(result.errors)")
    for path in try tree(platform.folder + "/public").keys {
      var status = stat()
      lstat(platform.folder + "/public/" + path, &status)
      #expect(status.st_uid == 65534, "\(path)")
    }
  }
}
