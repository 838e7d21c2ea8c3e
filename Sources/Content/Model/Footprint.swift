/// What one page weighs; sizes in bytes, before compression.
public struct PageWeight: Sendable, Hashable {
  public let page: Page
  public let htmlBytes: Int
  /// How many files a browser asks for to show the page, itself included; lazy images come later.
  public let requests: Int
  /// The bytes of all these.
  public let firstViewBytes: Int
  /// The bytes of the scripts among these; those that a page asks for once it is used don't count.
  public let scriptBytes: Int

  public init(page: Page, htmlBytes: Int, requests: Int, firstViewBytes: Int, scriptBytes: Int) {
    self.page = page
    self.htmlBytes = htmlBytes
    self.requests = requests
    self.firstViewBytes = firstViewBytes
    self.scriptBytes = scriptBytes
  }
}

/// What a published file weighs.
public struct FileWeight: Sendable, Hashable {
  /// Relative to the output folder.
  public let path: String
  public let bytes: Int
  /// Whether the theme made it, and not an author.
  public let isOfTheme: Bool

  public init(path: String, bytes: Int, isOfTheme: Bool) {
    self.path = path
    self.bytes = bytes
    self.isOfTheme = isOfTheme
  }
}

/// What a built site weighs, measured on its final bytes before compression.
public struct Footprint: Sendable, Hashable {
  /// Files of one kind.
  public struct Group: Sendable, Hashable {
    public fileprivate(set) var count = 0
    public fileprivate(set) var bytes = 0

    fileprivate mutating func add(_ file: FileWeight) {
      count += 1
      bytes += file.bytes
    }
  }

  /// How many pages were measured; redirects aren't pages.
  public let pageCount: Int
  /// How many pages were left out, since they show these figures.
  public let unmeasuredCount: Int
  public let medianHTML: Int
  /// Ninety-five pages of a hundred have no more bytes of HTML.
  public let percentile95HTML: Int
  public let largestHTML: PageWeight
  public let mostRequests: PageWeight
  public let heaviestView: PageWeight
  public let mostScripts: PageWeight
  public private(set) var styleSheets = Group()
  public private(set) var scripts = Group()
  /// The theme's own images.
  public private(set) var icons = Group()
  /// The images of the content.
  public private(set) var images = Group()
  public private(set) var fonts = Group()
  /// Every file that was measured, pages and redirects included.
  public private(set) var all = Group()

  /// - Parameters:
  ///   - pages: in the order of the site; where two weigh the same, the first is named.
  ///   - files: every file that isn't a page.
  ///   - unmeasured: how many pages were left out.
  /// - Returns: `nil` where there is no page.
  public init?(pages: [PageWeight], files: [FileWeight], unmeasured: Int) {
    let shown = pages.filter { !$0.page.isRedirect }
    guard var largest = shown.first else { return nil }
    var (demanding, heaviest, scripted) = (largest, largest, largest)
    for page in shown {
      if page.htmlBytes > largest.htmlBytes { largest = page }
      if page.requests > demanding.requests { demanding = page }
      if page.firstViewBytes > heaviest.firstViewBytes { heaviest = page }
      if page.scriptBytes > scripted.scriptBytes { scripted = page }
    }
    (largestHTML, mostRequests, heaviestView, mostScripts) = (largest, demanding, heaviest, scripted)
    pageCount = shown.count
    unmeasuredCount = unmeasured
    let sizes = shown.map(\.htmlBytes).sorted()
    medianHTML = (sizes[(sizes.count - 1) / 2] + sizes[sizes.count / 2]) / 2
    percentile95HTML = sizes[(sizes.count * 95 + 99) / 100 - 1]
    all = Group(count: pages.count, bytes: pages.reduce(0) { $0 + $1.htmlBytes })
    for file in files { add(file) }
  }

  private mutating func add(_ file: FileWeight) {
    all.add(file)
    let name = file.path.utf8
    let dot = name.lastIndex(of: UInt8(ascii: ".")).map(name.index(after:)) ?? name.endIndex
    switch String(file.path[dot...]).lowercased() {
    case "css": styleSheets.add(file)
    case "js", "mjs": scripts.add(file)
    case "svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "ico":
      if file.isOfTheme { icons.add(file) } else { images.add(file) }
    case "woff", "woff2", "ttf", "otf": fonts.add(file)
    default: break
    }
  }
}

extension Site {
  /// The pages that show what the others weigh; most sites have none or one.
  public var pagesShowingFootprint: Set<Page> {
    var pages: Set<Page> = []
    if home?.body.showsFootprint == true { pages.insert(.home) }
    for (index, type) in types.enumerated() where type.introduction?.body.showsFootprint == true {
      pages.insert(.list(type: index, number: 1))
    }
    for (index, item) in items.enumerated() where item.showsFootprint { pages.insert(.item(index)) }
    for (index, parts) in chapters where ([index] + parts).contains(where: { items[$0].showsFootprint }) {
      pages.insert(.whole(index))
    }
    for (index, vocabulary) in vocabularies.enumerated() where vocabulary.hasPages {
      for (number, term) in vocabulary.terms.enumerated() where term.page?.body.showsFootprint == true {
        pages.insert(.term(TermReference(vocabulary: index, term: number), number: 1))
      }
    }
    return pages
  }
}

extension ItemContents {
  fileprivate var showsFootprint: Bool {
    body.showsFootprint
      || fields.lazy.compactMap(\.self).flatMap(\.parts).contains { value in
        if case .markdown(let text) = value { text.showsFootprint } else { false }
      }
  }
}
