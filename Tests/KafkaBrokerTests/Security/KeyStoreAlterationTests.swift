import Foundation
import KafkaProtocol
import KafkaSecurity
import KafkaWire
import Testing

@testable import KafkaBroker

/// Key and trust stores of a listener that clients set while the broker runs.
@Suite struct KeyStoreAlterationTests {
    private static func write(_ certificates: DevCertificates, _ directory: String) throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        for file in certificates.files {
            try Data(file.bytes).write(to: URL(fileURLWithPath: "\(directory)/\(file.name)"))
        }
    }

    private static func makeStores() throws -> String {
        let directory = NSTemporaryDirectory() + "martlet-stores-" + UUID().uuidString
        let now = Int(Date().timeIntervalSince1970)
        try write(DevCertificates(hosts: [], days: 2, password: "store-password", now: now), directory + "/first")
        try write(DevCertificates(hosts: [], days: 2, password: "store-password", now: now), directory + "/second")
        try Data("no store".utf8).write(to: URL(fileURLWithPath: directory + "/broken"))
        return directory
    }

    private static func alter(
        _ client: WireClient, _ configs: [String: String], validateOnly: Bool = false, version: Int16 = 1
    ) async throws -> (error: Int16, message: String) {
        let request = IncrementalAlterConfigsRequest(
            resources: [
                .init(
                    resourceType: 4, resourceName: "1",
                    configs: configs.sorted { $0.key < $1.key }.map {
                        .init(name: $0.key, configOperation: 0, value: $0.value)
                    })
            ], validateOnly: validateOnly)
        let answer = try await client.call(request, version: version).responses.first
        return (answer?.errorCode ?? -1, answer?.errorMessage ?? "")
    }

    private static func location(_ client: WireClient, _ key: String) async throws -> String? {
        let request = DescribeConfigsRequest(
            resources: [.init(resourceType: 4, resourceName: "1", configurationKeys: [key])])
        return try await client.call(request, version: 4).results.first?.configs.first?.value
    }

    @Test func `a store is tried before it is taken`() async throws {
        let stores = try Self.makeStores()
        defer { removeDirectories([stores]) }
        let key = "listener.name.secure.ssl.keystore.location"
        try await withBroker(
            "listeners=PLAINTEXT://127.0.0.1:0,SECURE://127.0.0.1:0",
            "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,SECURE:SSL", "ssl.keystore.type=PEM",
            "ssl.keystore.location=\(stores)/first/server.store.pem"
        ) { _, client in
            for path in ["/no/such", "broken"] {
                let refused = try await Self.alter(client, [key: "\(stores)/\(path)"])
                #expect(refused.error == ErrorCode.invalidRequest.rawValue)
                #expect(refused.message.contains("listener SECURE"), "\(refused.message)")
            }
            let trust = "listener.name.secure.ssl.truststore."
            let broken = [trust + "type": "PEM", trust + "location": "\(stores)/broken"]
            #expect(try await Self.alter(client, broken, validateOnly: true).error == 42)
            #expect(try await Self.location(client, key) == nil)
            let good = [key: "\(stores)/second/server.store.pem"]
            #expect(try await Self.alter(client, good, validateOnly: true) == (0, ""))
            #expect(try await Self.location(client, key) == nil)
            #expect(try await Self.alter(client, good) == (0, ""))
            #expect(try await Self.location(client, key) == "\(stores)/second/server.store.pem")
            // The same again, but the file is another one by now.
            try Data("no store".utf8).write(to: URL(fileURLWithPath: "\(stores)/second/server.store.pem"))
            #expect(try await Self.alter(client, good).error == ErrorCode.invalidRequest.rawValue)
            // What is no matter of stores goes on all the same.
            #expect(try await Self.alter(client, ["log.retention.ms": "90000"]) == (0, ""))
        }
    }

    @Test func `stores are set for one listener`() async throws {
        try await withBroker { _, client in
            let refused = try await Self.alter(client, ["ssl.keystore.location": "/etc/keys.pem"])
            #expect(refused.error == ErrorCode.invalidRequest.rawValue)
            #expect(refused.message.contains("only per-listener"))
        }
    }
}
