import Dispatch
import Foundation

/// The connection to a worker, which does one thing at a time.
final class WorkerConnection: Sendable {
  let greeting: WorkerGreeting
  private let connection: Connection
  private let queue = DispatchQueue(label: "worker", qos: .userInitiated)

  init(_ greeting: WorkerGreeting, _ connection: Connection) {
    self.greeting = greeting
    self.connection = connection
  }

  /// Has an order carried out.
  ///
  /// - Throws: ``Connection/Failure``: `timedOut` once `limit` has passed, `disconnected` where the worker ended.
  func carryOut<Reply: Decodable & Sendable>(
    _ order: WorkerOrder, within limit: Duration, as type: Reply.Type
  ) async throws -> (message: Reply, bytes: [UInt8]) {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { [connection] in
        connection.limitWait(to: limit)
        continuation.resume(
          with: Result {
            try connection.send(order)
            return try connection.receive(type)
          })
      }
    }
  }

  /// Lets the worker go: it leaves by itself, and its keeper with it.
  func end() { connection.shut() }
}
