import HTML
import Markup

/// An item while the site is put together: what its file says, references and links resolved step by step.
struct ItemContents: Sendable {
  var id: String
  var type: Int
  var file: String
  var path: String
  var url: URLReference
  var title: String
  var summary: String?
  var lead: String?
  var date: DateSpan?
  var dateIsUnspecified: Bool
  var updated: DateSpan?
  var languageCode: String?
  var licence: Licence?
  var order: Int?
  var isHidden: Bool
  var layout: PageLayout
  var unpublished: Problem.Reason?
  var fields: [FieldValue?]
  var capabilities: Capabilities
  var terms: [TermReference]
  var sources: [Source]
  var body: Body
  var acceptedFindings: [AcceptedFinding] = []
  var aliases: [Item.Alias]
  var location: SourceLocation
  var addressLocation: SourceLocation
}
