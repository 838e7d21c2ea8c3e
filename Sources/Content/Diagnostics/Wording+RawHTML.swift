import Markup

/// Raw HTML that a page doesn't show as HTML, in both languages: what is wrong, and what to write instead.
extension DiagnosticWording {
  func french(rawHTML excerpt: String, _ problem: RawHTMLProblem) -> Text {
    let excerpt = short(excerpt, limit: 40)
    switch problem {
    case .element(let name, let isAddable):
      let allow =
        isAddable
        ? " Pour une plateforme de confiance, la clé « html » de site.yml peut autoriser « \(short(name)) »."
        : ""
      return Text("HTML affiché comme du texte : \(excerpt)", frenchAdvice(for: name) + allow)
    case .attribute(let attribute, let element):
      return Text(
        "attribut « \(short(attribute, limit: 30)) » retiré : \(excerpt)",
        frenchAdvice(forAttribute: attribute, of: element))
    case .unbalanced(let name):
      return Text(
        "balise HTML affichée comme du texte : \(excerpt)",
        "Il lui manque la balise qui l’ouvre ou la ferme au même endroit : <\(short(name))> … </\(short(name))>."
      )
    case .misplaced(let name):
      return Text(
        "balise HTML affichée comme du texte : \(excerpt)",
        frenchPlace(of: name) ?? "« \(short(name)) » ne peut pas se trouver ici.")
    case .unknown:
      return Text(
        "ce qui ressemble à du HTML est affiché comme du texte : \(excerpt)",
        "Si c’est voulu, écrivez-le entre accents graves : `…`.")
    }
  }

  private func frenchAdvice(for element: String) -> String {
    switch element {
    case "div", "section", "aside", "article", "main", "header", "footer", "nav":
      "Supprimez cette balise ; pour un encadré, écrivez « :::note » avant le texte et « ::: » après."
    case "img", "picture": "Écrivez ![description](image.jpg)."
    case "a": "Écrivez un lien Markdown : [texte](adresse)."
    case "iframe", "video", "audio", "embed", "object":
      "Mettez un lien vers la vidéo ou le son, et sa transcription entre « :::transcription » et « ::: »."
    case "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col":
      "Écrivez un tableau Markdown, avec des « | »."
    case "b", "strong": "Écrivez **texte**."
    case "i", "em": "Écrivez *texte*."
    case "s", "strike": "Écrivez ~~texte~~."
    case "code", "tt": "Écrivez `texte`."
    case "pre": "Mettez le texte entre deux lignes « ``` »."
    case "h1", "h2", "h3", "h4", "h5", "h6": "Écrivez le titre avec des « # »."
    case "center", "font", "big", "u", "style", "link":
      "La présentation vient du thème : supprimez cette balise."
    case "script", "noscript", "meta", "base", "template", "svg", "math", "form", "input", "button", "select",
      "textarea":
      "Aucune page ne peut en contenir : supprimez cette balise."
    default: "Si ce n’est pas une balise, écrivez « \\< » ; sinon, supprimez-la."
    }
  }

  private func frenchAdvice(forAttribute attribute: String, of element: String) -> String {
    switch attribute {
    case "style", "class", "align", "color", "bgcolor", "face", "size":
      return "La présentation vient du thème : supprimez cet attribut."
    case "src", "cite", "poster":
      return "Il ne peut contenir qu’une adresse complète, en « https:// »."
    case "id", "name": return "Pour un lien vers cet endroit, mettez un titre avant : il aura une ancre."
    default:
      guard HTMLAllowList.refusal(ofAttribute: attribute) == nil else { return "Supprimez cet attribut." }
      return "Sa valeur n’est pas admise, ou il ne l’est pas sur « \(short(element)) » : supprimez-le."
    }
  }

  private func frenchPlace(of element: String) -> String? {
    switch element {
    case "summary": "Mettez « summary » une seule fois, au début de « details »."
    case "dt", "dd": "Mettez « \(element) » directement dans « dl »."
    case "li": "Mettez « li » directement dans « ul » ou « ol »."
    case "figcaption": "Mettez « figcaption » directement dans « figure »."
    case "rt", "rp": "Mettez « \(element) » directement dans « ruby »."
    case "blockquote", "details", "dl", "figure", "hr", "ol", "p", "ul":
      "Mettez « \(element) » au début d’une ligne, après une ligne vide."
    default: nil
    }
  }

  func english(rawHTML excerpt: String, _ problem: RawHTMLProblem) -> Text {
    let excerpt = short(excerpt, limit: 40)
    switch problem {
    case .element(let name, let isAddable):
      let allow =
        isAddable ? " For a trusted platform, the key “html” of site.yml can allow “\(short(name))”." : ""
      return Text("HTML shown as text: \(excerpt)", englishAdvice(for: name) + allow)
    case .attribute(let attribute, let element):
      return Text(
        "attribute “\(short(attribute, limit: 30))” left out: \(excerpt)",
        englishAdvice(forAttribute: attribute, of: element))
    case .unbalanced(let name):
      return Text(
        "HTML tag shown as text: \(excerpt)",
        "The tag that opens or closes it is missing in the same place: <\(short(name))> … </\(short(name))>.")
    case .misplaced(let name):
      return Text("HTML tag shown as text: \(excerpt)", "“\(short(name))” can’t stand here.")
    case .unknown:
      return Text(
        "what looks like HTML is shown as text: \(excerpt)",
        "Where that is meant, write it between backticks: `…`.")
    }
  }

  private func englishAdvice(for element: String) -> String {
    switch element {
    case "div", "section", "aside", "article", "main", "header", "footer", "nav":
      "Remove this tag; for a callout, write “:::note” before the text and “:::” after it."
    case "img", "picture": "Write ![description](image.jpg)."
    case "a": "Write a Markdown link: [text](address)."
    case "iframe", "video", "audio", "embed", "object":
      "Link to the video or sound, with its transcript between “:::transcription” and “:::”."
    case "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col":
      "Write a Markdown table, with “|”."
    case "b", "strong": "Write **text**."
    case "i", "em": "Write *text*."
    case "s", "strike": "Write ~~text~~."
    case "code", "tt": "Write `text`."
    case "pre": "Put the text between two lines of “```”."
    case "h1", "h2", "h3", "h4", "h5", "h6": "Write the heading with “#”."
    case "center", "font", "big", "u", "style", "link": "The theme decides how pages look: remove this tag."
    case "script", "noscript", "meta", "base", "template", "svg", "math", "form", "input", "button", "select",
      "textarea":
      "No page can hold it: remove this tag."
    default: "Where it is no tag, write “\\<”; else remove it."
    }
  }

  private func englishAdvice(forAttribute attribute: String, of element: String) -> String {
    switch attribute {
    case "style", "class", "align", "color", "bgcolor", "face", "size":
      return "The theme decides how pages look: remove this attribute."
    case "src", "cite", "poster": return "It can only hold a whole address, with “https://”."
    case "id", "name": return "For a link to this place, put a heading before it: it has an anchor."
    default:
      guard HTMLAllowList.refusal(ofAttribute: attribute) == nil else { return "Remove this attribute." }
      return "Its value isn’t allowed, or it isn’t on “\(short(element))”: remove it."
    }
  }
}
