// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"), .treatAllWarnings(as: .error),
]

let package = Package(
  name: "terreau",
  products: [.executable(name: "terreau", targets: ["terreau"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // System libraries: module maps and nothing else.
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),

    .target(name: "HTML", swiftSettings: strict),
    .target(name: "Markup", dependencies: ["CCMark", "HTML"], swiftSettings: strict),
    .target(
      name: "Content", dependencies: ["HTML", "Markup", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    // The theme: pages as Swift string templates, and their style sheet and scripts, built into the program.
    .target(
      name: "Templates", dependencies: ["HTML", "Content", "Markup"], path: "templates",
      resources: [.embedInCode("assets")], swiftSettings: strict),
    .target(name: "Search", dependencies: ["CStemmer"], swiftSettings: strict),
    .target(
      name: "Generator", dependencies: ["CLinux", "CXXHash", "HTML", "Markup", "Content", "Search"],
      swiftSettings: strict),
    // Stands in for libcurl, which nothing uses: see absent.c. The archive in `link` is empty.
    .target(
      name: "CNoCurl", exclude: ["link"],
      linkerSettings: [.unsafeFlags(["-L\(Context.packageDirectory)/Sources/CNoCurl/link"])]),
    // Looks at a platform as an editor would.
    .target(
      name: "Checking",
      dependencies: [
        "HTML", "Markup", "Content", "Generator", .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    // Shows a site while it is written.
    .target(
      name: "Preview",
      dependencies: [
        "CLinux", "CNoCurl", "HTML", "Markup", "Content", "Generator",
        .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      resources: [.embedInCode("Client")], swiftSettings: strict),
    // What the commands that begin a platform, an item or an editor's settings write.
    .target(
      name: "Scaffolding", dependencies: ["HTML", "Markup", "Content", "Templates"],
      resources: [.embedInCode("Starter/fr.txt"), .embedInCode("Starter/en.txt")], swiftSettings: strict),
    .executableTarget(
      name: "terreau",
      dependencies: [
        "HTML", "Markup", "Content", "Templates", "Generator", "Checking", "Preview", "Scaffolding",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Builds an index of any documents, so that tests can measure how well it finds them.
    .executableTarget(name: "search-probe", dependencies: ["Search"], path: "Tests/Search/Probe", swiftSettings: strict),

    // `make bench`: synthetic platforms, and the least that any generator over libcmark must do.
    .executableTarget(
      name: "bench",
      dependencies: [
        "CCMark", "Content", "Markup", "terreau", "cmark-baseline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Bench/Runner", swiftSettings: strict),
    .executableTarget(name: "cmark-baseline", dependencies: ["CCMark"], path: "Tests/Bench/Baseline"),

    .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: strict),
    .testTarget(name: "MarkupTests", dependencies: ["CCMark", "Markup"], swiftSettings: strict),
    .testTarget(name: "ContentTests", dependencies: ["Content"], swiftSettings: strict),
    .testTarget(name: "TemplatesTests", dependencies: ["Templates", "Content"], swiftSettings: strict),
    .testTarget(
      name: "SearchTests", dependencies: ["Search", "Content", "Generator", "HTML"], swiftSettings: strict),
    .testTarget(
      name: "GeneratorTests", dependencies: ["Content", "Generator", "HTML", "WriterProbe"],
      swiftSettings: strict),
    // Writes a small fixed site, so that tests can break system calls under it.
    .executableTarget(
      name: "WriterProbe", dependencies: ["Content", "Generator"], path: "Tests/WriterProbe",
      swiftSettings: strict),

    .testTarget(
      name: "CheckingTests",
      dependencies: [
        "Checking", "Content", "Generator", "HTML", "Markup", "Templates",
        .product(name: "FlyingFox", package: "FlyingFox"),
      ],
      swiftSettings: strict),

    .testTarget(
      name: "PreviewTests", dependencies: ["Preview", "PreviewProbe", "Content", "Generator", "HTML"],
      swiftSettings: strict),
    // Serves a folder as a preview, so that a browser can look at it.
    .executableTarget(
      name: "PreviewProbe", dependencies: ["Preview"], path: "Tests/PreviewProbe", swiftSettings: strict),
    .testTarget(
      name: "ScaffoldingTests", dependencies: ["Scaffolding", "Content", "HTML", "Markup"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["terreau", "ThemeProbe", "Content", "Generator", "HTML", "Preview"],
      exclude: ["Transcripts"], swiftSettings: strict),
    // Builds with a theme that fails in many ways, so that tests see what becomes of the build.
    .executableTarget(
      name: "ThemeProbe", dependencies: ["Content", "Generator", "HTML"], path: "Tests/ThemeProbe",
      swiftSettings: strict),
  ]
)
