/// The segments of a JPEG file (ITU-T T.81 annex B) up to the one that opens its frame.
enum JPEGHeader {
  static func size(in bytes: UnsafeRawBufferPointer) -> ImageSize? {
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
    var isTurned = false
    var offset = 2
    while true {
      guard bytes.number(at: offset, bytes: 1, isLittleEndian: false) == 0xFF else { return nil }
      // Any number of fill bytes may stand before a marker.
      while offset < bytes.count, bytes[offset] == 0xFF { offset += 1 }
      guard offset < bytes.count else { return nil }
      let marker = bytes[offset]
      offset += 1
      switch marker {
      case 0x01, 0xD0...0xD7: continue
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard let height = bytes.number(at: offset + 3, bytes: 2, isLittleEndian: false),
          let width = bytes.number(at: offset + 5, bytes: 2, isLittleEndian: false)
        else { return nil }
        return isTurned ? ImageSize(width: height, height: width) : ImageSize(width: width, height: height)
      // No frame has been opened when the scan begins, or the image ends.
      case 0x00, 0xD8...0xDA: return nil
      default: break
      }
      guard let length = bytes.number(at: offset, bytes: 2, isLittleEndian: false), length >= 2 else {
        return nil
      }
      if marker == 0xE1, bytes.holds("Exif\0\0", at: offset + 2), offset + length <= bytes.count {
        let exif = UnsafeRawBufferPointer(rebasing: bytes[(offset + 8)..<max(offset + 8, offset + length)])
        isTurned = orientation(in: exif).map { 5...8 ~= $0 } ?? isTurned
      }
      offset += length
    }
  }

  /// The orientation in a TIFF header's first directory (Exif 2.32 § 4.6.4): 5 to 8 lie on their side.
  private static func orientation(in exif: UnsafeRawBufferPointer) -> Int? {
    let isLittleEndian = exif.holds("II*\0", at: 0)
    guard isLittleEndian || exif.holds("MM\0*", at: 0),
      let directory = exif.number(at: 4, bytes: 4, isLittleEndian: isLittleEndian),
      let count = exif.number(at: directory, bytes: 2, isLittleEndian: isLittleEndian)
    else { return nil }
    for entry in 0..<count {
      let place = directory + 2 + entry * 12
      guard let tag = exif.number(at: place, bytes: 2, isLittleEndian: isLittleEndian) else { return nil }
      if tag == 0x0112 { return exif.number(at: place + 8, bytes: 2, isLittleEndian: isLittleEndian) }
    }
    return nil
  }
}
