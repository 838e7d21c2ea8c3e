import Subprocess

/// Asks by curl, the one program with TLS that nearly every machine has.
///
/// The address is written into a configuration on standard input: no shell reads it, and no argument is made
/// of it.
struct CurlClient: LinkClient {
  /// In seconds, for a whole request.
  let timeout: Int

  /// The most bytes of a page that are taken: its status is enough.
  private static let sizeLimit = 262_144
  private static let outputLimit = 256 * 1024

  func ask(_ url: String, _ method: LinkMethod) async throws(LinkClientMissing) -> LinkResponse {
    // A user's own .curlrc stays out of it: `--disable` only counts as the first argument.
    var arguments = [
      "--disable", "--silent", "--show-error", "--globoff", "--proto", "=http,https", "--max-time",
      String(timeout),
      "--connect-timeout", String(timeout), "--max-filesize", String(Self.sizeLimit), "--user-agent",
      "Mozilla/5.0 (compatible; terreau-check)", "--output", "/dev/null",
      "--write-out", Self.report, "--config", "-",
    ]
    if method == .head { arguments.append("--head") }
    let result: ExecutionResult<Void, StringOutput<UTF8>, StringOutput<UTF8>>
    do {
      result = try await run(
        .name("curl"), arguments: Arguments(arguments), input: .string(Self.configuration(for: url)),
        output: .string(limit: Self.outputLimit), error: .string(limit: Self.outputLimit))
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw LinkClientMissing()
    } catch {
      return .failure("\(error)")
    }
    let parts = result.standardOutput.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    guard parts.count >= 4, let code = Int(parts[0]), let status = Int(parts[1]) else {
      return .failure("curl: \(result.terminationStatus)")
    }
    if status > 0 {
      return .answer(
        status: status, location: parts[2].isEmpty ? nil : parts[2], retryAfter: Int(parts[3]))
    }
    switch code {
    case 6: return .unknownHost
    case 28: return .timeout
    default:
      let words = result.standardError.split(separator: "\n").first.map(String.init)
      return .failure(words ?? "curl: \(code)")
    }
  }

  /// A line each: how curl ended, the status, where a redirect leads, and how long to wait.
  private static let report = "%{exitcode}\\n%{http_code}\\n%{redirect_url}\\n%header{retry-after}"

  /// curl's own way to quote: only backslashes and quotes are special.
  private static func configuration(for url: String) -> String {
    var quoted = ""
    for scalar in url.unicodeScalars {
      switch scalar {
      case "\\", "\"": quoted += "\\\(scalar)"
      case "\n", "\r", "\0": continue
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return "url = \"\(quoted)\"\n"
  }
}
