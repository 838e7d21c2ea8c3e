import Content
import Markup

/// The words of tables of fields, for what else tells authors what to write.
public struct AuthorTexts: Sendable {
  private let texts: Texts

  public init(for language: Language) {
    texts = Texts.of(language)
  }

  /// What a key of a capability is for: « Début, et fin s’il y en a une ».
  public func label(of key: CapabilityKey) -> String { texts.label(of: key) }

  /// What is written for a field: « liste de textes ». Names follow those of terms.
  public func kind(_ kind: Field.Kind, isList: Bool) -> String { texts.fields.kind(kind, isList) }
}
