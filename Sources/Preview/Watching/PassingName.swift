/// Names of files that no platform consists of: hidden ones, editors' back-up copies and locks.
enum PassingName {
  /// Whether a file or folder of that name is left unwatched; the reader of `content/` leaves hidden ones
  /// alone too.
  static func matches(_ name: String, isFolder: Bool) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last else { return true }
      if first == UInt8(ascii: ".") { return true }
      if isFolder { return false }
      // Emacs, Vim and most others.
      if last == UInt8(ascii: "~") { return true }
      if first == UInt8(ascii: "#"), last == UInt8(ascii: "#") { return true }
      if bytes.count > 4, bytes.suffix(4).elementsEqual(".swp".utf8) { return true }
      // JetBrains' editors, `a.md___jb_tmp___`.
      if bytes.count > 9, bytes.suffix(3).elementsEqual("___".utf8),
        endings.contains(where: { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) })
      {
        return true
      }
      // Vim tries with it whether it may write into the folder.
      return bytes.elementsEqual("4913".utf8)
    }
  }

  private static let endings = ["___jb_tmp___", "___jb_old___", "___jb_bak___"]
}
