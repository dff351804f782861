// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "protocol-generator",
    targets: [
        .target(name: "ProtocolGenerator"),
        .executableTarget(name: "protocol-generator", dependencies: ["ProtocolGenerator"]),
        .testTarget(name: "ProtocolGeneratorTests", dependencies: ["ProtocolGenerator"]),
    ]
)
