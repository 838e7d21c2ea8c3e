import Content
import Generator
import Testing

/// How a test's site is built; the defaults are those of a plain build.
struct TestBuild {
  var force = false
  var inPlace = false
  var adopt = false
  var workers = 2
  var inputs = "inputs"
  var isCancelled: @Sendable () -> Bool = { false }

  /// Builds a site of these files into `path`.
  @discardableResult
  func callAsFunction(_ path: String, _ files: KeyValuePairs<String, String>) throws -> WriteSummary {
    let writer = try open(path)
    do {
      for (name, text) in files { try writer.write(name, Array(text.utf8)) }
      return try writer.commit(inputs: ContentHash(of: Array(inputs.utf8)), pages: files.count)
    } catch {
      writer.cancel()
      throw error
    }
  }

  func open(_ path: String) throws -> SiteWriter {
    try SiteWriter.open(
      outputFolder(path, adopt: adopt), force: force, inPlace: inPlace, workers: workers,
      isCancelled: isCancelled)
  }
}

let build = TestBuild()

func outputFolder(_ path: String, adopt: Bool = false) throws -> OutputFolder {
  try OutputFolder.validate(
    path: path, sourceFolder: "/", contentFolder: "/nowhere", adopt: adopt, homeFolders: [])
}

/// What went wrong in `body`, which must go wrong.
func problem(_ body: () throws -> Void) throws -> Problem {
  try #require(try diagnostic(body), "Nothing went wrong.").problem
}

private func diagnostic(_ body: () throws -> Void) throws -> Diagnostic? {
  do {
    try body()
    return nil
  } catch let error as Diagnostic {
    return error
  }
}
