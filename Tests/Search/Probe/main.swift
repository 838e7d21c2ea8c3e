import Foundation
import Search

// Builds an index of the documents of a file of JSON lines ({"title": …, "text": …}), in a folder:
// `search-probe docs.jsonl folder language`. For measuring relevance; not part of the product.
let arguments = CommandLine.arguments
guard arguments.count == 4 else {
  print("search-probe documents.jsonl folder language")
  exit(2)
}
let lines = try String(contentsOfFile: arguments[1], encoding: .utf8).split(separator: "\n")
let texts = try lines.map { line -> SearchText in
  let value = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
  return SearchText(
    title: Array((value["title"] as? String ?? "").utf8), parts: [Array((value["text"] as? String ?? "").utf8)])
}
let clock = ContinuousClock()
let start = clock.now
let index = await SearchIndex(count: texts.count, languageCode: arguments[3], jobs: 2) { texts[$0] }
print("indexed \(texts.count) documents in \(clock.now - start)")
for file in index.files {
  let url = URL(filePath: arguments[2]).appending(path: file.path)
  try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(file.bytes).write(to: url)
}
let manifest = SearchManifest(index, count: texts.count, languageCode: arguments[3])
try Data(manifest.json(adding: [])).write(to: URL(filePath: arguments[2]).appending(path: "index.json"))
