import FlyingFox
import Foundation

/// Tells every open page of the site what is new, over a WebSocket each.
actor LiveChannel: WSHandler {
  /// A name that no other run has.
  private let run = String(UInt64.random(in: .min ... .max), radix: 36)
  private var latest: LiveMessage?
  private var site = 0
  private var pages: [Int: AsyncStream<WSFrame>.Continuation] = [:]
  private var lastPage = 0

  nonisolated var handler: WebSocketHTTPHandler { WebSocketHTTPHandler(handler: self) }

  /// How many pages listen.
  var listening: Int { pages.count }

  /// What a page served now knows.
  func facts() -> PageFacts {
    PageFacts(run: run, site: site, language: latest?.language)
  }

  func tell(_ news: PreviewNews, basePath: String) {
    var message = LiveMessage(
      run: run, number: news.number, site: site, formerSite: latest?.formerSite ?? site,
      language: news.languageCode, styleSheets: latest?.styleSheets, problems: news.problems,
      activity: news.activity)
    if news.change != .nothing {
      (message.formerSite, message.site) = (site, news.number)
      site = news.number
      message.styleSheets = nil
    }
    if case .styleSheets(let sheets) = news.change {
      func address(_ path: String) -> String { RequestPath.encode(basePath + path.drop { $0 == "/" }) }
      message.styleSheets = Dictionary(sheets.map { (address($0.key), address($0.value)) }) { first, _ in
        first
      }
    }
    latest = message
    let frame = WSFrame(fin: true, opcode: .text, mask: nil, payload: message.json)
    for page in pages.values { page.yield(frame) }
  }

  /// Sends every page a sign of life from time to time, so that those that are gone are noticed; until
  /// cancelled.
  func ping(every time: Duration) async {
    let frame = WSFrame(fin: true, opcode: .ping, mask: nil, payload: Data())
    while (try? await Task.sleep(for: time)) != nil {
      for page in pages.values { page.yield(frame) }
    }
  }

  func makeFrames(for client: AsyncThrowingStream<WSFrame, any Error>) async throws -> AsyncStream<WSFrame> {
    lastPage += 1
    let number = lastPage
    // A page that doesn't read is dropped by the gate; until then a few messages wait for it, no more.
    let (frames, page) = AsyncStream.makeStream(of: WSFrame.self, bufferingPolicy: .bufferingNewest(4))
    pages[number] = page
    if let latest { page.yield(WSFrame(fin: true, opcode: .text, mask: nil, payload: latest.json)) }
    let reading = Task {
      await Self.follow(client, answering: page)
      self.leave(number)
    }
    page.onTermination = { _ in
      reading.cancel()
      Task { await self.leave(number) }
    }
    return frames
  }

  private func leave(_ number: Int) {
    pages.removeValue(forKey: number)?.finish()
  }

  /// Reads what a page sends until it closes: all there is to answer are its own signs of life.
  private static func follow(
    _ client: AsyncThrowingStream<WSFrame, any Error>, answering page: AsyncStream<WSFrame>.Continuation
  ) async {
    do {
      for try await var frame in client {
        frame.mask = nil
        if frame.opcode == .close {
          page.yield(frame)
          return
        }
        guard frame.opcode == .ping else { continue }
        frame.opcode = .pong
        page.yield(frame)
      }
    } catch {
      // The connection broke, which ends the page's listening as closing does.
    }
  }
}
