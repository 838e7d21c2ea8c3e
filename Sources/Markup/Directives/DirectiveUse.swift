/// A directive as an author used it, checked as far as its own line tells.
struct DirectiveUse {
  let line: DirectiveLine
  /// As written.
  let name: String
  let position: SourcePosition
  /// nil for an unknown name.
  let directive: Directive?
  private(set) var attributes: [Directive.Key: String] = [:]
  private(set) var problems: [DirectiveProblem] = []

  init(_ line: DirectiveLine, in lines: SourceLines, language: Language) {
    self.line = line
    // What is no name may be as long as a line.
    name = PlainText.shortened(Array(lines.bytes[line.name.prefix(256)])[...], toScalars: 64)
    position = lines.position(ofOffset: line.range.lowerBound, inLine: line.number)
    directive = Directive.named(name)
    guard let directive else {
      problems = [.unknownName(known: Directive.names(in: language))]
      return
    }
    let form: Directive.Form = line.role == .leaf ? .leaf : .container
    if directive.form != form { problems.append(.wrongForm(directive.form)) }
    if line.isMalformed { problems.append(.malformed) }
    guard problems.isEmpty else { return }
    let label = line.label.map { lines.bytes[$0] }
    let hasLabel = label.map { !$0.allSatisfy(Byte.isSpaceOrTab) } ?? false
    if directive.label == .required, !hasLabel { problems.append(.missingLabel) }
    if directive.label == .none, hasLabel { problems.append(.unexpectedLabel) }
    let named = directive.language(of: name, on: language)
    let read = DirectiveAttributes(
      line.attributes.map { UnsafeBufferPointer(rebasing: lines.bytes[$0]) }, of: directive, language: named)
    attributes = read.values
    problems += read.problems
  }

  var isSound: Bool { problems.isEmpty }
}

extension Directive {
  /// The language that a name is in: that of the page, where it is the same in both.
  func language(of name: String, on language: Language) -> Language {
    let slug = Slug.make(name)
    let isFrench = slug == Slug.make(self.name.french)
    let isEnglish = slug == Slug.make(self.name.english)
    return isFrench && isEnglish ? language : isFrench ? .french : .english
  }

  private static let frenchNames = all.map(\.name.french)
  private static let englishNames = all.map(\.name.english)

  static func names(in language: Language) -> [String] {
    language == .french ? frenchNames : englishNames
  }
}
