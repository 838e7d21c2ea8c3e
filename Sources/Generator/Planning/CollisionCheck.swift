import Content

/// Finds output files that some file system or host would take for one another.
struct CollisionCheck {
  private(set) var diagnostics: [Diagnostic] = []

  init(_ files: [Plan.File]) {
    // Swift's strings are equal when they are canonically equivalent, whatever their Unicode form.
    var first: [String: Int] = Dictionary(minimumCapacity: files.count)
    for (index, file) in files.enumerated() {
      let key = file.path.lowercased()
      if let other = first[key] {
        report(file, against: files[other])
      } else {
        first[key] = index
      }
    }
    var folders: Set<Substring> = []
    for (index, file) in files.enumerated() {
      var folder = file.path[...]
      while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
        folder = folder[..<slash]
        guard folders.insert(folder).inserted else { break }
        if let other = first[folder.lowercased()] {
          diagnostics.append(
            Diagnostic(
              .error, .fileBlocksFolder("/" + files[other].path, first: files[other].source),
              at: files[index].location))
        }
      }
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
    // The generator's own files have no place to mend: the content's file has.
    let place = file.location ?? other.location
    if file.location == nil, other.location != nil {
      diagnostics.append(Diagnostic(.error, .sameAddress(address, first: file.source), at: place))
    } else {
      diagnostics.append(Diagnostic(.error, problem, at: place))
    }
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
    text.unicodeScalars.map { $0.isASCII ? String($0) : "\\u{\(String($0.value, radix: 16, uppercase: true))}" }.joined()
  }
}

extension Plan.File {
  var location: SourceLocation? {
    if case .file(let location) = source { location } else { nil }
  }
}
