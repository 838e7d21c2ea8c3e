import FlyingFox
import Foundation

/// Answers requests that the gate let through.
struct SiteHandler: HTTPHandler {
  let site: any PreviewedSite
  let live: LiveChannel

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    var response = try await answer(to: request)
    if request.headers[.connection]?.lowercased() == "close" { response.headers[.connection] = "close" }
    return response
  }

  private func answer(to request: HTTPRequest) async throws -> HTTPResponse {
    let asked = FileResponse(request)
    guard let path = try? RequestPath.decode(Array(request.target.path().utf8)[...]) else {
      return asked.refusal(.badRequest)
    }
    if path == RequestHead.livePath { return try await live.handler.handleRequest(request) }
    if path.hasPrefix(ClientFiles.folder) {
      return ClientFiles.file(at: path).flatMap { asked.response(to: $0) } ?? asked.refusal(.notFound)
    }

    let base = await site.basePath
    guard path.hasPrefix(base) else {
      // The address without its path, or without its last slash, is what people type.
      if path == "/" || path + "/" == base { return asked.redirect(to: base) }
      return try await missing(nil, near: ["/"], path: path, base: base, asked: asked)
    }
    switch await site.answer(to: "/" + path.dropFirst(base.count)) {
    case .file(let file):
      guard let response = asked.response(to: await prepared(file, asked: asked)) else {
        return try await missing(nil, near: [], path: path, base: base, asked: asked)
      }
      return response
    case .movedTo(let moved):
      return asked.redirect(to: base + moved.drop { $0 == "/" }, query: request.target.query())
    case .missing(let page, let near):
      return try await missing(page, near: near, path: path, base: base, asked: asked)
    case .unavailable(let reason):
      let facts = await live.facts()
      let page = PlainPage.page(code: "503", sentence: reason, language: facts.language ?? "fr")
      return asked.response(
        status: .serviceUnavailable, html: asked.isRaw ? page : facts.inserted(into: page))
    }
  }

  /// A page with the client script; other files as they are.
  private func prepared(_ file: PreviewedFile, asked: FileResponse) async -> PreviewedFile {
    guard !asked.isRaw, case .bytes(let bytes) = file.content, MediaType.isPage(file.outputPath) else {
      return file
    }
    var facts = await live.facts()
    facts.page = file.page
    var prepared = file
    prepared.content = .bytes(facts.inserted(into: bytes))
    return prepared
  }

  private func missing(
    _ page: PreviewedFile?, near: [String], path: String, base: String, asked: FileResponse
  ) async throws -> HTTPResponse {
    var facts = await live.facts()
    facts.near = near.map { path in
      let address = base + path.drop { $0 == "/" }
      return PageFacts.Near(path: address, address: RequestPath.encode(address))
    }
    facts.page = page?.page
    var bytes = PlainPage.page(code: "404", sentence: path, language: facts.language ?? "fr")
    if case .bytes(let own)? = page?.content { bytes = own }
    return asked.response(status: .notFound, html: asked.isRaw ? bytes : facts.inserted(into: bytes))
  }
}

extension MediaType {
  static func isPage(_ path: String) -> Bool {
    of(path).hasPrefix("text/html")
  }
}
