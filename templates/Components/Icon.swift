import HTML

/// A drawing of the interface: lines of 1.75 units on a grid of 24, in the colour of the text beside them.
///
/// Icons only accompany words, so none has a name of its own and readers of the screen never hear of them.
enum Icon: CaseIterable {
  case search, calendar, arrow, download, external, printer, link, clock, place, people, document, check, close

  /// The icon as it stands in a line of text, 1.25 times as high as it.
  var html: HTML {
    """
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" \
    stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">\
    <path d="\(path)"/></svg>
    """
  }

  private var path: String {
    switch self {
    case .search: "M16 16l5 5M18 10.5a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0z"
    case .calendar: "M4 5.5h16v15H4zM4 10h16M8 3v4M16 3v4"
    case .arrow: "M4 12h16M14 6l6 6-6 6"
    case .download: "M12 3v12M7 10.5l5 5 5-5M4 20.5h16"
    case .external: "M13 4h7v7M20 4l-9 9M17 14.5V20H4V7h5.5"
    case .printer: "M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z"
    case .link: "M9.5 14.5l5-5M11 7l3-3a4.2 4.2 0 0 1 6 6l-3 3M13 17l-3 3a4.2 4.2 0 0 1-6-6l3-3"
    case .clock: "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l3.5 2"
    case .place:
      "M12 21.5s7-6.3 7-12a7 7 0 0 0-14 0c0 5.7 7 12 7 12zM14.5 9.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z"
    case .people:
      """
      M12.5 7.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM2.5 20c0-4 2.8-6 6.5-6s6.5 2 6.5 6\
      M16 4.2a3.5 3.5 0 0 1 0 6.6M18 14.5c2.3.7 3.5 2.5 3.5 5.5
      """
    case .document: "M6 3h8l5 5v13H6zM14 3v5h5M9.5 13h6M9.5 17h6"
    case .check: "M4.5 12.5l5 5 10-11"
    case .close: "M6 6l12 12M18 6L6 18"
    }
  }
}
