import KafkaLog
import KafkaProtocol
import KafkaWire
import Logging

/// The partitions that the log directories hold when the broker starts, before the metadata has claimed them.
struct FoundPartitions {
    struct Partition {
        let log: BrokerLog
        /// From `partition.metadata`.
        let topicId: Uuid?
        let directory: LogDirectory<PosixDisk>
    }

    private(set) var partitions: [TopicPartition: Partition] = [:]

    var logs: [TopicPartition: BrokerLog] { partitions.mapValues(\.log) }

    /// A stop in the moment in which a log moved leaves it in two directories: the one with more in it is used, and the
    /// other one is put aside.
    mutating func add(
        _ loaded: LoadedPartition<PosixDisk>, in directory: LogDirectory<PosixDisk>, logger: Logger
    ) {
        let name = loaded.partition
        let found = Partition(log: loaded.log, topicId: loaded.topicId, directory: directory)
        guard let other = partitions[name] else {
            partitions[name] = found
            return
        }
        let isLonger = found.log.logEndOffset > other.log.logEndOffset
        let (chosen, rest) = isLonger ? (found, other) : (other, found)
        if rest.log.logStartOffset > chosen.log.logStartOffset {
            _ = try? chosen.log.deleteRecords(before: min(rest.log.logStartOffset, chosen.log.logEndOffset))
        }
        putAside(name, rest, logger)
        partitions[name] = chosen
    }

    /// Leaves only what the metadata claims. A directory of another topic, one of an earlier life of the name perhaps, is
    /// put aside under a name that ends in `-stray`, as Kafka does; one that has only lost its `partition.metadata`
    /// belongs to the topic of its name and gets a new one, where Kafka would begin an empty partition.
    mutating func reconcile(with image: MetadataImage, logger: Logger) {
        for (name, partition) in partitions {
            guard let topic = image.topics[name.topic], topic.position(of: name.partition) != nil,
                partition.topicId == nil || partition.topicId == topic.id
            else {
                putAside(name, partition, logger)
                continue
            }
            if partition.topicId == nil { identify(name, partition, topic.id, logger, .notice) }
        }
    }

    /// The topics of a directory that has no metadata log, as in the days of ZooKeeper, by name.
    func topics(identify newId: () -> Uuid) -> [FoundTopic] {
        var found: [String: FoundTopic] = [:]
        for (name, partition) in partitions where TopicName.problem(name.topic) == nil {
            var topic = found[name.topic] ?? FoundTopic(name: name.topic)
            topic.id = topic.id ?? partition.topicId
            topic.leaderEpochs[name.partition] = partition.log.latestLeaderEpoch ?? -1
            found[name.topic] = topic
        }
        return found.values.sorted { $0.name < $1.name }.map { topic in
            var topic = topic
            topic.id = topic.id ?? newId()
            return topic
        }
    }

    /// Writes the topics' ids into the directories that lack them.
    func identify(_ topics: [FoundTopic], logger: Logger) {
        let ids = Dictionary(uniqueKeysWithValues: topics.map { ($0.name, $0.id) })
        for (name, partition) in partitions where partition.topicId == nil {
            if let id = ids[name.topic] ?? nil { identify(name, partition, id, logger, .debug) }
        }
    }

    private mutating func putAside(_ name: TopicPartition, _ partition: Partition, _ logger: Logger) {
        do throws(LogError) {
            let aside = try partition.directory.putAsideStray(name)
            partitions[name] = nil
            logger.warning(
                "nothing claims this partition's directory; it was renamed and nothing in it changed",
                metadata: ["partition": "\(name.directoryName)", "directory": "\(aside)"])
        } catch {
            partitions[name] = nil
            logger.error(
                "nothing claims this partition's directory, and it could not be renamed",
                metadata: ["partition": "\(name.directoryName)", "error": "\(error)"])
        }
    }

    private func identify(
        _ name: TopicPartition, _ partition: Partition, _ topicId: Uuid, _ logger: Logger, _ level: Logger.Level
    ) {
        do throws(LogError) {
            try partition.directory.writeMetadata(of: name, topicId: topicId)
            logger.log(
                level: level, "partition.metadata was missing or damaged and is written anew",
                metadata: ["partition": "\(name.directoryName)"])
        } catch {
            logger.error(
                "partition.metadata is missing and could not be written",
                metadata: ["partition": "\(name.directoryName)", "error": "\(error)"])
        }
    }
}

/// A topic known from its partitions' directories alone.
struct FoundTopic: Sendable {
    let name: String
    var id: Uuid?
    /// The newest leader epoch in each partition's log, -1 where there is none.
    var leaderEpochs: [Int32: Int32] = [:]
}

extension MetadataTransaction {
    /// Takes over topics that lie in the log directories while the metadata is new. Settings of theirs are not known;
    /// internal ones get those that Kafka gives them.
    mutating func adopt(_ topics: [FoundTopic], offsetsSegmentBytes: Int64) {
        for topic in topics where image.topics[topic.name] == nil {
            guard let id = topic.id, let last = topic.leaderEpochs.keys.max() else { continue }
            append(.topic(TopicRecord(name: topic.name, topicId: id)))
            if TopicName.isInternal(topic.name) {
                set("cleanup.policy", "compact", of: topic.name)
                set("compression.type", "producer", of: topic.name)
                set("segment.bytes", String(offsetsSegmentBytes), of: topic.name)
            }
            for index in 0...last {
                append(newPartition(index, topicId: id, leaderEpoch: (topic.leaderEpochs[index] ?? -1) &+ 1))
            }
        }
    }

    private mutating func set(_ name: String, _ value: String, of topic: String) {
        append(
            .config(
                ConfigRecord(
                    resourceType: MetadataImage.ConfigResource.topic, resourceName: topic, name: name, value: value)))
    }
}
