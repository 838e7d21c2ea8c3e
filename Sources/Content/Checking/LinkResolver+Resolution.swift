import HTML
import Markup

/// What resolving works with, and what it gives.
extension LinkResolver {
  /// What resolving the links of one item gives.
  struct Resolution: Sendable {
    var body: Body
    var fields: [(Int, FieldValue)] = []
    /// The items that links lead to.
    var targets: [Int] = []
    var diagnostics: [Diagnostic] = []
  }

  /// The page that a text stands on.
  struct PageContext {
    /// The page's Markdown file below `content/`.
    let pageFile: String
    /// The file the text stands in, the page's or a fragment's: relative destinations are read against it.
    var file: String
    /// The ids of the page's headings.
    let anchors: [String]
    let language: Language
    /// Whether a text before shows an image: the others wait until the reader comes near them.
    var showsImage = false
    /// How many files and tables of fields the texts before show, and the bytes of these files.
    var shownCount = 0
    var shownBytes = 0
    /// Whether these are too many, which is said once.
    var showsTooMuch = false

    init(file: String, anchors: [String], language: Language) {
      (pageFile, self.file) = (file, file)
      (self.anchors, self.language) = (anchors, language)
    }
  }

  /// What a link leads to.
  struct Found {
    var url: URLReference
    var item: Int?
    var asset: Asset?
  }
}

extension FieldValue {
  var hasLinks: Bool {
    if case .markdown(let body) = self { !body.links.isEmpty || !body.slots.isEmpty } else { false }
  }
}
