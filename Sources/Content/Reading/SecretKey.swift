import Markup

/// Tells the keys whose values are likely secrets: these are never shown.
enum SecretKey {
  private static let words = [
    "password", "passwd", "passphrase", "mot-de-passe", "secret", "token", "jeton", "access-key", "api-key",
    "private-key", "credential",
  ]

  /// Whether a key, or a line of settings, names a secret.
  static func isNamed(in text: String) -> Bool {
    let folded = Slug.make(text)
    return words.contains { folded.contains($0) }
  }
}
