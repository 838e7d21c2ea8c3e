import Content

extension PollingReason {
  /// Why the preview notices changes later than usual, and what to do about it, as the panel shows it.
  public func previewed(in language: DiagnosticWording) -> PreviewProblem {
    PreviewProblem(
      severity: "warning", code: "polling", message: sentence(in: language), advice: advice(in: language))
  }

  private func sentence(in language: DiagnosticWording) -> String {
    switch (language, cause(in: language)) {
    case (.french, let cause?):
      "\(cause)\u{A0}: les fichiers sont relus deux fois par seconde, l’aperçu réagit plus lentement."
    case (.french, nil): "Les fichiers sont relus à intervalles réguliers, comme demandé."
    case (.english, let cause?):
      "\(cause): files are looked at twice a second, so the preview reacts more slowly."
    case (.english, nil): "Files are looked at at regular intervals, as asked."
    }
  }

  private func cause(in language: DiagnosticWording) -> String? {
    let value = limitValue.map { " (\($0))" } ?? ""
    return switch (language, self) {
    case (_, .requested): nil
    case (.french, .watchLimit), (.french, .instanceLimit):
      "La limite \(limitName ?? "")\(value) du système est atteinte"
    case (.french, .fileSystem(let name, let folder)):
      "Le dossier \(folder) est sur un système de fichiers (\(name)) qui ne signale pas les changements"
    case (.french, .refused(let code)): "Le système ne signale pas les changements (errno \(code))"
    case (.english, .watchLimit), (.english, .instanceLimit):
      "The system’s limit \(limitName ?? "")\(value) is reached"
    case (.english, .fileSystem(let name, let folder)):
      "The folder \(folder) is on a file system (\(name)) that doesn’t tell of changes"
    case (.english, .refused(let code)): "The system doesn’t tell of changes (errno \(code))"
    }
  }

  private func advice(in language: DiagnosticWording) -> String? {
    guard let limitName else { return nil }
    let enough = if case .instanceLimit = self { 1024 } else { 524_288 }
    return switch language {
    case .french: "Augmentez-la\u{A0}: sudo sysctl \(limitName)=\(enough), puis relancez l’aperçu."
    case .english: "Raise it: sudo sysctl \(limitName)=\(enough), then start the preview again."
    }
  }

  private var limitValue: Int? {
    switch self {
    case .watchLimit(let value), .instanceLimit(let value): value
    case .fileSystem, .refused, .requested: nil
    }
  }
}
