import Markup

extension SourceLocation {
  init(file: String, _ position: SourcePosition, length: Int = 1) {
    self.init(file: file, line: position.line, column: position.column, length: length)
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
    case .missingLabel(let label, let position):
      self.init(.warning, .linkLabelMissing(label), at: SourceLocation(file: file, position))
    case .unclosedFence(let position):
      self.init(.warning, .fenceUnclosed, at: SourceLocation(file: file, position, length: 3))
    }
  }
}
