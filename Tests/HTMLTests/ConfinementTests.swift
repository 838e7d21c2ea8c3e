import HTML
import Testing

/// A place of a template that takes a text, and how a browser reads that text back from the page.
struct Confinement: Sendable, CustomTestStringConvertible {
  enum Reading { case same, nothing, script, styleSheet, address, confinedOnly }

  var name: String
  var reading: Reading
  var template: @Sendable (String) -> HTML

  var testDescription: String { name }

  init(_ name: String, _ reading: Reading, _ template: @escaping @Sendable (String) -> HTML) {
    (self.name, self.reading, self.template) = (name, reading, template)
  }

  static let all = [
    Confinement("text", .same) { "<p>\($0)</p>" },
    Confinement("double quotes", .same) { #"<p title="\#($0)" lang="fr">end</p>"# },
    Confinement("single quotes", .same) { "<p title='\($0)' lang='fr'>end</p>" },
    Confinement("no quotes", .same) { "<p title=\($0) lang=fr>end</p>" },
    Confinement("named attribute", .same) { "<p\(attribute: "title", $0) lang=fr>end</p>" },
    Confinement("title", .same) { "<title>\($0)</title><p>end</p>" },
    Confinement("textarea", .same) { "<textarea>\($0)</textarea><p>end</p>" },
    Confinement("text by name", .same) { "<p>\(HTML(text: $0))</p>" },
    Confinement("group of attributes", .same) { value in
      let group: HTML = #" title="\#(value)" lang=fr"#
      return "<p\(group)>end</p>"
    },
    Confinement("group without quotes", .same) { value in
      let group: HTML = " title=\(value) lang=fr"
      return "<p\(group)>end</p>"
    },
    Confinement("text as a group of attributes", .nothing) { value in "<p\("\(value)" as HTML)>end</p>" },
    Confinement("text as an attribute", .same) { value in #"<p title="\#("\(value)" as HTML)">end</p>"# },
    Confinement("handler", .nothing) { #"<p onclick="\#($0)">end</p>"# },
    Confinement("style", .nothing) { #"<p style="\#($0)">end</p>"# },
    Confinement("script", .script) { #"<script>let a = "\#($0)"</script><p>end</p>"# },
    Confinement("style sheet", .styleSheet) { #"<style>p { content: "\#($0)" }</style><p>end</p>"# },
    Confinement("comment", .confinedOnly) { "<!--\($0)--><p>end</p>" },
    Confinement("comment before a bracket", .confinedOnly) { "<!-- \($0)> --><p>end</p>" },
    Confinement("tag", .confinedOnly) { "<p \($0)>end</p>" },
    Confinement("address", .address) { #"<a href="\#($0)">end</a>"# },
    Confinement("address without quotes", .address) { "<a href=\($0)>end</a>" },
    Confinement("rest of an address", .address) { #"<a href="java\#($0)">end</a>"# },
    Confinement("rest of a path", .address) { #"<a href="/\#($0)">end</a>"# },
    Confinement("rest of a query", .address) { #"<a href="/?q=\#($0)">end</a>"# },
    Confinement("data block", .confinedOnly) { "<script>\(["a": .string($0)] as JSON)</script><p>end</p>" },
  ]
}

@Suite("Confinement")
struct ConfinementTests {
  static let values: [String] = {
    var values: [String] = []
    for character in "&<>\"'`= /\\-!?#;:()[]{}*$%@\t\n\r".unicodeScalars.map(String.init) {
      for follower in ["", "\u{301}", "\u{338}", "\u{200D}", "\u{FE0F}"] {
        values.append(character + follower)
        values.append("x\(character)\(follower) onload=y \(character)\(follower)>z")
        values.append("\(character)\(character)\(follower)script:a(1)")
      }
    }
    return values + [
      "--><b>", "--!><b>", "</script><b>", "</style><b>", "</title><b>", "]]><b>", "script:x", "-",
    ]
  }()

  @Test(
    "TE-02: no character, with whatever follows it, leaves the place it is put in", arguments: Confinement.all
  )
  func confinement(place: Confinement) {
    let plain = Reader.tokens(of: place.template("x").utf8)
    for value in Self.values {
      let html = place.template(value)
      let tokens = Reader.tokens(of: html.resolved { $1 += $0 })
      #expect(
        shape(tokens, of: place) == shape(plain, of: place), "\(value.debugDescription): \(written(html))")
      // A text that left its place may have changed every element after it: one such report says enough.
      guard shape(tokens, of: place) == shape(plain, of: place) else { return }
      if let read = valueRead(from: tokens, at: place) {
        let expected = place.reading == .nothing ? "" : value
        #expect(read.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(written(html))")
      }
      if place.reading == .address {
        #expect(isHarmless(addressRead(from: tokens)), "\(value.debugDescription): \(written(html))")
      }
    }
  }

  /// The elements, the names of attributes and every text but that of the value.
  private func shape(_ tokens: [Reader.Token], of place: Confinement) -> [String] {
    tokens.compactMap { token in
      switch token {
      case .start(let name, let attributes):
        // In a tag, letters of a text may be the name of an attribute; never one with a value.
        let isFree = place.name == "tag"
        return "<\(name) \(attributes.filter { !isFree || !$0.value.isEmpty }.map(\.name))>"
      case .end(let name): return "</\(name)>"
      case .text(let text): return text == "end" ? text : "value"
      case .comment: return "comment"
      }
    }
  }

  private func valueRead(from tokens: [Reader.Token], at place: Confinement) -> String? {
    switch place.reading {
    case .confinedOnly, .address: return nil
    case .script, .styleSheet:
      let quoted = firstText(tokens).split(
        separator: "\"" as Unicode.Scalar, omittingEmptySubsequences: false)
      guard quoted.count == 3 else { return "not one string" }
      return place.reading == .script ? scriptRead(quoted[1]) : styleSheetRead(quoted[1])
    case .same, .nothing:
      guard case .start(_, let attributes)? = tokens.first else { return "no tag" }
      if let attribute = attributes.first { return attribute.value }
      return place.reading == .nothing ? "" : String(firstText(tokens))
    }
  }

  private func firstText(_ tokens: [Reader.Token]) -> String.UnicodeScalarView {
    for case .text(let text) in tokens { return text.unicodeScalars }
    return "".unicodeScalars
  }

  private func addressRead(from tokens: [Reader.Token]) -> String {
    guard case .start(_, let attributes)? = tokens.first else { return "javascript:" }
    return attributes.first?.value ?? ""
  }

  /// Whether a browser stays on the site, or goes there by http or mail.
  private func isHarmless(_ address: String) -> Bool {
    let lowered = address.lowercased()
    if ["http://", "https://", "mailto:", "tel:"].contains(where: { lowered.hasPrefix($0) }) { return true }
    let beforeColon = lowered.split(separator: ":", omittingEmptySubsequences: false)
    let isRelative = beforeColon.count == 1 || beforeColon[0].contains { "/?#".contains($0) }
    return isRelative && !lowered.hasPrefix("//") && !lowered.contains("\\")
      && lowered.utf8.allSatisfy { $0 > 0x20 }
  }

  private func scriptRead(_ text: Substring.UnicodeScalarView) -> String {
    decoded(text) { rest in
      guard rest.first == "u" else { return nil }
      return (String(String.UnicodeScalarView(rest.dropFirst().prefix(4))), 5)
    }
  }

  private func styleSheetRead(_ text: Substring.UnicodeScalarView) -> String {
    decoded(text) { rest in
      let digits = rest.prefix { $0.properties.isASCIIHexDigit }
      return (String(String.UnicodeScalarView(digits)), digits.count + 1)
    }
  }

  /// The text with each `\` and what `escape` reads after it, hexadecimal digits and length, made one scalar.
  private func decoded(
    _ text: Substring.UnicodeScalarView, escape: (ArraySlice<Unicode.Scalar>) -> (String, Int)?
  ) -> String {
    var rest = Array(text)[...]
    var output = String.UnicodeScalarView()
    while let first = rest.popFirst() {
      guard first == "\\" else {
        output.append(first)
        continue
      }
      guard let (digits, length) = escape(rest),
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
      else { return "not an escape" }
      output.append(scalar)
      rest = rest.dropFirst(length)
    }
    return String(output)
  }
}
