// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: Swift 6 language mode comes with the tools version;
/// imports are internal unless said otherwise, so that no module leaks what it stands on.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "martlet",
    products: [
        .executable(name: "martlet", targets: ["martlet"]),
        .library(name: "KafkaCodec", targets: ["KafkaWire", "KafkaProtocol", "KafkaRecords"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        // Without its traits: the console needs neither Foundation nor another configuration.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    ],
    targets: [
        // Floor 0: the codec.
        .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLZ4", path: "Sources/CLZ4", pkgConfig: "liblz4", providers: [.apt(["liblz4-dev"])]),
        .systemLibrary(name: "CZstd", path: "Sources/CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CSnappy", path: "Sources/CSnappy", providers: [.apt(["libsnappy-dev"])]),
        .target(name: "CCRC32C", path: "Sources/CCRC32C"),
        .target(name: "KafkaWire", dependencies: [nioCore], swiftSettings: strict),
        .target(name: "KafkaProtocol", dependencies: ["KafkaWire", nioCore], swiftSettings: strict),
        .target(
            name: "KafkaMessageJSON", dependencies: ["KafkaWire", "KafkaProtocol", nioCore], swiftSettings: strict),
        .target(
            name: "KafkaRecords",
            dependencies: ["KafkaWire", "CCRC32C", "CZlib", "CLZ4", "CZstd", "CSnappy", nioCore],
            swiftSettings: strict),

        // Floor 1: what needs thought, and the disk.
        .target(
            name: "KafkaConfiguration", swiftSettings: strict),
        .systemLibrary(
            name: "COpenSSL", path: "Sources/COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .target(
            name: "KafkaSecurity", dependencies: ["KafkaMessageJSON", "COpenSSL", nioCore], swiftSettings: strict),
        .target(name: "CFileShims", path: "Sources/CFileShims"),
        .target(
            name: "KafkaLog",
            dependencies: ["KafkaWire", "KafkaProtocol", "KafkaRecords", "CFileShims", nioCore, logging],
            swiftSettings: strict),
        .target(
            name: "KafkaCoordination",
            dependencies: ["KafkaWire", "KafkaProtocol", "KafkaRecords", nioCore],
            swiftSettings: strict),

        // Floor 2: the network, from both sides.
        .target(
            name: "KafkaServer",
            dependencies: [
                "KafkaWire", "KafkaProtocol", "KafkaRecords", "KafkaMessageJSON", "KafkaConfiguration",
                "KafkaCoordination", "KafkaSecurity", "CFileShims", nioCore, nioPosix, logging,
            ],
            swiftSettings: strict),
        .target(
            name: "KafkaClient",
            dependencies: [
                "KafkaWire", "KafkaProtocol", "KafkaRecords", "KafkaSecurity", nioCore, nioPosix, logging,
            ],
            swiftSettings: strict),

        // Floor 3: the engines.
        .target(
            name: "KafkaBroker",
            dependencies: [
                "KafkaWire", "KafkaProtocol", "KafkaRecords", "KafkaConfiguration", "KafkaLog", "KafkaMessageJSON",
                "KafkaCoordination", "KafkaSecurity", "KafkaServer", nioCore, nioPosix, logging,
            ],
            swiftSettings: strict),

        .target(
            name: "KafkaProxy",
            dependencies: [
                "KafkaWire", "KafkaProtocol", "KafkaRecords", "KafkaMessageJSON", "KafkaConfiguration",
                "KafkaCoordination",
                "KafkaSecurity", "KafkaServer", "KafkaClient", nioCore, nioPosix, logging,
            ],
            swiftSettings: strict),

        // Floor 4: the conformance kit, and what operators see.
        .target(
            name: "MartletConformance",
            dependencies: [
                "KafkaWire", "KafkaProtocol", "KafkaRecords", "KafkaMessageJSON", "KafkaSecurity", "KafkaServer",
                "KafkaClient", "KafkaProxy", nioCore, nioPosix, logging,
            ],
            swiftSettings: strict),

        .target(
            name: "MartletConsole",
            dependencies: [
                "KafkaConfiguration", "KafkaServer", nioCore, nioPosix, logging,
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: strict),

        // Floor 5: the program.
        .target(name: "CProcessShims", path: "Sources/CProcessShims"),
        .executableTarget(
            name: "martlet",
            dependencies: [
                "KafkaWire", "KafkaProtocol", "KafkaRecords", "KafkaConfiguration", "KafkaLog",
                "KafkaMessageJSON", "KafkaSecurity", "KafkaServer", "KafkaClient", "KafkaBroker", "KafkaProxy",
                "MartletConformance", "MartletConsole", "CProcessShims",
                nioCore, nioPosix, logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),

        // Measures floor 0; no product of the package.
        .target(name: "CAllocationCount", path: "tools/bench-codec/CAllocationCount"),
        .executableTarget(
            name: "bench-codec",
            dependencies: ["KafkaWire", "KafkaProtocol", "KafkaRecords", "CAllocationCount", "CProcessShims", nioCore],
            path: "tools/bench-codec/bench-codec", swiftSettings: strict),

        .testTarget(name: "KafkaWireTests", dependencies: ["KafkaWire", nioCore], swiftSettings: strict),
        .testTarget(
            name: "KafkaProtocolTests", dependencies: ["KafkaWire", "KafkaProtocol", nioCore],
            resources: [.copy("Fixtures")], swiftSettings: strict),
        .testTarget(
            name: "KafkaMessageJSONTests",
            dependencies: ["KafkaMessageJSON", "KafkaWire", "KafkaProtocol", nioCore], swiftSettings: strict),
        .testTarget(
            name: "KafkaRecordsTests", dependencies: ["KafkaWire", "KafkaRecords", nioCore],
            resources: [.copy("Fixtures")], swiftSettings: strict),
        .testTarget(
            name: "KafkaConfigurationTests", dependencies: ["KafkaConfiguration"], swiftSettings: strict),
        .testTarget(
            name: "KafkaSecurityTests", dependencies: ["KafkaSecurity", "KafkaMessageJSON", nioCore],
            resources: [.copy("Fixtures")], swiftSettings: strict),
        .testTarget(
            name: "KafkaLogTests",
            dependencies: ["KafkaLog", "KafkaWire", "KafkaProtocol", "KafkaRecords", "CFileShims", nioCore],
            resources: [.copy("Fixtures")], swiftSettings: strict),
        .testTarget(
            name: "KafkaCoordinationTests",
            dependencies: ["KafkaCoordination", "KafkaWire", "KafkaProtocol", nioCore],
            resources: [.copy("Fixtures")], swiftSettings: strict),
        .testTarget(
            name: "KafkaServerTests",
            dependencies: [
                "KafkaServer", "KafkaWire", "KafkaProtocol", "KafkaConfiguration", "KafkaCoordination", "KafkaSecurity",
                nioCore, nioPosix, logging,
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "KafkaClientTests",
            dependencies: [
                "KafkaClient", "KafkaSecurity", "KafkaWire", "KafkaProtocol", "KafkaRecords", nioCore, nioPosix,
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "MartletTests",
            dependencies: [
                "martlet", "KafkaClient", "KafkaLog", "KafkaMessageJSON", "KafkaProtocol", "KafkaSecurity", "KafkaWire",
                "KafkaRecords",
                nioCore,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "KafkaProxyTests",
            dependencies: [
                "KafkaProxy", "KafkaBroker", "KafkaServer", "KafkaClient", "KafkaConfiguration", "KafkaCoordination",
                "KafkaSecurity", "KafkaWire", "KafkaProtocol", "KafkaRecords", "KafkaMessageJSON", nioCore, nioPosix,
                logging,
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "MartletConformanceTests",
            dependencies: [
                "MartletConformance", "KafkaServer", "KafkaClient", "KafkaProxy", "KafkaWire", "KafkaProtocol",
                "KafkaRecords", "KafkaMessageJSON", "KafkaSecurity", nioCore, nioPosix, logging,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "MartletConsoleTests",
            dependencies: [
                "MartletConsole", "KafkaBroker", "KafkaProxy", "KafkaServer", "KafkaClient", "KafkaConfiguration",
                "KafkaWire", nioCore, nioPosix, logging,
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "KafkaBrokerTests",
            dependencies: [
                "KafkaBroker", "KafkaProxy", "KafkaServer", "KafkaLog", "KafkaMessageJSON", "KafkaCoordination",
                "KafkaConfiguration", "KafkaSecurity",
                "KafkaWire", "KafkaProtocol", "KafkaRecords", nioCore, nioPosix, logging,
            ],
            swiftSettings: strict),
    ]
)
