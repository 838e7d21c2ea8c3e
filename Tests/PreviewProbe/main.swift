// Serves a folder as a previewed site, for tests in a browser: prints its address, then tells the open pages
// every line of its standard input, which is news as JSON. Ends with its input.
import Foundation
import Preview

struct FolderSite: PreviewedSite {
  var folder: String
  var basePath: String { "/" }

  func answer(to path: String) async -> PreviewAnswer {
    if let reason = try? String(contentsOfFile: folder + "/unavailable.txt", encoding: .utf8) {
      return .unavailable(reason: reason)
    }
    let name = String(path.dropFirst()) + (path.hasSuffix("/") ? "index.html" : "")
    if let file = file(name) { return .file(file) }
    if file(name + "/index.html") != nil { return .movedTo(path + "/") }
    return .missing(page: file("404.html"), near: ["/", "/long/", "/<i>near</i>/"])
  }

  private func file(_ name: String) -> PreviewedFile? {
    guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") else { return nil }
    let page = PreviewedPage(
      sourceFile: "content/\(name).md", kind: "Étude de cas", words: 1_240, readingTime: 6, weight: 48_300,
      unpublished: name.contains("draft") ? "Brouillon" : nil)
    return PreviewedFile(
      content: .bytes([UInt8](bytes)), outputPath: name, page: name.hasSuffix(".html") ? page : nil)
  }
}

let server = try PreviewServer.bind(
  site: FolderSite(folder: CommandLine.arguments[1]),
  options: ServerOptions(port: CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 0))
let serving = Task { try await server.run() }
print(server.address)
fflush(nil)

let (lines, input) = AsyncStream.makeStream(of: String.self)
Thread {
  while let line = readLine() { input.yield(line) }
  input.finish()
}.start()
for await line in lines {
  await server.tell(try JSONDecoder().decode(PreviewNews.self, from: Data(line.utf8)))
}
server.stop()
try await serving.value
