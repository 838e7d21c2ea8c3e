/// Which straight quotes of a text open and which close.
///
/// They are paired over the whole text before the first is set: where one lacks its other half, all stay as
/// they are. A quote between two words, and one after a number that closes nothing (inches), are no quotes.
struct QuotePairs {
  enum Role {
    case openingOuter, closingOuter, openingInner, closingInner, openingSingle, closingSingle
    case inert
  }

  /// One role a straight quote; in English, one an apostrophe too.
  private var roles: [Role] = []
  private(set) var isRead = false
  private var nextIndex = 0

  /// Whether the last quote that was asked for closes.
  var lastCloses: Bool {
    guard nextIndex > 0 else { return false }
    switch roles[nextIndex - 1] {
    case .closingOuter, .closingInner, .closingSingle: return true
    default: return false
    }
  }

  /// The role of the quote that comes next in the text.
  mutating func next(in text: UnsafeBufferPointer<UInt8>, _ language: Language) -> Role {
    let role = peek(in: text, language)
    nextIndex += 1
    return role
  }

  mutating func peek(in text: UnsafeBufferPointer<UInt8>, _ language: Language) -> Role {
    if !isRead { read(text, language) }
    return nextIndex < roles.count ? roles[nextIndex] : .inert
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ language: Language) {
    isRead = true
    var open: [(role: Int, index: Int)] = []
    var isBalanced = true
    var guillemets = 0
    var doubles: [Int] = []
    for index in text.indices {
      switch text[index] {
      case 0xAB where index > 0 && text[index - 1] == 0xC2: guillemets += 1
      case 0xBB where index > 0 && text[index - 1] == 0xC2: guillemets = max(guillemets - 1, 0)
      case UInt8(ascii: "'") where language == .english: roles.append(.inert)
      case Byte.quotationMark:
        doubles.append(roles.count)
        roles.append(.inert)
        switch Self.side(of: index, in: text, isInside: !open.isEmpty) {
        case .opens: open.append((roles.count - 1, index))
        case .closes:
          if let opening = open.popLast() {
            if opening.index + 1 == index { break }
            let isInner = !open.isEmpty || (guillemets > 0 && language == .french)
            roles[opening.role] = isInner ? .openingInner : .openingOuter
            roles[roles.count - 1] = isInner ? .closingInner : .closingOuter
          } else if index == 0 || !Byte.isDigit(text[index - 1]) {
            isBalanced = false
          }
        case .neither: break
        }
      default: break
      }
    }
    if !isBalanced || !open.isEmpty { for index in doubles { roles[index] = .inert } }
    if language == .english { readSingle(text) }
  }

  private enum Side {
    case opens, closes, neither
  }

  private static func side(of index: Int, in text: UnsafeBufferPointer<UInt8>, isInside: Bool) -> Side {
    let after = text.neighbour(at: index + 1)
    let isBeforeSpace = after == .none || after == .space
    switch text.neighbour(before: index) {
    case .none, .opening:
      return canFollowOpening(after, text, at: index + 1) || after == .space ? .opens : .neither
    case .space:
      if isBeforeSpace || !canFollowOpening(after, text, at: index + 1) {
        return isInside ? .closes : after == .space ? .opens : .neither
      }
      return .opens
    case .dash, .apostrophe, .quote:
      return after.isWord || after == .opening ? .opens : isInside || isBeforeSpace ? .closes : .neither
    case .mark where after.isWord: return .neither
    case .letter, .digit, .closing, .mark, .other:
      let isInside = after == .mark && text.neighbour(at: index + 2).isWord
      return after.isWord || isInside ? .neither : .closes
    }
  }

  private static func canFollowOpening(
    _ neighbour: Neighbour, _ text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    switch neighbour {
    case .none, .space: false
    case .closing: text[index] == UInt8(ascii: ".") || text[index] == 0xE2
    case .mark: text[index] == UInt8(ascii: "!") || text[index] == UInt8(ascii: "?")
    default: true
    }
  }

  /// Pairs English single quotes; what isn't one of a pair may still be an apostrophe.
  private mutating func readSingle(_ text: UnsafeBufferPointer<UInt8>) {
    var opening: Int?
    var role = -1
    for index in text.indices where text[index] == UInt8(ascii: "'") || text[index] == Byte.quotationMark {
      role += 1
      guard text[index] == UInt8(ascii: "'") else { continue }
      let after = text.neighbour(at: index + 1)
      switch text.neighbour(before: index) {
      case .none, .space, .opening:
        if after == .letter || after == .opening { opening = role }
      case .quote where after == .letter: opening = role
      default:
        guard !after.isWord, let first = opening else { break }
        roles[first] = .openingSingle
        roles[role] = .closingSingle
        opening = nil
      }
    }
  }
}
