import Foundation

/// What pages are served.
extension PreviewBuilder {
  public var basePath: String {
    get async {
      await aSite()
      return site?.basePath ?? "/"
    }
  }

  public func answer(to path: String) async -> PreviewAnswer {
    await aSite()
    guard let site, site.hasSite else { return .unavailable(reason: reason) }
    if let known = answers[path] { return known }
    if let reason = failing[path] { return .unavailable(reason: reason) }
    // A worker may end for other reasons than this page, which is then asked of the next one.
    var ends = 0
    while let worker {
      let generation = generation
      do {
        let (reply, bytes) = try await worker.carryOut(
          .make(path: path), within: PreviewBuilder.pageLimit, as: FileReply.self)
        let answer = PreviewAnswer(reply, bytes)
        // Another site may have come meanwhile, whose answer isn't known.
        if generation == self.generation { answers.keep(answer, for: path) }
        return answer
      } catch {
        if worker === self.worker, !isReading { ends += 1 }
        if worker === self.worker { lose(worker) }
        let isSlow = error as? Connection.Failure == .timedOut
        if ends == 2 || isSlow {
          let reason = isSlow ? texts.pageHangs : texts.pageCrashes
          if generation == self.generation { failing[path] = reason }
          return .unavailable(reason: reason)
        }
        await aWorker()
      }
    }
    return .unavailable(reason: reason)
  }

  /// Waits until a site can be shown, or it is known that none can.
  func aSite() async {
    while site == nil, further[.process, default: []].isEmpty { await withCheckedContinuation { waiting.append($0) } }
    if site?.hasSite == true { await aWorker() }
  }

  func aWorker() async {
    while worker == nil, further[.process] == nil { await withCheckedContinuation { waiting.append($0) } }
  }

  func wakeAll() {
    let woken = waiting
    waiting = []
    for continuation in woken { continuation.resume() }
  }

  var texts: BuilderTexts { BuilderTexts(isFrench: site.map { $0.languageCode == "fr" } ?? true) }

  var reason: String {
    let problems = further.sorted { $0.key < $1.key }.flatMap(\.value) + (site?.problems ?? [])
    return problems.first { $0.severity == "error" }?.message ?? texts.nothingYet
  }
}

extension PreviewAnswer {
  init(_ reply: FileReply, _ bytes: [UInt8]) {
    switch reply {
    case .bytes(let path, let page): self = .file(PreviewedFile(content: .bytes(bytes), outputPath: path, page: page))
    case .copy(let source, let path): self = .file(PreviewedFile(content: .copy(of: source), outputPath: path))
    case .movedTo(let address): self = .movedTo(address)
    case .missing(let hasPage, let near):
      let page = PreviewedFile(content: .bytes(bytes), outputPath: "404.html")
      self = .missing(page: hasPage ? page : nil, near: near)
    case .failed(let problem): self = .unavailable(reason: problem.message)
    }
  }
}
