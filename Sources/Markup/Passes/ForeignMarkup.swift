/// What other programs take for markup, and Markdown shows as it is written.
public enum ForeignMarkup: Sendable, Hashable {
  /// `#Titre`, without the space that makes it a heading, or with a no-break one.
  case headingWithoutSpace
  /// `> [!NOTE]`, as GitHub has it: the name.
  case alert(String)
  /// `!!! note`, as MkDocs has it: the name.
  case admonition(String)
  /// `(texte)[adresse]`, the brackets for the parentheses.
  case reversedLink
  /// `[[Page]]`, as wikis have it.
  case wikiLink
  /// `[TOC]` or `[[toc]]`.
  case tableOfContents
  /// `{#ancre}`, `{.classe}`, `{width=50%}` behind a heading, a link or an image. Told once a page.
  case attributes
}
