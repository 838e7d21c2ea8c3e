/// What is wrong with a directive: data only, worded elsewhere.
public enum DirectiveProblem: Sendable, Hashable {
  /// What a container must hold.
  public enum Content: String, Sendable, Hashable, CaseIterable {
    /// `1. …`
    case orderedList
    /// An image, a table or any other block.
    case something
    /// `- [Page](page.md)`, and nothing but such items.
    case listOfLinks
  }

  /// No directive has this name. `known` are the names in the page's language.
  case unknownName(known: [String])
  /// `known` are the names of the directive's attributes, in the language it is named in.
  case unknownAttribute(String, known: [String])
  case duplicateAttribute(String)
  /// An attribute that must be given is missing or empty.
  case missingAttribute(String)
  case missingLabel
  /// The directive shows no label.
  case unexpectedLabel
  /// A bracket, a brace or a quote is not closed, or something follows them.
  case malformed
  /// No `:::` closes it where it stands.
  case unclosed
  /// `:::` with nothing to close.
  case closesNothing
  case wrongContent(Content)
  /// The directive is written in another form than this one, which is its own.
  case wrongForm(Directive.Form)
  case invalidDate(DateError, attribute: String, value: String)
  /// Directives stand inside each other more than `limit` deep.
  case tooDeep(limit: Int)
}
