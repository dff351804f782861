import Testing

@testable import KafkaConfiguration

@Suite struct TopicConfigurationTests {
    private func broker(_ text: String = "") throws -> BrokerConfiguration {
        try BrokerConfiguration.load(properties: text)
    }

    @Test func overridesGoBeforeTheBroker() throws {
        let topic = TopicConfiguration(
            overrides: ["retention.ms": "5", "cleanup.policy": "compact,delete", "compression.type": "zstd"],
            broker: try broker("log.segment.bytes=4096\nlog.retention.hours=1\nmessage.max.bytes=77"))
        #expect(topic.retentionMs == 5)
        #expect(topic.segmentBytes == 4096)
        #expect(topic.maxMessageBytes == 77)
        #expect(topic.isCompacted && topic.isDeleted)
        #expect(topic.compressionType == .zstd)
        #expect(topic.messageTimestampType == .createTime)
    }

    @Test func anInvalidOverrideLeavesTheBrokersValue() throws {
        let topic = TopicConfiguration(overrides: ["segment.bytes": "x", "no.such": "1"], broker: try broker())
        #expect(topic.segmentBytes == 1_073_741_824)
    }

    @Test func theOlderTimestampBoundNarrowsBoth() throws {
        let overrides = ["message.timestamp.difference.max.ms": "10", "message.timestamp.after.max.ms": "3"]
        let topic = TopicConfiguration(overrides: overrides, broker: try broker())
        #expect(topic.messageTimestampBeforeMaxMs == 10)
        #expect(topic.messageTimestampAfterMaxMs == 3)
    }

    @Test func creationIsChecked() throws {
        #expect(try TopicConfiguration.validated([("retention.ms", "7")]) == ["retention.ms": "7"])
        #expect(throws: ConfigChangeError.invalidConfig("Unknown topic config name: no.such.config")) {
            try TopicConfiguration.validated([("no.such.config", "1")])
        }
        #expect(
            throws: ConfigChangeError.invalidConfig(
                "Invalid value abc for configuration retention.ms: Not a number of type LONG")
        ) {
            try TopicConfiguration.validated([("retention.ms", "abc")])
        }
        #expect(throws: ConfigChangeError.invalidConfig("Null value not supported for topic configs: retention.ms")) {
            try TopicConfiguration.validated([("retention.ms", nil)])
        }
        #expect(throws: ConfigChangeError.self) {
            try TopicConfiguration.validated([("min.compaction.lag.ms", "5"), ("max.compaction.lag.ms", "4")])
        }
        #expect(throws: ConfigChangeError.self) {
            try TopicConfiguration.validated([("remote.storage.enable", "true")])
        }
    }

    @Test func changesAreApplied() throws {
        let before = ["retention.ms": "1", "cleanup.policy": "compact", "segment.ms": "9"]
        let after = try TopicConfiguration.altering(
            before,
            by: [
                ConfigChange(name: "retention.ms", operation: .delete, value: nil),
                ConfigChange(name: "cleanup.policy", operation: .append, value: "delete,compact"),
                ConfigChange(name: "segment.ms", operation: .set, value: "10"),
            ])
        #expect(after == ["cleanup.policy": "compact,delete", "segment.ms": "10"])
        let subtracted = try TopicConfiguration.altering(
            after, by: [ConfigChange(name: "cleanup.policy", operation: .subtract, value: "compact")])
        #expect(subtracted["cleanup.policy"] == "delete")
        let appended = try TopicConfiguration.altering(
            [:], by: [ConfigChange(name: "cleanup.policy", operation: .append, value: "compact")])
        #expect(appended["cleanup.policy"] == "delete,compact")
    }

    @Test(arguments: [
        (
            ConfigChange(name: "retention.ms", operation: .append, value: "1"),
            "Can't APPEND to key retention.ms because its type is not LIST."
        ),
        (ConfigChange(name: "no.such", operation: .set, value: "1"), "Unknown topic config name: no.such"),
        (
            ConfigChange(name: "retention.ms", operation: .set, value: "x"),
            "Invalid value x for configuration retention.ms: Not a number of type LONG"
        ),
    ]) func wrongChangesAreInvalidConfigs(_ change: ConfigChange, _ message: String) {
        #expect(throws: ConfigChangeError.invalidConfig(message)) { try TopicConfiguration.altering([:], by: [change]) }
    }

    @Test func malformedChangesAreInvalidRequests() {
        let twice = [
            ConfigChange(name: "a", operation: .delete, value: nil),
            ConfigChange(name: "a", operation: .set, value: ""),
        ]
        #expect(throws: ConfigChangeError.invalidRequest("Error due to duplicate config keys")) {
            try TopicConfiguration.altering([:], by: twice)
        }
        #expect(throws: ConfigChangeError.invalidRequest("Null value not supported for : retention.ms")) {
            try TopicConfiguration.altering([:], by: [ConfigChange(name: "retention.ms", operation: .set, value: nil)])
        }
    }

    @Test func brokerChangesAreChecked() throws {
        func alter(
            _ name: String, _ value: String, _ scope: BrokerConfiguration.DynamicScope = .broker
        ) throws -> [String: String] {
            try BrokerConfiguration.altering(
                [:], by: [ConfigChange(name: name, operation: .set, value: value)], scope: scope)
        }
        #expect(try alter("log.retention.ms", "5", .clusterDefault) == ["log.retention.ms": "5"])
        #expect(try alter("some.plugin.key", "5") == ["some.plugin.key": "5"])
        #expect(throws: ConfigChangeError.invalidRequest("Cannot update these configs dynamically: Set(node.id)")) {
            try alter("node.id", "4")
        }
        #expect(throws: ConfigChangeError.invalidRequest("Cannot update these configs dynamically: Set(listeners)")) {
            try alter("listeners", "PLAINTEXT://:1")
        }
        #expect(
            throws: ConfigChangeError.invalidRequest(
                "Invalid value x for configuration log.cleaner.threads: Not a number of type INT")
        ) {
            try alter("log.cleaner.threads", "x")
        }
        #expect(throws: ConfigChangeError.self) { try alter("ssl.keystore.location", "/k", .clusterDefault) }
    }
}
