/// The headers of PNG (ISO/IEC 15948), GIF 87a and 89a, and WebP (RFC 9649): sizes at fixed places.
enum RasterHeader {
  static func size(in bytes: UnsafeRawBufferPointer) -> ImageSize? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return png(bytes) }
    if bytes.holds("GIF87a", at: 0) || bytes.holds("GIF89a", at: 0) {
      return size(bytes, width: 6, height: 8, length: 2, isLittleEndian: true)
    }
    if bytes.holds("RIFF", at: 0), bytes.holds("WEBP", at: 8) { return webP(bytes) }
    return nil
  }

  private static func png(_ bytes: UnsafeRawBufferPointer) -> ImageSize? {
    guard bytes.number(at: 8, bytes: 4, isLittleEndian: false) == 13, bytes.holds("IHDR", at: 12) else {
      return nil
    }
    return size(bytes, width: 16, height: 20, length: 4, isLittleEndian: false)
  }

  private static func webP(_ bytes: UnsafeRawBufferPointer) -> ImageSize? {
    if bytes.holds("VP8X", at: 12) {
      return size(bytes, width: 24, height: 27, length: 3, isLittleEndian: true, added: 1)
    }
    if bytes.holds("VP8L", at: 12), bytes.number(at: 20, bytes: 1, isLittleEndian: true) == 0x2F,
      let packed = bytes.number(at: 21, bytes: 4, isLittleEndian: true)
    {
      return ImageSize(width: packed & 0x3FFF + 1, height: packed >> 14 & 0x3FFF + 1)
    }
    // A key frame's start code; the two bits above each side are a scale for the decoder.
    guard bytes.holds("VP8 ", at: 12),
      bytes.number(at: 23, bytes: 3, isLittleEndian: false) == 0x9D012A,
      let width = bytes.number(at: 26, bytes: 2, isLittleEndian: true),
      let height = bytes.number(at: 28, bytes: 2, isLittleEndian: true)
    else { return nil }
    return ImageSize(width: width & 0x3FFF, height: height & 0x3FFF)
  }

  private static func size(
    _ bytes: UnsafeRawBufferPointer, width: Int, height: Int, length: Int, isLittleEndian: Bool,
    added: Int = 0
  ) -> ImageSize? {
    guard let width = bytes.number(at: width, bytes: length, isLittleEndian: isLittleEndian),
      let height = bytes.number(at: height, bytes: length, isLittleEndian: isLittleEndian)
    else { return nil }
    return ImageSize(width: width + added, height: height + added)
  }
}
