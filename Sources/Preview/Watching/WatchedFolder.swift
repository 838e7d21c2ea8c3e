/// A folder that the system tells of.
final class WatchedFolder {
  let path: String
  /// The system's number for it.
  let watch: Int32
  private(set) weak var parent: WatchedFolder?
  /// By name.
  private(set) var inner: [String: WatchedFolder] = [:]
  private let name: String

  init(path: String, watch: Int32) {
    self.path = path
    self.watch = watch
    name = path
  }

  init(_ name: String, in parent: WatchedFolder, watch: Int32) {
    self.name = name
    self.watch = watch
    self.parent = parent
    path = "\(parent.path)/\(name)"
    parent.inner[name] = self
  }

  func leaveParent() {
    if parent?.inner[name] === self { parent?.inner[name] = nil }
    parent = nil
  }
}
