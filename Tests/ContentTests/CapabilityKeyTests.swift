import Testing

@testable import Content

@Suite("The keys of capabilities")
struct CapabilityKeyTests {
  /// What a reader says about a group in which nothing but an unknown key stands.
  private static func problems(of kind: CapabilityKind, _ group: String) async throws -> [Problem] {
    let text = TinySite.File.text("---\ntitle: A\n\(kind.rawValue): \(group)\n---\n")
    let reading = try await TinySite(["notes/a.md": text]).read()
    return reading.diagnostics.map(\.problem)
  }

  private static func known(_ problems: [Problem]) -> [String] {
    problems.flatMap { problem -> [String] in
      if case .unknownKey("zzzz", _, let known) = problem { known } else { [] }
    }
  }

  @Test("The keys that are listed are those that are read", arguments: CapabilityKind.allCases)
  func keys(kind: CapabilityKind) async throws {
    let problems = try await Self.problems(of: kind, "{zzzz: 1}")
    #expect(Set(Self.known(problems)) == Set(kind.keys.map(\.name)))
    #expect(!kind.keys.isEmpty)
  }

  @Test(
    "The keys that are listed as required are missed",
    arguments: CapabilityKind.allCases.filter { $0 != .matrix })
  func required(kind: CapabilityKind) async throws {
    let problems = try await Self.problems(of: kind, "{zzzz: 1}")
    let missing = problems.compactMap { problem -> String? in
      if case .missingKey(let key) = problem { key } else { nil }
    }
    let names = missing.map { $0.split(separator: ".").last.map(String.init) }
    #expect(names == kind.keys.filter(\.isRequired).map(\.name))
  }

  @Test("A matrix needs all its keys")
  func matrix() async throws {
    let problems = try await Self.problems(of: .matrix, "{zzzz: 1}")
    #expect(problems.contains(.matrixShape(rows: 0, columns: 0)))
    #expect(CapabilityKind.matrix.keys.filter(\.isRequired) == CapabilityKind.matrix.keys)
  }

  @Test(
    "The keys of groups in groups are those that are read",
    arguments: CapabilityKey.allCases.filter { key in
      switch key.value {
      case .groups, .rows: true
      case .field, .typeName, .levels: false
      }
    })
  func inner(key: CapabilityKey) async throws {
    let (listed, value): ([String], String) =
      switch key.value {
      case .groups(let keys): (keys, "[{zzzz: 1}]")
      case .rows(let keys): (keys, "[[{zzzz: 1}]]")
      case .field, .typeName, .levels: ([], "")
      }
    let kind = try #require(CapabilityKind(rawValue: key.group))
    let problems = try await Self.problems(of: kind, "{\(key.name): \(value)}")
    #expect(Set(Self.known(problems)) == Set(listed))
  }
}
