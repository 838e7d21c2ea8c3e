import Content
import Foundation
import Glibc
import Preview
import Synchronization

/// What a preview says on the terminal.
final class PreviewTerminal: Sendable {
  private let isQuiet: Bool
  private let last = Mutex<[PreviewProblem]?>(nil)
  private let lastActivity = Mutex<String?>(nil)

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
  }

  func welcome(_ address: String, isOpenToOthers: Bool, _ languageCode: String) {
    let isFrench = languageCode == "fr"
    Console.write((isFrench ? "Aperçu : " : "Preview: ") + "\(address)\n", to: STDOUT_FILENO)
    if isOpenToOthers {
      let warning =
        isFrench
        ? "attention : d’autres machines du réseau peuvent voir cet aperçu, brouillons compris."
        : "warning: other machines of the network can see this preview, drafts included."
      Console.write(warning + "\n", to: STDERR_FILENO)
    }
    if !isQuiet { Console.write((isFrench ? "Ctrl-C pour l’arrêter." : "Ctrl-C ends it.") + "\n", to: STDOUT_FILENO) }
  }

  /// What came of a reading: a line, and the problems unless they are those told last.
  func show(_ news: PreviewNews, _ reading: (pages: Int, milliseconds: Double, isGood: Bool)?) {
    let isFrench = news.languageCode == "fr"
    let isNew = last.withLock { last in
      defer { last = news.problems }
      return last != news.problems
    }
    if isNew {
      for problem in news.problems { Console.write(text(of: problem, isFrench), to: STDERR_FILENO) }
    }
    let isNewActivity = lastActivity.withLock { last in
      defer { last = news.activity }
      return last != news.activity
    }
    if let activity = news.activity, isNewActivity, !isQuiet { Console.write(activity + "\n", to: STDOUT_FILENO) }
    guard !isQuiet, let reading, news.change != .nothing || isNew, news.activity == nil else { return }
    let errors = news.problems.count { $0.severity == "error" }
    let time = "\(Int(reading.milliseconds.rounded())) ms"
    let line: String
    if errors == 0 {
      line = isFrench ? "\(reading.pages) pages, \(time)" : "\(reading.pages) pages, \(time)"
    } else {
      line =
        isFrench
        ? "\(errors) \(errors == 1 ? "erreur" : "erreurs") : le dernier bon site reste affiché."
        : "\(errors) \(errors == 1 ? "error" : "errors"): the last good site stays."
    }
    Console.write("\(PreviewTerminal.clock()) \(line)\n", to: STDOUT_FILENO)
  }

  private func text(of problem: PreviewProblem, _ isFrench: Bool) -> String {
    let wording: DiagnosticWording = isFrench ? .french : .english
    let severity = Diagnostic.Severity(rawValue: problem.severity).map { wording.name(of: $0) } ?? problem.severity
    let place = problem.file.map { "\($0):\(problem.line):\(problem.column): " } ?? ""
    var lines = ["\(place)\(severity)\(isFrench ? " : " : ": ")\(problem.message) [\(problem.code)]"]
    if let excerpt = problem.excerpt { lines.append("  \(problem.line) | \(excerpt.prefix(120))") }
    if let advice = problem.advice { lines.append("  → \(advice)") }
    return lines.map { Printable.text($0) + "\n" }.joined()
  }

  func show(_ diagnostic: Diagnostic) {
    let report = DiagnosticReport(wording: .french, usesColour: Console.usesColour(STDERR_FILENO)) { _ in nil }
    Console.write(report.text([diagnostic]), to: STDERR_FILENO)
  }

  func show(_ error: any Error) {
    let message =
      switch error {
      case ServerError.portTaken(let port):
        "le port \(port) est déjà pris ; indiquez-en un autre par --port. (Port \(port) is taken.)"
      case ServerError.noFreePort(let ports):
        "aucun port n’est libre de \(ports.lowerBound) à \(ports.upperBound). (No free port.)"
      case ServerError.invalidPort(let port): "\(port) n’est pas un port. (Not a port.)"
      case ServerError.unknownHost(let host): "l’adresse « \(host) » n’existe pas ici. (Unknown address.)"
      case ServerError.cannotListen(let host, let port, let reason): "\(host):\(port) : \(reason)"
      case ServerError.systemRefused(let reason): reason
      default: "\(error)"
      }
    Console.write("erreur : \(Printable.text(message))\n", to: STDERR_FILENO)
  }

  private static func clock() -> String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }
}
