import Markup

/// Other programs' markup that stays text, in both languages: what to write instead.
extension DiagnosticWording {
  func french(foreign markup: ForeignMarkup) -> Text {
    switch markup {
    case .headingWithoutSpace:
      Text(
        "ce n’est pas un titre : il manque une espace ordinaire après « # »",
        "Écrivez « # Titre » (sans espace insécable) ou, si ce n’en est pas un, « \\# ».")
    case .alert(let name):
      Text(
        "« [!\(short(name))] » reste du texte : c’est un encadré de GitHub",
        "Écrivez « :::\(Self.callout(for: name)) » avant le texte et « ::: » après, sans les « > ».")
    case .admonition(let name):
      Text(
        "« \(short(name)) » n’ouvre pas d’encadré : « !!! » et « ??? » sont de MkDocs",
        "Écrivez « :::\(Self.callout(for: name)) » avant le texte et « ::: » après, sans retrait.")
    case .reversedLink:
      Text("ce lien est écrit à l’envers : il reste du texte", "Écrivez [texte](adresse).")
    case .wikiLink:
      Text("« [[…]] » n’est pas un lien : les crochets restent du texte", "Écrivez [texte](fichier.md).")
    case .tableOfContents:
      Text("cette marque reste du texte", "Supprimez-la : la page a déjà son sommaire, fait de ses titres.")
    case .attributes:
      Text(
        "ces accolades restent du texte, comme toutes celles de la page qui leur ressemblent",
        "Supprimez-les : un titre a déjà son ancre, et la présentation vient du thème.")
    }
  }

  func english(foreign markup: ForeignMarkup) -> Text {
    switch markup {
    case .headingWithoutSpace:
      Text(
        "this is no heading: a plain space is missing after “#”",
        "Write “# Title” (without a no-break space) or, where it is meant so, “\\#”.")
    case .alert(let name):
      Text(
        "“[!\(short(name))]” stays text: it is a callout of GitHub’s",
        "Write “:::\(Self.callout(for: name))” before the text and “:::” after it, without “>”.")
    case .admonition(let name):
      Text(
        "“\(short(name))” opens no callout: “!!!” and “???” are MkDocs’",
        "Write “:::\(Self.callout(for: name))” before the text and “:::” after it, without indentation.")
    case .reversedLink:
      Text("this link is written the wrong way round: it stays text", "Write [text](address).")
    case .wikiLink:
      Text("“[[…]]” is no link: its brackets stay text", "Write [text](file.md).")
    case .tableOfContents:
      Text("this mark stays text", "Remove it: the page has an outline already, made of its headings.")
    case .attributes:
      Text(
        "these braces stay text, as all of the page that are like them",
        "Remove them: a heading has an anchor already, and the theme decides how pages look.")
    }
  }

  /// The directive that does what another program's callout does.
  private static func callout(for name: String) -> String { callouts[name.lowercased()] ?? "note" }

  /// The names of other programs' callouts, and ours.
  static let callouts = [
    "tip": "note", "info": "note", "hint": "note", "abstract": "note", "summary": "note", "success": "note",
    "question": "note", "astuce": "note", "conseil": "note", "remarque": "note", "callout-note": "note",
    "callout-tip": "note", "important": "attention", "caution": "attention", "danger": "attention",
    "error": "attention", "failure": "attention", "bug": "attention", "warning": "attention",
    "callout-warning": "attention", "callout-important": "attention", "callout-caution": "attention",
    "example": "exemple", "details": "accordéon", "collapse": "accordéon",
  ]
}
