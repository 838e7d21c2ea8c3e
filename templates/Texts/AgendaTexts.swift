/// The sentences of what takes place, in one language.
struct AgendaTexts: Sendable {
  /// The heading of all dates, before the day of reading tells them apart.
  var byYear: String
  var upcoming: String
  /// Where something has begun and may not be over.
  var ongoing: String
  var past: String
  var noneUpcoming: String
  /// How many dates: `{n}` is the number.
  var oneDate: String
  var manyDates: String
  var none: String
  var undated: String

  // The block of a home page
  var title: String
  var nextDate: String
  var lastDate: String
  var all: String

  // Calendar files
  var calendar: String
  var addToCalendar: String
  /// The same, where several dates stand in one list.
  var addTitleToCalendar: @Sendable (_ title: String) -> String
  var subscribe: String
  var subscribeAdvice: String

  /// How many sources a statement has.
  var sources: @Sendable (_ number: String, _ count: Int) -> String

  /// How many dates there are, from a number as the language writes it.
  func dates(_ number: String, isOne: Bool) -> String {
    (isOne ? oneDate : manyDates).replacing("{n}", with: number)
  }

  static let french = AgendaTexts(
    byYear: "Par année", upcoming: "À venir", ongoing: "À venir ou en cours", past: "Passés",
    noneUpcoming: "Aucune date à venir n’est annoncée.",
    oneDate: "{n}\u{A0}date", manyDates: "{n}\u{A0}dates",
    none: "Aucune date n’est encore annoncée.", undated: "Date non précisée",
    title: "Agenda", nextDate: "Prochain rendez-vous", lastDate: "Dernier rendez-vous", all: "Tout l’agenda",
    calendar: "Agenda", addToCalendar: "Ajouter à mon agenda (.ics)",
    addTitleToCalendar: { "Ajouter à mon agenda (.ics)\u{A0}: \($0)" },
    subscribe: "S’abonner à toutes les dates (.ics)",
    subscribeAdvice: """
      Copiez l’adresse de ce lien dans votre logiciel d’agenda, à «\u{A0}S’abonner à un calendrier\u{A0}» ou \
      «\u{A0}Ajouter à partir de l’URL\u{A0}»\u{A0}: les nouvelles dates y viendront d’elles-mêmes.
      """,
    sources: { "\($0)\u{A0}\($1 < 2 ? "source" : "sources")" })

  static let english = AgendaTexts(
    byYear: "By year", upcoming: "Upcoming", ongoing: "Upcoming or under way", past: "Past",
    noneUpcoming: "No upcoming date is announced.",
    oneDate: "{n} date", manyDates: "{n} dates",
    none: "No date is announced yet.", undated: "Undated",
    title: "Agenda", nextDate: "Next date", lastDate: "Last date", all: "The whole agenda",
    calendar: "Calendar", addToCalendar: "Add to my calendar (.ics)",
    addTitleToCalendar: { "Add to my calendar (.ics): \($0)" },
    subscribe: "Subscribe to all dates (.ics)",
    subscribeAdvice: """
      Copy this link’s address into your calendar program, under “Subscribe to a calendar” or “Add from URL”: \
      new dates will come by themselves.
      """,
    sources: { "\($0) \($1 == 1 ? "source" : "sources")" })
}
