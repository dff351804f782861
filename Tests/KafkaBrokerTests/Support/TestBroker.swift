import Foundation
import KafkaConfiguration
import KafkaServer
import Logging

@testable import KafkaBroker

/// A broker in this process, on a port of its own and a directory that goes away with it.
struct TestBroker {
    let directory: String
    let port: Int
    private let running: RunningBroker

    /// Starts a broker on a directory (made if it is not there). `settings` are lines of a server.properties.
    static func start(in directory: String, _ settings: [String]) async throws -> TestBroker {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let defaults = [
            "node.id=1", "log.dirs=\(directory)", "listeners=PLAINTEXT://127.0.0.1:0", "num.network.threads=1",
            "offsets.topic.num.partitions=3", "group.initial.rebalance.delay.ms=0",
        ]
        let configuration = try BrokerConfiguration.load(
            properties: (defaults.filter { line in !settings.contains { isSameKey($0, line) } } + settings)
                .joined(separator: "\n"))
        let running = try await RunningBroker.start(
            configuration: configuration, logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
        let port = running.listeners.first.flatMap { $0.split(separator: ":").last }.flatMap { Int($0) }
        return TestBroker(directory: directory, port: port ?? 0, running: running)
    }

    private static func isSameKey(_ one: String, _ other: String) -> Bool {
        one.prefix { $0 != "=" } == other.prefix { $0 != "=" }
    }

    static func newDirectory() -> String {
        NSTemporaryDirectory() + "martlet-broker-" + UUID().uuidString
    }

    /// Who may do what; nil when everyone may do everything.
    var authorizer: Authorizer? { running.broker.authorizer }

    /// The port of a listener, by its name.
    func port(of listener: String) -> Int? {
        running.listeners.first { $0.hasPrefix("\(listener)://") }.flatMap { $0.split(separator: ":").last }
            .flatMap { Int($0) }
    }

    /// A partition as requests meet it.
    func partition(_ topic: String, _ index: Int32) -> Partition? {
        running.broker.topics.current.partition(topic, index)
    }

    func stop() async {
        await running.stop()
    }

    /// Why the broker cannot go on, once it cannot.
    func failure() async -> String? { await running.failure() }

    func client() async throws -> WireClient {
        try await WireClient.connect(port: port)
    }

    /// Runs a test against the broker and stops it, whatever happens.
    func serve(_ body: (WireClient) async throws -> Void) async throws {
        do {
            let client = try await client()
            try await body(client)
            await client.close()
        } catch {
            await stop()
            throw error
        }
        await stop()
    }
}

/// Runs a test against a fresh broker and one connection to it; takes both down, whatever happens.
func withBroker(
    _ settings: String..., body: (TestBroker, WireClient) async throws -> Void
) async throws {
    let directory = TestBroker.newDirectory()
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let broker = try await TestBroker.start(in: directory, settings)
    try await broker.serve { client in try await body(broker, client) }
}
