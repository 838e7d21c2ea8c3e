/// What asks other sites: handed in, so that rules can be tried without a network.
protocol LinkClient: Sendable {
  func ask(_ url: String, _ method: LinkMethod) async throws(LinkClientMissing) -> LinkResponse
}

enum LinkMethod: Sendable {
  case head, get
}

/// What came of one request, redirects not followed.
enum LinkResponse: Sendable, Hashable {
  /// - location: where a redirect leads, as an absolute address.
  /// - retryAfter: how many seconds the site asks to wait.
  case answer(status: Int, location: String? = nil, retryAfter: Int? = nil)
  case unknownHost
  case timeout
  /// In the client's words.
  case failure(String)
}

/// The program that asks isn't there.
struct LinkClientMissing: Error {}
