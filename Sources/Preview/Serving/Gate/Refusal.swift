/// An answer that the gate gives by itself, after which it closes the connection.
enum Refusal: Error, Hashable {
  case malformed
  case foreign
  case methodNotAllowed
  case headTooSlow
  case bodyNotTaken
  case targetTooLong
  case headTooLarge
  case unanswered
  case overloaded
  case tooSlowToAnswer

  private var status: String {
    switch self {
    case .malformed: "400 Bad Request"
    case .foreign: "403 Forbidden"
    case .methodNotAllowed: "405 Method Not Allowed"
    case .headTooSlow: "408 Request Timeout"
    case .bodyNotTaken: "413 Content Too Large"
    case .targetTooLong: "414 URI Too Long"
    case .headTooLarge: "431 Request Header Fields Too Large"
    case .unanswered: "502 Bad Gateway"
    case .overloaded: "503 Service Unavailable"
    case .tooSlowToAnswer: "504 Gateway Timeout"
    }
  }

  /// The whole answer. Its text says nothing of what was asked.
  var bytes: [UInt8] {
    var lines = ["HTTP/1.1 \(status)"]
    if self == .methodNotAllowed { lines.append("Allow: GET, HEAD") }
    lines += [
      "Cache-Control: no-store", "Connection: close", "Content-Length: \(status.utf8.count + 1)",
      "Content-Type: text/plain; charset=utf-8", "X-Content-Type-Options: nosniff", "", status + "\n",
    ]
    return Array(lines.joined(separator: "\r\n").utf8)
  }
}
