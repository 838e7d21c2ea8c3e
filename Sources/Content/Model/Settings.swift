import HTML
import Markup

/// A platform's settings: `content/site.yml`.
public struct Settings: Sendable {
  public var name: String
  public var tagline: String?
  public var description: String?
  /// Absolute address of the published site, with a trailing slash: `https://exemple.org/projet/`.
  public var baseURL: String
  /// BCP 47: `fr`.
  public var languageCode: String
  /// IANA name. Times without an offset are civil times of this zone; they are shown as written.
  public var timeZone: String
  public var publisher: Publisher?
  public var contact: Contact
  public var navigation: [MenuEntry]
  public var footer: [MenuEntry]
  public var colours: Colours
  public var logo: Logo?
  /// The licence of items that state none; `nil` when the platform states none. Never assumed.
  public var licence: String?
  /// How many items a list page holds.
  public var pageSize: Int
  /// Whether items dated after the build's day are published.
  public var publishesFuture: Bool
  /// The output folder, relative to the platform's folder, unless the command names one.
  public var output: String?

  /// How much the site may weigh.
  public var budgets: Budgets
  /// What an audit found; `nil` when none was made.
  public var accessibility: AccessibilityAudit?
  /// Where readers say what they think of the platform.
  public var survey: URLReference?
  /// Where readers ask for the platform's news.
  public var newsletter: URLReference?

  /// The addresses of other sites that a check needn't visit.
  public var externalExceptions: [ExternalException]

  /// The raw HTML that pages may hold.
  public var allowedHTML: HTMLAllowList

  /// The rules that dates, numbers and order follow.
  public var language: Language { Language(code: languageCode) }

  /// The path of `baseURL`, with a slash at both ends: `/projet/`.
  public var basePath: String {
    guard let start = baseURL.utf8.firstIndex(of: UInt8(ascii: ":")) else { return "/" }
    let afterScheme = baseURL.utf8[start...].dropFirst(3)
    guard let slash = afterScheme.firstIndex(of: UInt8(ascii: "/")) else { return "/" }
    return String(baseURL[slash...])
  }

  public struct Publisher: Sendable {
    public var name: String
    public var url: URLReference?
  }

  public struct Contact: Sendable {
    public var name: String?
    public var address: String?
    public var phone: String?
    public var email: String?
    public var url: URLReference?

    public var isEmpty: Bool { address == nil && phone == nil && email == nil && url == nil }
  }

  public struct MenuEntry: Sendable {
    public var label: String
    public var link: URLReference
    var location: SourceLocation
  }

  /// The platform's own colours: accents on a light and on a dark ground.
  public struct Colours: Sendable {
    public var accent: Colour?
    public var accentDark: Colour?
  }
}

/// An sRGB colour that was written `#rrggbb`.
public struct Colour: Sendable, Hashable {
  /// `#` and six lower-case hexadecimal digits, safe in any style sheet.
  public let hex: String

  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[0] == UInt8(ascii: "#") else { return nil }
    for byte in bytes.dropFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"):
        continue
      default: return nil
      }
    }
    hex = text.lowercased()
  }

  /// - Parameter hex: `#` and six lower-case digits.
  init(hex: String) {
    self.hex = hex
  }
}
