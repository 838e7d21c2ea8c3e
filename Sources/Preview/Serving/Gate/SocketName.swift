import Glibc

/// Addresses of sockets, between C's forms and ours.
enum SocketName {
  /// Connects without waiting to a socket in the file system; the failure is the system's number.
  static func connect(toPath path: String) -> Result<Int32, SystemFailure> {
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(AF_UNIX, type, 0)
    guard descriptor >= 0 else { return .failure(SystemFailure(code: errno)) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) {
      $0.copyBytes(from: Array(path.utf8.prefix($0.count - 1)))
    }
    let result = withBytes(of: &address) { Glibc.connect(descriptor, $0, $1) }
    guard result == 0 else {
      let failure = SystemFailure(code: errno)
      close(descriptor)
      return .failure(failure)
    }
    return .success(descriptor)
  }

  struct SystemFailure: Error {
    var code: Int32
  }

  /// The numeric address of this machine by which a client came.
  static func ownAddress(of descriptor: Int32) -> String? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let isNamed = withUnsafeMutableBytes(of: &storage) { bytes -> Bool in
      guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return false }
      return getsockname(descriptor, address, &length) == 0
        && getnameinfo(address, length, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0
    }
    guard isNamed else { return nil }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The port a socket listens on.
  static func port(of descriptor: Int32) -> Int {
    var storage = sockaddr_in6()
    var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
    // The port stands at the same place in both families.
    _ = withUnsafeMutableBytes(of: &storage) { bytes in
      bytes.baseAddress.map { getsockname(descriptor, $0.assumingMemoryBound(to: sockaddr.self), &length) }
    }
    return Int(UInt16(bigEndian: storage.sin6_port))
  }

  static func withBytes<Address>(
    of address: inout Address, _ body: (UnsafePointer<sockaddr>?, socklen_t) -> Int32
  ) -> Int32 {
    withUnsafeBytes(of: &address) { bytes in
      body(bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
    }
  }
}
