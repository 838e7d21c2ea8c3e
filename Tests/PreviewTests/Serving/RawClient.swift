import Foundation
import Glibc

@testable import Preview

/// A client that sends what it is told to, byte for byte, and waits on a thread of its own.
struct RawClient: ~Copyable {
  let descriptor: Int32

  init(port: Int, receiveBuffer: Int32? = nil) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    if var size = receiveBuffer {
      setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    var patience = timeval(tv_sec: 8, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    _ = SocketName.withBytes(of: &address) { connect(descriptor, $0, $1) }
  }

  deinit { close(descriptor) }

  /// The connection, which lives on until its descriptor is closed.
  consuming func keep() -> Int32 { dup(descriptor) }

  /// Whether all was taken.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// What comes next, or nothing at the end or when patience is over.
  func receive() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
  }

  /// Everything until the server closes.
  func receiveAll() -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let bytes = receive()
      if bytes.isEmpty { return all }
      all += bytes
    }
  }

  /// One answer of known length.
  func receiveAnswer() -> RawAnswer? {
    var bytes: [UInt8] = []
    while true {
      if let answer = RawAnswer(bytes), answer.isWhole { return answer }
      let more = receive()
      if more.isEmpty { return RawAnswer(bytes) }
      bytes += more
    }
  }
}

struct RawAnswer: Sendable {
  var status: Int
  /// By names in lower case.
  var fields: [String: String] = [:]
  var body: [UInt8]
  var text: String { String(decoding: body, as: UTF8.self) }
  var isWhole: Bool { body.count >= Int(fields["content-length"] ?? "") ?? 0 }

  init?(_ bytes: [UInt8]) {
    let end = Array("\r\n\r\n".utf8)
    guard bytes.count > 12,
      let head = bytes.indices.dropLast(3).first(where: { bytes[$0..<($0 + 4)] == end[...] }),
      let status = Int(String(decoding: bytes[9..<12], as: UTF8.self))
    else { return nil }
    self.status = status
    body = Array(bytes[(head + 4)...])
    for line in String(decoding: bytes[..<head], as: UTF8.self).components(separatedBy: "\r\n").dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
  }
}

/// Does what waits on a thread of its own, so that the server's tasks go on.
func waiting<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    Thread { continuation.resume(returning: body()) }.start()
  }
}

/// Sends a request and gives the answer, or `nil` if there was none.
func ask(_ port: Int, _ request: String) async -> RawAnswer? {
  await waiting {
    let client = RawClient(port: port)
    client.send(request)
    return RawAnswer(client.receiveAll())
  }
}

/// Asks for an address as a browser would.
func get(
  _ port: Int, _ target: String, method: String = "GET", host: String? = "localhost", _ fields: [String] = []
) async -> RawAnswer? {
  let lines = ["\(method) \(target) HTTP/1.1"] + (host.map { ["Host: \($0)"] } ?? []) + fields
  return await ask(port, (lines + ["Connection: close", "", ""]).joined(separator: "\r\n"))
}
