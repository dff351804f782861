import KafkaConfiguration
import KafkaSecurity
import Logging
import Testing

@testable import KafkaBroker

@Suite struct OfflineUsersTests {
    @Test func `a user who was added while the broker was stopped`() async throws {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
        let configuration = try BrokerConfiguration.load(properties: "log.dirs=\(directory)")
        let users = OfflineUsers(configuration: configuration, logger: logger)
        try await users.add("admin", .sha512, password: "first", iterations: 4096)
        try await users.add("admin", .sha512, password: "second", iterations: 8192)
        let broker = try await TestBroker.start(
            in: directory,
            ["listeners=SASL_PLAINTEXT://127.0.0.1:0", "sasl.enabled.mechanisms=SCRAM-SHA-512"])
        try await broker.client().logIn(.sha512, "admin", "second")
        let client = try await broker.client()
        await #expect(throws: WireClient.Refused.self) { try await client.logIn(.sha512, "admin", "first") }
        await #expect(throws: BrokerStartError.self) {
            try await users.add("late", .sha256, password: "x", iterations: 4096)
        }
        await broker.stop()
    }
}
