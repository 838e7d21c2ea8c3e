/// Finds out what is at an address: follows redirects, tries again, and never hurries a host.
struct LinkVisit: Sendable {
  /// How patient visits are.
  struct Patience: Sendable {
    var interval = Duration.seconds(1)
    /// The wait before the second try; the third waits four times as long.
    var backoff = Duration.seconds(1)
    var tries = 3
    /// The most seconds that a site may make us wait.
    var longestWait = 30
    var timeout = 15
    /// How many hosts are asked at once.
    var visits = 8
  }

  let client: any LinkClient
  let patience: Patience
  let turns: HostTurns

  private static let redirectLimit = 10

  func answer(of url: String) async throws(LinkClientMissing) -> LinkAnswer {
    var current = url
    // Where the address moved for good: as far as every redirect so far was permanent.
    var moved: String?
    var isPermanent = true
    for _ in 0...LinkVisit.redirectLimit {
      let response = try await patientResponse(of: current)
      guard case .answer(let status, let location?, _) = response, (300...399).contains(status) else {
        return answer(to: response, moved: moved)
      }
      guard let next = LinkVisit.followed(location) else { return .unreachable(location) }
      isPermanent = isPermanent && (status == 301 || status == 308)
      if isPermanent { moved = next }
      current = next
    }
    return .unreachable("> \(LinkVisit.redirectLimit) × 3xx")
  }

  private func answer(to response: LinkResponse, moved: String?) -> LinkAnswer {
    switch response {
    case .answer(let status, _, _):
      switch status {
      case 404, 410: return .gone(status: status)
      case 400..<500: return .refused(status: status)
      case 500...: return .failing(status: status)
      default: return moved.map { .moved(to: $0) } ?? .good
      }
    case .unknownHost: return .unknownHost
    case .timeout: return .silent(seconds: patience.timeout)
    case .failure(let reason): return .unreachable(reason)
    }
  }

  /// The response to HEAD, or to GET where a site doesn't like HEAD; of the last try, where the first ones
  /// failed in a way that may pass.
  private func patientResponse(of url: String) async throws(LinkClientMissing) -> LinkResponse {
    var wait = patience.backoff
    var number = 1
    while true {
      var response = try await politeResponse(of: url, .head)
      if case .answer(let status, _, _) = response, [400, 403, 404, 405, 406, 501].contains(status) {
        response = try await politeResponse(of: url, .get)
      }
      guard number < patience.tries, let asked = LinkVisit.mayPass(response) else { return response }
      guard asked <= patience.longestWait else { return response }
      try? await Task.sleep(for: max(wait, .seconds(asked)))
      wait *= 4
      number += 1
    }
  }

  /// How many seconds the site wants us to wait, where trying again makes sense.
  private static func mayPass(_ response: LinkResponse) -> Int? {
    switch response {
    case .answer(let status, _, let seconds): [429, 500, 502, 503, 504].contains(status) ? seconds ?? 0 : nil
    case .timeout, .failure, .unknownHost: 0
    }
  }

  private func politeResponse(of url: String, _ method: LinkMethod) async throws(LinkClientMissing)
    -> LinkResponse
  {
    let host = LinkVisit.host(of: url)
    await turns.begin(host)
    let response: LinkResponse
    do throws(LinkClientMissing) {
      response = try await client.ask(url, method)
    } catch {
      await turns.end(host)
      throw error
    }
    await turns.end(host)
    return response
  }

  /// Where a redirect leads, if it may be followed.
  private static func followed(_ location: String) -> String? {
    let lowered = location.lowercased()
    return lowered.hasPrefix("https://") || lowered.hasPrefix("http://") ? location : nil
  }

  /// The host of an address and its port, in small letters.
  static func host(of url: String) -> String {
    let rest = url.drop { $0 != "/" }.drop { $0 == "/" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return (authority.split(separator: "@").last.map(String.init) ?? "").lowercased()
  }
}
