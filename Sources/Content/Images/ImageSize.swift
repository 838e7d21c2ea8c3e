/// The width and height of an image in CSS pixels, as browsers lay it out.
public struct ImageSize: Sendable, Hashable {
  public let width: Int
  public let height: Int

  /// No screen shows a longer side.
  static let longestSide = 65_535
  /// Beyond, an image is a mistake or an attack on who decodes it.
  static let largestArea = 1 << 28

  /// `nil` for a size that no image of a page has.
  init?(width: Int, height: Int) {
    let sides = 1...ImageSize.longestSide
    guard sides.contains(width), sides.contains(height), width * height <= ImageSize.largestArea else {
      return nil
    }
    self.width = width
    self.height = height
  }

  /// Reads the size from the first bytes of a PNG, JPEG, GIF, WebP or SVG file, whatever its name says.
  ///
  /// No pixel is decoded, and no more memory is used than `bytes` has.
  ///
  /// - Returns: `nil` when these bytes are of no such image, when they don't tell its size, or when the size is
  ///   absurd.
  init?(reading bytes: [UInt8]) {
    let size = bytes.withUnsafeBytes { buffer in
      RasterHeader.size(in: buffer) ?? JPEGHeader.size(in: buffer) ?? SVGHeader.size(in: buffer)
    }
    guard let size else { return nil }
    self = size
  }
}

/// Numbers of two to four bytes in a file.
extension UnsafeRawBufferPointer {
  /// The unsigned number at an offset; `nil` where the bytes end before.
  func number(at offset: Int, bytes: Int, isLittleEndian: Bool) -> Int? {
    guard offset >= 0, offset + bytes <= count else { return nil }
    return (0..<bytes).reduce(0) { value, index in
      value << 8 | Int(self[offset + (isLittleEndian ? bytes - 1 - index : index)])
    }
  }

  func holds(_ word: StaticString, at offset: Int) -> Bool {
    word.withUTF8Buffer { word in
      offset >= 0 && offset + word.count <= count && word.indices.allSatisfy { word[$0] == self[offset + $0] }
    }
  }
}
