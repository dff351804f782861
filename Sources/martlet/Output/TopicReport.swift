import KafkaClient
import KafkaWire

/// The lines of `topics describe`, laid out as `kafka-topics.sh --describe` does.
enum TopicReport {
    /// The topic's own line.
    static func summary(_ topic: TopicDescription, configs: [ConfigEntry]) -> String {
        let overrides = configs.filter { !$0.isDefault }
            .map { "\($0.name)=\($0.isSensitive ? "[hidden]" : $0.value ?? "")" }
        var line = "Topic: \(topic.name)"
        if topic.id != .zero { line += "\tTopicId: \(topic.id)" }
        line += "\tPartitionCount: \(topic.partitions.count)"
        line += "\tReplicationFactor: \(topic.partitions.first?.replicas.count ?? 0)"
        line += "\tConfigs: \(overrides.joined(separator: ","))"
        return line
    }

    /// A partition's line.
    static func partition(_ partition: TopicDescription.Partition, of topic: String) -> String {
        var line = "\tTopic: \(topic)\tPartition: \(partition.index)"
        line += "\tLeader: \(partition.leader.map(String.init) ?? "none")"
        line += "\tReplicas: \(list(partition.replicas))\tIsr: \(list(partition.inSyncReplicas))"
        line += "\tElr: \(partition.eligibleLeaders.map(list) ?? "N/A")"
        line += "\tLastKnownElr: \(partition.lastKnownEligibleLeaders.map(list) ?? "N/A")"
        return line
    }

    private static func list(_ ids: [Int32]) -> String {
        ids.map(String.init).joined(separator: ",")
    }
}
