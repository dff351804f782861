import KafkaCoordination
import KafkaLog
import KafkaWire
import Logging
import NIOCore
import Synchronization

/// The group coordinators of this broker: one shard for every partition of `__consumer_offsets`.
final class GroupService: Sendable {
    private let shards = Mutex<[GroupShardRuntime]>([])
    private let configuration: GroupCoordinatorConfiguration
    private let commits: GroupCommit
    private let flushes: FlushQueue
    private let clock: BrokerClock
    private let loops = Mutex<(any EventLoopGroup)?>(nil)
    private let hasStopped = Atomic(false)
    private let logger: Logger

    init(
        configuration: GroupCoordinatorConfiguration, commits: GroupCommit, flushes: FlushQueue, clock: BrokerClock,
        logger: Logger
    ) {
        self.configuration = configuration
        self.commits = commits
        self.flushes = flushes
        self.clock = clock
        self.logger = logger
    }

    /// The loops whose timers wake the shards; before they are known nothing opens.
    func use(_ eventLoops: any EventLoopGroup) {
        loops.withLock { $0 = eventLoops }
    }

    /// Whether the topic of groups exists, so that groups have a coordinator.
    var isOpen: Bool { shards.withLock { !$0.isEmpty } }

    /// The broker stops: no group has a coordinator any more.
    var isClosed: Bool { hasStopped.load(ordering: .relaxed) }

    var all: [GroupShardRuntime] { shards.withLock { $0 } }

    /// The shard of a group, nil before the topic exists.
    func shard(for group: String) -> GroupShardRuntime? {
        shards.withLock { shards in
            guard !shards.isEmpty else { return nil }
            return shards[Int(GroupPartitioner.partition(for: group, count: Int32(clamping: shards.count)))]
        }
    }

    /// Opens the coordinators when the topic has come into being; they read their logs before they serve.
    /// Idempotent; the caller that opens them waits until they have loaded.
    func open(_ topic: Topic) {
        for shard in prepare(topic) { shard.load() }
    }

    /// Makes the coordinators, which answer that they load until they have been told to. Answers those that are new.
    func prepare(_ topic: Topic) -> [GroupShardRuntime] {
        guard let loops = loops.withLock({ $0 }) else { return [] }
        return shards.withLock { shards in
            guard shards.isEmpty else { return [] }
            shards = topic.partitions.map { partition in
                GroupShardRuntime(
                    partition: partition, configuration: configuration, commits: commits, flushes: flushes,
                    clock: clock, timerLoop: loops.next(), logger: logger)
            }
            return shards
        }
    }

    /// Has the groups forget their offsets in topics that are gone. Without their own topic there are no groups: the
    /// next one to ask for a coordinator has the topic made anew.
    func topicsDeleted(_ names: [String]) {
        guard !names.contains(TopicName.consumerOffsets) else {
            let gone = shards.withLock { shards in
                defer { shards = [] }
                return shards
            }
            for shard in gone { shard.close() }
            return
        }
        for shard in all {
            for name in names { shard.handle(.topicDeleted(name)) }
        }
    }

    /// The directory of these partitions has failed: their groups have no coordinator any more.
    func takeOffline(_ partitions: [TopicPartition]) {
        let lost = Set(partitions.filter { $0.topic == TopicName.consumerOffsets }.map(\.partition))
        for shard in all where lost.contains(shard.partition.index) { shard.close() }
    }

    func close() {
        hasStopped.store(true, ordering: .relaxed)
        for shard in all { shard.close() }
    }
}
