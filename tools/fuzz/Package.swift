// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the sanitizers' flags, which tools/fuzz/run gives on the command line, touch no other
// build.
let package = Package(
    name: "martlet-fuzz",
    dependencies: [
        .package(name: "martlet", path: "../.."),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        .systemLibrary(name: "CFuzzer", path: "Sources/CFuzzer"),
        .executableTarget(
            name: "martlet-fuzz",
            dependencies: [
                "CFuzzer", .product(name: "KafkaCodec", package: "martlet"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("ExistentialAny"),
                .treatAllWarnings(as: .error),
            ]),
    ]
)
