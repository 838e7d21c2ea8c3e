import Glibc

/// Cuts blocks from pieces of memory; blocks that were freed are used again for others of their size.
struct BlockAllocator {
  private static let pieceSize = 256 * 1024
  /// Keeps every block aligned as malloc does, and holds its capacity.
  private static let headerSize = 16
  /// Blocks of more have a piece of their own.
  private static let largestCut = 32 * 1024
  /// Capacities go by 16 bytes up to this, then by powers of two.
  private static let smallest = 512

  /// What begins a piece.
  private struct Piece {
    var next: UnsafeMutablePointer<Piece>?
    var previous: UnsafeMutablePointer<Piece>?
  }

  /// The first is kept from page to page.
  private var first: UnsafeMutableRawPointer?
  private var cursor: UnsafeMutableRawPointer?
  private var left = 0
  /// The other pieces, and the large blocks.
  private var pieces: UnsafeMutablePointer<Piece>?
  /// By class, the block that was freed last; each begins with the address of the one freed before it.
  private let freed: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  private static let classes = smallest / 16 + 1 + 6

  init() {
    freed = .allocate(capacity: Self.classes)
    freed.initialize(repeating: nil, count: Self.classes)
  }

  static func capacity(of block: UnsafeMutableRawPointer) -> Int {
    (block - headerSize).load(as: Int.self)
  }

  /// Nil when no memory is left.
  mutating func block(ofSize size: Int) -> UnsafeMutableRawPointer? {
    let (index, capacity) = Self.sizeClass(size)
    guard capacity <= Self.largestCut else { return largeBlock(size) }
    if let block = freed[index] {
      freed[index] = block.load(as: UnsafeMutableRawPointer?.self)
      return block
    }
    let whole = capacity + Self.headerSize
    if left < whole { guard addPiece() else { return nil } }
    guard let start = cursor else { return nil }
    cursor = start + whole
    left -= whole
    start.storeBytes(of: capacity, as: Int.self)
    return start + Self.headerSize
  }

  mutating func free(_ block: UnsafeMutableRawPointer) {
    let capacity = Self.capacity(of: block)
    if capacity > Self.largestCut { return freeLarge(block) }
    let index = Self.sizeClass(capacity).index
    block.storeBytes(of: freed[index], as: UnsafeMutableRawPointer?.self)
    freed[index] = block
  }

  /// Takes every block back.
  mutating func reset() {
    while let piece = pieces {
      pieces = piece.pointee.next
      Glibc.free(piece)
    }
    cursor = first
    left = first == nil ? 0 : Self.pieceSize
    freed.update(repeating: nil, count: Self.classes)
  }

  /// Gives everything back to the system. No block may be asked for afterwards.
  mutating func deallocate() {
    reset()
    Glibc.free(first)
    first = nil
    left = 0
    freed.deallocate()
  }

  private static func sizeClass(_ size: Int) -> (index: Int, capacity: Int) {
    let size = max(size, 1)
    if size <= smallest { return ((size + 15) / 16, (size + 15) & ~15) }
    guard size <= largestCut else { return (0, size) }
    let bits = Int.bitWidth - (size - 1).leadingZeroBitCount
    return (smallest / 16 + bits - 9, 1 << bits)
  }

  private mutating func addPiece() -> Bool {
    guard first != nil else {
      first = malloc(Self.pieceSize)
      cursor = first
      left = first == nil ? 0 : Self.pieceSize
      return first != nil
    }
    guard let start = link(malloc(Self.pieceSize)) else { return false }
    cursor = start
    left = Self.pieceSize - MemoryLayout<Piece>.size
    return true
  }

  private mutating func largeBlock(_ size: Int) -> UnsafeMutableRawPointer? {
    guard let start = link(malloc(size + MemoryLayout<Piece>.size + Self.headerSize)) else { return nil }
    start.storeBytes(of: size, as: Int.self)
    return start + Self.headerSize
  }

  /// Puts a piece into the list; returns what follows its links.
  private mutating func link(_ memory: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let memory else { return nil }
    let piece = memory.bindMemory(to: Piece.self, capacity: 1)
    piece.initialize(to: Piece(next: pieces, previous: nil))
    pieces?.pointee.previous = piece
    pieces = piece
    return memory + MemoryLayout<Piece>.size
  }

  private mutating func freeLarge(_ block: UnsafeMutableRawPointer) {
    let memory = block - Self.headerSize - MemoryLayout<Piece>.size
    let piece = memory.assumingMemoryBound(to: Piece.self)
    piece.pointee.next?.pointee.previous = piece.pointee.previous
    if let previous = piece.pointee.previous {
      previous.pointee.next = piece.pointee.next
    } else {
      pieces = piece.pointee.next
    }
    Glibc.free(memory)
  }
}
