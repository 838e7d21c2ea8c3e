import CCMark
import Glibc

/// The memory of cmark's trees while a page is rendered: cut from large pieces, given back as a whole.
///
/// Most of what cmark and the passes do for a page is to take and give back small blocks. Here a block costs a
/// few instructions, and a tree none to free. cmark's functions for memory have no argument of their own, so
/// that each thread has its memory; a page is rendered on one thread from its beginning to its end.
struct ParserMemory {
  /// Runs `body`, in which every tree and node is made in the thread's memory. None may outlive it.
  static func scope<Result: ~Copyable>(
    _ body: () throws(MarkdownError) -> Result
  ) throws(MarkdownError) -> Result {
    guard isReady, let memory = current ?? make() else { return try body() }
    memory.pointee.scopes += 1
    defer {
      memory.pointee.scopes -= 1
      if memory.pointee.scopes == 0 { memory.pointee.reset() }
    }
    return try body()
  }

  /// The functions that a new tree is to take its memory from; `isScoped` when it needn't be freed.
  static var functions: (pointer: UnsafeMutablePointer<cmark_mem>, isScoped: Bool)? {
    if let memory = current, memory.pointee.scopes > 0 { return (memory.pointee.functions, true) }
    return cmark_get_default_mem_allocator().map { ($0, false) }
  }

  // MARK: Threads

  private static let isReady: Bool = {
    // Without a key there is no memory of a thread's own, and cmark's is used.
    pthread_key_create(&key, { ParserMemory.remove($0) }) == 0
  }()

  /// Written once, by `isReady`, which every scope reads before it makes anything. It is no lazy constant:
  /// cmark asks for memory so often that looking whether it is there would cost more than the memory.
  @exclusivity(unchecked) private nonisolated(unsafe) static var key = pthread_key_t.max

  private static var current: UnsafeMutablePointer<ParserMemory>? {
    pthread_getspecific(key)?.assumingMemoryBound(to: ParserMemory.self)
  }

  private static func make() -> UnsafeMutablePointer<ParserMemory>? {
    let memory = UnsafeMutablePointer<ParserMemory>.allocate(capacity: 1)
    memory.initialize(to: ParserMemory())
    guard pthread_setspecific(key, memory) == 0 else {
      remove(memory)
      return nil
    }
    return memory
  }

  private static func remove(_ memory: UnsafeMutableRawPointer?) {
    guard let memory = memory?.assumingMemoryBound(to: ParserMemory.self) else { return }
    memory.pointee.reset()
    memory.pointee.blocks.deallocate()
    memory.pointee.functions.deallocate()
    memory.deinitialize(count: 1)
    memory.deallocate()
  }

  // MARK: Blocks

  private var scopes = 0
  private var blocks = BlockAllocator()
  private let functions: UnsafeMutablePointer<cmark_mem>

  private init() {
    functions = .allocate(capacity: 1)
    functions.initialize(
      to: cmark_mem(
        calloc: { ParserMemory.zeroed($0, $1) }, realloc: { ParserMemory.resized($0, $1) },
        free: { ParserMemory.free($0) }))
  }

  private mutating func reset() { blocks.reset() }

  private static func zeroed(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
    let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: size)
    guard !isTooLarge, let memory = current, let block = memory.pointee.blocks.block(ofSize: bytes) else {
      return outOfMemory()
    }
    memset(block, 0, bytes)
    return block
  }

  private static func resized(_ block: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
    guard let memory = current else { return outOfMemory() }
    guard let block else { return memory.pointee.blocks.block(ofSize: size) ?? outOfMemory() }
    let capacity = BlockAllocator.capacity(of: block)
    if size <= capacity { return block }
    guard let larger = memory.pointee.blocks.block(ofSize: size) else { return outOfMemory() }
    memcpy(larger, block, capacity)
    memory.pointee.blocks.free(block)
    return larger
  }

  private static func free(_ block: UnsafeMutableRawPointer?) {
    if let block { current?.pointee.blocks.free(block) }
  }

  /// cmark goes on as if every block were there: its own functions end the program too.
  private static func outOfMemory() -> UnsafeMutableRawPointer? {
    let message = StaticString("terreau: no memory left for a page\n")
    _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
    abort()
  }
}
