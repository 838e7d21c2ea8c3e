import HTML

extension Settings {
  /// A reference as a whole address, for readers that meet it away from the site; external ones stay as they
  /// are.
  public func absolute(_ url: URLReference) -> URLReference? {
    guard let path = url.sitePath else { return url }
    return URLReference(baseURL + path.dropFirst())
  }

  /// The host of `baseURL`, without its port: `exemple.org`.
  public var host: String {
    let slashes = Array("://".utf8)
    guard let start = baseURL.utf8.firstRange(of: slashes)?.upperBound else { return "" }
    return String(baseURL[start...].prefix { $0 != "/" && $0 != ":" })
  }
}
