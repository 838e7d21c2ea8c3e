import Content

/// Finds output files that some file system or host would take for one another.
struct CollisionCheck {
  private(set) var diagnostics: [Diagnostic] = []

  init(_ files: [Plan.File]) {
    // Swift's strings are equal when they are canonically equivalent, whatever their Unicode form.
    var first: [String: Int] = Dictionary(minimumCapacity: files.count)
    var later: [Int: [Int]] = [:]
    for (index, file) in files.enumerated() {
      let key = CollisionCheck.folded(file.path[...])
      if let other = first[key] {
        later[other, default: []].append(index)
      } else {
        first[key] = index
      }
    }
    for (index, others) in later {
      let claims = ([index] + others).map { files[$0] }.sorted(by: CollisionCheck.hasBetterClaim)
      for file in claims.dropFirst() { report(file, against: claims[0]) }
    }
    var folders: Set<Substring> = []
    for (index, file) in files.enumerated() {
      var folder = file.path[...]
      while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
        folder = folder[..<slash]
        guard folders.insert(folder).inserted else { break }
        if let other = first[CollisionCheck.folded(folder)] {
          diagnostics.append(
            Diagnostic(
              .error, .fileBlocksFolder("/" + files[other].path, first: files[other].source),
              at: files[index].location))
        }
      }
    }
    diagnostics = Diagnostic.ordered(diagnostics)
  }

  /// A path without the difference of cases; most have no capitals, and are what they are.
  private static func folded(_ path: Substring) -> String {
    path.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } ? String(path) : path.lowercased()
  }

  /// Whether one of two files keeps the address: the generator's own, then the pages of declarations, then a page
  /// where its file stands, then one whose author asked for the address; else the first by file and line.
  private static func hasBetterClaim(_ a: Plan.File, _ b: Plan.File) -> Bool {
    let claims = (claim(of: a), claim(of: b))
    if claims.0 != claims.1 { return claims.0 < claims.1 }
    guard let first = a.location, let second = b.location else { return false }
    if !first.file.utf8.elementsEqual(second.file.utf8) {
      return first.file.utf8.lexicographicallyPrecedes(second.file.utf8)
    }
    return (first.line, first.column) < (second.line, second.column)
  }

  private static func claim(of file: Plan.File) -> Int {
    guard let location = file.location else { return 0 }
    let isAsked = location != SourceLocation(file: location.file) ? 1 : 0
    switch file.content {
    case .page(.home), .page(.list), .page(.vocabulary), .page(.term): return 1 + isAsked
    case .page, .bytes, .made, .copy: return 3 + isAsked
    }
  }

  private mutating func report(_ file: Plan.File, against other: Plan.File) {
    let (address, otherAddress) = (CollisionCheck.address(file), CollisionCheck.address(other))
    let problem: Problem
    if let (name, otherName) = CollisionCheck.spellings(file, other) {
      problem = .sameNameSpelledTwice(name, other: otherName)
    } else if address == otherAddress {
      problem = .sameAddress(address, first: other.source)
    } else {
      problem = .addressesDifferOnlyBySpelling(address, otherAddress, first: other.source)
    }
    diagnostics.append(Diagnostic(.error, problem, at: file.location))
  }

  private static func address(_ file: Plan.File) -> String {
    let path = "/" + file.path
    return path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path
  }

  /// Two file names that look the same, with what sets them apart made visible.
  private static func spellings(_ file: Plan.File, _ other: Plan.File) -> (String, String)? {
    guard let name = file.location?.file, let otherName = other.location?.file, name == otherName,
      !name.utf8.elementsEqual(otherName.utf8)
    else { return nil }
    return (escaped(name), escaped(otherName))
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map {
      $0.isASCII ? String($0) : "\\u{\(String($0.value, radix: 16, uppercase: true))}"
    }.joined()
  }
}

extension Plan.File {
  var location: SourceLocation? {
    if case .file(let location) = source { location } else { nil }
  }
}
