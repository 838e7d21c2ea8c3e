/// A request's line and the fields the server looks at (RFC 9112).
struct RequestHead {
  var isHead: Bool
  /// Plain; see ``RequestPath``.
  var path: String
  /// As it came, without question mark.
  var query: String?
  /// Whether the client wants the connection closed after the answer.
  var wantsClose: Bool
  /// By their names in lower case.
  var fields: [String: String]

  /// The fields that are read; others are only checked.
  private static let known: Set<String> = [
    "host", "origin", "content-length", "transfer-encoding", "connection", "upgrade", "range", "if-range",
    "if-none-match", "sec-websocket-key", "sec-websocket-version", "x-terreau-raw",
  ]
  private static let single: Set<String> = ["host", "origin", "content-length", "transfer-encoding"]

  /// - Parameter bytes: see ``HeadReader/next()``.
  init(_ bytes: ArraySlice<UInt8>, limits: ServerLimits) throws(Refusal) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    for index in lines.indices where lines[index].last == 0x0D { lines[index].removeLast() }
    guard let requestLine = lines.popFirst() else { throw .malformed }
    fields = try Self.fields(of: lines)

    let words = requestLine.split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.count == 3, !words[0].isEmpty, words[0].allSatisfy(Self.isTokenByte) else { throw .malformed }
    guard words[1].count <= limits.target else { throw .targetTooLong }
    let isCurrent = words[2].elementsEqual("HTTP/1.1".utf8)
    guard isCurrent || words[2].elementsEqual("HTTP/1.0".utf8) else { throw .malformed }

    let connection = (fields["connection"] ?? "").lowercased()
    wantsClose = isCurrent ? connection.contains("close") : !connection.contains("keep-alive")
    isHead = words[0].elementsEqual("HEAD".utf8)
    try Self.refuseBody(fields)
    guard isHead || words[0].elementsEqual("GET".utf8) else { throw .methodNotAllowed }

    let parts = words[1].split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    path = try RequestPath.decode(parts[0])
    query = parts.count > 1 ? RequestPath.encodeQuery(parts[1]) : nil
  }

  /// No request that is answered has a body; none is ever read.
  private static func refuseBody(_ fields: [String: String]) throws(Refusal) {
    let coding = fields["transfer-encoding"]
    if let length = fields["content-length"] {
      guard coding == nil, !length.isEmpty, length.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { throw .malformed }
      // A small body of a method that isn't allowed is refused for the method.
      guard let count = Int(length), count <= 64 << 10 else { throw .bodyNotTaken }
    } else if coding != nil {
      throw .bodyNotTaken
    }
  }

  private static func fields(of lines: ArraySlice<ArraySlice<UInt8>>) throws(Refusal) -> [String: String] {
    var fields: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy(isTokenByte)
      else { throw .malformed }
      var value = line[(colon + 1)...]
      while let first = value.first, first == 0x20 || first == 0x09 { value.removeFirst() }
      while let last = value.last, last == 0x20 || last == 0x09 { value.removeLast() }
      guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { throw .malformed }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      guard known.contains(name) else { continue }
      guard let text = String(validating: value, as: UTF8.self) else { throw .malformed }
      if let earlier = fields[name] {
        guard !single.contains(name) else { throw .malformed }
        fields[name] = "\(earlier), \(text)"
      } else {
        fields[name] = text
      }
    }
    return fields
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}

extension RequestHead {
  static let livePath = "/_terreau/live"

  /// Whether the request may be answered at all.
  func check(_ rule: HostRule, ownAddress: String?) throws(Refusal) {
    guard let host = fields["host"] else { throw .malformed }
    // What is left of a GET that announces a body.
    guard fields["content-length"].map({ Int($0) == 0 }) ?? true else { throw .bodyNotTaken }
    guard rule.allows(host: host, ownAddress: ownAddress) else { throw .foreign }
    let origin = fields["origin"]
    if path == Self.livePath {
      guard let origin, rule.allowsLive(origin: origin, host: host) else { throw .foreign }
    } else if let origin {
      guard rule.allows(origin: origin, ownAddress: ownAddress) else { throw .foreign }
    }
  }

  /// The head as FlyingFox gets it: always well formed, and nothing in it that isn't used.
  var forwarded: [UInt8] {
    var target = RequestPath.encode(path)
    if let query { target += "?\(query)" }
    var lines = ["\(isHead ? "HEAD" : "GET") \(target) HTTP/1.1", "Host: \(fields["host"] ?? "")"]
    for name in ["range", "if-range", "if-none-match", "x-terreau-raw"] {
      if let value = fields[name] { lines.append("\(name): \(value)") }
    }
    if path == Self.livePath, !isHead {
      for name in ["upgrade", "connection", "sec-websocket-key", "sec-websocket-version"] {
        if let value = fields[name] { lines.append("\(name): \(value)") }
      }
    } else if wantsClose {
      lines.append("Connection: close")
    }
    return Array((lines + ["", ""]).joined(separator: "\r\n").utf8)
  }
}
