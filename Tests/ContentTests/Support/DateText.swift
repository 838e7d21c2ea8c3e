import Markup

enum DateText {
  static func day(_ text: String) throws -> PartialDate { try PartialDate(parsing: text) }
}
