import KafkaCoordination
import KafkaLog
public import KafkaServer

/// The numbers of what the broker holds.
enum BrokerMetrics {
    static let topics = MetricDefinition("martlet_topics", .gauge, "Topics, internal ones included.")
    static let partitions = MetricDefinition("martlet_partitions", .gauge, "Partitions of all topics.")
    static let offlinePartitions = MetricDefinition(
        "martlet_partitions_offline", .gauge, "Partitions whose log directory has failed.")
    static let offlineDirectories = MetricDefinition(
        "martlet_log_directories_offline", .gauge, "Entries of log.dirs that have failed or could not be opened.")
    static let appendedBytes = MetricDefinition(
        "martlet_log_appended_bytes_total", .counter, "Bytes of batches that producers added to the logs.")
    static let logBytes = MetricDefinition("martlet_log_size_bytes", .gauge, "Bytes of all segments of all partitions.")
    static let groups = MetricDefinition("martlet_groups", .gauge, "Consumer groups, by state.", labels: ["state"])

    static func families(_ broker: Broker) -> [MetricFamily] {
        let table = broker.topics.current
        var counts = (partitions: 0, offline: 0, bytes: 0)
        for topic in table.sortedTopics {
            for partition in topic.partitions {
                counts.partitions &+= 1
                if let log = partition.log { counts.bytes &+= log.sizeInBytes } else { counts.offline &+= 1 }
            }
        }
        let directories = broker.directories
        let failed = directories.unopened.count + directories.all.count { $0.isOffline }
        return [
            MetricFamily(topics, .integer(Int64(table.sortedTopics.count))),
            MetricFamily(partitions, .integer(Int64(counts.partitions))),
            MetricFamily(offlinePartitions, .integer(Int64(counts.offline))),
            MetricFamily(offlineDirectories, .integer(Int64(failed))),
            MetricFamily(appendedBytes, .integer(broker.appended.total)),
            MetricFamily(logBytes, .integer(Int64(counts.bytes))),
            groupFamily(broker),
        ]
    }

    private static func groupFamily(_ broker: Broker) -> MetricFamily {
        var states: [String: UInt64] = [:]
        for shard in broker.groups.all {
            for (state, count) in shard.read({ $0.groupStates }) { states[state, default: 0] &+= count }
        }
        var family = MetricFamily(groups)
        for (state, count) in states.sorted(by: { $0.key < $1.key }) { family.add(count, state) }
        return family
    }
}

extension RunningBroker {
    /// What clients did so far, and what the broker holds. Looks at every partition.
    public func metrics() async -> [MetricFamily] {
        await server.metrics() + BrokerMetrics.families(broker)
    }

    /// Whether clients should be sent here: not while it stops, nor while a directory of `log.dirs` has failed.
    public var readiness: Readiness {
        if server.isStopping { return .notReady("draining") }
        let directories = broker.directories
        let failed = directories.unopened.map(\.path) + directories.all.filter(\.isOffline).map(\.path)
        guard failed.isEmpty else {
            return .notReady("log directories have failed: \(failed.joined(separator: ", "))")
        }
        return .ready
    }
}
