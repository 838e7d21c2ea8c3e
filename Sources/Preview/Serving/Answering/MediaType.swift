/// The media types of a site's files, by the ends of their names.
enum MediaType {
  private static let texts: [String: String] = [
    "html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript",
    "mjs": "text/javascript", "json": "application/json", "geojson": "application/geo+json",
    "jsonld": "application/ld+json", "webmanifest": "application/manifest+json", "svg": "image/svg+xml",
    "xml": "application/xml", "atom": "application/atom+xml", "rss": "application/rss+xml",
    "ics": "text/calendar", "vcf": "text/vcard", "vtt": "text/vtt", "srt": "text/plain", "csv": "text/csv",
    "tsv": "text/tab-separated-values", "txt": "text/plain", "md": "text/markdown", "yml": "application/yaml",
    "yaml": "application/yaml", "bib": "text/plain",
  ]
  private static let binaries: [String: String] = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "avif": "image/avif", "ico": "image/vnd.microsoft.icon", "woff2": "font/woff2", "woff": "font/woff",
    "ttf": "font/ttf", "otf": "font/otf", "pdf": "application/pdf", "zip": "application/zip",
    "gz": "application/gzip", "epub": "application/epub+zip", "mp3": "audio/mpeg", "m4a": "audio/mp4",
    "ogg": "audio/ogg", "opus": "audio/ogg", "wav": "audio/wav", "flac": "audio/flac", "mp4": "video/mp4",
    "webm": "video/webm", "wasm": "application/wasm",
    "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  ]

  /// What a `Content-Type` field says of a file of this name; texts are UTF-8.
  static func of(_ path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? ""[...].utf8
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return "application/octet-stream" }
    let ending = String(decoding: name[name.index(after: dot)...], as: UTF8.self).lowercased()
    if let text = texts[ending] { return "\(text); charset=utf-8" }
    return binaries[ending] ?? "application/octet-stream"
  }
}
