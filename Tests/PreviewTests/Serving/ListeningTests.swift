import Foundation
import Glibc
import Testing

@testable import Preview

@Suite("Where a preview listens", .serialized)
struct ListeningTests {
  @Test("A port that is taken is an error when it was asked for, and left for the next when not")
  func ports() async throws {
    try await withServer { _, port in
      #expect(throws: ServerError.portTaken(port)) {
        try PreviewServer.bind(site: FakeSite(), options: ServerOptions(port: port))
      }
    }
    try await withServer(options: ServerOptions()) { first, port in
      #expect(Listening.defaultPorts.contains(port))
      try await withServer(options: ServerOptions()) { second, next in
        #expect(Listening.defaultPorts.contains(next) && next != port)
        #expect(second.address == "http://localhost:\(next)/")
        #expect(await get(next, "/digits.txt")?.status == 200)
      }
    }
  }

  @Test("What can't be a place to listen is refused for a reason")
  func places() {
    #expect(throws: ServerError.invalidPort(70_000)) { try bind(ServerOptions(port: 70_000)) }
    #expect(throws: ServerError.unknownHost("no such.invalid")) {
      try bind(ServerOptions(host: "no such.invalid", port: 0))
    }
    do {
      try bind(ServerOptions(host: "203.0.113.5", port: 0))
      Issue.record("an address of another machine was taken")
    } catch {
      guard case .cannotListen(host: "203.0.113.5", _, _) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  private func bind(_ options: ServerOptions) throws(ServerError) {
    _ = try PreviewServer.bind(site: FakeSite(), options: options)
  }

  @Test("Only the loopback is listened on unless another address is given")
  func loopback() throws {
    for (options, addresses, isOpen) in [
      (ServerOptions(port: 0), ["127.0.0.1", "::1"], false),
      (ServerOptions(host: "localhost", port: 0), ["127.0.0.1", "::1"], false),
      (ServerOptions(host: "127.0.0.1", port: 0), ["127.0.0.1"], false),
      (ServerOptions(host: "0.0.0.0", port: 0), ["0.0.0.0"], true),
    ] {
      let listening = try Listening(options)
      defer { for descriptor in listening.descriptors { close(descriptor) } }
      let found = listening.descriptors.compactMap { SocketName.ownAddress(of: $0) }
      #expect(!found.isEmpty && Set(found).isSubset(of: addresses))
      #expect(try PreviewServer.bind(site: FakeSite(), options: options).isOpenToOthers == isOpen)
    }
  }

  @Test("Once stopped a preview leaves its port, its descriptors and no folder")
  func stopping() async throws {
    try await withServer { _, port in _ = await get(port, "/") }
    let before = openDescriptors()
    var folder = ""
    try await withServer { server, port in
      #expect(await get(port, "/")?.status == 200)
      folder = server.temporaryFolder
      #expect(FileManager.default.fileExists(atPath: folder))
    }
    #expect(!FileManager.default.fileExists(atPath: folder))
    for _ in 0..<40 where openDescriptors() > before { try await Task.sleep(for: .milliseconds(50)) }
    #expect(openDescriptors() <= before)
  }
}
