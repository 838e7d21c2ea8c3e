import Glibc

extension DiagnosticWording {
  func french(_ problem: Problem) -> Text {
    func didYouMean(_ suggestion: String?, _ known: [String] = []) -> String? {
      if let suggestion { return "Vouliez-vous dire « \(suggestion) » ?" }
      return known.isEmpty ? nil : "Connus : \(some(known))."
    }
    func kind(_ kind: Problem.ValueKind) -> String {
      switch kind {
      case .text: "un texte"
      case .list: "une liste"
      case .mapping: "un groupe de clés"
      case .number: "un nombre"
      case .boolean: "oui ou non"
      case .date: "une date"
      case .nothing: "rien"
      }
    }
    func noun(_ kind: Problem.NameKind) -> String {
      switch kind {
      case .contentType: "type de contenu"
      case .field: "champ"
      case .vocabulary: "vocabulaire"
      case .term: "terme"
      case .capability: "capacité"
      case .item: "identifiant"
      case .folder: "dossier"
      case .layout: "mise en page"
      }
    }
    func source(_ source: Problem.OutputSource) -> String {
      switch source {
      case .file(let location): place(location)
      case .generator(let name): "le générateur (\(name))"
      }
    }

    switch problem {
    case .check(let finding): return french(check: finding)
    case .textIsUTF16:
      return Text("ce fichier est en UTF-16", "Enregistrez-le en UTF-8.")
    case .textIsNotUTF8(let byte, let offset):
      return Text(
        "l’octet 0x\(hexadecimal(byte)) (position \(offset) du fichier) n’est pas de l’UTF-8",
        "Le fichier vient sans doute d’un logiciel qui écrit en Latin-1 ou Windows-1252 : enregistrez-le en UTF-8."
      )
    case .invisibleCharacter(let scalar):
      return Text("caractère invisible \(codePoint(scalar))", "Supprimez-le : il ne peut pas rester ici.")
    case .fileTooLarge(let bytes, let limit):
      return Text(
        "ce fichier fait \(bytes) octets, la limite est de \(limit)", "Coupez-le en plusieurs pages.")

    case .frontMatterUnclosed:
      return Text(
        "l’en-tête ouvert ici par « --- » n’est jamais refermé",
        "Ajoutez une ligne « --- » après la dernière clé.")
    case .frontMatterTooLarge(let bytes, let limit):
      return Text(
        "l’en-tête fait \(bytes) octets, la limite est de \(limit)",
        "Déplacez le texte long dans le corps de la page.")
    case .nestedTooDeep(let limit):
      return Text("trop de niveaux imbriqués ici", "La limite est de \(limit) niveaux.")
    case .tabIndentation:
      return Text("une tabulation sert de retrait", "En YAML, les retraits s’écrivent avec des espaces.")
    case .yamlColonInText:
      return Text(
        "ce deux-points suivi d’une espace ouvre une nouvelle clé au milieu d’un texte",
        "Mettez tout le texte entre guillemets droits : \"…\".")
    case .yamlIndicator(let indicator, let text):
      return Text(
        "un texte ne peut pas commencer par « \(indicator) » en YAML (ancres, alias et étiquettes ne sont pas admis)",
        text.isEmpty ? nil : "Mettez-le entre guillemets droits : \"\(short(text, limit: 40))\".")
    case .yamlSecondDocument:
      return Text(
        "un second document YAML commence ici", "Un fichier n’en contient qu’un : retirez la ligne « --- ».")
    case .yamlInvalid(let mistake): return french(mistake)
    case .duplicateKey(let key):
      return Text("la clé « \(short(key)) » est écrite deux fois", "Gardez-en une seule.")
    case .keyIsNotText:
      return Text("une clé doit être un simple texte")
    case .notAMapping:
      return Text("on attend ici des lignes « clé: valeur »")

    case .tooManyAnswers(let count, let limit):
      return Text(
        "ces questions feraient plus de \(count - 1) pages", "La limite est de \(limit) : posez moins de questions.")
    case .budgetExceeded, .conformityRate: return french(measured: problem)
    case .homeBlockEmpty(let known):
      return Text(
        "ce bloc de l’accueil ne dit pas ce qu’il montre", "Donnez-lui une de ces clés : \(known.joined(separator: ", ")).")
    case .chapterOfChapter(let title, let isItself):
      return Text(
        isItself
          ? "une page ne peut pas être un chapitre d’elle-même" : "« \(short(title)) » est déjà un chapitre",
        "Dans « of », nommez la page dont tous les chapitres sont les parties.")
    case .chapterNumberTaken(let number, let title, let first):
      return Text(
        "deux chapitres de « \(short(title)) » portent le numéro \(number) : \(place(first)) l’a déjà",
        "Donnez à chaque chapitre un numéro à lui.")
    case .unknownKey(let key, let suggestion, let known):
      return Text("clé inconnue « \(short(key)) »", didYouMean(suggestion, known.sorted()))
    case .secretInSettings(let key):
      return Text(
        "« \(short(key)) » ressemble à un secret",
        "Ne le gardez pas dans un fichier du projet : utilisez une variable d’environnement ou la configuration de rclone."
      )
    case .missingKey(let key):
      return Text("il manque « \(key) »", "Si les sources ne le disent pas, écrivez « non précisé ».")
    case .wrongKind(let key, let expected, let found):
      return Text("« \(key) » doit être \(kind(expected)), et c’est \(kind(found))")
    case .notANumber(let key, let value):
      return Text(
        "« \(short(value)) » n’est pas un nombre attendu pour « \(key) »",
        "Écrivez par exemple 12, -3 ou 12.5, sans espaces.")
    case .notABoolean(let key, let value):
      return Text("« \(short(value)) » n’est pas une réponse pour « \(key) »", "Écrivez true ou false.")
    case .notADate(let key, let value):
      return Text(
        "« \(short(value)) » n’est pas une date pour « \(key) »",
        "Formes admises : 2024-05-01, 2024-05-01 14:30, 2024-05, 2024-T2, 2024-S1, 2024, et les périodes 2024-05-01/2024-06-30 ou 2020/.."
      )
    case .dateDoesNotExist(let day, let month, let year):
      return Text("le \(day) \(frenchMonth(month)) \(year) n’existe pas")
    case .monthDoesNotExist(let month):
      return Text("il n’y a pas de mois \(month)", "L’ordre est année-mois-jour : 2024-05-01.")
    case .timeDoesNotExist(let text):
      return Text("« \(short(text)) » n’est pas une heure", "Écrivez par exemple 14:30.")
    case .rangeReversed(let text):
      return Text("la période « \(short(text)) » finit avant de commencer")
    case .unknownValue(let key, let value, let suggestion, let known):
      return Text("« \(short(value)) » n’est pas une valeur de « \(key) »", didYouMean(suggestion, known))
    case .duplicateValue(let key, let value, let first):
      return Text("« \(key) » doit être unique, et \(place(first)) vaut déjà « \(short(value)) »")
    case .notAnAddress(let key, let value):
      return Text(
        "« \(short(value)) » n’est pas une adresse admise pour « \(key) »",
        "Écrivez https://…, http://…, mailto:…, tel:… ou un chemin de ce site comme /contact/.")
    case .baseURLInvalid(let value, let suggestion):
      return Text(
        "l’adresse de base « \(short(value)) » n’est pas une adresse complète",
        "Écrivez par exemple \(short(suggestion)).")
    case .notAColour(let key, let value):
      return Text(
        "« \(short(value)) » n’est pas une couleur pour « \(key) »",
        "Écrivez-la en six chiffres hexadécimaux : \"#0b6150\".")
    case .lowContrast(let key, let value, let ratio, let suggestion):
      return Text(
        "un texte de la couleur « \(short(value)) » (« \(key) ») se lit mal : "
          + "son contraste avec le fond est de \(tenths(ratio, point: ",")), moins que 4,5",
        "La couleur la plus proche qui se lit bien est \"\(suggestion)\".")
    case .notAnImage(let key, let value):
      return Text(
        "« \(short(value)) » (« \(key) ») n’est pas une image dont la taille se lit",
        "Donnez un fichier SVG avec une viewBox, ou un fichier PNG, JPEG ou WebP.")
    case .slugInvalid(let key, let value, let suggestion):
      return Text(
        "« \(short(value)) » ne peut pas servir d’adresse (« \(key) »)",
        suggestion.isEmpty
          ? "Utilisez des minuscules sans accents, des chiffres et des traits d’union."
          : "Écrivez par exemple « \(short(suggestion)) ».")
    case .pathInvalid(let key, let value):
      return Text(
        "« \(short(value)) » n’est pas un chemin admis pour « \(key) »",
        "Un chemin commence par « / » s’il désigne une page, et ne contient ni « .. » ni « // ».")
    case .unknownTimeZone(let value, let suggestion):
      return Text(
        "« \(short(value)) » n’est pas un fuseau horaire",
        didYouMean(suggestion) ?? "Écrivez par exemple Europe/Paris.")
    case .unknownLanguage(let value):
      return Text("« \(short(value)) » n’est pas un code de langue", "Écrivez par exemple fr ou en.")
    case .htmlNeverAllowed(let name):
      return Text(
        "« \(short(name)) » ne peut être autorisé dans aucune page",
        "Il pourrait exécuter un programme ou changer la page autour de lui : retirez-le de « html ».")
    case .matrixShape(let rows, let columns):
      return Text(
        "la matrice annonce \(rows) lignes et \(columns) colonnes, et ses cases ne les remplissent pas")
    case .matrixSum(let name, let sum):
      return Text("les parts de « \(short(name)) » font \(sum) % et non 100 %")
    case .assessmentTotal(let sum, let items):
      return Text("les niveaux du bilan font \(sum) en tout, pour \(items) fiches suivies")

    case .settingsMissing(let folder):
      return Text(
        "pas de content/site.yml dans « \(folder) »",
        "Lancez la commande dans le dossier de la plateforme, ou indiquez-le par --source. Un site.yml de trois lignes suffit : name, base_url, language."
      )
    case .nameTaken(let kind, let name, let first):
      return Text(
        "« \(short(name)) » est déjà pris comme \(noun(kind)) (\(first.map(place) ?? "par Terreau"))")
    case .unknownName(let kind, let name, let suggestion, let known):
      let isFeminine = kind == .capability || kind == .layout
      return Text(
        "\(noun(kind)) inconnu\(isFeminine ? "e" : "") : « \(short(name)) »", didYouMean(suggestion, known))
    case .fileInNoType(let folders):
      return Text(
        "ce fichier n’est dans le dossier d’aucun type de contenu", "Dossiers connus : \(some(folders)).")
    case .titleMissing:
      return Text(
        "cette page n’a pas de titre", "Ajoutez « title: … » dans l’en-tête, ou un premier titre « # … ».")
    case .itemNotPublished(.draft, _):
      return Text("brouillon, non publié", "--drafts le montre.")
    case .itemNotPublished(.future, let date):
      return Text("page à venir, non publiée\(date.map { " avant le \($0)" } ?? "")", "--future la montre.")
    case .itemNotPublished(.expired, let date):
      return Text("page expirée\(date.map { " depuis le \($0)" } ?? ""), non publiée", "--future la montre.")
    case .unknownReference(let text, let suggestion):
      return Text("aucune fiche ne s’appelle « \(short(text)) »", didYouMean(suggestion))
    case .referenceToWrongType(let text, let type, let expected):
      return Text("« \(short(text)) » est de type « \(type) », et on attend ici : \(some(expected))")
    case .referenceToUnpublished(let text):
      return Text("la fiche « \(short(text)) » existe mais n’est pas publiée")

    case .markdownTooDeep(let limit):
      return Text("trop de listes ou de citations imbriquées ici", "La limite est de \(limit) niveaux.")
    case .markdownTooManyNestedLines:
      return Text(
        "trop de lignes dans des listes ou des citations imbriquées", "Coupez la page en plusieurs.")
    case .markdownTooManyImages(let limit):
      return Text("trop de « ![ » dans un même paragraphe", "La limite est de \(limit).")
    case .markdownTooManyBrackets:
      return Text(
        "trop de crochets jamais refermés dans un même paragraphe", "Vérifiez les liens et les images.")
    case .markdownTooMuchMarkup(let limit):
      return Text("cette page contient plus de \(limit) signes de mise en forme", "Coupez-la en plusieurs.")
    case .rawHTML(let excerpt, let problem):
      return french(rawHTML: excerpt, problem)
    case .linkLabelMissing(let label):
      return Text(
        "aucune adresse n’est donnée pour le lien « \(short(label, limit: 40)) » : ses crochets restent du texte",
        "Écrivez [texte](adresse), ou ajoutez une ligne « [\(short(label, limit: 40))]: adresse ».")
    case .foreignMarkup(let markup):
      return french(foreign: markup)
    case .furtherFindings(let count):
      return Text(
        count == 1 ? "ce fichier en a encore une" : "ce fichier en a encore \(count), à partir d’ici",
        "Corrigez d’abord celles qui précèdent : les suivantes seront dites ensuite.")
    case .fenceUnclosed:
      return Text(
        "ce bloc de code n’est jamais refermé : toute la suite en fait partie",
        "Ajoutez la même ligne à la fin du code.")
    case .addressRefused(let address):
      return Text(
        "adresse refusée : « \(short(address, limit: 40)) »",
        "Sont admis : https, http, mailto, tel et les chemins du site.")
    case .tableTooLarge(let limit):
      return Text(
        "ce tableau reste du texte : avec lui, la page aurait plus de \(limit) cellules",
        "Publiez-le en fichier CSV, ou coupez la page en plusieurs.")
    case .footnoteMissing(let label):
      return Text(
        "l’appel [^\(short(label, limit: 40))] n’a pas de note",
        "Ajoutez « [^\(short(label, limit: 40))]: … » ou, si ce n’est pas un appel, écrivez « \\[^ ».")
    case .footnoteUnused(let label):
      return Text(
        "la note [^\(short(label, limit: 40))] n’est appelée nulle part : elle n’est pas publiée",
        "Appelez-la dans le texte ou retirez-la.")
    case .footnoteDefinedTwice(let label):
      return Text(
        "la note [^\(short(label, limit: 40))] est écrite deux fois : seule la première est publiée",
        "Donnez un autre nom à celle-ci ou retirez-la.")
    case .alternativeTextMissing(let image):
      return Text(
        "l’image « \(short(image, limit: 40)) » n’a pas de texte de remplacement",
        "Dites entre les crochets ce qu’elle montre ; si elle n’apprend rien, écrivez ![](\(short(image, limit: 40))){décorative}."
      )
    case .externalImage(let image):
      return Text(
        "image d’un autre site : « \(short(image, limit: 40)) »",
        "Un lien la remplace, pour qu’aucun autre site ne sache qui lit la page. Copiez-la à côté du fichier Markdown si sa licence le permet."
      )
    case .trackingRemoved(let address):
      return Text(
        "des paramètres de suivi ont été retirés de cette adresse", "Écrivez-la ainsi : \(short(address, limit: 200)).")
    case .unknownDirective, .directiveUnknownAttribute, .directiveDuplicateAttribute,
      .directiveMissingAttribute, .directiveMissingLabel, .directiveUnexpectedLabel, .directiveMalformed,
      .directiveUnclosed, .directiveClosesNothing, .directiveWrongContent, .directiveWrongForm,
      .directiveTooDeep:
      return french(directive: problem)
    case .linkToNoItem, .linkToNoFile, .tableUnreadable, .unknownEntry, .fragmentMissing, .includeCycle,
      .includeTooDeep, .includeTooMuch, .codeMissing, .codeNotText, .codeUnreadable, .codeTooLarge,
      .codeTooMuch:
      return french(named: problem)
    case .tableIsNotUTF8, .tableSeparator, .tableRowLength, .tableQuoteUnclosed, .tableTextAfterQuote,
      .tableColumnUnnamed, .tableColumnTwice, .tableTooManyColumns, .tableTooManyRows, .tableNumber,
      .tableColumnUnknown:
      return french(table: problem)

    case .brokenLink(let destination, let suggestion):
      return Text(
        "ce lien ne mène nulle part : « \(short(destination, limit: 100)) »", didYouMean(suggestion))
    case .brokenAnchor(let anchor, let page, let suggestion):
      return Text(
        "« \(page) » n’a pas d’ancre « #\(short(anchor)) »", didYouMean(suggestion.map { "#" + $0 }))
    case .linkToUnpublished(let file):
      return Text("ce lien mène à une page qui n’est pas publiée : « \(short(file, limit: 100)) »")
    case .linkOutside(let destination):
      return Text("ce lien sort du dossier content : « \(short(destination, limit: 100)) »")

    case .symbolicLink(let target):
      return Text(
        "lien symbolique (vers « \(short(target, limit: 100)) »), jamais suivi", "Copiez le fichier lui-même."
      )
    case .nameIsNotUTF8(let name):
      return Text("le nom de ce fichier n’est pas de l’UTF-8 : \(name)", "Renommez-le.")
    case .nameReserved(let name):
      return Text(
        "« \(short(name)) » n’est pas un nom possible sous Windows ni chez certains hébergeurs",
        "Renommez-le.")
    case .notARegularFile:
      return Text("ni fichier ni dossier ordinaire", "Retirez-le de content.")
    case .nameTooLong(let name, let bytes, let limit):
      return Text(
        "le nom « \(short(name, limit: 30)) » fait \(bytes) octets, la limite est de \(limit)",
        "Donnez une clé « slug » plus courte.")
    case .pathTooLong(let bytes, let limit):
      return Text("ce chemin fait \(bytes) octets, la limite est de \(limit)")
    case .imageSizeUnknown:
      return Text(
        "la largeur et la hauteur de cette image n’ont pas pu être lues",
        "Vérifiez qu’elle s’ouvre, ou enregistrez-la de nouveau en PNG, JPEG, GIF, WebP ou SVG.")
    case .activeSVG:
      return Text(
        "cette image SVG contient un script",
        "Elle est copiée telle quelle : montrez-la par une image, et servez le site avec une politique de sécurité (CSP)."
      )
    case .sameNameSpelledTwice(let name, let other):
      return Text(
        "deux fichiers portent le même nom, écrit de deux façons : « \(name) » et « \(other) »",
        "Leurs accents sont codés différemment (NFC et NFD) : renommez l’un des deux.")
    case .sameAddress(let address, let first):
      return Text(
        "l’adresse « \(address) » est déjà prise par \(source(first))",
        "Changez « slug » ou le nom d’un des deux.")
    case .addressesDifferOnlyBySpelling(let address, let other, let first):
      return Text(
        "l’adresse « \(address) » ne diffère de « \(other) » (\(source(first))) que par la casse ou l’écriture des accents",
        "Beaucoup d’hébergeurs les confondent : changez l’une des deux.")
    case .fileBlocksFolder(let address, let first):
      return Text(
        "« \(address) » devrait être à la fois un fichier et un dossier (\(source(first)))",
        "Renommez l’un des deux.")

    case .outputRefused(let path, let reason):
      let why =
        switch reason {
        case .empty: "le nom est vide"
        case .root: "c’est la racine du disque"
        case .home: "c’est votre dossier personnel"
        case .sourceFolder: "c’est le dossier de la plateforme elle-même"
        case .containsSource: "il contient la plateforme elle-même"
        case .insideContent: "il est dans content"
        case .symbolicLink: "c’est un lien symbolique"
        case .notAFolder: "ce n’est pas un dossier"
        }
      return Text(
        "« \(path) » ne peut pas recevoir le site : \(why)",
        "Rien n’a été écrit. Indiquez un autre dossier par --output.")
    case .outputNotOurs(let path):
      return Text(
        "le dossier « \(path) » n’est pas vide et n’a pas été fait par Terreau",
        "Choisissez-en un autre, ou ajoutez --adopt pour y publier en gardant ce qui s’y trouve.")
    case .outputBusy(let path, let pid):
      return Text(
        "une autre construction écrit déjà dans « \(path) »\(pid.map { " (processus \($0))" } ?? "")",
        "Attendez qu’elle finisse.")
    case .outputEdited(let path):
      return Text(
        "« \(path) » a été modifié à la main depuis la dernière construction",
        "Déplacez votre changement dans content, ou ajoutez --force pour l’écraser.")
    case .outputBlocked(let path, let blocker):
      return Text(
        "impossible d’écrire « \(path) » : « \(blocker) », qui n’est pas à nous, est à cette place",
        "Déplacez-le.")
    case .manifestInvalid(let path, let line):
      return Text(
        "la liste des fichiers publiés « \(path) » a été modifiée (ligne \(line))",
        "Rien n’a été supprimé. Videz le dossier de sortie, ou effacez ce fichier et ajoutez --adopt.")
    case .writeFailed(let operation, let path, let code):
      let cause = code == ENOSPC ? "disque plein" : String(cString: strerror(code))
      return Text("échec de l’écriture de « \(path) » (\(operation)) : \(cause)", "L’ancien site est intact.")
    case .readFailed(let path, let code):
      return Text("impossible de lire « \(path) » : \(String(cString: strerror(code)))")
    case .interrupted:
      return Text("interrompu", "L’ancien site est intact.")
    case .outputEditedKept(let path):
      return Text("« \(path) » a été modifié à la main et ne correspond plus à aucune page : gardé")
    case .outputSetAside(let path, let name):
      return Text(
        "« \(path) » a été enregistré pendant l’écriture du site : il s’appelle maintenant « \(name) »")
    case .outputLeftover(let path, let code):
      return Text(
        "le nouveau site est en place, mais « \(path) » n’a pas pu être nettoyé (\(String(cString: strerror(code))))",
        "La prochaine construction essaiera de nouveau.")
    case .outputOwner(let path, let user):
      return Text("lancé en root : les fichiers de « \(path) » restent à l’utilisateur \(user)")

    case .fileExists, .folderNotEmpty, .creationFailed, .titleWithoutName: return french(made: problem)

    case .templateFailed(let page, let reason):
      return Text("le gabarit de la page « \(page) » a échoué : \(reason)")
    case .templateTooSlow(let page, let seconds):
      return Text(
        "le gabarit de la page « \(page) » tourne depuis \(seconds) s",
        "C’est sans doute une boucle sans fin ; l’ancien site est intact.")
    }
  }

  private func frenchMonth(_ month: Int) -> String {
    let names = [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
      "novembre",
      "décembre",
    ]
    return names.indices.contains(month - 1) ? names[month - 1] : String(month)
  }
}
