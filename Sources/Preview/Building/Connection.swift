import Foundation
import Glibc
import Synchronization

/// A stream socket between the preview and the processes that build for it: messages in JSON, with bytes beside them.
///
/// A message is two lengths (32 bits, of the machine's order), the JSON, then the bytes. Calls block.
final class Connection: Sendable {
  private let descriptor: Int32
  private let isLeft = Atomic(false)

  /// Takes a descriptor over.
  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { leave() }

  /// What ends a connection, beside its other end.
  enum Failure: Error, Hashable {
    case disconnected, timedOut, malformed
  }

  private static let jsonLimit = 64 << 20
  private static let bytesLimit = 1 << 30

  /// Connects to a Unix socket.
  static func connected(to path: String) -> Connection? {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0, let result = withAddress(path, { connect(descriptor, $0, $1) }), result == 0 else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
    return Connection(descriptor)
  }

  /// Listens at a Unix socket's path.
  static func listening(at path: String) -> Int32? {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0, let result = withAddress(path, { bind(descriptor, $0, $1) }), result == 0,
      listen(descriptor, 16) == 0
    else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
    return descriptor
  }

  private static func withAddress(_ path: String, _ use: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { use($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
    }
  }

  /// How long the next message may take to come.
  func limitWait(to duration: Duration) {
    var time = timeval(
      tv_sec: Int(duration.components.seconds), tv_usec: Int(duration.components.attoseconds / 1_000_000_000_000))
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
  }

  /// Ends the connection for both sides; a thread that waits for a message gets `disconnected`.
  func shut() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// What poll(2) waits on.
  var pollable: pollfd { pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0) }

  /// Closes this process's end without a word, where another process goes on with it.
  func leave() {
    if !isLeft.exchange(true, ordering: .relaxed) { close(descriptor) }
  }

  func send(_ message: some Encodable, bytes: [UInt8] = []) throws {
    let json = try JSONEncoder().encode(message)
    var frame: [UInt8] = []
    frame.reserveCapacity(8 + json.count)
    for count in [json.count, bytes.count] {
      withUnsafeBytes(of: UInt32(clamping: count)) { frame.append(contentsOf: $0) }
    }
    frame.append(contentsOf: json)
    try write(frame)
    if !bytes.isEmpty { try write(bytes) }
  }

  func receive<Message: Decodable>(_ type: Message.Type) throws -> (message: Message, bytes: [UInt8]) {
    let lengths = try read(8).withUnsafeBytes { [$0.loadUnaligned(as: UInt32.self), $0.loadUnaligned(fromByteOffset: 4, as: UInt32.self)] }
    guard lengths[0] <= Connection.jsonLimit, lengths[1] <= Connection.bytesLimit else { throw Failure.malformed }
    let json = try read(Int(lengths[0]))
    let bytes = try read(Int(lengths[1]))
    do {
      return (try JSONDecoder().decode(type, from: Data(json)), bytes)
    } catch {
      throw Failure.malformed
    }
  }

  private func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.send(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count, Int32(MSG_NOSIGNAL))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw Failure.disconnected }
        rest = rest.dropFirst(count)
      }
    }
  }

  private func read(_ count: Int) throws -> [UInt8] {
    var failure: Failure?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          failure = got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) ? .timedOut : .disconnected
          return
        }
        filled += got
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
