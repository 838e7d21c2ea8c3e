import Dispatch
import Foundation

/// The connection to a process that makes a site's files, one at a time.
final class MakerConnection: Sendable {
  let process: Int32
  /// The process of the keeper whose site it is.
  let site: Int32
  private let connection: Connection
  private let queue = DispatchQueue(label: "maker")

  /// How long a page may take.
  private static let limit = Duration.seconds(20)

  init(_ greeting: WorkerGreeting, _ connection: Connection) {
    (process, site) = (greeting.process, greeting.site)
    self.connection = connection
    connection.limitWait(to: MakerConnection.limit)
  }

  /// A file of the site.
  func reply(to path: String) async throws -> (message: FileReply, bytes: [UInt8]) {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { [connection] in
        continuation.resume(
          with: Result {
            try connection.send(FileRequest(path: path))
            return try connection.receive(FileReply.self)
          })
      }
    }
  }

  /// Ends the process once it has answered what it was asked.
  func end() { queue.async { [connection] in connection.shut() } }
}
