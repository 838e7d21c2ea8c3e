import Markup

/// A CSV file and the way a directive says it is written.
struct DataTableFile: Sendable, Hashable {
  var asset: Asset
  var format: TableFormat
}

/// The CSV files that texts show as tables, each read once, whichever pages show it.
enum ShownTables {
  static func read(
    of texts: [(body: Body, file: String)], _ resolver: LinkResolver, in tree: SourceTree, jobs: Int
  ) async -> [DataTableFile: TableReader.Reading] {
    var files: Set<DataTableFile> = []
    for (body, file) in texts {
      for case .dataTable(let link, _, let options) in body.slots.lazy.map(\.content) {
        guard body.links.indices.contains(link) else { continue }
        let asset = resolver.asset(named: body.links[link].destination, from: file)
        if let asset { files.insert(DataTableFile(asset: asset, format: TableFormat.read(options).format)) }
      }
    }
    let shown = files.sorted { $0.asset.source.utf8.lexicographicallyPrecedes($1.asset.source.utf8) }
    let readings = await shown.concurrentMap(jobs: jobs) { read($0, in: tree) }
    return Dictionary(zip(shown, readings)) { first, _ in first }
  }

  private static func read(_ file: DataTableFile, in tree: SourceTree) -> TableReader.Reading {
    let path = file.asset.location.file
    guard file.asset.size <= TableReader.byteLimit else {
      let problem = Problem.fileTooLarge(bytes: file.asset.size, limit: TableReader.byteLimit)
      return TableReader.Reading(diagnostics: [Diagnostic(.error, problem, at: file.asset.location)])
    }
    // One byte more, so that a file that grew since it was listed is refused and not cut.
    guard let bytes = tree.read(asset: file.asset.source, upTo: file.asset.size + 1) else {
      return TableReader.Reading()
    }
    guard bytes.count == file.asset.size else {
      let problem = Problem.readFailed(path: path, errno: 11)
      return TableReader.Reading(diagnostics: [Diagnostic(.error, problem, at: file.asset.location)])
    }
    var reading = TableReader.read(bytes, file: path, format: file.format)
    if let table = reading.table {
      reading.kinds = table.columns.indices.map { table.kind(ofColumn: $0, decimal: file.format.decimal) }
    }
    return reading
  }
}
