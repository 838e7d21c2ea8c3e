/// The findings of a check, in French.
extension DiagnosticWording {
  func french(check finding: CheckFinding) -> Text {
    func seen(_ page: String, _ others: Int) -> String {
      switch others {
      case 0: "sur « \(short(page)) »"
      case 1: "sur « \(short(page)) » et une autre page"
      default: "sur « \(short(page)) » et \(others) autres pages"
      }
    }
    switch finding {
    case .pageLinkBroken(let address, let page, let others):
      return Text(
        "le lien « \(short(address)) » ne mène à aucune page, \(seen(page, others))",
        "Corrigez l’adresse là où elle est écrite : le texte, les réglages ou le gabarit.")
    case .pageAnchorBroken(let address, let page, let others):
      return Text(
        "le lien « \(short(address)) » mène à une ancre qui n’existe pas, \(seen(page, others))",
        "Liez un titre de la page visée, ou la page elle-même.")
    case .linkToRedirect(let address, let target, let page, let others):
      return Text(
        "le lien « \(short(address)) » passe par une ancienne adresse, \(seen(page, others))",
        "Écrivez directement « \(short(target)) ».")
    case .repeatedID(let id, let page, let others):
      return Text(
        "l’identifiant « \(short(id)) » est donné deux fois, \(seen(page, others))",
        "Un lien vers lui serait ambigu : donnez-en un autre à l’un des deux éléments.")
    case .mainHeadings(let count, let page, let others):
      return Text(
        count == 0
          ? "il n’y a pas de titre principal (h1), \(seen(page, others))"
          : "il y a \(count) titres principaux (h1), \(seen(page, others))",
        "Une page a un titre principal et un seul : c’est au gabarit de l’écrire.")
    case .headingSkipsLevel(let text, let from, let to, let page, let others):
      return Text(
        "le titre « \(short(text)) » passe du niveau \(from) au niveau \(to), \(seen(page, others))",
        "Un lecteur d’écran croira qu’il manque une partie : donnez-lui le niveau \(from + 1).")
    case .headingEmpty(let page, let others):
      return Text("un titre est vide, \(seen(page, others))", "Donnez-lui un texte, ou retirez-le.")
    case .imageWithoutText(let image, let page, let others):
      return Text(
        "l’image « \(short(image)) » n’a pas d’attribut « alt », \(seen(page, others))",
        "Dites ce qu’elle montre, ou écrivez alt=\"\" si elle n’apprend rien.")
    case .linkWithoutText(let address, let page, let others):
      return Text(
        "le lien vers « \(short(address)) » n’a pas de texte, \(seen(page, others))",
        "Écrivez où il mène : sans texte, un lecteur d’écran n’en dit rien.")
    case .pageUnreachable(let page):
      return Text(
        "aucune page ne mène à « \(short(page)) », sinon le plan du site",
        "Liez-la depuis une page que l’on visite, ou retirez-la.")

    case .imageTextVague(let text):
      return Text(
        "« \(short(text)) » ne dit pas ce que montre l’image",
        "Écrivez ce qu’on y apprend, comme à quelqu’un qui ne la voit pas.")
    case .linkTextVague(let text):
      return Text(
        "« \(short(text)) » ne dit pas où mène le lien",
        "Écrivez le titre de la page, ou ce qu’on y trouve : des lecteurs parcourent les liens hors de leur phrase."
      )
    case .linkTextIsAddress(let text):
      return Text(
        "ce lien a pour texte une adresse : « \(short(text)) »",
        "Écrivez [ce qu’on y trouve](\(short(text))) : une adresse lue à voix haute ne dit rien.")
    case .linkTextAmbiguous(let text, let line):
      return Text(
        "« \(short(text)) » mène ailleurs ici qu’à la ligne \(line)",
        "Donnez un texte différent à chacun de ces liens.")
    case .summaryMissing:
      return Text(
        "cette page n’a pas de résumé",
        "Ajoutez « summary: » à l’en-tête : les listes et les moteurs de recherche le montrent.")
    case .summaryShort(let count, let least):
      return Text(
        "ce résumé n’a que \(count) caractères",
        "Au-dessous de \(least), il n’apprend guère plus que le titre : dites ce que la page apporte.")
    case .summaryLong(let count, let most):
      return Text(
        "ce résumé a \(count) caractères",
        "Au-delà de \(most), les listes deviennent longues et les moteurs de recherche coupent : allez à l’essentiel."
      )
    case .titleInCapitals:
      return Text(
        "ce titre est tout en capitales",
        "Écrivez-le en minuscules : les capitales se lisent mal, et s’épellent à voix haute.")
    case .ordinalSpelling(let written, let suggestion), .abbreviationSpelling(let written, let suggestion):
      return Text("« \(short(written)) » s’abrège autrement", "Écrivez « \(suggestion) ».")
    case .accentMissing(let written, let suggestion):
      return Text(
        "« \(short(written)) » a perdu l’accent de sa capitale", "Écrivez « \(suggestion) ».")
    case .apostropheSpelling:
      return Text("cet accent isolé sert d’apostrophe", "Écrivez une apostrophe.")
    case .spaceRepeated: return Text("il y a plusieurs espaces de suite", "Gardez-en une.")
    case .wordRepeated(let word): return Text("le mot « \(short(word)) » est répété", "Gardez-le une fois.")
    case .quoteUnpaired:
      return Text(
        "ces guillemets droits restent tels quels : l’un d’eux n’a pas son pendant",
        "Fermez ou retirez celui qui est seul : le site mettra « … » partout dans ce paragraphe.")
    case .hyphenForDash:
      return Text("un trait d’union entre deux espaces tient lieu de tiret", "Écrivez un tiret : « – ».")

    case .nearDuplicate(let title, let file, let percent):
      return Text(
        "ce texte est à \(percent) % celui de « \(short(title)) » (\(file))",
        "Gardez-en un et redirigez l’autre par « aliases », ou dites ce qui les distingue.")
    case .termUnused(let label):
      return Text(
        "aucune fiche ne porte le terme « \(short(label)) »",
        "Donnez-le à une fiche, ou retirez-le du vocabulaire.")
    case .vocabularyUnused(let name):
      return Text(
        "aucun type ni aucune fiche n’emploie le vocabulaire « \(short(name)) »",
        "Déclarez un champ qui l’emploie, ou retirez le fichier.")
    case .fieldUnused(let label):
      return Text(
        "aucune fiche ne remplit le champ « \(short(label)) »",
        "Remplissez-le quelque part, ou retirez-le du type.")
    case .reviewDue(let since, let months):
      return Text(
        "la dernière relecture connue de cette page date de \(since)",
        "Son type demande une relecture tous les \(months) mois : relisez-la et datez « updated ».")
    case .reviewDateMissing:
      return Text(
        "rien ne dit quand cette page a été relue",
        "Son type demande des relectures : ajoutez « updated » à l’en-tête.")
    case .sourcesMissing:
      return Text(
        "cette page ne donne aucune source", "Son type en demande : ajoutez « sources: » à l’en-tête.")

    case .externalPageGone(let address, let status):
      return Text(
        "la page « \(short(address)) » n’existe plus (réponse \(status))",
        "Cherchez sa nouvelle adresse, liez une copie d’archive, ou retirez le lien.")
    case .externalPageMoved(let address, let target):
      return Text(
        "la page « \(short(address)) » a changé d’adresse pour de bon",
        "Écrivez la nouvelle : \(short(target, limit: 200)).")
    case .externalPageRefused(let address, let status):
      return Text(
        "« \(short(address)) » refuse de répondre à un programme (réponse \(status))",
        "Ouvrez-la dans un navigateur ; si elle va bien, déclarez-la dans « check: external_exceptions ».")
    case .externalSiteFailing(let address, let status):
      return Text(
        "« \(short(address)) » répond par une erreur (réponse \(status))",
        "Recommencez plus tard ; si cela dure, cherchez une autre adresse.")
    case .externalSiteUnknown(let address):
      return Text(
        "aucun site ne répond à ce nom : « \(short(address)) »",
        "Vérifiez le nom, et votre connexion ; si le site a disparu, liez une copie d’archive.")
    case .externalSiteSilent(let address, let seconds):
      return Text(
        "« \(short(address)) » n’a pas répondu en \(seconds) s", "Recommencez plus tard.")
    case .externalSiteUnreachable(let address, let reason):
      return Text(
        "« \(short(address)) » ne peut pas être atteinte : \(short(reason, limit: 120))",
        "Ouvrez-la dans un navigateur ; si elle va bien, déclarez-la dans « check: external_exceptions ».")
    case .externalExceptionUnused(let address):
      return Text(
        "aucune adresse du contenu ne commence par « \(short(address)) »", "Retirez cette exception.")
    case .externalProgramMissing:
      return Text(
        "le programme curl n’est pas installé",
        "Installez-le pour vérifier les liens vers d’autres sites, ou retirez --external.")

    case .pagesNotRendered(let errors):
      return Text(
        errors == 1
          ? "une erreur empêche de composer les pages : elles n’ont pas été vérifiées"
          : "\(errors) erreurs empêchent de composer les pages : elles n’ont pas été vérifiées",
        "Corrigez, puis recommencez : liens, titres, doublons et poids seront vus alors.")
    case .unknownCode(let code, let suggestion):
      return Text(
        "aucune remarque n’a le code « \(short(code)) »",
        suggestion.map { "Vouliez-vous dire « \($0) » ?" } ?? "Les codes sont dans docs/findings.md.")
    }
  }
}
