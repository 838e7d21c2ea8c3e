import Markup

/// Everything that can be wrong, as data: a case a problem, with the values its sentence needs.
///
/// The name of a case, in kebab case, is the stable code that tools see (`unknown-key`).
public enum Problem: Sendable, Hashable {
  // Text of a file
  case textIsUTF16
  case textIsNotUTF8(byte: UInt8, offset: Int)
  /// A character that nobody sees and no page, or no YAML, can hold: its code point.
  case invisibleCharacter(UInt32)
  case fileTooLarge(bytes: Int, limit: Int)

  // YAML
  case frontMatterUnclosed
  case frontMatterTooLarge(bytes: Int, limit: Int)
  case nestedTooDeep(limit: Int)
  case tabIndentation
  case yamlColonInText
  case yamlIndicator(String, text: String)
  case yamlSecondDocument
  case yamlInvalid(YAMLMistake)
  case duplicateKey(String)
  case keyIsNotText
  case notAMapping

  // Keys and values
  case unknownKey(String, suggestion: String?, known: [String])
  case secretInSettings(String)
  case missingKey(String)
  case wrongKind(key: String, expected: ValueKind, found: ValueKind)
  case notANumber(key: String, value: String)
  case notABoolean(key: String, value: String)
  case notADate(key: String, value: String)
  case dateDoesNotExist(day: Int, month: Int, year: Int)
  case monthDoesNotExist(Int)
  case timeDoesNotExist(String)
  case rangeReversed(String)
  case unknownValue(key: String, value: String, suggestion: String?, known: [String])
  case duplicateValue(key: String, value: String, first: SourceLocation)
  case notAnAddress(key: String, value: String)
  case baseURLInvalid(String, suggestion: String)
  case notAColour(key: String, value: String)
  /// `ratio` is that of WCAG 2.2, from 1; `suggestion` the nearest colour that can be read.
  case lowContrast(key: String, value: String, ratio: Double, suggestion: String)
  case notAnImage(key: String, value: String)
  case slugInvalid(key: String, value: String, suggestion: String)
  case pathInvalid(key: String, value: String)
  case unknownTimeZone(String, suggestion: String?)
  case unknownLanguage(String)
  /// An element or attribute of HTML that no setting can allow.
  case htmlNeverAllowed(String)
  case matrixShape(rows: Int, columns: Int)
  case matrixSum(name: String, sum: Double)
  case assessmentTotal(sum: Int, items: Int)
  /// The pages that the questions of a positioning would make.
  case tooManyAnswers(count: Int, limit: Int)
  case homeBlockEmpty(known: [String])
  /// A chapter can be a part of what is no chapter itself: the title of what it is said to be a part of.
  case chapterOfChapter(String, isItself: Bool)
  /// Two chapters of one item, by its title, have a number.
  case chapterNumberTaken(Int, of: String, first: SourceLocation)
  /// An accessibility statement that says nothing, or too much, about its rate.
  case conformityRate(conformity: String, rate: String)

  // The model
  case settingsMissing(folder: String)
  /// `first` is `nil` where the name is one of Terreau's own.
  case nameTaken(kind: NameKind, name: String, first: SourceLocation?)
  case unknownName(kind: NameKind, name: String, suggestion: String?, known: [String])
  case fileInNoType(folders: [String])
  case titleMissing
  case itemNotPublished(kind: Reason, date: String?)
  case unknownReference(String, suggestion: String?)
  case referenceToWrongType(String, type: String, expected: [String])
  case referenceToUnpublished(String)

  // Markdown
  case markdownTooDeep(limit: Int)
  case markdownTooManyNestedLines
  case markdownTooManyImages(limit: Int)
  case markdownTooManyBrackets
  case markdownTooMuchMarkup(limit: Int)
  case rawHTML(String, RawHTMLProblem)
  case addressRefused(String)
  case tableTooLarge(limit: Int)
  case footnoteMissing(String)
  case footnoteUnused(String)
  case footnoteDefinedTwice(String)
  case linkLabelMissing(String)
  case foreignMarkup(ForeignMarkup)
  case fenceUnclosed
  /// So many more were found in the same text, from the place on.
  case furtherFindings(Int)
  case alternativeTextMissing(String)
  case externalImage(String)
  /// The address without its parameters that follow readers.
  case trackingRemoved(String)

  // Directives, each by its name as written. `example` is a directive of the right form.
  case unknownDirective(String, suggestion: String?, known: [String])
  case directiveUnknownAttribute(String, of: String, suggestion: String?, known: [String])
  case directiveDuplicateAttribute(String, of: String)
  case directiveMissingAttribute(String, of: String, example: String)
  case directiveMissingLabel(String, example: String)
  case directiveUnexpectedLabel(String, example: String)
  case directiveMalformed(String, example: String)
  case directiveUnclosed(String)
  case directiveClosesNothing
  case directiveWrongContent(String, expected: DirectiveProblem.Content, example: String)
  case directiveWrongForm(String, example: String)
  case directiveTooDeep(limit: Int)

