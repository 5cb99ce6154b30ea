// swift-tools-version: 6.2
import PackageDescription

/// Swift 6 rules everywhere: data races and every warning are errors.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

/// ncurses hides its wide-character calls unless these are defined before its header is read.
let wideCharacters: [CSetting] = [
    .define("_XOPEN_SOURCE", to: "700"), .define("_DEFAULT_SOURCE"), .define("NCURSES_WIDECHAR", to: "1"),
]

let package = Package(
    name: "firebreak",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "firebreak", targets: ["firebreak"]),
        .executable(name: "firebreak-measure", targets: ["firebreak-measure"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Text that is safe to show: no module of ours below it.
        .target(name: "PlainText", swiftSettings: strict),

        // The graph: evidence in, answers out. No terminal, no clock, no network.
        .target(
            name: "Inventory",
            dependencies: ["CKernels", "PlainText", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(
            name: "Intake",
            dependencies: [
                "Inventory", "CKernels", "CSimdjson", "Yams", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(
            name: "Reach",
            dependencies: ["Inventory", "CKernels", .product(name: "HeapModule", package: "swift-collections")],
            swiftSettings: strict),
        // The work on the evidence: one file, and a journal that shows tampering.
        .target(
            name: "Casebook",
            dependencies: [
                "Inventory", "Reach", "PlainText", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(name: "Reports", dependencies: ["Inventory", "Reach", "Casebook", "PlainText"], swiftSettings: strict),

        // The screen: pure values.
        .target(name: "TerminalKit", dependencies: ["PlainText"], swiftSettings: strict),
        .target(
            name: "Console",
            dependencies: ["Inventory", "Reach", "Casebook", "Reports", "TerminalKit", "PlainText"],
            swiftSettings: strict),

        // The edges: C libraries and the process.
        .target(
            name: "CNcurses", dependencies: ["CKernels"],
            cSettings: wideCharacters,
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo", .when(platforms: [.linux]))]),
        .target(name: "CursesTerminal", dependencies: ["CNcurses", "TerminalKit", "PlainText"], swiftSettings: strict),
        .target(name: "CKernels"),
        .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),
        .executableTarget(
            name: "firebreak",
            dependencies: [
                "Inventory", "Intake", "Reach", "Casebook", "Reports", "TerminalKit", "Console", "CursesTerminal",
                "PlainText", .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),

        // What Benchmarks/run asks for answers.
        .executableTarget(
            name: "firebreak-measure", dependencies: ["Inventory", "Reach"], path: "Benchmarks/Measure",
            swiftSettings: strict),

        .testTarget(name: "PlainTextTests", dependencies: ["PlainText"], swiftSettings: strict),
        .testTarget(
            name: "InventoryTests",
            dependencies: [
                "Inventory", "PlainText", "Reach", "CKernels", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .testTarget(name: "IntakeTests", dependencies: ["Intake", "Inventory", "Reach"], swiftSettings: strict),
        .testTarget(name: "ReachTests", dependencies: ["Reach", "Inventory"], swiftSettings: strict),
        // A disk that fails where a test says.
        .target(name: "CFaultyDisk", path: "Tests/CFaultyDisk", linkerSettings: [.linkedLibrary("sqlite3")]),
        .testTarget(
            name: "CasebookTests",
            dependencies: [
                "Casebook", "CFaultyDisk", "Reach", "Inventory", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ReportsTests", dependencies: ["Reports", "Casebook", "Reach", "Inventory"], swiftSettings: strict),
        .testTarget(name: "TerminalKitTests", dependencies: ["TerminalKit", "PlainText"], swiftSettings: strict),
        .testTarget(
            name: "ConsoleTests",
            dependencies: ["Console", "Casebook", "Inventory", "Reach", "TerminalKit"],
            exclude: ["Goldens", "Scripts"], swiftSettings: strict),
        .testTarget(
            name: "FirebreakTests",
            dependencies: [
                "firebreak", "Casebook", "Console", "CursesTerminal", "Intake", "Inventory", "PlainText", "Reach",
                "Reports", "TerminalKit", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)
