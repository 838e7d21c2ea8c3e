import Testing

@testable import Preview

@Suite("Gathering changes")
struct ChangeBatchTests {
  private let start = ContinuousClock.now

  private func instant(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }

  /// What happens to a file after so many milliseconds.
  struct Step: Sendable {
    var after: Int
    var change: PathChange = .written
    var path = "a"
    var completeness: ChangeBatch.Completeness = .complete
  }

  /// What is told after so many milliseconds, asked every millisecond.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var steps: [Step]
    var told: [Int: [String: PathChange]]
  }

  static let cases = [
    Case(testDescription: "a lone save", steps: [Step(after: 0)], told: [8: ["a": .written]]),
    Case(
      testDescription: "two saves at once", steps: [Step(after: 0), Step(after: 5, path: "b")],
      told: [13: ["a": .written, "b": .written]]),
    Case(
      testDescription: "two saves apart", steps: [Step(after: 0), Step(after: 20, path: "b")],
      told: [8: ["a": .written], 28: ["b": .written]]),
    Case(
      testDescription: "truncated, written later",
      steps: [Step(after: 0, completeness: .partial), Step(after: 30)], told: [38: ["a": .written]]),
    Case(
      testDescription: "truncated, never closed", steps: [Step(after: 0, completeness: .partial)],
      told: [50: ["a": .written]]),
    Case(
      testDescription: "written over a long time without a close",
      steps: (0..<12).map { Step(after: $0 * 5, completeness: .partial) }, told: [63: ["a": .written]]),
    Case(
      testDescription: "removed, then made and written",
      steps: [
        Step(after: 0, change: .removed, completeness: .partial), Step(after: 1, completeness: .partial),
        Step(after: 3),
      ], told: [11: ["a": .written]]),
    Case(
      testDescription: "permissions of a file that is being written",
      steps: [
        Step(after: 0, completeness: .partial), Step(after: 1, completeness: .unknown), Step(after: 20),
      ],
      told: [28: ["a": .written]]),
    Case(
      testDescription: "without a pause, and one truncated at the end",
      steps: (0...20).map { Step(after: $0 * 5) } + [Step(after: 99, path: "b", completeness: .partial)]
        + [Step(after: 110, path: "b")],
      told: [100: ["a": .written], 118: ["b": .written]]),
  ]

  @Test("Changes are told together, when nothing more follows or enough time has passed", arguments: cases)
  func timing(_ example: Case) {
    var batch = ChangeBatch(quiet: .milliseconds(8))
    var told: [Int: [String: PathChange]] = [:]
    for now in 0...300 {
      for step in example.steps where step.after == now {
        batch.add(step.change, step.path, step.completeness, at: instant(now))
      }
      if case .paths(let paths) = batch.take(at: instant(now)) { told[now] = paths }
    }
    #expect(told == example.told)
    #expect(batch.due == nil)
  }

  @Test("Beyond a number of paths everything is said to have changed, and the paths are forgotten")
  func limit() {
    var batch = ChangeBatch(quiet: .milliseconds(8))
    for number in 0..<Changes.pathLimit { batch.add(.written, "\(number)", at: start) }
    var smaller = batch
    guard case .paths(let paths) = smaller.take(at: instant(8)) else {
      Issue.record("paths are told up to the limit")
      return
    }
    #expect(paths.count == Changes.pathLimit)
    batch.add(.written, "one more", at: start)
    batch.add(.written, "and more", at: start)
    #expect(batch.take(at: instant(8)) == .everything)
    batch.add(.written, "afterwards", at: instant(20))
    #expect(batch.take(at: instant(28)) == .paths(["afterwards": .written]))
  }

  @Test("What nobody took yet adds up to one value")
  func adding() async {
    let outbox = PendingChanges(warning: nil)
    for number in 0..<1_000 { outbox.put(.paths(["\(number)": .written, "last": .written])) }
    outbox.put(.paths(["last": .removed]))
    outbox.finish()
    guard case .paths(let paths) = outbox.take() else {
      Issue.record("a thousand paths are told apart")
      return
    }
    #expect(paths.count == 1_001 && paths["last"] == .removed)
    #expect(outbox.take() == nil)
    #expect(await outbox.signals.reduce(0) { count, _ in count + 1 } == 1)
  }

  @Test("Of two values the later one holds")
  func merging() {
    let first = Changes.paths(["a": .written, "b": .removed])
    #expect(
      first.followed(by: .paths(["a": .removed, "c": .written]))
        == .paths(["a": .removed, "b": .removed, "c": .written]))
    #expect(first.followed(by: .everything) == .everything)
    #expect(Changes.everything.followed(by: first) == .everything)
    let many = Changes.paths(Dictionary(uniqueKeysWithValues: (0..<10_000).map { ("\($0)", .written) }))
    #expect(many.followed(by: first) == .everything)
  }

  @Test(
    "Names that no platform consists of",
    arguments: [
      ("a.md", false), ("a.md~", true), (".a.md.swp", true), ("a.swp", true), (".#a.md", true),
      ("#a.md#", true),
      ("4913", true), ("4914", false), (".goutputstream-AB12CD", true), ("a.md___jb_tmp___", true),
      ("a.md___jb_old___", true), (".git", true), ("été.md", false), ("#a.md", false), ("a___.md", false),
    ])
  func passingNames(_ name: String, isPassing: Bool) {
    #expect(PassingName.matches(name, isFolder: false) == isPassing)
  }

  @Test("A folder's name may look like a copy's", arguments: ["4913", "a~", "x.swp"])
  func folderNames(_ name: String) { #expect(!PassingName.matches(name, isFolder: true)) }
}
