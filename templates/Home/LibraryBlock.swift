import Content
import HTML

extension Rendering {
  func libraryBlock(_ library: Library, _ block: HomeBlock) -> HTML {
    let count = site.libraryItems.count
    let words = "\(texts.landing.browseLibrary) (\(number(count)))"
    return band(block, library.heading, words, to: site.url(of: .library(number: 1)))
  }
}
