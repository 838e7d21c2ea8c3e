import Testing

@testable import Content

@Suite("Both wordings")
struct WordingTests {
  private static let place = SourceLocation(file: "content/a.md", line: 2, column: 3)

  /// One of each problem at least, and of each way it is worded.
  static let samples: [Problem] = [
    .textIsUTF16, .textIsNotUTF8(byte: 0xE9, offset: 7), .invisibleCharacter(0x85),
    .fileTooLarge(bytes: 9, limit: 8),
    .frontMatterUnclosed, .frontMatterTooLarge(bytes: 9, limit: 8), .nestedTooDeep(limit: 10),
    .tabIndentation,
    .yamlColonInText, .yamlIndicator("*", text: "*a"), .yamlIndicator("*", text: ""), .yamlSecondDocument,
    .yamlInvalid(.unclosedQuote), .yamlInvalid(.unclosedList), .yamlInvalid(.unclosedMapping),
    .yamlInvalid(.missingColon), .yamlInvalid(.textAfterValue), .yamlInvalid(.indentation),
    .yamlInvalid(.unknownEscape), .yamlInvalid(.other("why")), .duplicateKey("a"), .keyIsNotText,
    .notAMapping,
    .unknownKey("a", suggestion: "b", known: ["b"]), .unknownKey("a", suggestion: nil, known: ["b", "c"]),
    .unknownKey("a", suggestion: nil, known: []), .secretInSettings("token"), .missingKey("a"),
    .wrongKind(key: "a", expected: .text, found: .list),
    .wrongKind(key: "a", expected: .number, found: .mapping),
    .wrongKind(key: "a", expected: .boolean, found: .nothing),
    .wrongKind(key: "a", expected: .date, found: .text),
    .notANumber(key: "a", value: "b"), .notABoolean(key: "a", value: "b"), .notADate(key: "a", value: "b"),
    .dateDoesNotExist(day: 30, month: 2, year: 2024), .monthDoesNotExist(13), .timeDoesNotExist("25:00"),
    .rangeReversed("2/1"), .unknownValue(key: "a", value: "b", suggestion: "c", known: ["c"]),
    .unknownValue(key: "a", value: "b", suggestion: nil, known: ["c"]),
    .duplicateValue(key: "a", value: "b", first: place), .notAnAddress(key: "a", value: "b"),
    .baseURLInvalid("a", suggestion: "https://a/"), .notAColour(key: "a", value: "b"),
    .lowContrast(key: "a", value: "b", ratio: 3.19, suggestion: "#000000"), .notAnImage(key: "a", value: "b"),
    .slugInvalid(key: "a", value: "b", suggestion: "c"), .slugInvalid(key: "a", value: "b", suggestion: ""),
    .pathInvalid(key: "a", value: "b"), .unknownTimeZone("a", suggestion: "b"),
    .unknownTimeZone("a", suggestion: nil),
    .unknownLanguage("a"), .matrixShape(rows: 1, columns: 2), .matrixSum(name: "a", sum: 90.5),
    .assessmentTotal(sum: 1, items: 2), .tooManyAnswers(count: 9, limit: 8),
    .homeBlockEmpty(known: ["a"]),
    .chapterOfChapter("a", isItself: true), .chapterOfChapter("a", isItself: false),
    .chapterNumberTaken(1, of: "a", first: place), .settingsMissing(folder: "."),
    .nameTaken(kind: .field, name: "a", first: nil),
    .nameTaken(kind: .folder, name: "a", first: place),
    .unknownName(kind: .contentType, name: "a", suggestion: nil, known: []),
    .unknownName(kind: .vocabulary, name: "a", suggestion: "b", known: ["b"]),
    .unknownName(kind: .term, name: "a", suggestion: nil, known: ["b"]),
    .unknownName(kind: .capability, name: "a", suggestion: nil, known: ["b"]),
    .unknownName(kind: .item, name: "a", suggestion: nil, known: ["b"]),
    .unknownName(kind: .layout, name: "a", suggestion: nil, known: ["b"]), .fileInNoType(folders: ["a"]),
    .titleMissing,
    .itemNotPublished(kind: .draft, date: nil), .itemNotPublished(kind: .future, date: "2030"),
    .itemNotPublished(kind: .expired, date: "2020"), .unknownReference("a", suggestion: "b"),
    .unknownReference("a", suggestion: nil), .referenceToWrongType("a", type: "b", expected: ["c"]),
    .referenceToUnpublished("a"), .markdownTooDeep(limit: 100), .markdownTooManyNestedLines,
    .markdownTooManyImages(limit: 5000), .markdownTooManyBrackets, .markdownTooMuchMarkup(limit: 500_000),
    .tableTooLarge(limit: 200_000), .footnoteMissing("a"),
    .footnoteUnused("a"), .footnoteDefinedTwice("a"),
    .alternativeTextMissing("a.png"), .externalImage("a"), .trackingRemoved("a"),
    .unknownDirective("a", suggestion: "b", known: ["b"]),
    .unknownDirective("a", suggestion: nil, known: ["b"]),
    .directiveUnknownAttribute("a", of: "b", suggestion: "c", known: ["c"]),
    .directiveUnknownAttribute("a", of: "b", suggestion: nil, known: ["c"]),
    .directiveUnknownAttribute("a", of: "b", suggestion: nil, known: []),
    .directiveDuplicateAttribute("a", of: "b"), .directiveMissingAttribute("a", of: "b", example: "::b"),
    .directiveMissingLabel("a", example: "::a[b]"), .directiveUnexpectedLabel("a", example: ":::a"),
    .directiveMalformed("a", example: "::a[b]"), .directiveMalformed("a", example: ""),
    .directiveUnclosed("a"), .directiveClosesNothing,
    .directiveWrongContent("a", expected: .orderedList, example: ":::a"),
    .directiveWrongContent("a", expected: .something, example: ":::a"),
    .directiveWrongContent("a", expected: .listOfLinks, example: ":::a"),
    .directiveWrongForm("a", example: "::a[b]"), .directiveTooDeep(limit: 100),
    .linkToNoItem("a"), .linkToNoFile("a"), .tableUnreadable("a.csv"), .unknownEntry("a", suggestion: "b"),
    .unknownEntry("a", suggestion: nil), .fragmentMissing("a", suggestion: "b"),
    .fragmentMissing("a", suggestion: nil), .includeCycle(["a", "b", "a"]), .includeTooDeep(limit: 10),
    .includeTooMuch(count: 200, bytes: 5_242_880),
    .codeMissing("a", suggestion: "b"), .codeMissing("a", suggestion: nil), .codeNotText("a"),
    .codeUnreadable("a"), .codeTooLarge("a", bytes: 9, limit: 8), .codeTooMuch(count: 100, bytes: 1_048_576),
    .tableIsNotUTF8(byte: 0xE9, offset: 7), .tableSeparator(";"), .tableSeparator("tab"),
    .tableRowLength(cells: 5, columns: 4), .tableRowLength(cells: 1, columns: 2), .tableQuoteUnclosed,
    .tableTextAfterQuote, .tableColumnUnnamed(2), .tableColumnTwice("a"), .tableTooManyColumns(limit: 9),
    .tableTooManyRows(limit: 9), .tableNumber("1,5", column: "a"),
    .tableColumnUnknown("a", file: "b.csv", suggestion: "c", known: ["c"]),
    .tableColumnUnknown("a", file: "b.csv", suggestion: nil, known: ["c"]),
    .tableColumnUnknown("a", file: "b.csv", suggestion: nil, known: []),
    .rawHTML("<b>", .element("b", isAddable: true)),
    .rawHTML("<b>", .element("x", isAddable: false)), .rawHTML("<p a>", .attribute("a", of: "p")),
    .rawHTML("<p>", .unbalanced("p")), .rawHTML("<dt>", .misplaced("dt")), .rawHTML("<!", .unknown),
    .foreignMarkup(.headingWithoutSpace), .foreignMarkup(.alert("TIP")), .foreignMarkup(.admonition("x")),
    .foreignMarkup(.reversedLink), .foreignMarkup(.wikiLink), .foreignMarkup(.tableOfContents),
    .foreignMarkup(.attributes),
    .linkLabelMissing("a"), .fenceUnclosed, .furtherFindings(1), .furtherFindings(2), .htmlNeverAllowed("script"), .addressRefused("a"),
    .brokenLink("a", suggestion: "b"),
    .brokenLink("a", suggestion: nil),
    .brokenAnchor("a", page: "b", suggestion: "c"), .brokenAnchor("a", page: "b", suggestion: nil),
    .linkToUnpublished("a"), .linkOutside("a"), .symbolicLink(target: "a"), .nameIsNotUTF8("a"),
    .nameReserved("a"),
    .notARegularFile, .nameTooLong(name: "a", bytes: 260, limit: 255), .pathTooLong(bytes: 5000, limit: 4096),
    .activeSVG, .imageSizeUnknown,
    .sameNameSpelledTwice("a", other: "b"), .sameAddress("a", first: .file(place)),
    .sameAddress("a", first: .generator("b")), .addressesDifferOnlyBySpelling("a", "A", first: .file(place)),
    .fileBlocksFolder("a", first: .generator("b")), .outputRefused(path: "a", reason: .empty),
    .outputRefused(path: "a", reason: .root), .outputRefused(path: "a", reason: .home),
    .outputRefused(path: "a", reason: .sourceFolder), .outputRefused(path: "a", reason: .containsSource),
    .outputRefused(path: "a", reason: .insideContent), .outputRefused(path: "a", reason: .symbolicLink),
    .outputRefused(path: "a", reason: .notAFolder), .outputNotOurs(path: "a"), .outputBusy(path: "a", pid: 7),
    .outputBusy(path: "a", pid: nil), .outputEdited(path: "a"), .outputBlocked(path: "a", by: "b"),
    .manifestInvalid(path: "a", line: 3), .writeFailed(operation: "write", path: "a", errno: 28),
    .writeFailed(operation: "write", path: "a", errno: 5), .readFailed(path: "a", errno: 13), .interrupted,
    .outputEditedKept(path: "a"), .outputSetAside(path: "a", as: "b"), .outputLeftover(path: "a", errno: 13),
    .outputOwner(path: "a", user: 1000), .templateFailed(page: "/a/", reason: "why"),
    .templateTooSlow(page: "/a/", seconds: 30), .conformityRate(conformity: "totale", rate: "78"),
    .fileExists(path: "a"), .folderNotEmpty(path: "a", entries: ["b"]), .titleWithoutName("a"),
    .creationFailed(operation: "write", path: "a", errno: 28),
    .creationFailed(operation: "write", path: "a", errno: 5),
    .budgetExceeded(.html, value: 2, limit: 1, page: "/a/", others: 2),
    .budgetExceeded(.requests, value: 2, limit: 1, page: "/a/", others: 1),
    .budgetExceeded(.firstView, value: 2, limit: 1, page: "/a/", others: 0),
    .budgetExceeded(.css, value: 2, limit: 1, page: nil, others: 0),
    .budgetExceeded(.javascript, value: 2, limit: 1, page: "/a/", others: 0),
    .check(.summaryMissing),
  ]

