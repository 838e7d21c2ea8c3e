extension LinkResolver {
  /// A relative path read against the folder of a file; `nil` where it leaves `content/`.
  static func resolved(_ path: String, against file: String) -> String? {
    if !path.utf8.contains(UInt8(ascii: "/")), path != ".", path != ".." {
      let folder = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { file[...$0] } ?? ""
      return folder + path
    }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// A path below `content/`, written relative to the folder of a file.
  static func relative(_ path: String, from file: String) -> String {
    var base = file.split(separator: "/").dropLast()[...]
    var parts = path.split(separator: "/")[...]
    while let first = base.first, parts.count > 1, first == parts.first {
      base = base.dropFirst()
      parts = parts.dropFirst()
    }
    return (base.map { _ in ".." } + parts.map(String.init)).joined(separator: "/")
  }

  /// RFC 3986 percent-decoding; a sequence that gives no UTF-8 is left as it is.
  static func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let value = UInt8(String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}
