/// What a door leads to after some answers: the item that fits them best, and why.
public struct Advice: Sendable, Hashable {
  public let door: TermReference
  /// `nil` where nothing behind the door carries one of the answers.
  public let item: Int?
  /// The answers that the item carries, in the order of the questions.
  public let reasons: [TermReference]
}

/// Chooses what to read first, behind each door, after the answers to a positioning's questions.
///
/// An item counts for each answer it carries, the more the fewer items carry that answer; among equals the one
/// that stands first in lists is taken. An item stands behind one door only, the first. What the many results have
/// in common is read once: a result then costs what its answers' items behind the doors are.
public struct Adviser: Sendable {
  private let doors: [TermReference]
  private let questions: [Int]
  /// What each answer weighs.
  private let weights: [TermReference: Double]
  /// The items behind each door that carry an answer, in the order of lists.
  private let carriers: [Key: [Int]]

  private struct Key: Hashable {
    var door: Int
    var answer: TermReference
  }

  public init(_ positioning: Positioning, in site: Site) {
    questions = positioning.questions.map(\.vocabulary)
    doors = site.vocabularies[positioning.doors].terms.indices.map {
      TermReference(vocabulary: positioning.doors, term: $0)
    }
    let vocabularies = Set(questions)
    var counts: [TermReference: Int] = [:]
    var carriers: [Key: [Int]] = [:]
    for (index, item) in site.items.enumerated() where !item.isHidden {
      let behind = item.terms.filter { $0.vocabulary == positioning.doors }
      for answer in item.terms where vocabularies.contains(answer.vocabulary) {
        counts[answer, default: 0] += 1
        for door in behind { carriers[Key(door: door.term, answer: answer), default: []].append(index) }
      }
    }
    weights = counts.mapValues { 1 / Double($0) }
    self.carriers = carriers
  }

  /// One advice for each door, in their order.
  ///
  /// - Parameter answers: a term's index for each question, in their order; `nil` for none.
  public func advice(for answers: [Int?]) -> [Advice] {
    var given: [TermReference] = []
    for case (let vocabulary, let answer?) in zip(questions, answers) {
      let term = TermReference(vocabulary: vocabulary, term: answer)
      if !given.contains(term) { given.append(term) }
    }
    var used: Set<Int> = []
    return doors.map { door in
      guard let best = best(behind: door, for: given, except: used) else {
        return Advice(door: door, item: nil, reasons: [])
      }
      used.insert(best.item)
      return Advice(door: door, item: best.item, reasons: best.reasons)
    }
  }

  /// Goes once through the lists of the answers' items, which are sorted, side by side.
  private func best(
    behind door: TermReference, for answers: [TermReference], except used: Set<Int>
  ) -> (item: Int, reasons: [TermReference])? {
    let lists = answers.map { carriers[Key(door: door.term, answer: $0)] ?? [] }
    let weights = answers.map { self.weights[$0] ?? 0 }
    var rest = lists.map { $0[...] }
    var best: (score: Double, item: Int)?
    while let item = rest.lazy.compactMap(\.first).min() {
      var score = 0.0
      for number in rest.indices where rest[number].first == item {
        rest[number].removeFirst()
        score += weights[number]
      }
      if score > best?.score ?? 0, !used.contains(item) { best = (score, item) }
    }
    guard let item = best?.item else { return nil }
    return (item, zip(answers, lists).filter { $1.contains(item) }.map(\.0))
  }
}
