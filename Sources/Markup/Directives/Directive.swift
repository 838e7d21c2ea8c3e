/// What is known of one directive: its names, the way it is written, what it takes.
///
/// `all` is the list that the parser works from.
public struct Directive: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case note, warning, example, definition
    case steps, accordion, figure, keyFigure, cards, button, download, transcript, dataTable, term, include
    case code, fields
    case phases, unstated, footprint, conformity
  }

  /// How a directive is written.
  public enum Form: Sendable, Hashable, CaseIterable {
    /// Two lines around what it holds: `:::name` and `:::`.
    case container
    /// A line: `::name[label]`.
    case leaf
    /// In a text: `:name[label]`.
    case inline
  }

  /// Whether a directive has a label.
  public enum LabelUse: Sendable, Hashable {
    case none, optional, required
  }

  /// A name in the two languages in which directives are written, whatever the page's.
  public struct Name: Sendable, Hashable {
    public var french: String
    public var english: String

    /// The name for pages in a language: the English one for those without rules of their own.
    public func `in`(_ language: Language) -> String { language == .french ? french : english }
  }

  /// `key="value"`, or a bare key.
  public struct Attribute: Sendable, Hashable {
    public var key: Key
    public var name: Name
    public var isRequired: Bool
    /// Whether it says all by being there.
    public var isFlag: Bool
  }

  /// What attributes are for.
  public enum Key: String, Sendable, Hashable, CaseIterable {
    case open, credit, value, unit, date, source, link, file, language, columns, separator, encoding, decimal
    case entry, showsSource, type
  }

  public var kind: Kind
  public var name: Name
  public var form: Form
  public var label: LabelUse
  public var attributes: [Attribute]
}
