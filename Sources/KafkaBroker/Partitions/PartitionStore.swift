import KafkaConfiguration
import KafkaLog
import KafkaProtocol
import KafkaWire
import Logging
import Synchronization

/// The partitions of this broker: makes and removes logs until they are what the metadata says, and builds the table
/// that requests look at.
///
/// Only the metadata controller (and the start before it) calls it, so its lock is never contended.
final class PartitionStore: Sendable {
    private struct State {
        var configuration: BrokerConfiguration
        /// Logs found on disk, waiting for their topic.
        var loaded: [TopicPartition: BrokerLog]
        var topics: [Uuid: Topic] = [:]
        /// The first table has been made: partitions that come from now on are new.
        var isStarted = false
        /// Partitions were made whose directories' names are not durable.
        var hasNewNames = false
        /// Partitions whose directory failed, or which could not be loaded; they stay away until the next start.
        var offline: Set<OfflinePartition> = []
    }

    /// By the topic's id: a later topic of the name has nothing to do with it.
    private struct OfflinePartition: Hashable {
        let topicId: Uuid
        let index: Int32
    }

    private let state: Mutex<State>
    private let directories: LogDirectories
    private let clock: BrokerClock
    private let logger: Logger

    init(
        directories: LogDirectories, loaded: [TopicPartition: BrokerLog], offline: [(topicId: Uuid, index: Int32)] = [],
        configuration: BrokerConfiguration, clock: BrokerClock, logger: Logger
    ) {
        self.directories = directories
        self.clock = clock
        self.logger = logger
        state = Mutex(
            State(
                configuration: configuration, loaded: loaded,
                offline: Set(offline.map { OfflinePartition(topicId: $0.topicId, index: $0.index) })))
    }

    /// Judges the settings a topic is created with.
    func checkTopicConfig(_ configs: [String: String]) throws(MetadataTransaction.Refusal) {
        do throws(ConfigChangeError) {
            _ = try TopicConfiguration.validated(
                configs.sorted { $0.key < $1.key }.map { (name: $0.key, value: Optional($0.value)) })
        } catch {
            throw MetadataTransaction.Refusal(error)
        }
    }

    /// The settings of a topic as CreateTopics tells them (KIP-525).
    func describeForCreation(overrides: [String: String]) -> [CreateTopicsResponse.CreatableTopicConfigs] {
        let broker = state.withLock { $0.configuration }
        return TopicConfiguration(overrides: overrides, broker: broker).entries(broker: broker).map {
            .init(
                name: $0.name, value: $0.value, readOnly: $0.isReadOnly, configSource: $0.source.rawValue,
                isSensitive: $0.isSensitive)
        }
    }

    /// From now on topics that set nothing for themselves follow these values.
    func replaceConfiguration(_ configuration: BrokerConfiguration) {
        state.withLock { $0.configuration = configuration }
    }

    /// Brings the logs in line with the metadata and answers the table for it. A log that cannot be made leaves its
    /// partition offline.
    func table(for image: MetadataImage) -> TopicTable {
        state.withLock { state in
            var topics: [Uuid: Topic] = [:]
            for (name, topic) in image.topics {
                topics[topic.id] = self.topic(topic, overrides: image.config(2, name), &state)
            }
            delete(state.topics.values.filter { topics[$0.id] == nil }.flatMap(\.partitions))
            syncNames(&state)
            state.topics = topics
            state.offline = state.offline.filter { topics[$0.topicId] != nil }
            state.isStarted = true
            return TopicTable(
                Array(topics.values), features: image.features, featuresEpoch: image.lastOffset,
                configs: image.configs, users: image.users)
        }
    }

    /// The directory of these partitions has failed: from the next table on they are offline.
    func noteOffline(_ partitions: [TopicPartition]) {
        state.withLock { state in
            let ids = Dictionary(state.topics.values.map { ($0.name, $0.id) }) { first, _ in first }
            for partition in partitions {
                guard let id = ids[partition.topic] else { continue }
                state.offline.insert(OfflinePartition(topicId: id, index: partition.partition))
            }
        }
    }

    private func topic(_ image: TopicImage, overrides: [String: String], _ state: inout State) -> Topic {
        let known = state.topics[image.id]
        let offline = state.offline
        func isOffline(_ index: Int32) -> Bool {
            !offline.isEmpty && offline.contains(OfflinePartition(topicId: image.id, index: index))
        }
        let configuration = TopicConfiguration(overrides: overrides, broker: state.configuration)
        let isSame =
            known?.configuration == configuration && known?.partitions.count == image.partitions.count
            && zip(known?.partitions ?? [], image.partitions).allSatisfy { $0.leaderEpoch == $1.leaderEpoch }
            && !(known?.partitions ?? []).contains { $0.log != nil && isOffline($0.index) }
        if let known, isSame { return known }
        let log = LogConfiguration(configuration, broker: state.configuration.log)
        let partitions = image.partitions.map { partition -> Partition in
            if let old = known?.partition(partition.index), old.leaderEpoch == partition.leaderEpoch,
                old.log == nil || !isOffline(old.index)
            {
                old.log?.configuration = log
                return old
            }
            return self.partition(partition, of: image, log, &state)
        }
        return Topic(name: image.name, id: image.id, partitions: partitions, configuration: configuration)
    }

    private func partition(
        _ image: PartitionImage, of topic: TopicImage, _ configuration: LogConfiguration, _ state: inout State
    ) -> Partition {
        let key = TopicPartition(topic: topic.name, partition: image.index)
        var log = state.topics[topic.id]?.partition(image.index)?.log ?? state.loaded.removeValue(forKey: key)
        let offlineKey = OfflinePartition(topicId: topic.id, index: image.index)
        if state.offline.contains(offlineKey) { log = nil }
        log?.configuration = configuration
        if log == nil, state.offline.contains(offlineKey) || (!state.isStarted && directories.someAreOffline) {
            // It lies where nobody can look: to make an empty one elsewhere would be to lose it.
            state.offline.insert(offlineKey)
        } else if log == nil {
            state.hasNewNames = true
            do throws(LogError) {
                log = try directories.createPartition(
                    topic: topic.name, partition: image.index, topicId: topic.id, configuration: configuration,
                    now: clock.now())
            } catch {
                logger.error(
                    "partition is offline: its log could not be made",
                    metadata: ["partition": "\(topic.name)-\(image.index)", "error": "\(error)"])
            }
        }
        log?.assignLeaderEpoch(image.leaderEpoch)
        return Partition(topicName: topic.name, index: image.index, leaderEpoch: image.leaderEpoch, log: log)
    }

    /// Before anything is acknowledged in a new partition, its directory is there for good.
    private func syncNames(_ state: inout State) {
        guard state.hasNewNames else { return }
        state.hasNewNames = false
        for directory in directories.online {
            do throws(LogDirectoryError) {
                try directory.syncNames()
            } catch {
                logger.error(
                    "new partitions take no records until their directories have been made durable",
                    metadata: ["directory": "\(directory.path)", "error": "\(error)"])
            }
        }
    }

    private func delete(_ partitions: [Partition]) {
        guard !partitions.isEmpty else { return }
        for partition in partitions { partition.log?.retire() }
        let names = partitions.map { TopicPartition(topic: $0.topicName, partition: $0.index) }
        for failure in directories.deletePartitions(names, now: clock.now()) {
            logger.error(
                "the log of a deleted partition could not be put away",
                metadata: ["partition": "\(failure.partition.directoryName)", "error": "\(failure.error)"])
        }
        for partition in partitions { partition.notifyWaiters(appended: nil) }
    }
}
