// swift-tools-version: 6.1
import PackageDescription

/// Every module of ours is compiled under the same strict rules; the floors they stand on are described in ARCHITECTURE.md.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// What `--version` names beside the number: Tools/build says it. It stands in one small file, so that a new commit does not build everything anew.
let commit: [CSetting] =
  (Context.environment["ANNALS_COMMIT"] ?? "").isEmpty ? [] : [.define("ANNALS_COMMIT", to: "\"\(Context.environment["ANNALS_COMMIT"] ?? "")\"")]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "annals",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "annals", targets: ["annals"]),
    .library(name: "EDTF", targets: ["EDTF"]),
    .library(name: "TimelineModel", targets: ["TimelineModel"]),
    .library(name: "TimelineStore", targets: ["TimelineStore"]),
    .library(name: "TimelineFormats", targets: ["TimelineFormats"]),
  ],
  dependencies: [
    // Shipped: parses arguments, prints --help, writes shell completions and the manual's option tables.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Tests only: an independent reading of YAML to hold our strict subset against.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // Tests only: runs the built program and tmux as child processes.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // floor 1
    .target(name: "EDTF", swiftSettings: strict),
    .target(name: "TimelineModel", dependencies: ["EDTF"], swiftSettings: strict),
    .target(name: "CBytes"),
    .target(name: "Bytes", dependencies: ["CBytes"], swiftSettings: strict),
    .target(name: "BundledData", exclude: ["nagorno-karabakh.compiled"], cSettings: commit),
    .target(
      name: "CNcurses",
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])), .linkedLibrary("tinfo", .when(platforms: [.linux])),
        // macOS calls its wide-character library plain ncurses.
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),

    // floor 2
    .target(name: "TimelineStore", dependencies: ["TimelineModel", "EDTF", "Bytes", "CBytes"], swiftSettings: strict),
    .target(name: "TimelineFormats", dependencies: ["TimelineModel", "EDTF", "Bytes", "CBytes"], swiftSettings: strict),
    .target(name: "Notebook", dependencies: ["TimelineModel", "Bytes"], swiftSettings: strict),
    .target(name: "Terminal", swiftSettings: strict),

    // floor 3
    .target(name: "TimelineBrowser", dependencies: ["TimelineStore", "Notebook", "TimelineModel", "EDTF", "Terminal"], swiftSettings: strict),
    .target(name: "NcursesTerminal", dependencies: ["Terminal", "CNcurses"], swiftSettings: strict),

    // floor 4
    .executableTarget(
      name: "annals",
      dependencies: [
        "TimelineBrowser", "NcursesTerminal", "TimelineStore", "TimelineFormats", "Notebook", "TimelineModel", "EDTF", "Terminal", "Bytes",
        "BundledData", argumentParser,
      ],
      swiftSettings: strict),

    // Tests mirror the modules; Tests/Fixtures lies beside them and is found from the test's own path.
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: strict),
    .target(name: "SmallTimeline", dependencies: ["TimelineModel", "EDTF"], path: "Tests/SmallTimeline", swiftSettings: strict),
    .testTarget(name: "EDTFTests", dependencies: ["SeededRandom", "EDTF"], swiftSettings: strict),
    .testTarget(name: "BytesTests", dependencies: ["SeededRandom", "Bytes", "CBytes"], swiftSettings: strict),
    .testTarget(name: "TerminalTests", dependencies: ["SeededRandom", "Terminal"], swiftSettings: strict),
    .testTarget(name: "NotebookTests", dependencies: ["SeededRandom", "Notebook", "TimelineModel", "Bytes"], swiftSettings: strict),
    .testTarget(name: "TimelineModelTests", dependencies: ["SeededRandom", "TimelineModel", "EDTF"], swiftSettings: strict),
    .testTarget(name: "TimelineStoreTests", dependencies: ["SeededRandom", "SmallTimeline", "TimelineStore", "TimelineModel", "EDTF"], swiftSettings: strict),
    .testTarget(
      name: "TimelineFormatsTests",
      dependencies: ["SeededRandom", "TimelineFormats", "TimelineStore", "TimelineModel", "EDTF", "Bytes", "CBytes", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .testTarget(
      name: "TimelineBrowserTests", dependencies: ["SeededRandom", "TimelineBrowser", "TimelineStore", "Notebook", "TimelineModel", "EDTF", "Terminal"],
      exclude: ["Drawings"], swiftSettings: strict),

    // These run the built program: as a child with its output in our hands, and in a real terminal kept by tmux.
    .target(name: "TestSupport", dependencies: [subprocess], path: "Tests/Support", swiftSettings: strict),
    .testTarget(name: "AnnalsTests", dependencies: ["annals", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "HostileTests",
      dependencies: [
        "SeededRandom", "annals", "TestSupport", "TimelineBrowser", "TimelineStore", "TimelineFormats", "Notebook", "TimelineModel", "EDTF", "Terminal",
        "Bytes",
      ],
      exclude: ["Files"], swiftSettings: strict),
    .testTarget(name: "TerminalSessionTests", dependencies: ["annals", "TestSupport"], swiftSettings: strict),
  ]
)

// What Tools/fuzz builds. Nobody else sees these: they need a compiler's fuzzing runtime, which not every toolchain has.
if Context.environment["ANNALS_FUZZ"] != nil {
  let reading: [Target.Dependency] = ["TimelineFormats", "TimelineStore", "TimelineModel", "EDTF", "Bytes", "Fuzzing", "FuzzReading"]
  let programs: [String: [Target.Dependency]] = [
    "FuzzTables": reading, "FuzzJSON": reading, "FuzzNative": reading, "FuzzCompiled": reading, "FuzzKept": reading, "FuzzEDTF": ["EDTF", "Fuzzing"],
    "FuzzFilter": ["SmallTimeline", "TimelineStore", "TimelineModel", "EDTF", "Fuzzing"], "FuzzKeys": ["Terminal", "Fuzzing"],
    "FuzzText": ["Terminal", "Fuzzing"],
    "FuzzNotes": ["Notebook", "TimelineModel", "Bytes", "Fuzzing"],
    "FuzzSettings": ["Notebook", "TimelineFormats", "TimelineBrowser", "TimelineModel", "Terminal", "Fuzzing", "FuzzReading"],
  ]
  package.targets += [
    .target(name: "Fuzzing", path: "Tests/Fuzz/Fuzzing", swiftSettings: strict),
    .target(name: "FuzzReading", dependencies: Array(reading.dropLast()), path: "Tests/Fuzz/FuzzReading", swiftSettings: strict),
  ]
  for (name, dependencies) in programs {
    // The runtime brings the main program.
    let settings = strict + [.unsafeFlags(["-parse-as-library"])]
    package.targets.append(.executableTarget(name: name, dependencies: dependencies, path: "Tests/Fuzz/\(name)", swiftSettings: settings))
  }
}
