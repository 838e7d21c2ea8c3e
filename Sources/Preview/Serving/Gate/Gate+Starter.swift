import Foundation

extension Gate {
  /// Runs a gate on a thread of its own, since it spends its time waiting.
  struct Starter: Sendable {
    private let settings: Settings

    init(_ settings: Settings) {
      self.settings = settings
    }

    /// Returns when the gate was told to stop.
    func run() async throws(ServerError) {
      let result: Result<Void, ServerError> = await withCheckedContinuation { continuation in
        let thread = Thread { [settings] in
          do throws(ServerError) {
            try Gate(settings).run()
            continuation.resume(returning: .success(()))
          } catch {
            continuation.resume(returning: .failure(error))
          }
        }
        thread.name = "preview-gate"
        thread.start()
      }
      try result.get()
    }
  }
}