  @Test("Every problem has a sample here")
  func samplesAreComplete() {
    #expect(Set(WordingTests.samples.map(Kind.init)) == Set(Kind.allCases))
    #expect(Set(WordingTests.samples.map(\.code)).count == Kind.allCases.count)
  }

  @Test("Every problem is worded in both languages, in whole and different sentences", arguments: samples)
  func sentences(_ problem: Problem) {
    let (french, english) = (
      DiagnosticWording.french.text(of: problem), DiagnosticWording.english.text(of: problem)
    )
    #expect(french != english)
    #expect((french.advice == nil) == (english.advice == nil))
    for text in [french, english] {
      #expect(text.message.count > 5)
      #expect(!text.message.hasSuffix("."), "the code follows")
      #expect(text.advice.map { ".?…".contains($0.last ?? " ") } ?? true)
      for part in [text.message, text.advice ?? "x"] {
        #expect(!part.isEmpty && !part.contains("Optional(") && !part.contains("  ") && part.first != " ")
      }
    }
    let apostrophes = [french.message, french.advice ?? ""].joined().contains("'")
    #expect(!apostrophes || problem == .yamlInvalid(.unknownEscape), "French typography")
    for text in [english.message, english.advice ?? ""] {
      #expect(!text.contains("«") && !text.contains("é"))
    }
  }

