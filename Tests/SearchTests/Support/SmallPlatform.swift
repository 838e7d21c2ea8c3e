import Content
import Foundation
import HTML

@testable import Generator

/// Shows of a document what the content says of it.
struct PlainTheme: Theme {
  struct Renderer: SiteRenderer {
    func render(_ page: Page) -> HTML { "" }
  }

  func assets(for site: Site) -> [ThemeAsset] { [] }
  func libraryEntries(_ listing: LibraryListing, of site: Site) -> [LibraryEntry] { [] }
  func renderer(
    for site: Site, assets: [String: URLReference], footprint: Footprint?
  ) -> any SiteRenderer { Renderer() }

  func searchEntries(_ listing: SearchListing, of site: Site) -> SearchEntries {
    SearchEntries(
      entries: listing.documents.map { document in
        switch document {
        case .item(let index):
          let item = site.items[index]
          return SearchEntry(
            title: item.title, url: item.url, languageCode: item.languageCode, type: site.types[item.type].name,
            date: item.date, dateInWords: item.date?.isoText, breadcrumb: [site.types[item.type].plural])
        case .term(let term):
          return SearchEntry(
            title: site[term].name, url: site.url(of: .term(term, number: 1)), languageCode: nil,
            type: site.vocabularies[term.vocabulary].name, date: nil, dateInWords: nil, breadcrumb: [])
        }
      },
      facetNames: listing.facets.map { "Facette \($0.id)" })
  }
}

/// Sites read from files.
enum SmallPlatform {
  /// The platform in a folder that holds `content/`.
  static func site(in folder: String, drafts: Bool = false) async throws -> Site {
    var options = BuildOptions(jobs: 2)
    options.includesDrafts = drafts
    options.includesFuture = drafts
    return await SiteReader(options: options).read(LoadedSources(try SourceTree(folder: folder), jobs: 2)).site
  }

  /// A platform of notes with themes, and more files.
  static func site(
    _ more: [String: String], search: String? = "{title: Chercher, facets: [themes]}"
  ) async throws -> Site {
    var files = more
    files["site.yml"] =
      "name: Essai\nbase_url: https://exemple.org/projet/\n\(search.map { "search: \($0)\n" } ?? "")"
    files["types/note.yml"] = """
      name: Note
      plural: Notes
      folder: notes
      fields:
        lieu: {type: text, label: Lieu}
        avis: {type: markdown, label: Avis}
        themes: {type: term, vocabulary: themes, list: true, label: Thèmes}
      capabilities: [definition, case]
      """
    files["vocabularies/themes.yml"] = """
      name: Thème
      plural: Thèmes
      terms: [{id: eau, label: l’eau, description: Rivières}, {id: sol, label: Sol}]
      """
    let folder = FileManager.default.temporaryDirectory.appending(path: "search-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files {
      let file = folder.appending(path: "content/\(path)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try await site(in: folder.path, drafts: true)
  }

  /// The files of its search, by their paths below its page.
  static func files(of site: Site, jobs: Int = 2) async -> [(path: String, bytes: [UInt8])] {
    await SearchFiles(site, PlainTheme(), jobs: jobs).files.map { file in
      (file.path.split(separator: "/", maxSplits: 1).last.map(String.init) ?? "", file.content.bytes ?? [])
    }
  }
}
