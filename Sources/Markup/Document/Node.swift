import CCMark
import Glibc

/// One node of cmark's tree. It is borrowed: valid as long as the document that owns the tree.
struct Node: Hashable {
  typealias Kind = cmark_node_type

  let pointer: OpaquePointer

  init(pointer: OpaquePointer) {
    self.pointer = pointer
  }

  /// A node of its own, to be put into a tree; nil when memory is short.
  init?(_ kind: Kind) {
    guard let memory = ParserMemory.functions?.pointer, let pointer = cmark_node_new_with_mem(kind, memory)
    else { return nil }
    self.pointer = pointer
  }

  var kind: Kind { cmark_node_get_type(pointer) }
  var firstChild: Node? { cmark_node_first_child(pointer).map(Node.init(pointer:)) }
  var lastChild: Node? { cmark_node_last_child(pointer).map(Node.init(pointer:)) }
  var previous: Node? { cmark_node_previous(pointer).map(Node.init(pointer:)) }
  var next: Node? { cmark_node_next(pointer).map(Node.init(pointer:)) }
  var parent: Node? { cmark_node_parent(pointer).map(Node.init(pointer:)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  /// A number that passes leave on a node for those after them; 0 where none did.
  var tag: Int {
    get { Int(bitPattern: cmark_node_get_user_data(pointer)) }
    nonmutating set { _ = cmark_node_set_user_data(pointer, UnsafeMutableRawPointer(bitPattern: newValue)) }
  }

  /// 1-based; 0 when neither cmark nor a pass knows.
  var startLine: Int {
    let line = Int(cmark_node_get_start_line(pointer))
    return line == 0 ? givenLine : line
  }
  /// The line that a pass has given to a node of its making; 0 when none has.
  var givenLine: Int { kind == CMARK_NODE_CUSTOM_INLINE ? max(tag, 0) : 0 }
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
  /// Sets the text of a table's cell, `\|` become `|`.
  func setLiteral(cell: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: cell.count + 1) { text in
      var count = 0
      for index in cell {
        let isEscape =
          bytes[index] == Byte.backslash && index + 1 < cell.upperBound && bytes[index + 1] == UInt8(ascii: "|")
        if isEscape { continue }
        text[count] = bytes[index]
        count += 1
      }
      text[count] = 0
      text.withMemoryRebound(to: CChar.self) { _ = cmark_node_set_literal(pointer, $0.baseAddress) }
    }
  }
  func setTags(_ start: StaticString, _ end: StaticString) {
    start.withUTF8Buffer { tag in
      tag.withMemoryRebound(to: CChar.self) { _ = cmark_node_set_on_enter(pointer, $0.baseAddress) }
    }
    setOnExit(end)
  }
  func setOnExit(_ tag: StaticString) {
    tag.withUTF8Buffer { tag in
      tag.withMemoryRebound(to: CChar.self) { _ = cmark_node_set_on_exit(pointer, $0.baseAddress) }
    }
  }
  func setOnEnter(_ bytes: [UInt8]) { Self.withCString(bytes) { _ = cmark_node_set_on_enter(pointer, $0) } }
  func setOnExit(_ bytes: [UInt8]) { Self.withCString(bytes) { _ = cmark_node_set_on_exit(pointer, $0) } }

  var onEnter: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_on_enter(pointer)) }

  /// Tells the line that a custom inline stands for: the node is then a block of text to the survey.
  func setLine(_ line: Int) { tag = line }

  /// Puts this node, wherever it was, right before `sibling`.
  func insert(before sibling: Node) { _ = cmark_node_insert_before(sibling.pointer, pointer) }

  /// Puts this node, wherever it was, right after `sibling`.
  func insert(after sibling: Node) { _ = cmark_node_insert_after(sibling.pointer, pointer) }

  func unlink() { cmark_node_unlink(pointer) }
  func prepend(_ child: Node) { _ = cmark_node_prepend_child(pointer, child.pointer) }
  func append(_ child: Node) { _ = cmark_node_append_child(pointer, child.pointer) }

  /// Moves the children up to `last` of a quote or a list to another like it, before this one, and returns it.
  func cut(after last: Node) -> Node? {
    guard let copy = Node(kind) else { return nil }
    copy.insert(before: self)
    var moved: Int32 = 0
    while let child = firstChild {
      copy.append(child)
      moved += 1
      if child == last || copy.lastChild != child { break }
    }
    if kind == CMARK_NODE_LIST {
      let start = cmark_node_get_list_start(pointer)
      _ = cmark_node_set_list_type(copy.pointer, cmark_node_get_list_type(pointer))
      _ = cmark_node_set_list_delim(copy.pointer, cmark_node_get_list_delim(pointer))
      _ = cmark_node_set_list_tight(copy.pointer, cmark_node_get_list_tight(pointer))
      _ = cmark_node_set_list_start(copy.pointer, start)
      _ = cmark_node_set_list_start(pointer, start + moved)
    }
    return copy
  }

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

  /// Puts this node's children where it stands, and frees it.
  func unwrap() {
    while let child = firstChild {
      guard cmark_node_insert_before(pointer, child.pointer) == 1 else { return }
    }
    remove()
  }

  /// Takes the node out of its tree for good, children included.
  func remove() {
    cmark_node_unlink(pointer)
    free()
  }

  /// In a scope of memory that ends with the page, nodes needn't be taken apart.
  func free() {
    if ParserMemory.functions?.isScoped != true { cmark_node_free(pointer) }
  }

  /// The node as HTML by cmark's renderer.
  func html(_ options: Int32) -> [UInt8] {
    guard let functions = ParserMemory.functions?.pointer,
      let rendered = cmark_render_html(pointer, options)
    else { return [] }
    defer { functions.pointee.free(rendered) }
    // The only length cmark gives is that of a C string; it has replaced every NUL by U+FFFD.
    return [UInt8](UnsafeRawBufferPointer(start: rendered, count: strlen(rendered)))
  }

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
