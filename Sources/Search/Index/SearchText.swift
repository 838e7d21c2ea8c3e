/// What of a page is searched: its title, and the rest in its order.
public struct SearchText: Sendable {
  public var title: [UInt8]
  /// Headings, summary, fields and text: UTF-8.
  public var parts: [[UInt8]]

  public init(title: [UInt8], parts: [[UInt8]]) {
    self.title = title
    self.parts = parts
  }
}
