import Content

/// What is declared and never used: terms, vocabularies and fields.
struct UnusedDeclarations {
  let site: Site
  let texts: [String: WrittenText]

  var diagnostics: [Diagnostic] { vocabularies + fields }

  private var vocabularies: [Diagnostic] {
    var declared: Set<Int> = []
    for type in site.types {
      for field in type.fields { if case .term(let vocabulary) = field.kind { declared.insert(vocabulary) } }
      declared.formUnion(type.terms.map(\.vocabulary))
    }
    return site.vocabularies.enumerated().flatMap { index, vocabulary -> [Diagnostic] in
      let isCarried = vocabulary.terms.contains { !$0.items.isEmpty }
      // Terms that have something to say on pages of their own are content themselves.
      let isReference =
        vocabulary.hasPages && vocabulary.terms.allSatisfy { $0.page != nil || $0.description != nil }
      guard isCarried || declared.contains(index) else {
        if isReference { return [] }
        return [
          Diagnostic(
            .vocabularyUnused(vocabulary.plural), at: place(of: "name", in: vocabulary.location.file))
        ]
      }
      return vocabulary.terms.compactMap { term in
        term.items.isEmpty ? Diagnostic(.termUnused(term.label), at: term.location) : nil
      }
    }
  }

  private var fields: [Diagnostic] {
    site.types.enumerated().flatMap { index, type -> [Diagnostic] in
      let items = site.items[site.items(of: index)]
      guard !items.isEmpty else { return [] }
      return type.fields.enumerated().compactMap { number, field in
        guard items.allSatisfy({ $0.fields[number] == nil }) else { return nil }
        return Diagnostic(
          .fieldUnused(field.label), at: place(of: "fields.\(field.id)", in: type.location.file))
      }
    }
  }

  private func place(of key: String, in file: String) -> SourceLocation {
    texts[file]?.location(of: key) ?? SourceLocation(file: file)
  }
}
