import Foundation

/// What an open page is sent about news.
struct LiveMessage: Encodable {
  /// Which run of the server speaks: numbers begin anew with each.
  var run: String
  var number: Int
  /// The last news that changed the site, and the one before: a page that knows neither is to be loaded
  /// again.
  var site: Int
  var formerSite: Int
  var language: String
  /// If the last change of the site was one of style sheets alone: their new addresses, by the old ones.
  var styleSheets: [String: String]?
  var problems: [PreviewProblem]
  var activity: String?

  var json: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Encoding values of these types can't fail.
    return (try? encoder.encode(self)) ?? Data()
  }
}
