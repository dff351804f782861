import KafkaLog
import KafkaProtocol
import KafkaWire
import Logging
import NIOCore

/// The partitions that the log directories hold when the broker starts, before the metadata has claimed them.
struct FoundPartitions {
    struct Partition {
        /// Nil where it could not be loaded.
        let log: BrokerLog?
        /// From `partition.metadata`.
        let topicId: Uuid?
        let directory: LogDirectory<PosixDisk>
    }

    /// Adoption goes no further than this past the partitions that are there: a directory's name may end in any number.
    private static let mostMissing: Int32 = 10_000

    /// Several where several directories have one of the name.
    private var candidates: [TopicPartition: [Partition]] = [:]
    private(set) var partitions: [TopicPartition: Partition] = [:]
    /// Partitions that are there and cannot be used; they must not be made anew.
    private(set) var offline: [(topicId: Uuid, index: Int32)] = []

    var logs: [TopicPartition: BrokerLog] { partitions.compactMapValues(\.log) }

    mutating func add(_ loaded: LoadedPartition<PosixDisk>, in directory: LogDirectory<PosixDisk>) {
        candidates[loaded.partition, default: []].append(
            Partition(log: loaded.log, topicId: loaded.topicId, directory: directory))
    }

    mutating func add(_ failed: FailedPartition, in directory: LogDirectory<PosixDisk>) {
        candidates[failed.partition, default: []].append(
            Partition(log: nil, topicId: failed.topicId, directory: directory))
    }

    /// Leaves only what the metadata claims. A directory of another topic, one of an earlier life of the name perhaps, is
    /// put aside under a name that ends in `-stray`, as Kafka does; one that has only lost its `partition.metadata`
    /// belongs to the topic of its name and gets a new one, where Kafka would begin an empty partition.
    mutating func reconcile(with image: MetadataImage, logger: Logger) {
        for (name, found) in candidates {
            guard let topic = image.topics[name.topic], topic.position(of: name.partition) != nil else {
                for partition in found { putAside(name, partition, logger) }
                continue
            }
            for partition in found where !partition.mayBe(of: topic.id) { putAside(name, partition, logger) }
            settle(name, found.filter { $0.mayBe(of: topic.id) }, topic.id, logger)
        }
    }

    /// Decides on what may be the partition of a topic.
    private mutating func settle(_ name: TopicPartition, _ found: [Partition], _ topicId: Uuid, _ logger: Logger) {
        let named = found.filter { $0.topicId == topicId }
        // Beside one with the topic's id, one without any may be anything.
        if !named.isEmpty, named.count < found.count {
            for partition in found where partition.topicId == nil { putAside(name, partition, logger) }
        }
        let rest = named.isEmpty ? found : named
        guard let first = rest.first else { return }
        guard rest.count > 1 else {
            partitions[name] = first
            if first.log == nil { offline.append((topicId, name.partition)) }
            if first.topicId == nil, first.log != nil { identify(name, first, topicId, logger, .notice) }
            return
        }
        if let whole = whole(among: rest) {
            for partition in rest where partition.directory !== whole.directory { putAside(name, partition, logger) }
            partitions[name] = whole
            if whole.topicId == nil { identify(name, whole, topicId, logger, .notice) }
            return
        }
        logger.error(
            "partition is offline: several directories have one, and none has all; leave one, with the records to keep",
            metadata: [
                "partition": "\(name.directoryName)",
                "directories": "\(rest.map(\.directory.path).joined(separator: ", "))",
            ])
        for partition in rest { partition.directory.setOffline(name) }
        offline.append((topicId, name.partition))
    }

    /// A stop in the moment in which a log moved leaves it in two directories. Then one begins as the other does, or
    /// before, and goes on where the other ends.
    private func whole(among found: [Partition]) -> Partition? {
        guard let longest = found.max(by: { ($0.log?.logEndOffset ?? -1) < ($1.log?.logEndOffset ?? -1) }),
            let log = longest.log
        else { return nil }
        let others = found.filter { $0.directory !== longest.directory }
        guard others.allSatisfy({ $0.log.map { log.continues($0) } ?? false }) else { return nil }
        let start = others.compactMap(\.log?.logStartOffset).max() ?? 0
        if start > log.logStartOffset { _ = try? log.deleteRecords(before: min(start, log.highWatermark)) }
        return longest
    }

    /// The topics of a directory that has no metadata log, as in the days of ZooKeeper, by name.
    func topics(identify newId: () -> Uuid) -> [FoundTopic] {
        var found: [String: FoundTopic] = [:]
        for (name, partitions) in candidates where TopicName.problem(name.topic) == nil {
            var topic = found[name.topic] ?? FoundTopic(name: name.topic)
            topic.id = topic.id ?? partitions.compactMap(\.topicId).first
            topic.leaderEpochs[name.partition] = partitions.compactMap(\.log?.latestLeaderEpoch).max() ?? -1
            found[name.topic] = topic
        }
        return found.values.sorted { $0.name < $1.name }.compactMap { topic in
            var topic = topic
            var next: Int32 = 0
            for index in topic.leaderEpochs.keys.sorted() {
                if index &- next > Self.mostMissing { topic.leaderEpochs[index] = nil } else { next = index &+ 1 }
            }
            guard !topic.leaderEpochs.isEmpty else { return nil }
            topic.id = topic.id ?? newId()
            return topic
        }
    }

    /// Gives the directories to the topics that were found in them, and ids to those that lack them. What is part of none
    /// is put aside.
    mutating func settle(_ topics: [FoundTopic], logger: Logger) {
        let adopted = Dictionary(topics.map { ($0.name, $0) }) { first, _ in first }
        for (name, found) in candidates {
            guard let topic = adopted[name.topic], let id = topic.id, topic.leaderEpochs[name.partition] != nil else {
                for partition in found { putAside(name, partition, logger) }
                continue
            }
            for partition in found where !partition.mayBe(of: id) { putAside(name, partition, logger) }
            settle(name, found.filter { $0.mayBe(of: id) }, id, logger)
        }
    }

    private func putAside(_ name: TopicPartition, _ partition: Partition, _ logger: Logger) {
        do throws(LogError) {
            let aside = try partition.directory.putAsideStray(name)
            logger.warning(
                "nothing claims this partition's directory; it was renamed and nothing in it changed",
                metadata: ["partition": "\(name.directoryName)", "directory": "\(aside)"])
        } catch {
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

extension FoundPartitions.Partition {
    func mayBe(of topic: Uuid) -> Bool { topicId == nil || topicId == topic }
}

extension BrokerLog {
    /// Whether this log has everything that another one has: that one's last batch is here too, byte for byte. Or this
    /// log went on for so long that it keeps nothing of that time any more.
    fileprivate func continues(_ other: BrokerLog) -> Bool {
        guard other.logEndOffset > other.logStartOffset, logStartOffset < other.logEndOffset else { return true }
        guard logEndOffset >= other.logEndOffset, let last = other.batch(with: other.logEndOffset - 1) else {
            return false
        }
        return last == batch(with: other.logEndOffset - 1)
    }

    private func batch(with offset: Int64) -> ByteBuffer? {
        do {
            let read = try read(from: offset, maxBytes: 1, isolation: .logEnd)
            guard let file = read.file, read.length > 0 else { return nil }
            return try file.bytes(at: read.position, count: read.length)
        } catch {
            return nil
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
