/// Where a preview is served, and for whom.
public struct ServerOptions: Sendable, Hashable {
  /// An address or a name of this machine, such as `0.0.0.0`; `nil` for the loopback only, over IPv4 and
  /// IPv6.
  public var host: String?
  /// `nil` for 8080 or the first free one after it; 0 for any that is free.
  public var port: Int?
  /// Names by which the preview may be asked for, beside `localhost`, its subdomains and the loopback's
  /// addresses.
  public var allowedHosts: [String]

  public init(host: String? = nil, port: Int? = nil, allowedHosts: [String] = []) {
    self.host = host
    self.port = port
    self.allowedHosts = allowedHosts
  }
}

/// Why a preview can't be served.
public enum ServerError: Error, Sendable, Hashable {
  /// Something else listens on the port that was asked for.
  case portTaken(Int)
  /// None of these ports is free.
  case noFreePort(ClosedRange<Int>)
  /// Not a port: they go from 0 to 65535.
  case invalidPort(Int)
  /// Neither an address nor a name of a machine that is known.
  case unknownHost(String)
  /// The system refuses, for a reason in its own words: a port below 1024, an address of another machine…
  case cannotListen(host: String, port: Int, reason: String)
  /// The system refuses what a server needs beside a port, in its own words.
  case systemRefused(reason: String)
}

/// How much and how long a client may take of the server.
struct ServerLimits: Sendable {
  /// Of a request's line and fields, in bytes.
  var head = 16 << 10
  /// Fields of a request.
  var fields = 100
  /// Of the address asked for, in bytes.
  var target = 8 << 10
  /// From a head's first byte to its last.
  var headTime = Duration.seconds(10)
  /// Without a request.
  var idleTime = Duration.seconds(30)
  /// Without the client reading a byte of what it is sent.
  var stalledTime = Duration.seconds(10)
  /// Of making an answer, in seconds. FlyingFox's timers stay in memory for as long, even when an answer came
  /// at once: a longer time would make a busy preview grow.
  var makingTime = 20.0
  /// Without a byte of an answer.
  var answerTime = Duration.seconds(30)
  /// Of reading on after a refusal, so that the client gets to read it.
  var lingeringTime = Duration.seconds(2)
  /// At the same time.
  var connections = 2_000
  /// Between two signs of life on a live channel.
  var pingTime = Duration.seconds(20)
}
