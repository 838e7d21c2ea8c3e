import Glibc

extension DiagnosticWording {
  func english(_ problem: Problem) -> Text {
    func didYouMean(_ suggestion: String?, _ known: [String] = []) -> String? {
      if let suggestion { return "Did you mean “\(suggestion)”?" }
      return known.isEmpty ? nil : "Known: \(some(known))."
    }
    func kind(_ kind: Problem.ValueKind) -> String {
      switch kind {
      case .text: "a text"
      case .list: "a list"
      case .mapping: "a group of keys"
      case .number: "a number"
      case .boolean: "true or false"
      case .date: "a date"
      case .nothing: "nothing"
      }
    }
    func noun(_ kind: Problem.NameKind) -> String {
      switch kind {
      case .contentType: "content type"
      case .field: "field"
      case .vocabulary: "vocabulary"
      case .term: "term"
      case .capability: "capability"
      case .item: "id"
      case .folder: "folder"
      case .layout: "layout"
      }
    }
    func source(_ source: Problem.OutputSource) -> String {
      switch source {
      case .file(let location): place(location)
      case .generator(let name): "the generator (\(name))"
      }
    }

    switch problem {
    case .check(let finding): return english(check: finding)
    case .textIsUTF16:
      return Text("this file is UTF-16", "Save it as UTF-8.")
    case .textIsNotUTF8(let byte, let offset):
      return Text(
        "byte 0x\(hexadecimal(byte)) (offset \(offset) in the file) is not UTF-8",
        "The file probably comes from software that writes Latin-1 or Windows-1252: save it as UTF-8.")
    case .invisibleCharacter(let scalar):
      return Text("invisible character \(codePoint(scalar))", "Remove it: it can't stay here.")
    case .fileTooLarge(let bytes, let limit):
      return Text(
        "this file has \(bytes) bytes, larger than the limit of \(limit)", "Cut it into several pages.")

    case .frontMatterUnclosed:
      return Text("the front matter opened here is never closed", "Add a line “---” after the last key.")
    case .frontMatterTooLarge(let bytes, let limit):
      return Text(
        "the front matter has \(bytes) bytes, the limit is \(limit)",
        "Move the long text into the page's body.")
    case .nestedTooDeep(let limit):
      return Text("nested too deep here", "The limit is \(limit) levels.")
    case .tabIndentation:
      return Text("a tab is used for indentation", "YAML is indented with spaces.")
    case .yamlColonInText:
      return Text(
        "this colon followed by a space opens a new key in the middle of a text",
        "Put the whole text in straight quotes: \"…\".")
    case .yamlIndicator(let indicator, let text):
      return Text(
        "a text can't begin with “\(indicator)” in YAML (anchors, aliases and tags are refused)",
        text.isEmpty ? nil : "Put it in straight quotes: \"\(short(text, limit: 40))\".")
    case .yamlSecondDocument:
      return Text("a second YAML document begins here", "A file holds one only: remove the line “---”.")
    case .yamlInvalid(let mistake): return english(mistake)
    case .duplicateKey(let key):
      return Text("the key “\(short(key))” is written twice", "Keep one of them.")
    case .keyIsNotText:
      return Text("a key must be a plain text")
    case .notAMapping:
      return Text("lines of the form “key: value” are expected here")

    case .tooManyAnswers(let count, let limit):
      return Text(
        "these questions would make more than \(count - 1) pages", "The limit is \(limit): ask fewer questions.")
    case .budgetExceeded, .conformityRate: return english(measured: problem)
    case .homeBlockEmpty(let known):
      return Text(
        "this block of the home page doesn’t say what it shows",
        "Give it one of these keys: \(known.joined(separator: ", ")).")
    case .chapterOfChapter(let title, let isItself):
      return Text(
        isItself ? "a page can’t be a chapter of itself" : "“\(short(title))” is itself a chapter",
        "In “of”, name the page that all the chapters are parts of.")
    case .chapterNumberTaken(let number, let title, let first):
      return Text(
        "two chapters of “\(short(title))” have the number \(number): \(place(first)) has it already",
        "Give each chapter a number of its own.")
    case .unknownKey(let key, let suggestion, let known):
      return Text("unknown key “\(short(key))”", didYouMean(suggestion, known.sorted()))
    case .secretInSettings(let key):
      return Text(
        "“\(short(key))” looks like a secret",
        "Don't keep it in a file of the project: use an environment variable or rclone's configuration.")
    case .missingKey(let key):
      return Text("“\(key)” is missing", "If the sources don't say, write “not stated”.")
    case .wrongKind(let key, let expected, let found):
      return Text("“\(key)” must be \(kind(expected)), and is \(kind(found))")
    case .notANumber(let key, let value):
      return Text(
        "“\(short(value))” is not a number that “\(key)” can be",
        "Write for instance 12, -3 or 12.5, without spaces.")
    case .notABoolean(let key, let value):
      return Text("“\(short(value))” is no answer for “\(key)”", "Write true or false.")
    case .notADate(let key, let value):
      return Text(
        "“\(short(value))” is not a date for “\(key)”",
        "Accepted forms: 2024-05-01, 2024-05-01 14:30, 2024-05, 2024-Q2, 2024-S1, 2024, and the ranges 2024-05-01/2024-06-30 or 2020/.."
      )
    case .dateDoesNotExist(let day, let month, let year):
      return Text("\(day) \(englishMonth(month)) \(year) does not exist")
    case .monthDoesNotExist(let month):
      return Text("there is no month \(month)", "The order is year-month-day: 2024-05-01.")
    case .timeDoesNotExist(let text):
      return Text("“\(short(text))” is not a time", "Write for instance 14:30.")
    case .rangeReversed(let text):
      return Text("the range “\(short(text))” ends before it begins")
    case .unknownValue(let key, let value, let suggestion, let known):
      return Text("“\(short(value))” is not a value of “\(key)”", didYouMean(suggestion, known))
    case .duplicateValue(let key, let value, let first):
      return Text("“\(key)” must be unique, and \(place(first)) already has “\(short(value))”")
    case .notAnAddress(let key, let value):
      return Text(
        "“\(short(value))” is not an address that “\(key)” can be",
        "Write https://…, http://…, mailto:…, tel:… or a path of this site such as /contact/.")
    case .baseURLInvalid(let value, let suggestion):
      return Text(
        "the base address “\(short(value))” is not a complete address",
        "Write for instance \(short(suggestion)).")
    case .notAColour(let key, let value):
      return Text(
        "“\(short(value))” is not a colour for “\(key)”", "Write it as six hexadecimal digits: \"#0b6150\".")
    case .lowContrast(let key, let value, let ratio, let suggestion):
      return Text(
        "text in the colour “\(short(value))” (“\(key)”) is hard to read: "
          + "its contrast with the ground is \(tenths(ratio, point: ".")), less than 4.5",
        "The nearest colour that can be read is \"\(suggestion)\".")
    case .notAnImage(let key, let value):
      return Text(
        "“\(short(value))” (“\(key)”) is not an image whose size can be read",
        "Give an SVG file with a viewBox, or a PNG, JPEG or WebP file.")
    case .slugInvalid(let key, let value, let suggestion):
      return Text(
        "“\(short(value))” can't be an address (“\(key)”)",
        suggestion.isEmpty
          ? "Use lower-case letters without accents, digits and hyphens."
          : "Write for instance “\(short(suggestion))”.")
    case .pathInvalid(let key, let value):
      return Text(
        "“\(short(value))” is not a path that “\(key)” can be",
        "A path begins with “/” where it names a page, and holds neither “..” nor “//”.")
    case .unknownTimeZone(let value, let suggestion):
      return Text(
        "“\(short(value))” is not a time zone", didYouMean(suggestion) ?? "Write for instance Europe/Paris.")
    case .unknownLanguage(let value):
      return Text("“\(short(value))” is not a language code", "Write for instance fr or en.")
    case .htmlNeverAllowed(let name):
      return Text(
        "“\(short(name))” can’t be allowed on any page",
        "It could run a program or change the page around it: remove it from “html”.")
    case .matrixShape(let rows, let columns):
      return Text("the matrix announces \(rows) rows and \(columns) columns, and its cells don't fill them")
    case .matrixSum(let name, let sum):
      return Text("the shares of “\(short(name))” make \(sum) %, not 100 %")
    case .assessmentTotal(let sum, let items):
      return Text("the assessment's levels make \(sum) in all, for \(items) tracked items")

    case .settingsMissing(let folder):
      return Text(
        "no content/site.yml in “\(folder)”",
        "Run the command in the platform's folder, or name it by --source. A site.yml of three lines is enough: name, base_url, language."
      )
    case .nameTaken(let kind, let name, let first):
      return Text("“\(short(name))” is already taken as \(noun(kind)) (\(first.map(place) ?? "by Terreau"))")
    case .unknownName(let kind, let name, let suggestion, let known):
      return Text("unknown \(noun(kind)) “\(short(name))”", didYouMean(suggestion, known))
    case .fileInNoType(let folders):
      return Text("this file is in no content type's folder", "Known folders: \(some(folders)).")
    case .titleMissing:
      return Text("this page has no title", "Add “title: …” to the front matter, or a first heading “# …”.")
    case .itemNotPublished(.draft, _):
      return Text("draft, not published", "--drafts shows it.")
    case .itemNotPublished(.future, let date):
      return Text("future page, not published\(date.map { " before \($0)" } ?? "")", "--future shows it.")
    case .itemNotPublished(.expired, let date):
      return Text("page expired\(date.map { " on \($0)" } ?? ""), not published", "--future shows it.")
    case .unknownReference(let text, let suggestion):
      return Text("no item is called “\(short(text))”", didYouMean(suggestion))
    case .referenceToWrongType(let text, let type, let expected):
      return Text("“\(short(text))” is of type “\(type)”, and what is expected here is: \(some(expected))")
    case .referenceToUnpublished(let text):
      return Text("the item “\(short(text))” exists but is not published")

    case .markdownTooDeep(let limit):
      return Text("lists or quotes nested too deep here", "The limit is \(limit) levels.")
    case .markdownTooManyNestedLines:
      return Text("too many lines inside nested lists or quotes", "Cut the page into several.")
    case .markdownTooManyImages(let limit):
      return Text("too many “![” in one paragraph", "The limit is \(limit).")
    case .markdownTooManyBrackets:
      return Text("too many brackets never closed in one paragraph", "Check the links and images.")
    case .markdownTooMuchMarkup(let limit):
      return Text("this page holds more than \(limit) characters of markup", "Cut it into several.")
    case .rawHTML(let excerpt, let problem):
      return english(rawHTML: excerpt, problem)
    case .linkLabelMissing(let label):
      return Text(
        "no address is given for the link “\(short(label, limit: 40))”: its brackets stay text",
        "Write [text](address), or add a line “[\(short(label, limit: 40))]: address”.")
    case .foreignMarkup(let markup):
      return english(foreign: markup)
    case .furtherFindings(let count):
      return Text(
        count == 1 ? "this file has one more" : "this file has \(count) more, from here on",
        "Repair the ones above first: the others are told then.")
    case .fenceUnclosed:
      return Text(
        "this code block is never closed: all that follows is part of it", "Add the same line after the code.")
    case .addressRefused(let address):
      return Text(
        "address refused: “\(short(address, limit: 40))”",
        "Allowed are https, http, mailto, tel and paths of the site.")
    case .tableTooLarge(let limit):
      return Text(
        "this table stays text: with it, the page would have more than \(limit) cells",
        "Publish it as a CSV file, or cut the page into several.")
    case .footnoteMissing(let label):
      return Text(
        "there is no footnote for [^\(short(label, limit: 40))]",
        "Add a line “[^\(short(label, limit: 40))]: …” or, if it refers to none, write “\\[^”.")
    case .footnoteUnused(let label):
      return Text(
        "nothing refers to the footnote [^\(short(label, limit: 40))]: it is not published",
        "Refer to it in the text, or remove it.")
    case .footnoteDefinedTwice(let label):
      return Text(
        "the footnote [^\(short(label, limit: 40))] is written twice: only the first is published",
        "Give this one another name, or remove it.")
    case .alternativeTextMissing(let image):
      return Text(
        "the image “\(short(image, limit: 40))” has no alternative text",
        "Say between the brackets what it shows; if it tells nothing, write ![](\(short(image, limit: 40))){decorative}."
      )
    case .externalImage(let image):
      return Text(
        "image of another site: “\(short(image, limit: 40))”",
        "A link takes its place, so that no other site knows who reads the page. Copy it beside the Markdown file if its licence allows."
      )
    case .trackingRemoved(let address):
      return Text(
        "tracking parameters were taken out of this address", "Write it as \(short(address, limit: 200)).")
    case .unknownDirective, .directiveUnknownAttribute, .directiveDuplicateAttribute,
      .directiveMissingAttribute, .directiveMissingLabel, .directiveUnexpectedLabel, .directiveMalformed,
      .directiveUnclosed, .directiveClosesNothing, .directiveWrongContent, .directiveWrongForm,
      .directiveTooDeep:
      return english(directive: problem)
    case .linkToNoItem, .linkToNoFile, .tableUnreadable, .unknownEntry, .fragmentMissing, .includeCycle,
      .includeTooDeep, .includeTooMuch, .codeMissing, .codeNotText, .codeUnreadable, .codeTooLarge,
      .codeTooMuch:
      return english(named: problem)
    case .tableIsNotUTF8, .tableSeparator, .tableRowLength, .tableQuoteUnclosed, .tableTextAfterQuote,
      .tableColumnUnnamed, .tableColumnTwice, .tableTooManyColumns, .tableTooManyRows, .tableNumber,
      .tableColumnUnknown:
      return english(table: problem)

    case .brokenLink(let destination, let suggestion):
      return Text("this link leads nowhere: “\(short(destination, limit: 100))”", didYouMean(suggestion))
    case .brokenAnchor(let anchor, let page, let suggestion):
      return Text("“\(page)” has no anchor “#\(short(anchor))”", didYouMean(suggestion.map { "#" + $0 }))
    case .linkToUnpublished(let file):
      return Text("this link leads to a page that is not published: “\(short(file, limit: 100))”")
    case .linkOutside(let destination):
      return Text("this link leaves the content folder: “\(short(destination, limit: 100))”")

    case .symbolicLink(let target):
      return Text(
        "symbolic link (to “\(short(target, limit: 100))”), never followed", "Copy the file itself.")
    case .nameIsNotUTF8(let name):
      return Text("this file's name is not UTF-8: \(name)", "Rename it.")
    case .nameReserved(let name):
      return Text("“\(short(name))” is not a possible name on Windows and on some hosts", "Rename it.")
    case .notARegularFile:
      return Text("neither a regular file nor a folder", "Take it out of content.")
    case .nameTooLong(let name, let bytes, let limit):
      return Text(
        "the name “\(short(name, limit: 30))” is \(bytes) bytes, limit \(limit)", "Give a shorter “slug”.")
    case .pathTooLong(let bytes, let limit):
      return Text("this path is \(bytes) bytes, limit \(limit)")
    case .imageSizeUnknown:
      return Text(
        "the width and height of this image can’t be read",
        "Check that it opens, or save it again as PNG, JPEG, GIF, WebP or SVG.")
    case .activeSVG:
      return Text(
        "this SVG image holds a script",
        "It is copied as it is: show it as an image, and serve the site with a content security policy.")
    case .sameNameSpelledTwice(let name, let other):
      return Text(
        "two files have the same name, encoded in two ways: “\(name)” and “\(other)”",
        "Their accents are encoded differently (NFC and NFD): rename one of them.")
    case .sameAddress(let address, let first):
      return Text(
        "the address “\(address)” is already taken by \(source(first))",
        "Change the “slug” or the name of one of them.")
    case .addressesDifferOnlyBySpelling(let address, let other, let first):
      return Text(
        "the address “\(address)” differs from “\(other)” (\(source(first))) only by letter case or by how accents are encoded",
        "Many hosts take them for one: change one of them.")
    case .fileBlocksFolder(let address, let first):
      return Text(
        "“\(address)” would have to be a file and a folder (\(source(first)))", "Rename one of them.")

    case .outputRefused(let path, let reason):
      let why =
        switch reason {
        case .empty: "the name is empty"
        case .root: "it is the root of the disk"
        case .home: "it is your home folder"
        case .sourceFolder: "it is the platform's own folder"
        case .containsSource: "it contains the platform itself"
        case .insideContent: "it is inside content"
        case .symbolicLink: "it is a symbolic link"
        case .notAFolder: "it is not a folder"
        }
      return Text(
        "“\(path)” can't receive the site: \(why)", "Nothing was written. Name another folder by --output.")
    case .outputNotOurs(let path):
      return Text(
        "the folder “\(path)” is not empty and was not created by this tool",
        "Choose another one, or add --adopt to publish into it and keep what it holds.")
    case .outputBusy(let path, let pid):
      return Text(
        "another build is already writing to “\(path)”\(pid.map { " (build running, pid \($0))" } ?? "")",
        "Wait until it ends.")
    case .outputEdited(let path):
      return Text(
        "“\(path)” was edited by hand since the last build",
        "Move your change into content, or add --force to overwrite it.")
    case .outputBlocked(let path, let blocker):
      return Text("can't write “\(path)”: “\(blocker)”, which is not ours, stands there", "Move it away.")
    case .manifestInvalid(let path, let line):
      return Text(
        "the list of published files “\(path)” was edited (line \(line))",
        "Nothing was deleted. Empty the output folder, or remove this file and add --adopt.")
    case .writeFailed(let operation, let path, let code):
      let cause = code == ENOSPC ? "disk full" : String(cString: strerror(code))
      return Text("writing “\(path)” failed (\(operation)): \(cause)", "The old site is intact.")
    case .readFailed(let path, let code):
      return Text("can't read “\(path)”: \(String(cString: strerror(code)))")
    case .interrupted:
      return Text("interrupted", "The old site is intact.")
    case .outputEditedKept(let path):
      return Text("“\(path)” was edited by hand and belongs to no page any more: kept")
    case .outputSetAside(let path, let name):
      return Text("“\(path)” was saved while the site was being written: now called “\(name)”")
    case .outputLeftover(let path, let code):
      return Text(
        "the new site is in place, but “\(path)” couldn't be cleared away (\(String(cString: strerror(code))))",
        "The next build tries again.")
    case .outputOwner(let path, let user):
      return Text("running as root: the files of “\(path)” stay with user \(user)")

    case .fileExists, .folderNotEmpty, .creationFailed, .titleWithoutName: return english(made: problem)

    case .templateFailed(let page, let reason):
      return Text("the template of page “\(page)” failed: \(reason)")
    case .templateTooSlow(let page, let seconds):
      return Text(
        "the template of page “\(page)” has been running for \(seconds) s",
        "It is probably an endless loop; the old site is intact.")
    }
  }

  private func englishMonth(_ month: Int) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November",
      "December",
    ]
    return names.indices.contains(month - 1) ? names[month - 1] : String(month)
  }
}
