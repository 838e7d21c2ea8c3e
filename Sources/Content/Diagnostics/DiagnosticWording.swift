import Markup

/// The sentences of diagnostics, in the language of the platform's authors.
public enum DiagnosticWording: String, Sendable, CaseIterable {
  case french = "fr"
  case english = "en"

  /// The wording for a platform's language: French for French, English for every other.
  public init(for language: Language) {
    self = language == .french ? .french : .english
  }

  /// What is wrong, and what to do about it.
  public struct Text: Sendable, Hashable {
    /// One sentence that says what is wrong.
    public var message: String
    /// One sentence that says what to do, where there is more to say.
    public var advice: String?

    init(_ message: String, _ advice: String? = nil) {
      self.message = message
      self.advice = advice
    }
  }

  public func text(of problem: Problem) -> Text {
    switch self {
    case .french: french(problem)
    case .english: english(problem)
    }
  }

  public func name(of severity: Diagnostic.Severity) -> String {
    switch (self, severity) {
    case (.french, .error): "erreur"
    case (.french, .warning): "attention"
    case (.french, .note): "note"
    case (.english, .error): "error"
    case (.english, .warning): "warning"
    case (.english, .note): "note"
    }
  }
}

/// Parts that the wordings share.
extension DiagnosticWording {
  /// A few names of a list, so that a message stays readable.
  func some(_ names: [String], limit: Int = 12) -> String {
    let shown = names.prefix(limit).joined(separator: ", ")
    return names.count > limit ? shown + "…" : shown
  }

  /// A text cut to a length that fits a message.
  func short(_ text: String, limit: Int = 60) -> String {
    let firstLine = text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
    let scalars = firstLine.unicodeScalars
    return scalars.count <= limit
      ? String(firstLine) : String(String.UnicodeScalarView(scalars.prefix(limit))) + "…"
  }

  /// A number of at least 1 cut to one decimal, so that 4.49 isn't said to be 4.5.
  func tenths(_ number: Double, point: String) -> String {
    let tenths = Int(number * 10)
    return "\(tenths / 10)\(point)\(tenths % 10)"
  }

  func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }

  /// A code point as Unicode writes it: `U+0085`.
  func codePoint(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  func place(_ location: SourceLocation) -> String {
    "\(location.file):\(location.line):\(location.column)"
  }
}

extension Problem {
  /// The stable code of the problem, in kebab case: `unknown-key`.
  public var code: String {
    // A case with values is reflected as its name and them, one without as nothing.
    let reflected: Any = if case .check(let finding) = self { finding } else { self }
    let name = Mirror(reflecting: reflected).children.first?.label ?? String(describing: reflected)
    let scalars = Array(name.unicodeScalars)
    var code = ""
    for (offset, scalar) in scalars.enumerated() {
      if scalar.properties.isUppercase {
        let opensWord =
          offset > 0
          && (!scalars[offset - 1].properties.isUppercase
            || offset + 1 < scalars.count && scalars[offset + 1].properties.isLowercase)
        if opensWord { code += "-" }
        code += scalar.properties.lowercaseMapping
      } else {
        code.unicodeScalars.append(scalar)
      }
    }
    return code
  }
}
