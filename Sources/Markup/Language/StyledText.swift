/// A short text some of whose letters may stand raised: `1er`, whose HTML is `1<sup>er</sup>`.
public struct StyledText: Sendable, Hashable, ExpressibleByStringInterpolation {
  private struct Run: Hashable {
    var text: String
    var isRaised: Bool
  }

  private var runs: [Run]

  public init(_ text: String) {
    runs = text.isEmpty ? [] : [Run(text: text, isRaised: false)]
  }

  public init(stringLiteral text: String) {
    self.init(text)
  }

  static func raised(_ text: String) -> StyledText {
    var styled = StyledText(text)
    for index in styled.runs.indices { styled.runs[index].isRaised = true }
    return styled
  }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.runs += right.runs
    return sum
  }

  /// The text alone.
  public var plain: String { runs.map(\.text).joined() }

  /// The text as HTML, UTF-8, raised letters in `<sup>`.
  public var html: [UInt8] {
    var html: [UInt8] = []
    for run in runs {
      if run.isRaised { html.append(contentsOf: "<sup>".utf8) }
      Escaping.append(run.text.utf8, to: &html)
      if run.isRaised { html.append(contentsOf: "</sup>".utf8) }
    }
    return html
  }
}
