import Content
import HTML

/// The schemas of what a platform's owner declares; a test compares their keys with those that are read.
struct DeclarationSchemas {
  private let types: Schema
  private let vocabularies: Schema

  init(_ platform: PlatformDeclarations) {
    types = Schema.one(of: platform.types.map(\.id))
    vocabularies = Schema.one(of: platform.vocabularies.map(\.id))
  }

  /// `content/types/<id>.yml`.
  var type: Schema {
    .group([
      .init("name", .text, required: true), .init("plural", .text, required: true), .init("folder", .text),
      .init("path", .text), .init("description", .text), .init("order", .integer), .init("list", .boolean),
      .init("sort", .text), .init("terms", .names(Schema.text.list)), .init("autolink", .boolean),
      .init("review_after", Schema(["type": "integer", "minimum": 1, "maximum": 1200])),
      .init("expects_sources", .boolean),
      .init("view", .one(of: ContentType.View.allCases.map(\.rawValue))),
      .init("capabilities", Schema.one(of: CapabilityKind.allCases.map(\.rawValue)).list),
      .init("fields", .names(field)),
    ])
  }

  private var field: Schema {
    .group([
      .init("type", .one(of: FieldTypeName.allCases.map(\.rawValue)), required: true), .init("label", .text),
      .init("help", .text), .init("list", .boolean), .init("required", .boolean), .init("unique", .boolean),
      .init("facet", .boolean), .init("unit", .text), .init("vocabulary", vocabularies),
      .init("to", types.list),
    ])
  }

  /// `content/vocabularies/<id>.yml`.
  var vocabulary: Schema {
    let term = Schema.group([
      .init("id", .slug, required: true), .init("label", .text, required: true), .init("description", .text),
      .init("code", .text),
    ])
    return .group([
      .init("name", .text, required: true), .init("plural", .text, required: true), .init("path", .text),
      .init("description", .text), .init("order", .integer), .init("pages", .boolean),
      .init("group_by", vocabularies), .init("sources", .sources), .init("terms", term.list),
    ])
  }

  /// `content/site.yml`.
  var settings: Schema {
    .group([
      .init("name", .text, required: true), .init("base_url", .pattern("^https?://"), required: true),
      .init("language", .languageCode), .init("tagline", .text), .init("description", .text),
      .init("time_zone", .text),
      .init("publisher", .group([.init("name", .text, required: true), .init("url", .link)])),
      .init("contact", contact), .init("navigation", menu), .init("footer", menu),
      .init("colours", .group([.init("accent", .colour), .init("accent_dark", .colour)])),
      .init("logo", .text),
      .init("licence", .text), .init("page_size", Schema(["type": "integer", "minimum": 1, "maximum": 500])),
      .init("future", .one(of: ["published", "hidden"])), .init("output", .text),
      .init("survey", .link), .init("newsletter", .link), .init("accessibility", accessibility),
      .init("budgets", .group(Budget.allCases.map { .init($0.rawValue, .integer) })),
      .init("check", check), .init("html", .names(Schema.text.list.optional)), .init("home", homeBlock.list),
      .init("library", section([.init("types", types.list), .init("facets", vocabularies.list)])),
      .init("search", section([.init("facets", vocabularies.list), .init("script", .boolean)])),
      .init("agenda", section([.init("types", types.list)])), .init("positioning", positioning),
    ])
  }

  private var check: Schema {
    let exception = Schema.group([.init("url", .link, required: true), .init("reason", .text, required: true)])
    return .group([.init("external_exceptions", exception.list)])
  }

  private var contact: Schema {
    .group([
      .init("name", .text), .init("address", .text), .init("phone", .text), .init("email", .text),
      .init("url", .link),
    ])
  }

  private var menu: Schema {
    Schema.group([.init("label", .text, required: true), .init("link", .link, required: true)]).list
  }

  private var accessibility: Schema {
    .group([
      .init("audit", .date, required: true),
      .init(
        "conformity", .one(of: ["totale", "partielle", "non", "full", "partial", "none", "no"]),
        required: true),
      .init("rate", .number), .init("auditor", .text), .init("standard", .text),
    ])
  }

  private var homeBlock: Schema {
    let count = Schema(["type": "integer", "minimum": 1, "maximum": 100])
    return .group([
      .init("title", .text), .init("text", .text), .init("terms", vocabularies), .init("items", types),
      .init("newest", count), .init("positioning", .boolean), .init("agenda", .boolean),
      .init("library", .boolean),
      .init("style", .one(of: HomeBlock.TermStyle.allCases.map(\.rawValue))), .init("limit", count),
    ])
  }

  private var positioning: Schema {
    let question = Schema.group([
      .init("vocabulary", vocabularies, required: true), .init("question", .text, required: true),
      .init("help", .text),
    ])
    return section([
      .init("doors", vocabularies, required: true), .init("questions", question.list, required: true),
    ])
  }

  /// A page of its own, with these keys beside those that each has.
  private func section(_ keys: [Schema.Key]) -> Schema {
    .group([.init("path", .text), .init("title", .text, required: true), .init("summary", .text)] + keys)
  }
}