  @Test("Codes are stable and in kebab case")
  func codes() {
    for problem in WordingTests.samples {
      #expect(problem.code.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
    }
    #expect(Problem.textIsNotUTF8(byte: 1, offset: 1).code == "text-is-not-utf8")
    #expect(Problem.rawHTML("", .unknown).code == "raw-html")
    #expect(Problem.titleMissing.code == "title-missing")
    #expect(Problem.activeSVG.code == "active-svg")
    #expect(Problem.yamlInvalid(.indentation).code == "yaml-invalid")
  }

  /// The problems without their values: the compiler asks for the case of a new one, and a test for its sample.
  private enum Kind: CaseIterable {
    case textIsUTF16, textIsNotUTF8, invisibleCharacter, fileTooLarge, frontMatterUnclosed,
      frontMatterTooLarge, nestedTooDeep, tabIndentation, yamlColonInText, yamlIndicator,
      yamlSecondDocument, yamlInvalid, duplicateKey, keyIsNotText, notAMapping, unknownKey,
      secretInSettings, missingKey, wrongKind, notANumber, notABoolean, notADate, dateDoesNotExist,
      monthDoesNotExist, timeDoesNotExist, rangeReversed, unknownValue, duplicateValue, notAnAddress,
      baseURLInvalid, notAColour, lowContrast, notAnImage, slugInvalid, pathInvalid, unknownTimeZone,
      unknownLanguage, matrixShape, matrixSum, assessmentTotal, tooManyAnswers, homeBlockEmpty,
      chapterOfChapter, chapterNumberTaken, settingsMissing, nameTaken, unknownName, fileInNoType, titleMissing,
      itemNotPublished, unknownReference, referenceToWrongType, referenceToUnpublished, markdownTooDeep,
      markdownTooManyNestedLines, markdownTooManyImages, markdownTooManyBrackets, markdownTooMuchMarkup,
      rawHTML, addressRefused, tableTooLarge, footnoteMissing, footnoteUnused, footnoteDefinedTwice,
      alternativeTextMissing, externalImage, trackingRemoved,
      linkToNoItem, linkToNoFile, tableUnreadable, unknownEntry, fragmentMissing, includeCycle, includeTooDeep, includeTooMuch,
      codeMissing, codeNotText, codeUnreadable, codeTooLarge, codeTooMuch,
      tableIsNotUTF8, tableSeparator, tableRowLength, tableQuoteUnclosed, tableTextAfterQuote,
      tableColumnUnnamed, tableColumnTwice, tableTooManyColumns, tableTooManyRows, tableNumber, tableColumnUnknown,
      unknownDirective, directiveUnknownAttribute, directiveDuplicateAttribute, directiveMissingAttribute,
      directiveMissingLabel, directiveUnexpectedLabel, directiveMalformed, directiveUnclosed,
      directiveClosesNothing, directiveWrongContent, directiveWrongForm, directiveTooDeep, brokenLink, brokenAnchor, linkToUnpublished, linkOutside, symbolicLink,
      nameIsNotUTF8, nameReserved, notARegularFile, nameTooLong, pathTooLong, activeSVG, imageSizeUnknown,
      linkLabelMissing, foreignMarkup, fenceUnclosed, furtherFindings, htmlNeverAllowed,
      sameNameSpelledTwice, sameAddress, addressesDifferOnlyBySpelling, fileBlocksFolder, outputRefused,
      outputNotOurs, outputBusy, outputEdited, outputBlocked, manifestInvalid, writeFailed, readFailed,
      interrupted, outputEditedKept, outputSetAside, outputLeftover, outputOwner, templateFailed,
      templateTooSlow, budgetExceeded, conformityRate, fileExists, folderNotEmpty, creationFailed, titleWithoutName, check

