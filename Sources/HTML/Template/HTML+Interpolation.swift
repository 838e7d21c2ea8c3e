extension HTML: ExpressibleByStringInterpolation {
  public init(stringLiteral literal: String) {
    self.init()
    append(literal: literal)
  }

  public init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.html
    closeAddedQuote()
  }

  /// What can be put into a template: a closed list, on purpose without generic or `CustomStringConvertible`
  /// overloads, and without `String?`, so that `\(summary.map { "<p>\($0)</p>" })` can only be `HTML?`.
  public struct StringInterpolation: StringInterpolationProtocol {
    var html = HTML()

    public init(literalCapacity: Int, interpolationCount: Int) {
      html.bytes.reserveCapacity(literalCapacity + 64 * interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) { html.append(literal: literal) }

    /// Disfavoured, so that a literal behind `?:` or `??` is a piece of a template and not a text.
    @_disfavoredOverload
    public mutating func appendInterpolation(_ text: String) { html.append(text: text) }

    @_disfavoredOverload
    public mutating func appendInterpolation(_ text: Substring) { html.append(text: text) }

    public mutating func appendInterpolation(_ markup: HTML) { html.append(markup) }

    public mutating func appendInterpolation(_ markup: HTML?) {
      if let markup { html.append(markup) }
    }

    public mutating func appendInterpolation(_ list: [HTML]) {
      for markup in list { html.append(markup) }
    }

    public mutating func appendInterpolation(_ reference: URLReference) { html.append(reference) }

    @_disfavoredOverload
    public mutating func appendInterpolation(_ json: JSON) { html.append(json) }

    /// ` name="value"`, or nothing when there is no value or no text may stand in such an attribute.
    public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
      guard let value, AttributeKind(name) != .inert else { return }
      openAttribute(name)
      html.append(text: value)
      html.append(literal: "\"")
    }

    /// ` name="address"`, or nothing when there is no address or none may stand in such an attribute.
    public mutating func appendInterpolation(attribute name: StaticString, _ value: URLReference?) {
      guard let value, AttributeKind(name) != .inert else { return }
      openAttribute(name)
      html.append(value)
      html.append(literal: "\"")
    }

    /// ` name` if `isSet`, else nothing.
    public mutating func appendInterpolation(flag name: StaticString, _ isSet: Bool) {
      guard isSet else { return }
      html.append(literal: " ")
      html.append(literal: name.description)
    }

    private mutating func openAttribute(_ name: StaticString) {
      html.append(literal: " ")
      html.append(literal: name.description)
      html.append(literal: "=\"")
    }
  }
}
