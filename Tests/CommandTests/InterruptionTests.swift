import Foundation
import Testing

@Suite("Builds that are stopped", .serialized)
struct InterruptionTests {
  @Test(
    "OW-05: SIGINT and SIGTERM end a build of thousands of pages in a second; the old site stays, nothing is left",
    arguments: [(SIGINT, 130, false), (SIGTERM, 143, false), (SIGINT, 130, true), (SIGTERM, 143, true)])
  func interrupted(_ signal: Int32, _ status: Int32, _ whileWriting: Bool) throws {
    let platform = try Platform()
    #expect(try platform.build().status == 0)
    let before = try tree(platform.folder + "/public")
    for number in 0..<2500 { try platform.write("content/notes/n\(number).md", "# N\(number)\n\nTexte.\n") }
    let build = try Program.terreau.start(["build", "--source", platform.folder])
    while build.isRunning, !build.handles(signal) { usleep(1000) }
    while build.isRunning, whileWriting, !platform.exists(".public.terreau-staging") { usleep(1000) }
    usleep(20_000)
    try #require(build.isRunning, "the build was over before it was stopped")
    build.send(signal)
    let sent = ContinuousClock.now
    let result = try build.finish()
    #expect(ContinuousClock.now - sent < .seconds(3), "a second, on a machine that has nothing else to do")
    #expect(result.status == status, "\(result.errors)")
    #expect(try tree(platform.folder + "/public") == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: platform.folder).sorted().filter {
        $0 != ".public.terreau-lock"
      } == ["content", "public"])
    #expect(result.errors.contains("interrompu"))
  }
}
