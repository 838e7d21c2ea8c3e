import Content
import Foundation

/// A whole small platform in a temporary folder, which goes when the value does.
final class TinySite {
  enum File: ExpressibleByStringInterpolation, Sendable {
    case text(String)
    case bytes([UInt8])
    case link(to: String)

    init(stringLiteral text: String) { self = .text(text) }
  }

  let folder: String

  /// Writes files, by their paths below `content/`, beside the standard ones unless they replace them.
  init(_ files: [String: File], standard: Bool = true) throws {
    var template = Array("/tmp/terreau-site-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemFailure(operation: "mkdtemp", code: errno) }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    try makeFolder("\(folder)/content")
    for (path, file) in (standard ? TinySite.standardFiles : [:]).merging(files, uniquingKeysWith: { $1 }) {
      try write(file, to: path)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Writes a file by its path below `content/`, making the folders on its way.
  func write(_ file: File, to path: String) throws {
    let path = "\(folder)/content/\(path)"
    try makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    switch file {
    case .text(let text): try writeFile(Array(text.utf8), path)
    case .bytes(let bytes): try writeFile(bytes, path)
    case .link(let target):
      guard symlink(target, path) == 0 else { throw SystemFailure(operation: "symlink", code: errno) }
    }
  }

  /// Reads and checks the platform.
  func read(_ change: (inout BuildOptions) -> Void = { _ in }) async throws -> SiteReader.Reading {
    var options = BuildOptions(jobs: 2)
    change(&options)
    let tree = try SourceTree(folder: folder)
    return await SiteReader(options: options).read(LoadedSources(tree, jobs: 2))
  }

  /// A platform with a type that has every kind of field and every capability, and one with none.
  static let standardFiles: [String: File] = [
    "site.yml": "name: Essai\nbase_url: https://exemple.org/\n",
    "types/note.yml": """
    name: Note
    plural: Notes
    folder: notes
    capabilities: [
      event, publication, course, tracker, assessment, platform, definition, matrix, case, figures, phases, chapter]
    fields:
      themes: {type: term, vocabulary: themes, list: true, label: Thèmes}
      theme: {type: term, vocabulary: themes}
      niveau: {type: number}
      jour: {type: date}
      lien: {type: link}
      ouvert: {type: boolean}
      voir: {type: reference, to: note, list: true}
      texte: {type: markdown}
      textes: {type: markdown, list: true}
      code: {type: text, unique: true}
    """,
    "types/page.yml": "name: Page\nplural: Pages\nfolder: pages\npath: \"\"\nlist: false\n",
    "vocabularies/themes.yml": """
    name: Thème
    plural: Thèmes
    terms:
      - {id: eau, label: Eau}
      - {id: foret, label: Forêt}
      - {id: energie, label: Énergie solaire}
    """,
  ]
}

struct SystemFailure: Error {
  var operation: String
  var code: Int32
}

func makeFolder(_ path: String) throws {
  if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
  guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
    throw SystemFailure(operation: "mkdir \(path)", code: errno)
  }
  try makeFolder(String(path[..<slash]))
  guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
    throw SystemFailure(operation: "mkdir \(path)", code: errno)
  }
}

func writeFile(_ bytes: [UInt8], _ path: String) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw SystemFailure(operation: "open \(path)", code: errno) }
  defer { close(descriptor) }
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { throw SystemFailure(operation: "write \(path)", code: errno) }
    rest = rest.dropFirst(count)
  }
}