  // What directives name
  case linkToNoItem(String)
  case linkToNoFile(String)
  /// `file` has been reported on its own.
  case tableUnreadable(String)
  case unknownEntry(String, suggestion: String?)
  case fragmentMissing(String, suggestion: String?)
  /// The files that include each other, the first again at the end.
  case includeCycle([String])
  case includeTooDeep(limit: Int)
  case includeTooMuch(count: Int, bytes: Int)
  case codeMissing(String, suggestion: String?)
  case codeNotText(String)
  case codeUnreadable(String)
  /// Both in bytes.
  case codeTooLarge(String, bytes: Int, limit: Int)
  /// How many files and tables of fields a page may show, and the bytes of these files.
  case codeTooMuch(count: Int, bytes: Int)

  // Data tables
  case tableIsNotUTF8(byte: UInt8, offset: Int)
  /// `separator` is what the file looks separated by: one character, or `tab`.
  case tableSeparator(String)
  case tableRowLength(cells: Int, columns: Int)
  case tableQuoteUnclosed
  case tableTextAfterQuote
  /// 1-based.
  case tableColumnUnnamed(Int)
  case tableColumnTwice(String)
  case tableTooManyColumns(limit: Int)
  case tableTooManyRows(limit: Int)
  case tableNumber(String, column: String)
  case tableColumnUnknown(String, file: String, suggestion: String?, known: [String])

  // Links
  case brokenLink(String, suggestion: String?)
  case brokenAnchor(String, page: String, suggestion: String?)
  case linkToUnpublished(String)
  case linkOutside(String)

  // Paths
  case symbolicLink(target: String)
  case nameIsNotUTF8(String)
  case nameReserved(String)
  case notARegularFile
  case nameTooLong(name: String, bytes: Int, limit: Int)
  case pathTooLong(bytes: Int, limit: Int)
  case activeSVG
  case imageSizeUnknown
  case sameNameSpelledTwice(String, other: String)
  case sameAddress(String, first: OutputSource)
  case addressesDifferOnlyBySpelling(String, String, first: OutputSource)
  case fileBlocksFolder(String, first: OutputSource)

  // Output folder and writing (exit codes 3 and 4)
  /// `reason` says which rule the folder breaks.
  case outputRefused(path: String, reason: OutputRefusal)
  case outputNotOurs(path: String)
  case outputBusy(path: String, pid: Int32?)
  case outputEdited(path: String)
  case outputBlocked(path: String, by: String)
  case manifestInvalid(path: String, line: Int)
  case writeFailed(operation: String, path: String, errno: Int32)
  case readFailed(path: String, errno: Int32)
  /// Somebody or something asked the build to stop.
  case interrupted
  /// A page that isn't made any more was edited by hand: the file stays and isn't the platform's any longer.
  case outputEditedKept(path: String)
  /// A file saved in the output folder while the site was written stood in a page's way: it now has another name.
  case outputSetAside(path: String, as: String)
  /// The new site stands, but something of the old one couldn't be cleared away; the next build tries again.
  case outputLeftover(path: String, errno: Int32)
  /// The build runs as root for a folder of another user (a numeric id), who was made the files' owner.
  case outputOwner(path: String, user: UInt32)

  // What commands make
  case fileExists(path: String)
  case folderNotEmpty(path: String, entries: [String])
  case creationFailed(operation: String, path: String, errno: Int32)
  /// A title that no file can be named after.
  case titleWithoutName(String)

  /// What is measured, its limit, the page that exceeds it most, and how many others do.
  case budgetExceeded(Budget, value: Int, limit: Int, page: String?, others: Int)

  /// What only a check looks for.
  case check(CheckFinding)

  // The generator itself
  case templateFailed(page: String, reason: String)
  case templateTooSlow(page: String, seconds: Int)

  /// What keeps a text from being YAML, as far as the parser tells.
  public enum YAMLMistake: Sendable, Hashable {
    case unclosedQuote, unclosedList, unclosedMapping, missingColon, textAfterValue, indentation,
      unknownEscape
    /// In the parser's own words.
    case other(String)
  }

  /// Why a folder can't be the output folder.
  public enum OutputRefusal: String, Sendable, Hashable {
    case empty, root, home, sourceFolder, containsSource, insideContent, symbolicLink, notAFolder
  }

  /// What a YAML value is, or should be.
  public enum ValueKind: String, Sendable, Hashable {
    case text, list, mapping, number, boolean, date, nothing
  }

  /// What a declared name names.
  public enum NameKind: String, Sendable, Hashable {
    case contentType, field, vocabulary, term, capability, item, folder, layout
  }

  /// Why an item is left out of a build.
  public enum Reason: String, Sendable, Hashable {
    case draft, future, expired
  }

  /// What produces an output file: a place in the content, or a part of the generator by its name.
  public enum OutputSource: Sendable, Hashable {
    case file(SourceLocation)
    case generator(String)
  }
}
