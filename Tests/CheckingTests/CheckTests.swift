import Testing

@Suite("A check")
struct CheckTests {
  @Test("A sound platform gives it nothing to say")
  func sound() async throws {
    let report = await (try CheckedSite()).check()
    #expect(report.findings == [])
    #expect(report.pages > 2)
    #expect(report.exitStatus(.note) == 0)
  }
}
