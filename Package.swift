// swift-tools-version: 6.1
import PackageDescription

/// Every module of ours is compiled under the same strict rules; the floors they stand on are described in ARCHITECTURE.md.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "annals",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "EDTF", targets: ["EDTF"]),
    .library(name: "TimelineModel", targets: ["TimelineModel"]),
    .library(name: "TimelineStore", targets: ["TimelineStore"]),
    .library(name: "TimelineFormats", targets: ["TimelineFormats"]),
  ],
  targets: [
    // floor 1
    .target(name: "EDTF", swiftSettings: strict),
    .target(name: "TimelineModel", dependencies: ["EDTF"], swiftSettings: strict),
    .target(name: "CBytes"),
    .target(name: "Bytes", dependencies: ["CBytes"], swiftSettings: strict),
    .target(name: "BundledData"),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo", .when(platforms: [.linux]))]),

    // floor 2
    .target(name: "TimelineStore", dependencies: ["TimelineModel", "EDTF", "Bytes"], swiftSettings: strict),
    .target(name: "TimelineFormats", dependencies: ["TimelineModel", "EDTF", "Bytes"], swiftSettings: strict),
    .target(name: "Terminal", swiftSettings: strict),

    // floor 3
    .target(name: "TimelineBrowser", dependencies: ["TimelineStore", "TimelineModel", "EDTF", "Terminal"], swiftSettings: strict),
    .target(name: "NcursesTerminal", dependencies: ["Terminal", "CNcurses"], swiftSettings: strict),

    .testTarget(name: "EDTFTests", dependencies: ["EDTF"], swiftSettings: strict),
    .testTarget(name: "TimelineModelTests", dependencies: ["TimelineModel", "EDTF"], swiftSettings: strict),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: strict),
  ]
)
