import Content

extension CompilerProblem {
  /// The problem as the panel over a page shows it: a sentence around the compiler's own words, which are
  /// English.
  public func previewed(in language: DiagnosticWording) -> PreviewProblem {
    PreviewProblem(
      severity: severity == .error ? "error" : "warning", code: code, message: sentence(in: language),
      advice: advice(in: language), file: place?.file, line: place?.line ?? 1, column: scalarColumn,
      excerpt: place?.excerpt)
  }

  private var code: String {
    switch (severity, place) {
    case (.error, nil): "template-build"
    case (.error, _): "template-error"
    case (.warning, _): "template-warning"
    }
  }

  private func sentence(in language: DiagnosticWording) -> String {
    switch (language, severity, place) {
    case (.french, .error, nil) where message.isEmpty:
      "Les gabarits n’ont pas pu être compilés, le compilateur n’a pas dit pourquoi."
    case (.french, .error, nil):
      "Les gabarits n’ont pas pu être compilés. Le compilateur a écrit\u{A0}:\n\(message)"
    case (.french, .error, _): "Ce gabarit ne compile pas\u{A0}: \(message)"
    case (.french, .warning, _): "Le compilateur signale dans ce gabarit\u{A0}: \(message)"
    case (.english, .error, nil) where message.isEmpty:
      "The templates could not be compiled, and the compiler didn’t say why."
    case (.english, .error, nil): "The templates could not be compiled. The compiler wrote:\n\(message)"
    case (.english, .error, _): "This template does not compile: \(message)"
    case (.english, .warning, _): "The compiler points out in this template: \(message)"
    }
  }

  private func advice(in language: DiagnosticWording) -> String? {
    let lines = notes.map { "\($0.place.file):\($0.place.line) \($0.message)" }
    guard severity == .error else { return lines.isEmpty ? nil : lines.joined(separator: "\n") }
    let next =
      switch language {
      case .french:
        "Corrigez puis enregistrez\u{A0}: les pages montrent, en attendant, les derniers gabarits compilés."
      case .english: "Mend it and save: until then pages show the last templates that compiled."
      }
    return ([next] + lines).joined(separator: "\n")
  }

  /// The compiler counts columns in bytes, a preview in scalars.
  private var scalarColumn: Int {
    guard let place else { return 1 }
    guard let excerpt = place.excerpt else { return place.column }
    // Every scalar begins with a byte that continues none.
    return 1 + excerpt.utf8.prefix(place.column - 1).count { $0 & 0xc0 != 0x80 }
  }
}

extension CompilingObstacle {
  /// Why templates can't be compiled, in a sentence.
  public func sentence(in language: DiagnosticWording) -> String {
    switch (language, self) {
    case (.french, .noPackage):
      "Les gabarits ne sont pas recompilés\u{A0}: ce dossier n’a pas de Package.swift à lui."
    case (.french, .noTemplates):
      "Les gabarits ne sont pas recompilés\u{A0}: il n’y a pas de dossier templates/."
    case (.french, .noSwift):
      "Les gabarits ne sont pas recompilés\u{A0}: la commande swift est introuvable\u{A0}; installez Swift."
    case (.french, .system(let reason)): "Les gabarits n’ont pas pu être recompilés\u{A0}: \(reason)"
    case (.english, .noPackage): "Templates are not recompiled: this folder has no Package.swift of its own."
    case (.english, .noTemplates): "Templates are not recompiled: there is no templates/ folder."
    case (.english, .noSwift): "Templates are not recompiled: the swift command was not found; install Swift."
    case (.english, .system(let reason)): "Templates could not be recompiled: \(reason)"
    }
  }
}
