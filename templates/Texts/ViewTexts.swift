/// The sentences of views made for one kind of item, in one language.
struct ViewTexts: Sendable {
  // Key figures
  /// How many sources and values there are, where they aren't all the same.
  var disagreement: @Sendable (_ sources: String, _ count: Int, _ values: String) -> String
  /// The source follows.
  var statedBy: String
  var dateUnstated: String

  static let french = ViewTexts(
    disagreement: { sources, count, values in
      let noun = count < 2 ? "source" : "sources"
      return "\(sources)\u{A0}\(noun), \(values)\u{A0}valeurs\u{A0}: elles sont données côte à côte, telles quelles."
    },
    statedBy: "Source\u{A0}:",
    dateUnstated: "date non précisée")

  static let english = ViewTexts(
    disagreement: { sources, count, values in
      let noun = count == 1 ? "source" : "sources"
      return "\(sources)\u{A0}\(noun), \(values)\u{A0}values: they are given side by side, as they are."
    },
    statedBy: "Source:",
    dateUnstated: "date not stated")
}
