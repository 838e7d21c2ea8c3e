/// Where changes in folders are learnt from.
protocol ChangeSource {
  /// Becomes readable when there is something to look at; `nil` when time alone tells.
  var descriptor: Int32? { get }
  /// When to look at the latest.
  var nextLook: ContinuousClock.Instant { get }
  /// Adds what happened since the last time.
  ///
  /// - Throws: why this way of learning has come to its end.
  mutating func look(into batch: inout ChangeBatch) throws(PollingReason)
}
