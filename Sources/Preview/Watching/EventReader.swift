import Glibc

/// What inotify(7) says of a watched folder, or of a name in it.
struct WatchEvent {
  let watch: Int32
  let mask: UInt32
  /// `nil` where the folder itself is meant.
  let name: String?

  func has(_ events: Int32) -> Bool { mask & UInt32(bitPattern: events) != 0 }
}

enum EventReader {
  /// The events that wait, as many as fit into one read; none when none wait.
  static func read(_ descriptor: Int32) -> [WatchEvent] {
    withUnsafeTemporaryAllocation(byteCount: 64 * 1024, alignment: 8) { buffer in
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      guard count > 0 else { return [] }
      var events: [WatchEvent] = []
      var rest = UnsafeRawBufferPointer(buffer)[..<count]
      let head = MemoryLayout<inotify_event>.size
      while rest.count >= head {
        let event = UnsafeRawBufferPointer(rebasing: rest).loadUnaligned(as: inotify_event.self)
        let name = rest.dropFirst(head).prefix(Int(event.len)).prefix { $0 != 0 }
        events.append(
          WatchEvent(
            watch: event.wd, mask: event.mask,
            name: event.len == 0 ? nil : String(decoding: name, as: UTF8.self)))
        rest = rest.dropFirst(head + Int(event.len))
      }
      return events
    }
  }
}
