extension Directive {
  /// All names, French before English.
  public static let names: [String] =
    all.map(\.name.french)
    + all.map(\.name.english).filter { name in !all.contains { $0.name.french == name } }

  /// The directive as an author may write it, on one line: `::bouton[texte]{lien="page.md"}`.
  ///
  /// - Parameter name: the name it was written with: the example is in that name's language.
  public func example(named name: String) -> String {
    let isFrench = Slug.make(name) == Slug.make(self.name.french)
    let language: Language = isFrench ? .french : .english
    var example = form.colons + self.name.in(language)
    if label != .none { example += isFrench ? "[texte]" : "[text]" }
    let attributes = attributes.filter(\.isRequired).map { attribute in
      "\(attribute.name.in(language))=\"\(attribute.key.example(in: language))\""
    }
    if !attributes.isEmpty { example += "{\(attributes.joined(separator: " "))}" }
    guard form == .container else { return example }
    return "\(example) ⏎ \(content(in: language)) ⏎ :::"
  }

  /// What a container may hold, on one line.
  private func content(in language: Language) -> String {
    switch (kind, language) {
    case (.steps, .french): "1. Première étape"
    case (.steps, _): "1. First step"
    case (.cards, _): "- [Page](page.md)"
    case (.figure, _): "![description](photo.jpg)"
    default: "…"
    }
  }
}

extension Directive.Key {
  /// A value that an author may give.
  fileprivate func example(in language: Language) -> String {
    let isFrench = language == .french
    return switch self {
    case .open, .showsSource: ""
    case .credit: isFrench ? "nom de la personne" : "name of the person"
    case .value: "12"
    case .unit: "km"
    case .date: "2024"
    case .source: isFrench ? "nom du document" : "name of the document"
    case .link: "page.md"
    case .file: isFrench ? "fichier.csv" : "file.csv"
    case .language: "en"
    case .columns: isFrench ? "nom, valeur" : "name, value"
    case .separator: ";"
    case .encoding: "utf-8"
    case .decimal: isFrench ? "," : "."
    case .type: "page"
    case .entry: isFrench ? "entrée" : "entry"
    }
  }
}

extension Directive.Form {
  /// What a directive of this form begins with.
  public var colons: String {
    switch self {
    case .container: ":::"
    case .leaf: "::"
    case .inline: ":"
    }
  }
}