    init(_ problem: Problem) {
      self =
        switch problem {
        case .check: .check
        case .textIsUTF16: .textIsUTF16
        case .textIsNotUTF8: .textIsNotUTF8
        case .invisibleCharacter: .invisibleCharacter
        case .fileTooLarge: .fileTooLarge
        case .frontMatterUnclosed: .frontMatterUnclosed
        case .frontMatterTooLarge: .frontMatterTooLarge
        case .nestedTooDeep: .nestedTooDeep
        case .tabIndentation: .tabIndentation
        case .yamlColonInText: .yamlColonInText
        case .yamlIndicator: .yamlIndicator
        case .yamlSecondDocument: .yamlSecondDocument
        case .yamlInvalid: .yamlInvalid
        case .duplicateKey: .duplicateKey
        case .keyIsNotText: .keyIsNotText
        case .notAMapping: .notAMapping
        case .unknownKey: .unknownKey
        case .secretInSettings: .secretInSettings
        case .missingKey: .missingKey
        case .wrongKind: .wrongKind
        case .notANumber: .notANumber
        case .notABoolean: .notABoolean
        case .notADate: .notADate
        case .dateDoesNotExist: .dateDoesNotExist
        case .monthDoesNotExist: .monthDoesNotExist
        case .timeDoesNotExist: .timeDoesNotExist
        case .rangeReversed: .rangeReversed
        case .unknownValue: .unknownValue
        case .duplicateValue: .duplicateValue
        case .notAnAddress: .notAnAddress
        case .baseURLInvalid: .baseURLInvalid
        case .notAColour: .notAColour
        case .lowContrast: .lowContrast
        case .notAnImage: .notAnImage
        case .slugInvalid: .slugInvalid
        case .pathInvalid: .pathInvalid
        case .unknownTimeZone: .unknownTimeZone
        case .unknownLanguage: .unknownLanguage
        case .matrixShape: .matrixShape
        case .matrixSum: .matrixSum
        case .assessmentTotal: .assessmentTotal
        case .tooManyAnswers: .tooManyAnswers
        case .homeBlockEmpty: .homeBlockEmpty
        case .chapterOfChapter: .chapterOfChapter
        case .chapterNumberTaken: .chapterNumberTaken
        case .settingsMissing: .settingsMissing
        case .nameTaken: .nameTaken
        case .unknownName: .unknownName
        case .fileInNoType: .fileInNoType
        case .titleMissing: .titleMissing
        case .itemNotPublished: .itemNotPublished
        case .unknownReference: .unknownReference
        case .referenceToWrongType: .referenceToWrongType
        case .referenceToUnpublished: .referenceToUnpublished
        case .markdownTooDeep: .markdownTooDeep
        case .markdownTooManyNestedLines: .markdownTooManyNestedLines
        case .markdownTooManyImages: .markdownTooManyImages
        case .markdownTooManyBrackets: .markdownTooManyBrackets
        case .markdownTooMuchMarkup: .markdownTooMuchMarkup
        case .rawHTML: .rawHTML
        case .addressRefused: .addressRefused
        case .tableTooLarge: .tableTooLarge
        case .footnoteMissing: .footnoteMissing
        case .footnoteUnused: .footnoteUnused
        case .footnoteDefinedTwice: .footnoteDefinedTwice
        case .alternativeTextMissing: .alternativeTextMissing
        case .externalImage: .externalImage
        case .trackingRemoved: .trackingRemoved
        case .linkToNoItem: .linkToNoItem
        case .linkToNoFile: .linkToNoFile
        case .tableUnreadable: .tableUnreadable
        case .unknownEntry: .unknownEntry
        case .fragmentMissing: .fragmentMissing
        case .includeCycle: .includeCycle
        case .includeTooDeep: .includeTooDeep
        case .includeTooMuch: .includeTooMuch
        case .codeMissing: .codeMissing
        case .codeNotText: .codeNotText
        case .codeUnreadable: .codeUnreadable
        case .codeTooLarge: .codeTooLarge
        case .codeTooMuch: .codeTooMuch
        case .tableIsNotUTF8: .tableIsNotUTF8
        case .tableSeparator: .tableSeparator
        case .tableRowLength: .tableRowLength
        case .tableQuoteUnclosed: .tableQuoteUnclosed
        case .tableTextAfterQuote: .tableTextAfterQuote
        case .tableColumnUnnamed: .tableColumnUnnamed
        case .tableColumnTwice: .tableColumnTwice
        case .tableTooManyColumns: .tableTooManyColumns
        case .tableTooManyRows: .tableTooManyRows
        case .tableNumber: .tableNumber
        case .tableColumnUnknown: .tableColumnUnknown
        case .unknownDirective: .unknownDirective
        case .directiveUnknownAttribute: .directiveUnknownAttribute
        case .directiveDuplicateAttribute: .directiveDuplicateAttribute
        case .directiveMissingAttribute: .directiveMissingAttribute
        case .directiveMissingLabel: .directiveMissingLabel
        case .directiveUnexpectedLabel: .directiveUnexpectedLabel
        case .directiveMalformed: .directiveMalformed
        case .directiveUnclosed: .directiveUnclosed
        case .directiveClosesNothing: .directiveClosesNothing
        case .directiveWrongContent: .directiveWrongContent
        case .directiveWrongForm: .directiveWrongForm
        case .directiveTooDeep: .directiveTooDeep
        case .linkLabelMissing: .linkLabelMissing
        case .foreignMarkup: .foreignMarkup
        case .fenceUnclosed: .fenceUnclosed
        case .furtherFindings: .furtherFindings
        case .htmlNeverAllowed: .htmlNeverAllowed
        case .brokenLink: .brokenLink
        case .brokenAnchor: .brokenAnchor
        case .linkToUnpublished: .linkToUnpublished
        case .linkOutside: .linkOutside
        case .symbolicLink: .symbolicLink
        case .nameIsNotUTF8: .nameIsNotUTF8
        case .nameReserved: .nameReserved
        case .notARegularFile: .notARegularFile
        case .nameTooLong: .nameTooLong
        case .pathTooLong: .pathTooLong
        case .activeSVG: .activeSVG
        case .imageSizeUnknown: .imageSizeUnknown
        case .sameNameSpelledTwice: .sameNameSpelledTwice
        case .sameAddress: .sameAddress
        case .addressesDifferOnlyBySpelling: .addressesDifferOnlyBySpelling
        case .fileBlocksFolder: .fileBlocksFolder
        case .outputRefused: .outputRefused
        case .outputNotOurs: .outputNotOurs
        case .outputBusy: .outputBusy
        case .outputEdited: .outputEdited
        case .outputBlocked: .outputBlocked
        case .manifestInvalid: .manifestInvalid
        case .writeFailed: .writeFailed
        case .readFailed: .readFailed
        case .interrupted: .interrupted
        case .outputEditedKept: .outputEditedKept
        case .outputSetAside: .outputSetAside
        case .outputLeftover: .outputLeftover
        case .outputOwner: .outputOwner
        case .templateFailed: .templateFailed
        case .templateTooSlow: .templateTooSlow
        case .budgetExceeded: .budgetExceeded
        case .conformityRate: .conformityRate
        case .fileExists: .fileExists
        case .folderNotEmpty: .folderNotEmpty
        case .creationFailed: .creationFailed
        case .titleWithoutName: .titleWithoutName
        }
    }
  }
}
