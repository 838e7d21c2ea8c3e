/// What is measured of a site, and what its owner states of it.
extension DiagnosticWording {
  func french(measured problem: Problem) -> Text {
    switch problem {
    case .budgetExceeded(let budget, let value, let limit, let page, let others):
      let subject = page.map { "« \(short($0)) »" } ?? ""
      let message =
        switch budget {
        case .html: "\(subject) fait \(value) octets de HTML, pour un budget de \(limit)"
        case .css: "les feuilles de style font \(value) octets, pour un budget de \(limit)"
        case .javascript: 
          "\(subject) demande \(value) octets de scripts à la première visite, pour un budget de \(limit)"
        case .requests:
          "\(subject) demande \(value) fichiers à la première visite, pour un budget de \(limit)"
        case .firstView:
          "\(subject) pèse \(value) octets à la première visite, pour un budget de \(limit)"
        }
      let more =
        switch others {
        case 0: ""
        case 1: " ; une autre page le dépasse aussi"
        default: " ; \(others) autres pages le dépassent"
        }
      return Text(
        message + more,
        "Allégez, coupez en plusieurs pages, ou changez « budgets: \(budget.rawValue) » dans site.yml.")
    case .conformityRate(let conformity, let rate):
      return Text(
        "un taux de \(rate) % ne va pas avec la conformité « \(conformity) »",
        "La conformité est totale à 100 %, partielle à partir de 50 % et nulle au-dessous.")
    default: return Text(problem.code)
    }
  }

  func english(measured problem: Problem) -> Text {
    switch problem {
    case .budgetExceeded(let budget, let value, let limit, let page, let others):
      let subject = page.map { "\"\(short($0))\"" } ?? ""
      let message =
        switch budget {
        case .html: "\(subject) has \(value) bytes of HTML, for a budget of \(limit)"
        case .css: "the style sheets have \(value) bytes, for a budget of \(limit)"
        case .javascript: 
          "\(subject) asks for \(value) bytes of scripts on a first view, for a budget of \(limit)"
        case .requests: "\(subject) asks for \(value) files on a first view, for a budget of \(limit)"
        case .firstView: "\(subject) weighs \(value) bytes on a first view, for a budget of \(limit)"
        }
      let more =
        switch others {
        case 0: ""
        case 1: "; another page exceeds it too"
        default: "; \(others) other pages exceed it"
        }
      return Text(
        message + more,
        "Make it lighter, cut it into several pages, or change \"budgets: \(budget.rawValue)\" in site.yml.")
    case .conformityRate(let conformity, let rate):
      return Text(
        "a rate of \(rate)% doesn't go with the conformity \"\(conformity)\"",
        "Conformity is full at 100%, partial from 50% on, and none below.")
    default: return Text(problem.code)
    }
  }
}
