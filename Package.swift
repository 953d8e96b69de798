// swift-tools-version: 6.0
import Foundation
import PackageDescription

/// The folder with SwiftSyntax and SwiftParser that comes with the toolchain in use.
let toolchainHost: String = {
  let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
  let swift =
    path.split(separator: ":").map { "\($0)/swift" }
    .first { FileManager.default.isExecutableFile(atPath: $0) } ?? "/usr/bin/swift"
  let binary = URL(fileURLWithPath: swift).resolvingSymlinksInPath()
  return binary.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("lib/swift/host").path
}()

let swiftSyntax: [SwiftSetting] = [.unsafeFlags(["-I", toolchainHost])]
let swiftSyntaxLibraries: [LinkerSetting] = [
  .unsafeFlags(["-L", toolchainHost, "-Xlinker", "-rpath", "-Xlinker", toolchainHost]),
  .linkedLibrary("SwiftSyntax"), .linkedLibrary("SwiftParser"), .linkedLibrary("SwiftIDEUtils"),
  .linkedLibrary("SwiftOperators"), .linkedLibrary("SwiftDiagnostics"),
  .linkedLibrary("SwiftParserDiagnostics"),
]

let package = Package(
  name: "nbrun",
  products: [
    .executable(name: "nbrun", targets: ["nbrun"]),
    .executable(name: "nbrun-cell", targets: ["nbrun-cell"]),
    .executable(name: "nbrun-confine", targets: ["nbrun-confine"]),
    .library(name: "CellKit", type: .dynamic, targets: ["CellKit"]),
    .library(name: "CNNCore", targets: ["CNNCore"]),
    .library(name: "Figures", targets: ["Figures"]),
  ],
  targets: [
    // System libraries.
    .systemLibrary(name: "Ccmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "Cyaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "Cduktape", pkgConfig: "duktape", providers: [.apt(["duktape-dev"])]),
    .systemLibrary(name: "Cnettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "Czlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "Cxxhash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "Cpng", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "Cjpeg", pkgConfig: "libjpeg", providers: [.apt(["libjpeg-dev"])]),
    .systemLibrary(name: "Ccsv", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "Cprctl"),

    // Leaves.
    .target(name: "Diagnostics"),
    .target(
      name: "CoreKernels",
      cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off", "-fno-math-errno"])]),
    .target(name: "CorePictures", dependencies: ["Cpng", "Cjpeg"]),
    .target(name: "CNNCore", dependencies: ["CoreKernels", "CorePictures", "Czlib"]),
    .target(name: "CellEvents"),

    // In the child process, beside the cells.
    .target(name: "Figures", dependencies: ["CNNCore"]),
    .target(name: "CellKit", dependencies: ["Figures", "CNNCore", "CellEvents", "Cxxhash"]),
    .executableTarget(
      name: "nbrun-cell", linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic"])]),

    .executableTarget(name: "nbrun-confine"),

    // In the runner, in the order that data flows.
    .target(name: "SwiftCode", swiftSettings: swiftSyntax, linkerSettings: swiftSyntaxLibraries),
    .target(name: "MarkdownTree", dependencies: ["Ccmark", "Diagnostics"]),
    .target(
      name: "NotebookFormat", dependencies: ["MarkdownTree", "SwiftCode", "Diagnostics", "Cyaml"],
      swiftSettings: swiftSyntax, linkerSettings: swiftSyntaxLibraries),
    .target(name: "Platform", dependencies: ["Cnettle", "Cprctl"]),
    .target(name: "HTTPTransfer"),
    .target(name: "HTTPServing"),
    .target(name: "Previews", dependencies: ["HTTPServing", "Platform"]),
    .target(name: "Downloads", dependencies: ["HTTPTransfer", "Platform", "Czlib"]),
    .target(
      name: "Engine",
      dependencies: ["NotebookFormat", "SwiftCode", "Diagnostics", "CellEvents", "Platform"],
      swiftSettings: swiftSyntax, linkerSettings: swiftSyntaxLibraries),
    .target(
      name: "Grading", dependencies: ["NotebookFormat", "CellEvents", "Platform"],
      swiftSettings: swiftSyntax),
    .target(
      name: "Receipts", dependencies: ["NotebookFormat", "CellEvents", "Platform"],
      swiftSettings: swiftSyntax),
    .target(name: "APIDocs", dependencies: ["Diagnostics", "Platform"]),
    .target(name: "Rosters", dependencies: ["Diagnostics", "Platform", "Ccsv"]),
    .target(
      name: "Reports",
      dependencies: [
        "NotebookFormat", "SwiftCode", "Grading", "Diagnostics", "CellEvents", "Platform",
        "Cduktape",
      ],
      swiftSettings: swiftSyntax, linkerSettings: swiftSyntaxLibraries),
    .executableTarget(
      name: "nbrun",
      dependencies: [
        "Engine", "Grading", "Receipts", "Reports", "Rosters", "Downloads", "Previews", "APIDocs",
        "NotebookFormat", "Diagnostics", "CellEvents", "Platform", "CoreKernels",
      ],
      swiftSettings: swiftSyntax, linkerSettings: swiftSyntaxLibraries),

    // Not installed: `make bench`.
    .executableTarget(
      name: "nbrun-bench", dependencies: ["CNNCore", "CoreKernels"], exclude: ["Peers"]),

    .testTarget(
      name: "CNNCoreTests", dependencies: ["CNNCore", "TestSupport"],
      exclude: ["Fixtures", "Kernels/form-digests.c", "Kernels/form-digests.inc"]),
    .testTarget(
      name: "FiguresTests", dependencies: ["Figures", "CNNCore"], exclude: ["python-formats.json"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "MarkdownTreeTests", dependencies: ["MarkdownTree", "TestSupport"]),
    .testTarget(
      name: "NotebookFormatTests", dependencies: ["NotebookFormat", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: swiftSyntax),
    .testTarget(name: "SwiftCodeTests", dependencies: ["SwiftCode"], swiftSettings: swiftSyntax),
    .testTarget(
      name: "EngineTests", dependencies: ["Engine"], swiftSettings: swiftSyntax),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "MarkdownTree"], exclude: ["Goldens"],
      swiftSettings: swiftSyntax),
    .testTarget(
      name: "GradingTests", dependencies: ["Grading"], swiftSettings: swiftSyntax),
    .testTarget(name: "ReceiptsTests", dependencies: ["Receipts"], swiftSettings: swiftSyntax),
    .testTarget(name: "APIDocsTests", dependencies: ["APIDocs"]),
    .testTarget(name: "RostersTests", dependencies: ["Rosters", "TestSupport"]),
    .testTarget(name: "CellKitTests", dependencies: ["CellKit", "CNNCore"]),
    .testTarget(name: "CellEventsTests", dependencies: ["CellEvents"]),
    .testTarget(name: "PlatformTests", dependencies: ["Platform"]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "DownloadsTests", dependencies: ["Downloads", "TestSupport"]),
    .testTarget(name: "PreviewsTests", dependencies: ["Previews", "TestSupport"]),
    .testTarget(
      name: "nbrunTests", dependencies: ["nbrun", "nbrun-cell", "nbrun-confine", "TestSupport"],
      exclude: [
        "Broken", "Notebooks/square-vs-noise.json", "Notebooks/worked-examples.json",
      ]),
  ]
)
