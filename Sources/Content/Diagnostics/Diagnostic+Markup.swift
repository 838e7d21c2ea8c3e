import Markup

extension SourceLocation {
  init(file: String, _ position: SourcePosition, length: Int = 1) {
    self.init(file: file, line: position.line, column: position.column, length: length)
  }

  /// The place of `[^label]`.
  fileprivate static func label(
    _ label: String, file: String, _ position: SourcePosition
  ) -> SourceLocation {
    SourceLocation(file: file, position, length: label.unicodeScalars.count + 3)
  }
}

extension Diagnostic {
  /// A page that can't be parsed.
  init(_ error: MarkdownError, file: String) {
    let problem: Problem =
      switch error.reason {
      case .tooLarge(let bytes, let limit): .fileTooLarge(bytes: bytes, limit: limit)
      case .tooDeep(let limit): .markdownTooDeep(limit: limit)
      case .tooManyNestedLines: .markdownTooManyNestedLines
      case .tooManyImages(let limit): .markdownTooManyImages(limit: limit)
      case .tooManyBrackets: .markdownTooManyBrackets
      case .tooMuchMarkup(let limit): .markdownTooMuchMarkup(limit: limit)
      }
    self.init(.error, problem, at: SourceLocation(file: file, error.position))
  }

  /// Something of a page that is left out of its HTML.
  init(_ finding: MarkdownFinding, file: String) {
    switch finding {
    case .rawHTML(let excerpt, let problem, let position):
      let length = excerpt.unicodeScalars.prefix { $0 != "\n" }.count
      self.init(.warning, .rawHTML(excerpt, problem), at: SourceLocation(file: file, position, length: length))
    case .refusedDestination(let destination, _, let position):
      self.init(.warning, .addressRefused(destination), at: SourceLocation(file: file, position))
    case .tableTooLarge(let limit, let position):
      self.init(.warning, .tableTooLarge(limit: limit), at: SourceLocation(file: file, position))
    case .missingFootnote(let label, let position):
      self.init(.warning, .footnoteMissing(label), at: .label(label, file: file, position))
    case .unusedFootnote(let label, let position):
      self.init(.warning, .footnoteUnused(label), at: .label(label, file: file, position))
    case .repeatedFootnote(let label, let position):
      self.init(.warning, .footnoteDefinedTwice(label), at: .label(label, file: file, position))
    case .missingLabel(let label, let position):
      self.init(.warning, .linkLabelMissing(label), at: SourceLocation(file: file, position))
    case .foreignMarkup(let markup, let position):
      self.init(.warning, .foreignMarkup(markup), at: SourceLocation(file: file, position))
    case .unclosedFence(let position):
      self.init(.warning, .fenceUnclosed, at: SourceLocation(file: file, position, length: 3))
    case .alternativeTextMissing(let destination, let position):
      self.init(.error, .alternativeTextMissing(destination), at: SourceLocation(file: file, position, length: 2))
    case .externalImage(let destination, let position):
      self.init(.warning, .externalImage(destination), at: SourceLocation(file: file, position, length: 2))
    case .trackingRemoved(let destination, let position):
      self.init(.note, .trackingRemoved(destination), at: SourceLocation(file: file, position))
    case .directive(let name, let problem, let position):
      let place = SourceLocation(file: file, position, length: max(1, name.unicodeScalars.count))
      self.init(.error, Problem(problem, directive: name), at: place)
    }
  }
}

extension Problem {
  /// What is wrong with a directive that an author wrote.
  init(_ problem: DirectiveProblem, directive name: String) {
    let example = Directive.named(name).map { $0.example(named: name) } ?? ""
    switch problem {
    case .unknownName(let known):
      let suggestion =
        EditDistance.nearest(to: name, among: Directive.names)
        ?? DiagnosticWording.callouts[name.lowercased()]
      self = .unknownDirective(name, suggestion: suggestion, known: known)
    case .unknownAttribute(let key, let known):
      let suggestion = EditDistance.nearest(to: key, among: known)
      self = .directiveUnknownAttribute(key, of: name, suggestion: suggestion, known: known)
    case .duplicateAttribute(let key): self = .directiveDuplicateAttribute(key, of: name)
    case .missingAttribute(let key): self = .directiveMissingAttribute(key, of: name, example: example)
    case .missingLabel: self = .directiveMissingLabel(name, example: example)
    case .unexpectedLabel: self = .directiveUnexpectedLabel(name, example: example)
    case .malformed: self = .directiveMalformed(name, example: example)
    case .unclosed: self = .directiveUnclosed(name)
    case .closesNothing: self = .directiveClosesNothing
    case .wrongContent(let expected):
      self = .directiveWrongContent(name, expected: expected, example: example)
    case .wrongForm: self = .directiveWrongForm(name, example: example)
    case .invalidDate(let error, let attribute, let value):
      self = Problem(error, key: attribute, value: value)
    case .tooDeep(let limit): self = .directiveTooDeep(limit: limit)
    }
  }
}
