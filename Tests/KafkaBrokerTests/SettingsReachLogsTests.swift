import Foundation
import KafkaConfiguration
import KafkaLog
import KafkaProtocol
import KafkaWire
import Logging
import Testing

@testable import KafkaBroker

@Suite struct SettingsReachLogsTests {
    @Test func `a topic's changed setting reaches the logs that are open`() async throws {
        let directory = TestBroker.newDirectory()
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let configuration = try BrokerConfiguration.load(properties: "log.dirs=\(directory)")
        let (broker, directories) = try await BrokerStart(
            configuration: configuration, clock: .system,
            logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }, logLevels: LogLevels()
        ).run()
        #expect(await broker.controller.createTopicIfAbsent("t", partitions: 1, configs: [:]) == .none)
        let before = try #require(broker.topics.current.partition("t", 0)?.log)
        #expect(before.configuration.retentionMs == 604_800_000)
        try await broker.controller.change { (transaction) throws(MetadataTransaction.Refusal) in
            try transaction.alterConfigs(type: 2, name: "t") { (_) throws(ConfigChangeError) in
                ["retention.ms": "1000", "cleanup.policy": "compact"]
            }
        }
        let after = try #require(broker.topics.current.partition("t", 0)?.log)
        #expect(after === before)
        #expect(after.configuration.retentionMs == 1000)
        #expect(after.configuration.compacts)
        #expect(!after.configuration.deletes)
        try await broker.controller.close()
        for directory in directories.all { _ = try directory.close(brokerEpoch: 0) }
    }
}
