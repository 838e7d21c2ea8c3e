import Foundation

@testable import Preview

/// A site of a few addresses.
struct FakeSite: PreviewedSite {
  var basePath: String = "/"
  var folder: String?

  static let home = "<!doctype html><title>Accueil</title><body><p>Bonjour &lt;/body&gt;</p></body></html>\n"
  static let digits = "0123456789"

  func answer(to path: String) async -> PreviewAnswer {
    switch path {
    case "/":
      let page = PreviewedPage(
        sourceFile: "content/a&\"<b>.md", kind: "Liste", words: 3, readingTime: 1, weight: 9, unpublished: nil
      )
      return .file(
        PreviewedFile(content: .bytes(Array(Self.home.utf8)), outputPath: "index.html", page: page))
    case "/digits.txt":
      return .file(PreviewedFile(content: .bytes(Array(Self.digits.utf8)), outputPath: "digits.txt"))
    case "/big.bin":
      return .file(
        PreviewedFile(content: .bytes([UInt8](repeating: 7, count: 24 << 20)), outputPath: "big.bin"))
    case "/copy.csv", "/link.csv", "/folder.csv", "/pipe.csv":
      return .file(PreviewedFile(content: .copy(of: (folder ?? "") + path), outputPath: path))
    case "/moved": return .movedTo("/moved/é/")
    case "/evil": return .movedTo("//evil.example/")
    case "/down": return .unavailable(reason: "Rien <encore>")
    default: return .missing(page: nil, near: ["/<script>/", "/digits.txt"])
    }
  }
}

/// Serves a site while `body` runs.
func withServer(
  _ site: FakeSite = FakeSite(), options: ServerOptions = ServerOptions(port: 0),
  limits: ServerLimits = ServerLimits(), _ body: (PreviewServer, Int) async throws -> Void
) async throws {
  let server = try PreviewServer.bind(site: site, options: options, limits: limits)
  let serving = Task { try await server.run() }
  let port = URL(string: server.address)?.port ?? 0
  do {
    try await body(server, port)
  } catch {
    server.stop()
    throw error
  }
  server.stop()
  try await serving.value
}

/// How many descriptors this process holds.
func openDescriptors() -> Int {
  (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
}
