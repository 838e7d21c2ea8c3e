import FlyingFox
import FlyingSocks
import Foundation
import Generator

/// Makes answers to one request.
struct FileResponse {
  private let isHead: Bool
  private let conditions: Conditions
  /// Whether pages are wanted as a build would write them: by `?terreau=brut` or the field `X-Terreau-Raw:
  /// 1`.
  let isRaw: Bool

  init(_ request: HTTPRequest) {
    isHead = request.method == .HEAD
    conditions = Conditions(
      range: request.method == .GET ? request.headers[.range] : nil,
      ifRange: request.headers[HTTPHeader("If-Range")], ifNoneMatch: request.headers[.ifNoneMatch])
    isRaw =
      request.headers[HTTPHeader("X-Terreau-Raw")] == "1"
      || request.target.query().split(separator: "&").contains("terreau=brut")
  }

  /// `nil` if the file can't be read or isn't one.
  func response(to file: PreviewedFile) -> HTTPResponse? {
    let type = MediaType.of(file.outputPath)
    switch file.content {
    case .bytes(let bytes):
      return response(type: type, tag: "\"\(ContentHash(of: bytes))\"", size: bytes.count) { range in
        HTTPBodySequence(data: Data(bytes[range]), suggestedBufferSize: Self.piece)
      }
    case .copy(let path):
      guard let copied = CopiedFile(path: path) else { return nil }
      return response(type: type, tag: copied.tag, size: copied.size) { range in
        HTTPBodySequence(
          from: FilePieces(file: copied, range: range), count: range.count, suggestedBufferSize: Self.piece)
      }
    }
  }

  /// In which a body is sent, in bytes.
  private static let piece = 64 << 10

  private func response(
    type: String, tag: String, size: Int, body: (Range<Int>) -> HTTPBodySequence
  ) -> HTTPResponse {
    var headers = Self.headers(type: type)
    headers[.eTag] = tag
    headers[.acceptRanges] = "bytes"
    var status = HTTPStatusCode.ok
    var range = 0..<size
    switch conditions.part(tag: tag, size: size) {
    case .whole: break
    case .unchanged:
      headers[.contentLength] = String(size)
      return HTTPResponse(statusCode: .notModified, headers: headers)
    case .range(let asked):
      (status, range) = (.partialContent, asked)
      headers[.contentRange] = "bytes \(asked.lowerBound)-\(asked.upperBound - 1)/\(size)"
    case .unsatisfiable:
      headers[.contentRange] = "bytes */\(size)"
      return HTTPResponse(statusCode: .rangeNotSatisfiable, headers: headers)
    }
    headers[.contentLength] = String(range.count)
    return HTTPResponse(statusCode: status, headers: headers, body: isHead ? HTTPBodySequence() : body(range))
  }

  /// A page about something that went wrong.
  func response(status: HTTPStatusCode, html: [UInt8]) -> HTTPResponse {
    var headers = Self.headers(type: "text/html; charset=utf-8")
    headers[.contentLength] = String(html.count)
    return HTTPResponse(statusCode: status, headers: headers, body: isHead ? Data() : Data(html))
  }

  func refusal(_ status: HTTPStatusCode) -> HTTPResponse {
    let text = Data("\(status.code) \(status.phrase)\n".utf8)
    var headers = Self.headers(type: "text/plain; charset=utf-8")
    headers[.contentLength] = String(text.count)
    return HTTPResponse(statusCode: status, headers: headers, body: isHead ? Data() : text)
  }

  /// - Parameters:
  ///   - path: plain; a second slash at its start would lead to another host.
  ///   - query: as it came; empty for none.
  func redirect(to path: String, query: String = "") -> HTTPResponse {
    let address = "/" + RequestPath.encode(String(path.drop { $0 == "/" }))
    var response = refusal(.movedPermanently)
    response.headers[.location] = query.isEmpty ? address : "\(address)?\(query)"
    return response
  }

  /// Every answer is checked again before it is shown a second time, taken for what it says it is, and kept
  /// from other sites' pages.
  private static func headers(type: String) -> HTTPHeaders {
    var headers = HTTPHeaders()
    headers[.contentType] = type
    headers[.cacheControl] = "no-cache"
    headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
    return headers
  }
}
