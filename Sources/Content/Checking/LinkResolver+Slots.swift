import HTML
import Markup

extension LinkResolver {
  /// What a directive asks of the site, as the theme will draw it.
  ///
  /// - Parameter found: what the text's links lead to; `nil` for those that have been reported.
  func drawing(
    ofSlot index: Int, in body: Body, _ found: [Found?], on page: inout PageContext,
    _ resolution: inout Resolution
  ) -> SlotDrawing {
    let slot = body.slots[index]
    let place = SourceLocation(file: "content/\(page.file)", slot.position)
    func report(_ problem: Problem, at place: SourceLocation) {
      resolution.diagnostics.append(Diagnostic(.error, problem, at: place))
    }
    switch slot.content {
    case .cards(let links):
      var items: [Int] = []
      for link in links where found.indices.contains(link) {
        guard let target = found[link] else { continue }
        if let item = target.item {
          items.append(item)
        } else {
          let position = SourceLocation(file: place.file, body.links[link].position)
          report(.linkToNoItem(body.links[link].destination), at: position)
        }
      }
      return .cards(items: items, headingLevel: slot.headingLevel)
    case .button(let link, let label):
      guard let target = found[link] else {
        // Any other link that leads nowhere has been reported.
        if body.links[link].kind == .external {
          report(.addressRefused(body.links[link].destination), at: place)
        }
        return .missing
      }
      return .button(target.url, label: HTML(trusted: label))
    case .download(let link, let label, let language):
      guard let target = found[link] else { return .missing }
      guard let asset = target.asset else {
        report(.linkToNoFile(body.links[link].destination), at: place)
        return .missing
      }
      return .download(
        Download(url: target.url, asset: asset, label: HTML(trusted: label), languageCode: language))
    case .dataTable(let link, let caption, let options):
      guard let target = found[link] else { return .missing }
      guard let asset = target.asset else {
        report(.linkToNoFile(body.links[link].destination), at: place)
        return .missing
      }
      let (format, problems) = TableFormat.read(options)
      for problem in problems { report(problem, at: place) }
      guard problems.isEmpty, let reading = tables[DataTableFile(asset: asset, format: format)] else {
        return .missing
      }
      resolution.diagnostics += reading.diagnostics
      guard let table = reading.table else {
        report(.tableUnreadable(asset.location.file), at: place)
        return .missing
      }
      let (columns, unknown) = reading.columns(named: options.columns, of: table)
      for problem in unknown { report(problem, at: place) }
      return .table(
        DataTableView(
          table: table, caption: HTML(trusted: caption), title: body.links[link].text, asset: asset,
          columns: columns, decimal: format.decimal))
    case .include:
      guard let fragment = body.fragments[index] else { return .missing }
      let file = page.file
      page.file = fragment.file
      // Fragments stand in each other at most ten deep.
      let inner = resolve(fragment.body, on: &page)
      page.file = file
      resolution.targets += inner.targets
      resolution.diagnostics += inner.diagnostics
      guard let source = fragment.source else { return .include(inner.body) }
      let title = fragment.file.split(separator: "/").last.map(String.init) ?? fragment.file
      return .example(source: CodeListing(source, language: "markdown", title: title), result: inner.body)
    case .code(let link, let caption):
      // An address that is refused has been reported.
      guard body.links[link].kind != .refused, !page.showsTooMuch else { return .missing }
      switch listing(of: body.links[link], caption: caption, on: &page) {
      case .success(let listing): return .code(listing)
      case .failure(let failure): report(failure.problem, at: place)
      }
      return .missing
    case .fields(let name):
      guard !page.showsTooMuch else { return .missing }
      switch type(named: name, on: &page) {
      case .success(let type): return .fields(type: type)
      case .failure(let failure): report(failure.problem, at: place)
      }
      return .missing
    case .site(let part):
      guard !page.showsTooMuch else { return .missing }
      if let problem = page.showOneMore() {
        report(problem, at: place)
        return .missing
      }
      return .site(part, headingLevel: slot.headingLevel)
    }
  }
}

extension TableReader.Reading {
  /// The columns to show, all where none are named, and what is wrong with their names.
  fileprivate func columns(
    named names: [String]?, of table: DataTable
  ) -> ([DataTableView.Column], [Problem]) {
    var problems: [Problem] = []
    var indices: [Int] = []
    for name in names ?? [] {
      do throws(DataTable.UnknownColumn) {
        indices.append(try table.column(named: name))
      } catch {
        problems.append(error.problem)
      }
    }
    let shown = names == nil ? Array(table.columns.indices) : indices
    return (shown.map { DataTableView.Column(index: $0, kind: kinds[$0]) }, problems)
  }
}

extension Body {
  /// The links that name fragments and files to show: those are no pages.
  var shownLinks: Set<Int> {
    var links: Set<Int> = []
    for slot in slots {
      switch slot.content {
      case .include(let link, _), .code(let link, _): links.insert(link)
      case .cards, .button, .download, .dataTable, .fields, .site: break
      }
    }
    return links
  }
}
