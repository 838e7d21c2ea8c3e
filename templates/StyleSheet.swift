import Content

/// What the platform's own colours change in the theme's files.
enum StyleSheet {
  /// The accent of the style sheet and of the icon, for platforms without their own.
  static let accent = "#0b6150"

  /// The accents as custom properties, to stand before the style sheet; empty without colours.
  ///
  /// An accent for light grounds alone is lightened for dark ones.
  static func customProperties(for colours: Settings.Colours) -> String {
    let light = colours.accent.map { "--accent-light:\($0.hex);" } ?? ""
    let dark =
      colours.accentDark.map { "--accent-dark:\($0.hex);" }
      ?? colours.accent.map { "--accent-dark:color-mix(in oklab,\($0.hex),#fff 65%);" } ?? ""
    return light.isEmpty && dark.isEmpty ? "" : ":root{\(light)\(dark)}\n"
  }

  /// The icon, in the platform's accent. Its colours stand in attributes: no policy forbids those.
  static func icon(_ icon: [UInt8], for colours: Settings.Colours) -> [UInt8] {
    guard let accent = colours.accent else { return icon }
    return icon.replacing(Array(StyleSheet.accent.utf8), with: Array(accent.hex.utf8))
  }
}
