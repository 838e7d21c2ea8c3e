import Content

/// What is known of an address of another site.
enum LinkAnswer: Sendable, Hashable, Codable {
  case good
  /// It answers, and says for good that it is now elsewhere.
  case moved(to: String)
  case gone(status: Int)
  case refused(status: Int)
  case failing(status: Int)
  case unknownHost
  case silent(seconds: Int)
  case unreachable(String)

  /// How long it holds, in seconds: what is well stays so longer.
  var lifetime: Int {
    switch self {
    case .good, .moved: 7 * 86_400
    default: 86_400
    }
  }

  /// Gone is an error: the site itself says so. Whatever may be the network's, or a bad day's, is a warning.
  func finding(for url: String) -> CheckFinding? {
    switch self {
    case .good: nil
    case .moved(let target): .externalPageMoved(url, to: target)
    case .gone(let status): .externalPageGone(url, status: status)
    case .refused(let status): .externalPageRefused(url, status: status)
    case .failing(let status): .externalSiteFailing(url, status: status)
    case .unknownHost: .externalSiteUnknown(url)
    case .silent(let seconds): .externalSiteSilent(url, seconds: seconds)
    case .unreachable(let reason): .externalSiteUnreachable(url, reason: reason)
    }
  }
}
