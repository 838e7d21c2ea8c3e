/// Something of which a site may use so much and no more.
public enum Budget: String, Sendable, Hashable, CaseIterable {
  /// Bytes of HTML a page.
  case html
  /// Bytes of all style sheets.
  case css
  /// Bytes of the scripts that a page asks for when it is first shown.
  case javascript
  /// Files that a page asks for when it is first shown, itself included.
  case requests
  /// The bytes of these files.
  case firstView = "first_view"

  /// What holds where the settings say nothing.
  public var standardLimit: Int {
    switch self {
    case .html: 60_000
    case .css: 20_000
    case .javascript: 10_000
    case .requests: 10
    case .firstView: 200_000
    }
  }
}

/// How much a site may use: `budgets` of `site.yml`, each with a standard limit.
public struct Budgets: Sendable, Hashable {
  /// Whether the settings name any, so that every build is to be measured.
  public private(set) var areDeclared = false
  private var declared: [Budget: Int] = [:]

  public init() {}

  /// The most that is allowed: bytes before compression, or a number of requests.
  public subscript(budget: Budget) -> Int { declared[budget] ?? budget.standardLimit }

  init(_ reader: inout MappingReader) {
    areDeclared = true
    for budget in Budget.allCases {
      guard let node = reader.node(budget.rawValue), let text = reader.text(of: node, key: budget.rawValue)
      else { continue }
      guard let limit = Int(text), limit >= 0 else {
        reader.report(.notANumber(key: budget.rawValue, value: text), at: node)
        continue
      }
      declared[budget] = limit
    }
  }
}

extension MappingReader {
  /// The budgets of a group; the standard ones where there is none.
  mutating func budgets(_ key: String) -> Budgets {
    guard var inner = mapping(key) else { return Budgets() }
    let budgets = Budgets(&inner)
    inner.finish()
    add(inner)
    return budgets
  }
}
