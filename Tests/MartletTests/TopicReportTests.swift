import KafkaClient
import KafkaWire
import Testing

@testable import martlet

/// Against what kafka-topics.sh of 3.9 printed for the same topic.
@Suite struct TopicReportTests {
    private let topic = TopicDescription(
        name: "s-tour", id: Uuid("msjrnO-nRTSmGdETiR-_Qw") ?? .zero, isInternal: false,
        partitions: [
            .init(
                index: 0, leader: 1, replicas: [1], inSyncReplicas: [1], eligibleLeaders: [],
                lastKnownEligibleLeaders: []),
            .init(index: 1, leader: nil, replicas: [1, 2], inSyncReplicas: []),
        ])

    @Test func summaryIsKafkas() {
        let configs = [
            ConfigEntry(name: "cleanup.policy", value: "compact", source: 1, isSensitive: false),
            ConfigEntry(name: "flush.ms", value: "9223372036854775807", source: 5, isSensitive: false),
            ConfigEntry(name: "retention.ms", value: "3600000", source: 1, isSensitive: false),
        ]
        #expect(
            TopicReport.summary(topic, configs: configs)
                == "Topic: s-tour\tTopicId: msjrnO-nRTSmGdETiR-_Qw\tPartitionCount: 2\tReplicationFactor: 1\t"
                + "Configs: cleanup.policy=compact,retention.ms=3600000")
    }

    @Test func partitionIsKafkas() {
        #expect(
            TopicReport.partition(topic.partitions[0], of: "s-tour")
                == "\tTopic: s-tour\tPartition: 0\tLeader: 1\tReplicas: 1\tIsr: 1\tElr: \tLastKnownElr: ")
        #expect(
            TopicReport.partition(topic.partitions[1], of: "s-tour")
                == "\tTopic: s-tour\tPartition: 1\tLeader: none\tReplicas: 1,2\tIsr: \tElr: N/A\tLastKnownElr: N/A")
    }

    /// Kafka 2.4 and brokers before KIP-516 have no topic ids.
    @Test func aTopicWithoutIdShowsNone() {
        var old = topic
        old.id = .zero
        #expect(TopicReport.summary(old, configs: []).hasPrefix("Topic: s-tour\tPartitionCount: 2\t"))
    }
}
