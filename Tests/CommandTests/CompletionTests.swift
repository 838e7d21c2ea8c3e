import Foundation
import Testing

/// What a shell proposes, by the script that the program writes for it.
@Suite("Completion")
struct CompletionTests {
  private static let files = Platform.small(with: [
    "content/types/etude-de-cas.yml": "name: Étude de cas\nplural: Études de cas\nfolder: cas\n"
  ])

  /// What bash proposes for the last of some words, typed in a folder.
  private func proposals(_ words: [String], in folder: String) throws -> [String] {
    let script = try Program.terreau.run(["--generate-completion-script", "bash"]).output
    let path = try Program.terreau.path()
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    let lines = """
      \(script)
      PATH="\((path as NSString).deletingLastPathComponent):$PATH"
      COMP_WORDS=(terreau \(list)); COMP_CWORD=\(words.count)
      COMP_LINE="terreau \(words.joined(separator: " "))"; COMP_POINT=${#COMP_LINE}
      _terreau terreau "\(words.last ?? "")" "\(words.dropLast().last ?? "terreau")"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", lines]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
      .sorted()
  }

  @Test("Types come from the platform in the current folder")
  func types() throws {
    let platform = try Platform(Self.files)
    #expect(try proposals(["new", ""], in: platform.folder) == ["etude-de-cas", "note"])
    #expect(try proposals(["new", "et"], in: platform.folder) == ["etude-de-cas"])
    #expect(try proposals(["schema", "--type", ""], in: platform.folder) == ["etude-de-cas", "note"])
  }

  @Test("Types come from the platform that is named")
  func source() throws {
    let platform = try Platform(Self.files)
    #expect(try proposals(["new", "--source", platform.folder, ""], in: "/tmp") == ["etude-de-cas", "note"])
  }

  @Test("Without a platform nothing is proposed, and nothing said")
  func none() throws {
    #expect(try proposals(["new", ""], in: "/") == [])
  }

  @Test("There are scripts for the shells that are documented", arguments: ["bash", "zsh", "fish"])
  func scripts(shell: String) throws {
    let result = try Program.terreau.run(["--generate-completion-script", shell])
    #expect(result.status == 0)
    #expect(result.output.contains("schema"))
  }
}
