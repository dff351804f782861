import ArgumentParser
import KafkaClient

/// `martlet topics describe`.
struct TopicsDescribeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe",
        abstract: "Show topics with their partitions, leaders, replicas and settings.",
        discussion: """
            Examples:
              martlet topics describe
              martlet topics describe --topic orders
              martlet topics describe --unavailable-partitions
            """)

    @OptionGroup var client: ClientOptions

    @Option(help: "Only these: a name, names separated by commas, or a regular expression.")
    var topic: String?

    @Option(help: "Only the topic with this id.")
    var topicId: String?

    @Flag(help: "Only partitions with replicas that are not in sync.")
    var underReplicatedPartitions = false

    @Flag(help: "Only partitions without a leader.")
    var unavailablePartitions = false

    @Flag(help: "Only partitions with fewer replicas in sync than min.insync.replicas.")
    var underMinIsrPartitions = false

    @Flag(help: "Only partitions with exactly min.insync.replicas in sync.")
    var atMinIsrPartitions = false

    @Flag(help: "Only topics with settings of their own, without their partitions.")
    var topicsWithOverrides = false

    @Flag(help: "Leave out topics of Kafka itself.")
    var excludeInternal = false

    @Flag(help: "Succeed if the topic does not exist.")
    var ifExists = false

    func run() async throws {
        let lines = try await client.withCluster { cluster in
            let topics = try await find(in: cluster)
            let configs = try await configs(of: topics, in: cluster)
            return topics.flatMap { report($0, configs: configs[$0.name] ?? []) }
        }
        try StandardOutput.print(lines)
    }

    private func find(in cluster: KafkaCluster) async throws -> [TopicDescription] {
        let filter = try topic.map(TopicFilter.init)
        let known = try await cluster.topicNames()
        let names = known.filter { !(excludeInternal && $0.isInternal) && filter?.matches($0.name) ?? true }.map(\.name)
        var topics = try await cluster.describeTopics(names)
        if let topicId { topics = topics.filter { "\($0.id)" == topicId } }
        if topics.isEmpty, !ifExists, let wanted = topic ?? topicId, filter?.isExact ?? true {
            throw CommandFailure("Topic '\(wanted)' does not exist. 'martlet topics list' shows those that do.")
        }
        return topics
    }

    /// No settings where the broker cannot tell them.
    private func configs(
        of topics: [TopicDescription], in cluster: KafkaCluster
    ) async throws -> [String: [ConfigEntry]] {
        do {
            return try await cluster.describeConfigs(.topic, names: topics.map(\.name))
        } catch ClientError.unsupportedApi {
            return [:]
        }
    }

    private func report(_ topic: TopicDescription, configs: [ConfigEntry]) -> [String] {
        let summary = TopicReport.summary(topic, configs: configs)
        if topicsWithOverrides {
            return configs.contains { $0.source == 1 } ? [summary] : []
        }
        let filtered = underReplicatedPartitions || unavailablePartitions || underMinIsrPartitions || atMinIsrPartitions
        let minimum = configs.first { $0.name == "min.insync.replicas" }?.value.flatMap { Int($0) } ?? 1
        let partitions = topic.partitions.filter { !filtered || isWanted($0, minimumInSync: minimum) }
        let lines = partitions.map { TopicReport.partition($0, of: topic.name) }
        return filtered ? lines : [summary] + lines
    }

    private func isWanted(_ partition: TopicDescription.Partition, minimumInSync: Int) -> Bool {
        let inSync = partition.inSyncReplicas.count
        return underReplicatedPartitions && inSync < partition.replicas.count
            || unavailablePartitions && partition.leader == nil
            || underMinIsrPartitions && inSync < minimumInSync
            || atMinIsrPartitions && inSync == minimumInSync
    }
}
