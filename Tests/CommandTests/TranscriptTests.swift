import Foundation
import Testing

/// Commands as text: what a platform holds, what is typed, and all that is said.
///
/// A transcript is a file of `Transcripts/`: a few words, files (`-- path --`, then their lines), then commands (`$ `)
/// each with what it must say: lines of standard output as `| …`, of standard error as `! …`, then its status. In what
/// is said, sizes and times stand as `#`, and the platform's folder as `SITE`.
///
///     TERREAU_UPDATE_TRANSCRIPTS=1 swift test --filter Transcript
///
/// writes what is said now into the files, for the change to be read as a diff.
@Suite("Transcripts")
struct TranscriptTests {
  private static let folder = (#filePath as NSString).deletingLastPathComponent + "/Transcripts"

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".txt") }
    .sorted()

  @Test("There are transcripts")
  func some() { #expect(TranscriptTests.names.count >= 5) }

  @Test("The command says what its transcript says", arguments: names)
  func transcript(_ name: String) throws {
    let path = TranscriptTests.folder + "/" + name
    let written = try String(contentsOfFile: path, encoding: .utf8)
    let transcript = Transcript(written)
    let said = try transcript.play()
    if ProcessInfo.processInfo.environment["TERREAU_UPDATE_TRANSCRIPTS"] == "1" {
      try Data(said.utf8).write(to: URL(fileURLWithPath: path))
    }
    #expect(said == written)
  }
}

private struct Transcript {
  /// The lines before the first command, as they stand.
  private var opening: [String] = []
  private var files: [String: String] = [:]
  private var commands: [String] = []

  init(_ text: String) {
    var file: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("$ ") {
        commands.append(String(line.dropFirst(2)))
        file = nil
      } else if commands.isEmpty {
        opening.append(line)
        if line.hasPrefix("-- "), line.hasSuffix(" --") {
          let path = String(line.dropFirst(3).dropLast(3))
          files[path] = ""
          file = path
        } else if let file {
          files[file, default: ""] += line + "\n"
        }
      }
    }
    for path in files.keys {
      // The blank line before the next heading is the transcript's.
      if let text = files[path], text.hasSuffix("\n\n") || text == "\n" {
        files[path] = String(text.dropLast())
      }
    }
  }

  /// The transcript as it would be written today.
  func play() throws -> String {
    let platform = try Platform(files)
    var lines = opening
    for command in commands {
      let words = command.split(separator: " ").map(String.init)
      try #require(words.first == "terreau", "\(command)")
      let result = try Program.terreau.run(Array(words.dropFirst()), in: platform.folder)
      lines.append("$ " + command)
      lines += said(result.output, "|", platform)
      lines += said(result.errors, "!", platform)
      lines += ["status \(result.status)", ""]
    }
    return lines.joined(separator: "\n")
  }

  private func said(_ text: String, _ mark: String, _ platform: Platform) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      let plain = line.replacing(platform.folder, with: "SITE")
      return plain.isEmpty ? mark : "\(mark) \(Transcript.withoutMeasures(String(plain)))"
    }
  }

  /// The line of the summary with `#` for its numbers: they change with the theme and the machine.
  private static func withoutMeasures(_ line: String) -> String {
    guard line.contains(" pages, ") else { return line }
    var masked = ""
    for character in line {
      if !character.isNumber {
        masked.append(character)
      } else if masked.last != "#" {
        masked.append("#")
      }
    }
    return masked
  }
}
