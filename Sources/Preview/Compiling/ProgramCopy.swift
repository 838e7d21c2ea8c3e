import Foundation
import Glibc

/// A copy of a program that goes when it isn't used any more: building again doesn't change it under a
/// process.
final class ProgramCopy: Sendable {
  let path: String
  private let folder: String

  /// `nil` when `program` can't be read or the temporary folder not be written.
  init?(of program: String) {
    var template = Array("\(FileManager.default.temporaryDirectory.path)/terreau-program-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { return nil }
    folder = String(cString: made)
    path = folder + "/" + (program as NSString).lastPathComponent
    do {
      try FileManager.default.copyItem(atPath: program, toPath: path)
    } catch {
      return nil
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
