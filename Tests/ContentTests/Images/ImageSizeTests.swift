import Testing

@testable import Content

@Suite("Sizes of images")
struct ImageSizeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let size: [Int]?

    init(_ words: String, _ bytes: [UInt8], _ size: [Int]?) {
      testDescription = words
      self.bytes = bytes
      self.size = size
    }
  }

  static func png(_ width: UInt32, _ height: UInt32) -> [UInt8] {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    return signature + [0, 0, 0, 13] + Array("IHDR".utf8) + big(width, 4) + big(height, 4) + [8, 6, 0, 0, 0]
  }

  /// A JPEG's segments before its scan: fill bytes, an Exif orientation when there is one, and the frame.
  static func jpeg(
    _ width: UInt32, _ height: UInt32, orientation: UInt8? = nil, frame: UInt8 = 0xC0, before: [UInt8] = []
  ) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF] + before
    if before.isEmpty { bytes.removeLast(2) }
    if let orientation {
      let exif: [UInt8] =
        Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
      bytes += [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif
    }
    return bytes + [0xFF, frame, 0, 11, 8] + big(height, 2) + big(width, 2) + [1, 1, 0x11, 0]
  }

  static func webP(_ chunk: String, _ data: [UInt8]) -> [UInt8] {
    Array("RIFF\u{4}\0\0\0WEBP\(chunk)".utf8) + [10, 0, 0, 0] + data
  }

  private static func big(_ number: UInt32, _ length: UInt32) -> [UInt8] {
    (0..<length).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func svg(_ words: String, _ text: String, _ size: [Int]?) -> Case {
    Case(words, Array(text.utf8), size)
  }

  static let good: [Case] = [
    Case("PNG", png(640, 480), [640, 480]),
    Case("GIF 87a", Array("GIF87a".utf8) + [0x10, 0x01, 0x20, 0x00], [272, 32]),
    Case("GIF 89a", Array("GIF89a".utf8) + [1, 0, 2, 0, 0], [1, 2]),
    Case("JPEG", jpeg(640, 480), [640, 480]),
    Case("JPEG, progressive", jpeg(640, 480, frame: 0xC2), [640, 480]),
    Case("JPEG, upright", jpeg(640, 480, orientation: 3), [640, 480]),
    Case("JPEG, on its side", jpeg(640, 480, orientation: 6), [480, 640]),
    Case("JPEG, a table before its frame", jpeg(9, 8, before: [0xC4, 0, 3, 0xC0]), [9, 8]),
    Case("WebP, lossy", webP("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 0x80, 0xC2, 0xE0, 0x01]), [640, 480]),
    Case("WebP, lossless", webP("VP8L", [0x2F, 0x7F, 0xC2, 0x77, 0x00]), [640, 480]),
    Case("WebP, extended", webP("VP8X", [0, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0]), [640, 480]),
    svg("SVG in pixels", "<svg width='12px' height=\"6\">", [12, 6]),
    svg("SVG by its view box", "\u{FEFF}<svg viewBox='0 0 10.4 , 20.6'/>", [10, 21]),
    svg("SVG in per cent", "<svg width=\"100%\" height=\"50%\" viewBox=\"0 0 40 30\">", [40, 30]),
    svg("SVG in millimetres", "<svg width='40mm' height='30mm' viewBox='0 0 4 3'>", [4, 3]),
    svg("SVG, one side", "<svg height='30' viewBox='0 0 4 3'>", [40, 30]),
    svg(
      "SVG behind everything that may stand before it",
      "<?xml version=\"1.0\"?>\n<!-- <svg width='1' height='1'> -->\r\n"
        + "<!DOCTYPE svg PUBLIC \"a>b\" [<!ENTITY w \"9\"> <!ENTITY x \"]>\">]>\n<s:svg a='>'\n width = '3' height='2'>",
      [3, 2]),
  ]

  static let bad: [Case] = [
    Case("nothing", [], nil),
    Case("a text", Array("été".utf8), nil),
    Case("PNG, cut", Array(png(640, 480).dropLast(10)), nil),
    Case("PNG, no header", Array(png(640, 480).prefix(12)) + Array("IDATabcdefgh".utf8), nil),
    Case("PNG, nothing wide", png(0, 480), nil),
    Case("PNG, a bomb", png(0x7FFF_FFFF, 0x7FFF_FFFF), nil),
    Case("PNG, 60 000 × 60 000", png(60_000, 60_000), nil),
    Case("GIF, cut", Array("GIF89a".utf8) + [1, 0, 2], nil),
    Case("JPEG, cut", Array(jpeg(640, 480).dropLast(8)), nil),
    Case("JPEG, nothing but its start", [0xFF, 0xD8, 0xFF], nil),
    Case("JPEG, fill bytes without an end", [0xFF, 0xD8] + [UInt8](repeating: 0xFF, count: 4096), nil),
    Case("JPEG, a segment shorter than itself", [0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0xFF, 0xC0], nil),
    Case("JPEG, a segment beyond the file", [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0], nil),
    Case("JPEG, a scan without a frame", [0xFF, 0xD8, 0xFF, 0xDA, 0, 2], nil),
    Case("WebP, another chunk", webP("ALPH", [0, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0]), nil),
    Case("WebP, cut", webP("VP8L", [0x2F, 0x7F]), nil),
    svg("HTML", "<html><svg width='1' height='1'>", nil),
    svg("SVG without a size", "<svg xmlns='http://www.w3.org/2000/svg'>", nil),
    svg("SVG, an entity as size", "<!DOCTYPE svg [<!ENTITY w '9'>]><svg width='&w;' height='&w;'>", nil),
    svg("SVG, absurd", "<svg width='1e300' height='1'>", nil),
    svg("SVG, no number", "<svg width='nan' height='infinity' viewBox='0 0 -1 nan'>", nil),
    svg("SVG, a comment without an end", "<!-- <svg width='1' height='1'>", nil),
    svg("SVG, a quote without an end", "<svg width='1' height='1", nil),
    svg("SVG, a type without an end", "<!DOCTYPE svg [", nil),
  ]

  @Test("The size is read from the header", arguments: good)
  func sizes(_ image: Case) {
    let size = ImageSize(reading: image.bytes)
    #expect(size.map { [$0.width, $0.height] } == image.size)
  }

  @Test("PL-25: a corrupt header or an absurd size tells none", arguments: bad)
  func unknown(_ image: Case) {
    #expect(ImageSize(reading: image.bytes) == nil)
  }

  @Test("PL-25: a header cut anywhere, or with any byte changed, is read without a trap", arguments: good)
  func broken(_ image: Case) {
    for length in 0..<image.bytes.count { _ = ImageSize(reading: Array(image.bytes.prefix(length))) }
    for index in image.bytes.indices {
      for value: UInt8 in [0, 0x22, 0x3E, 0x7F, 0xFF] {
        var bytes = image.bytes
        bytes[index] = value
        _ = ImageSize(reading: bytes)
      }
    }
  }

  @Test("PL-25: hostile megabytes are read in little time")
  func hostile() {
    let texts = [
      "<!--", "<!DOCTYPE svg [", "<svg a='", "<?", "<svg " + String(repeating: "a='' ", count: 100_000),
    ]
    for text in texts {
      let bytes = Array(text.utf8) + [UInt8](repeating: 0x2D, count: 1 << 20)
      #expect(processorTime { _ = ImageSize(reading: bytes) } < .seconds(2))
    }
  }
}
