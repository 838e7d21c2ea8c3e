import Glibc

/// The sockets a preview listens on.
struct Listening {
  /// The first 21 ports that are tried where none is asked for.
  static let defaultPorts = 8080...8100

  var descriptors: [Int32]
  var port: Int

  /// Listens where the options say.
  init(_ options: ServerOptions) throws(ServerError) {
    guard let port = options.port else {
      for port in Self.defaultPorts {
        do throws(ServerError) {
          try self.init(host: options.host, port: port)
          return
        } catch {
          guard case .portTaken = error else { throw error }
        }
      }
      throw .noFreePort(Self.defaultPorts)
    }
    guard (0...65535).contains(port) else { throw .invalidPort(port) }
    guard port == 0 else {
      try self.init(host: options.host, port: port)
      return
    }
    // A port that the system finds free for one address may be taken for the other.
    for _ in 0..<20 {
      do throws(ServerError) {
        try self.init(host: options.host, port: 0)
        return
      } catch {
        guard case .portTaken = error else { throw error }
      }
    }
    throw .portTaken(0)
  }

  private init(host: String?, port asked: Int) throws(ServerError) {
    var port = asked
    var descriptors: [Int32] = []
    do throws(ServerError) {
      for var address in try Self.addresses(of: host) {
        address.setPort(port)
        guard let descriptor = try Self.listen(on: address, host: host, port: port) else { continue }
        descriptors.append(descriptor)
        if port == 0 { port = SocketName.port(of: descriptor) }
      }
      guard !descriptors.isEmpty else {
        throw .cannotListen(host: host ?? "localhost", port: port, reason: systemReason(EADDRNOTAVAIL))
      }
    } catch {
      for descriptor in descriptors { close(descriptor) }
      throw error
    }
    (self.descriptors, self.port) = (descriptors, port)
  }

  /// - Returns: `nil` where the machine has no such loopback: many have no IPv6.
  private static func listen(on address: SocketAddressBytes, host: String?, port: Int) throws(ServerError)
    -> Int32?
  {
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.family, type, 0)
    var code: Int32 = descriptor < 0 ? errno : 0
    if code == 0 {
      var on: Int32 = 1
      let size = socklen_t(MemoryLayout<Int32>.size)
      setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, size)
      if address.family == AF_INET6 { setsockopt(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &on, size) }
      if address.withPointer({ bind(descriptor, $0, $1) }) != 0 || Glibc.listen(descriptor, SOMAXCONN) != 0 {
        code = errno
        close(descriptor)
      }
    }
    switch code {
    case 0: return descriptor
    case EADDRINUSE: throw .portTaken(port)
    case EADDRNOTAVAIL where host == nil, EAFNOSUPPORT where host == nil: return nil
    default: throw .cannotListen(host: host ?? "localhost", port: port, reason: systemReason(code))
    }
  }

  private static func addresses(of host: String?) throws(ServerError) -> [SocketAddressBytes] {
    guard let host, host != "localhost" else { return try addresses(of: "127.0.0.1") + addresses(of: "::1") }
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &list) == 0 else { throw .unknownHost(host) }
    defer { freeaddrinfo(list) }
    var addresses: [SocketAddressBytes] = []
    var entry = list
    while let current = entry?.pointee {
      if let address = SocketAddressBytes(current), !addresses.contains(address) { addresses.append(address) }
      entry = current.ai_next
    }
    guard !addresses.isEmpty else { throw .unknownHost(host) }
    return addresses
  }
}

/// A socket's address, as the system writes it.
private struct SocketAddressBytes: Equatable {
  private var bytes: [UInt8]
  let family: Int32

  init?(_ information: addrinfo) {
    guard information.ai_family == AF_INET || information.ai_family == AF_INET6,
      let address = information.ai_addr
    else { return nil }
    family = information.ai_family
    bytes = Array(UnsafeRawBufferPointer(start: address, count: Int(information.ai_addrlen)))
  }

  /// In both families the port follows the family, the high byte first.
  mutating func setPort(_ port: Int) {
    bytes[2] = UInt8(port >> 8)
    bytes[3] = UInt8(port & 0xFF)
  }

  func withPointer(_ body: (UnsafePointer<sockaddr>?, socklen_t) -> Int32) -> Int32 {
    bytes.withUnsafeBytes {
      body($0.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count))
    }
  }
}
