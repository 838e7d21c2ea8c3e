import Content

/// Asks other sites whether the addresses that the content names are still there.
struct ExternalLinks: Sendable {
  let visit: LinkVisit
  let exceptions: [ExternalException]
  /// What the site's own addresses begin with: it may not stand there yet.
  let baseURL: String
  /// Seconds since 1970.
  let now: Int
  let isCancelled: @Sendable () -> Bool
  /// Told how many addresses are done.
  let progress: @Sendable (_ done: Int, _ total: Int) -> Void

  /// What is to be said of the addresses of some texts, each at its place. What is found out goes into the
  /// cache.
  func diagnostics(of texts: [WrittenText], _ cache: inout LinkCache) async -> [Diagnostic] {
    let addresses = texts.flatMap(\.addresses).filter { address in
      !address.url.hasPrefix(baseURL) && !exceptions.contains { $0.location == address.location }
    }
    let urls = Set(addresses.map { ExternalLinks.withoutFragment($0.url) })
    let wanted = urls.filter { url in !exceptions.contains { url.hasPrefix($0.prefix) } }.sorted()
    var answers: [String: LinkAnswer] = [:]
    for url in wanted { answers[url] = cache.answer(for: url, now: now) }
    let unknown = wanted.filter { answers[$0] == nil }
    let found: [String: LinkAnswer]
    do throws(LinkClientMissing) {
      found = try await ask(unknown)
    } catch {
      return [Diagnostic(.externalProgramMissing)]
    }
    for (url, answer) in found {
      answers[url] = answer
      cache.set(answer, for: url, now: now)
    }
    var diagnostics = addresses.compactMap { address -> Diagnostic? in
      let finding = answers[ExternalLinks.withoutFragment(address.url)]?.finding(for: address.url)
      return finding.map { Diagnostic($0, at: address.location) }
    }
    for exception in exceptions where !addresses.contains(where: { $0.url.hasPrefix(exception.prefix) }) {
      diagnostics.append(Diagnostic(.externalExceptionUnused(exception.prefix), at: exception.location))
    }
    return diagnostics
  }

  /// Several hosts at once, the addresses of each one after the other.
  private func ask(_ urls: [String]) async throws(LinkClientMissing) -> [String: LinkAnswer] {
    var queues = Dictionary(grouping: urls, by: LinkVisit.host(of:)).sorted { $0.key < $1.key }.map(\.value)
    // The longest first: the whole takes as long as it does.
    queues.sort { $0.count > $1.count }
    var pending = queues.makeIterator()
    var answers: [String: LinkAnswer] = [:]
    let total = urls.count
    do {
      try await withThrowingTaskGroup(of: [(String, LinkAnswer)].self) { group in
        func add(_ queue: [String]) {
          group.addTask {
            var answers: [(String, LinkAnswer)] = []
            for url in queue where !isCancelled() { answers.append((url, try await visit.answer(of: url))) }
            return answers
          }
        }
        for _ in 0..<visit.patience.visits { if let queue = pending.next() { add(queue) } }
        while let some = try await group.next() {
          for (url, answer) in some { answers[url] = answer }
          progress(answers.count, total)
          if let queue = pending.next() { add(queue) }
        }
      }
    } catch {
      throw LinkClientMissing()
    }
    return answers
  }

  private static func withoutFragment(_ url: String) -> String {
    String(url.prefix { $0 != "#" })
  }
}
