extension Problem {
  /// The code of every problem, in the order of their declaration: what `--only`, `--skip` and authors may
  /// name.
  public static let codes: [String] =
    [
      "text-is-utf16", "text-is-not-utf8", "invisible-character", "file-too-large", "front-matter-unclosed",
      "front-matter-too-large", "nested-too-deep", "tab-indentation", "yaml-colon-in-text", "yaml-indicator",
      "yaml-second-document", "yaml-invalid", "duplicate-key", "key-is-not-text", "not-a-mapping",
      "unknown-key", "secret-in-settings", "missing-key", "wrong-kind", "not-a-number", "not-a-boolean",
      "not-a-date", "date-does-not-exist", "month-does-not-exist", "time-does-not-exist", "range-reversed",
      "unknown-value", "duplicate-value", "not-an-address", "base-url-invalid", "not-a-colour",
      "low-contrast", "not-an-image", "slug-invalid", "path-invalid", "unknown-time-zone", "unknown-language",
      "html-never-allowed", "matrix-shape", "matrix-sum", "assessment-total", "too-many-answers",
      "home-block-empty", "chapter-of-chapter", "chapter-number-taken", "conformity-rate", "settings-missing",
      "name-taken", "unknown-name", "file-in-no-type", "title-missing", "item-not-published",
      "unknown-reference", "reference-to-wrong-type", "reference-to-unpublished", "markdown-too-deep",
      "markdown-too-many-nested-lines", "markdown-too-many-images", "markdown-too-many-brackets",
      "markdown-too-much-markup", "raw-html", "address-refused", "table-too-large", "footnote-missing",
      "footnote-unused", "footnote-defined-twice", "link-label-missing", "foreign-markup", "fence-unclosed",
      "further-findings", "alternative-text-missing", "external-image", "tracking-removed",
      "unknown-directive", "directive-unknown-attribute", "directive-duplicate-attribute",
      "directive-missing-attribute", "directive-missing-label", "directive-unexpected-label",
      "directive-malformed", "directive-unclosed", "directive-closes-nothing", "directive-wrong-content",
      "directive-wrong-form", "directive-too-deep", "link-to-no-item", "link-to-no-file", "table-unreadable",
      "unknown-entry", "fragment-missing", "include-cycle", "include-too-deep", "include-too-much",
      "code-missing", "code-not-text", "code-unreadable", "code-too-large", "code-too-much",
      "table-is-not-utf8", "table-separator", "table-row-length", "table-quote-unclosed",
      "table-text-after-quote", "table-column-unnamed", "table-column-twice", "table-too-many-columns",
      "table-too-many-rows", "table-number", "table-column-unknown", "broken-link", "broken-anchor",
      "link-to-unpublished", "link-outside", "symbolic-link", "name-is-not-utf8", "name-reserved",
      "not-a-regular-file", "name-too-long", "path-too-long", "active-svg", "image-size-unknown",
      "same-name-spelled-twice", "same-address", "addresses-differ-only-by-spelling", "file-blocks-folder",
      "output-refused", "output-not-ours", "output-busy", "output-edited", "output-blocked",
      "manifest-invalid", "write-failed", "read-failed", "interrupted", "output-edited-kept",
      "output-set-aside", "output-leftover", "output-owner", "budget-exceeded", "template-failed",
      "template-too-slow", "file-exists", "folder-not-empty", "creation-failed", "title-without-name",
    ] + checkCodes

  /// The codes of what only a check looks for.
  private static let checkCodes: [String] = [
    "page-link-broken", "page-anchor-broken", "link-to-redirect", "repeated-id", "main-headings",
    "heading-skips-level", "heading-empty", "image-without-text", "link-without-text", "page-unreachable",
    "image-text-vague", "link-text-vague", "link-text-is-address", "link-text-ambiguous", "summary-missing",
    "summary-short", "summary-long", "title-in-capitals", "ordinal-spelling", "abbreviation-spelling",
    "accent-missing", "apostrophe-spelling", "space-repeated", "word-repeated", "quote-unpaired",
    "hyphen-for-dash", "near-duplicate", "term-unused", "vocabulary-unused", "field-unused", "review-due",
    "review-date-missing", "sources-missing", "external-page-gone", "external-page-moved",
    "external-page-refused", "external-site-failing", "external-site-unknown", "external-site-silent",
    "external-site-unreachable", "external-exception-unused", "external-program-missing",
    "pages-not-rendered", "unknown-code",
  ]
}
