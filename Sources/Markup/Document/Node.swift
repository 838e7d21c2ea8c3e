import CCMark
import Glibc

/// One node of cmark's tree. It is borrowed: valid as long as the document that owns the tree.
struct Node: Equatable {
  typealias Kind = cmark_node_type

  let pointer: OpaquePointer

  init(pointer: OpaquePointer) {
    self.pointer = pointer
  }

  /// A node of its own, to be put into a tree; nil when memory is short.
  init?(_ kind: Kind) {
    guard let pointer = cmark_node_new(kind) else { return nil }
    self.pointer = pointer
  }

  var kind: Kind { cmark_node_get_type(pointer) }
  var firstChild: Node? { cmark_node_first_child(pointer).map(Node.init(pointer:)) }
  var next: Node? { cmark_node_next(pointer).map(Node.init(pointer:)) }
  var previous: Node? { cmark_node_previous(pointer).map(Node.init(pointer:)) }
  var parent: Node? { cmark_node_parent(pointer).map(Node.init(pointer:)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  /// 1-based; 0 when cmark doesn't know.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  /// 1-based, counted in bytes, and for inline nodes not always right: see `InlineLocator`.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  // The bytes below are cmark's own: valid until the node changes.
  var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
  var destination: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_url(pointer)) }
  var title: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_title(pointer)) }
  var fenceInfo: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_fence_info(pointer)) }

  func setLiteral(_ bytes: [UInt8]) { Self.withCString(bytes) { _ = cmark_node_set_literal(pointer, $0) } }
  func setDestination(_ bytes: [UInt8]) { Self.withCString(bytes) { _ = cmark_node_set_url(pointer, $0) } }
  func setTitle(_ bytes: [UInt8]) { Self.withCString(bytes) { _ = cmark_node_set_title(pointer, $0) } }
  func setFenceInfo(_ bytes: [UInt8]) {
    Self.withCString(bytes) { _ = cmark_node_set_fence_info(pointer, $0) }
  }
  func setOnEnter(_ bytes: [UInt8]) { Self.withCString(bytes) { _ = cmark_node_set_on_enter(pointer, $0) } }
  func setOnExit(_ bytes: [UInt8]) { Self.withCString(bytes) { _ = cmark_node_set_on_exit(pointer, $0) } }

  func append(_ child: Node) { _ = cmark_node_append_child(pointer, child.pointer) }

  func unlink() { cmark_node_unlink(pointer) }

  /// Puts this node, wherever it was, right after `sibling`.
  func insert(after sibling: Node) { _ = cmark_node_insert_after(sibling.pointer, pointer) }

  /// Puts this node, wherever it was, right before `sibling`.
  func insert(before sibling: Node) { _ = cmark_node_insert_before(sibling.pointer, pointer) }

  /// Moves every child of `node`, in order, to the end of this one's.
  func takeChildren(of node: Node) {
    while let child = node.firstChild {
      // A refused move would leave the child in place, and the loop without an end.
      guard cmark_node_append_child(pointer, child.pointer) == 1 else { return }
    }
  }

  /// Puts `replacement` where this node stands, and frees this one.
  func replace(by replacement: Node) {
    guard cmark_node_replace(pointer, replacement.pointer) == 1 else {
      replacement.free()
      return
    }
    free()
  }

  /// Takes the node out of its tree and frees it, children included.
  func remove() {
    cmark_node_unlink(pointer)
    free()
  }

  func free() { cmark_node_free(pointer) }

  /// Visits this node and what it holds in document order, by cmark's iterator: no depth of a page can
  /// exhaust the stack. A leaf is only entered. The tree must not change meanwhile.
  func walk<Failure: Error>(
    _ visit: (_ node: Node, _ kind: Kind, _ isEntering: Bool) throws(Failure) -> Void
  ) throws(Failure) {
    guard let iterator = cmark_iter_new(pointer) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let current = cmark_iter_get_node(iterator) else { return }
      try visit(Node(pointer: current), cmark_node_get_type(current), event == CMARK_EVENT_ENTER)
    }
  }

  private static func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    let raw = UnsafeRawBufferPointer(start: string, count: strlen(string))
    return raw.assumingMemoryBound(to: UInt8.self)
  }

  private static func withCString(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Void) {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { string in
      guard let base = string.baseAddress else { return }
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(string).copyMemory(from: $0) }
      string[bytes.count] = 0
      body(base)
    }
  }
}
