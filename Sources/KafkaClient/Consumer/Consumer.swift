import KafkaProtocol
import KafkaWire

/// Reads records: of a group's share of topics, of whole topics, or of chosen partitions.
///
/// Call ``poll(maxRecords:timeout:)`` again and again from one task. Records that it returned count as
/// processed at the next call, and are committed then or at ``close()`` where a group is used.
public actor Consumer {
    struct PartitionState: Sendable {
        /// The next offset to fetch; nil until it is known.
        var position: Int64?
        /// Where to begin when there is no committed offset.
        var start: StartPosition?
        /// The next offset to commit; nil if nothing was read.
        var consumed: Int64?
        /// The last high watermark that a fetch told of.
        var highWatermark: Int64 = -1
    }

    nonisolated let cluster: KafkaCluster
    nonisolated let configuration: ConsumerConfiguration
    private let mode: ConsumerMode
    private let member: GroupMember?

    var states: [TopicPartition: PartitionState] = [:]
    var chunks: [FetchedChunk] = []
    var completed: [FinishedFetch] = []
    var busyLeaders: [Int32: Task<Void, Never>] = [:]
    var waiter: CheckedContinuation<Void, Never>?
    private var hasStarted = false
    var metadataIsStale = false
    private var knownCounts: [String: Int] = [:]
    private var lastMetadata = ContinuousClock.now
    private var lastCommit = ContinuousClock.now

    /// A consumer; nothing is asked of the cluster before the first poll.
    public init(
        cluster: KafkaCluster, mode: ConsumerMode, configuration: ConsumerConfiguration = ConsumerConfiguration()
    ) {
        self.cluster = cluster
        self.mode = mode
        self.configuration = configuration
        if case .group(let id, let topics) = mode {
            member = GroupMember(cluster: cluster, group: id, topics: topics, configuration: configuration)
        } else {
            member = nil
        }
    }

    /// The partitions that are being read, sorted.
    public var assignment: [TopicPartition] { states.keys.sorted() }

    /// Subscribed topics that the cluster does not have (yet).
    public var missingTopics: [String] {
        mode.topics.filter { (knownCounts[$0] ?? 0) == 0 }
    }

    /// The next records, as soon as there are any; none when `timeout` milliseconds are over.
    ///
    /// Throws ``ClientError`` for what trying again does not mend.
    public func poll(maxRecords: Int = 500, timeout: Int64 = 500) async throws -> [ConsumedRecord] {
        let deadline = ContinuousClock.now + .milliseconds(timeout)
        while true {
            if Task.isCancelled { throw ClientError.closed }
            markConsumed()
            try await keepUp()
            if chunks.isEmpty {
                try await resolvePositions()
                try takeCompleted()
            }
            await startFetches()
            let records = takeRecords(atMost: max(maxRecords, 1))
            if !records.isEmpty { return records }
            if ContinuousClock.now >= deadline { return [] }
            await waitForFetch(until: deadline)
        }
    }

    /// Commits what was read, for the group. Throws ``ClientError``; does nothing without a group.
    public func commit(timeout: Int64? = nil) async throws {
        guard case .group(let id, _) = mode, let member else { return }
        lastCommit = .now
        var offsets: [TopicPartition: CommittedOffset] = [:]
        for (partition, state) in states {
            if let consumed = state.consumed { offsets[partition] = CommittedOffset(offset: consumed) }
        }
        try await cluster.commitOffsets(offsets, group: id, as: await member.membership, timeout: timeout)
    }

    /// Commits (with auto-commit) and leaves the group. Throws ``ClientError`` if the commit failed.
    public func close() async throws {
        for task in busyLeaders.values { task.cancel() }
        busyLeaders = [:]
        markConsumed()
        guard let member else { return }
        var failure: ClientError?
        if configuration.autoCommit, await !member.needsJoin {
            do { try await commit(timeout: 5_000) } catch let error as ClientError { failure = error }
        }
        await member.leave()
        if let failure { throw failure }
    }

    /// Records that only part of a chunk was handed out count up to the last one that was.
    private func markConsumed() {
        for chunk in chunks where chunk.taken > 0 {
            states[chunk.partition]?.consumed = chunk.records[chunk.taken - 1].offset + 1
        }
        while let first = chunks.first, first.taken == first.records.count {
            states[first.partition]?.consumed = first.nextPosition
            chunks.removeFirst()
        }
    }

    private func takeRecords(atMost limit: Int) -> [ConsumedRecord] {
        var records: [ConsumedRecord] = []
        for index in chunks.indices where records.count < limit {
            let start = chunks[index].taken
            let end = min(chunks[index].records.count, start + limit - records.count)
            records += chunks[index].records[start..<end]
            chunks[index].taken = end
        }
        return records
    }

    /// Membership, commits and metadata, each when its time has come.
    private func keepUp() async throws {
        if let member {
            if let failure = await member.failure { throw failure }
            if await member.needsJoin { try await rejoin(member) }
            if configuration.autoCommit, lastCommit + .milliseconds(configuration.autoCommitInterval) <= .now {
                try await autoCommit(member)
            }
        }
        let age = Duration.milliseconds(missingTopics.isEmpty ? configuration.metadataMaxAge : 1_000)
        if metadataIsStale || !hasStarted || lastMetadata + age <= .now {
            try await refreshPartitions()
        }
    }

    private func autoCommit(_ member: GroupMember) async throws {
        do {
            try await commit()
        } catch let error as ClientError {
            // The records will be read again by whoever gets the partition next.
            guard await member.noteFailure(error) else { throw error }
        }
    }

    private func rejoin(_ member: GroupMember) async throws {
        if configuration.autoCommit, hasStarted { try? await commit(timeout: 5_000) }
        let assigned = try await member.join()
        chunks = []
        completed = []
        states = [:]
        for partition in assigned { states[partition] = PartitionState() }
        lastCommit = .now
    }

    /// Learns of new partitions and moved leaders.
    private func refreshPartitions() async throws {
        let topics = mode.topics
        let cluster = cluster
        let found = try await cluster.retrying("Asking for metadata") {
            try await cluster.refreshMetadata(topics: topics)
        }
        lastMetadata = .now
        metadataIsStale = false
        var grew = false
        for topic in topics {
            let error = found.topics[topic]?.error ?? .unknownTopicOrPartition
            if error != .none, !error.isRetriable { try check(error.rawValue, "Topic '\(topic)'") }
            let count = found.topics[topic]?.partitions.count ?? 0
            if count > knownCounts[topic] ?? 0 {
                if hasStarted { grew = true }
                knownCounts[topic] = count
                addPartitions(of: topic, count: count)
            }
        }
        if grew { await member?.requestJoin() }
        hasStarted = true
    }

    private func addPartitions(of topic: String, count: Int) {
        switch mode {
        case .group: break
        case .standalone:
            for index in 0..<count {
                let partition = TopicPartition(topic: topic, partition: Int32(clamping: index))
                // What appears while we watch was empty when we began: nothing of it shall be missed.
                let start: StartPosition? = hasStarted ? .earliest : nil
                if states[partition] == nil { states[partition] = PartitionState(start: start) }
            }
        case .assigned(let partitions):
            for (partition, start) in partitions where partition.topic == topic {
                if states[partition] == nil { states[partition] = PartitionState(start: start) }
            }
        }
    }

    /// Finds the first offset of partitions that have none: committed, then as said, then by the reset policy.
    private func resolvePositions() async throws {
        var open = states.filter { $0.value.position == nil }
        guard !open.isEmpty else { return }
        if case .group(let id, _) = mode {
            let asked = open.keys.filter { open[$0]?.start == nil }.sorted()
            let committed = asked.isEmpty ? [:] : try await cluster.committedOffsets(of: id, partitions: asked)
            for (partition, offset) in committed {
                states[partition]?.position = offset.offset
                open[partition] = nil
            }
        }
        var queries: [TopicPartition: OffsetQuery] = [:]
        for (partition, state) in open {
            if case .offset(let offset) = state.start {
                states[partition]?.position = offset
            } else {
                queries[partition] = try state.start?.query ?? resetQuery(for: partition)
            }
        }
        let offsets = try await cluster.listOffsets(queries, isolation: configuration.isolation)
        // No record at or after a timestamp: begin with what comes.
        let missing = offsets.filter { $0.value < 0 }.mapValues { _ in OffsetQuery.latest }
        let ends = try await cluster.listOffsets(missing, isolation: configuration.isolation)
        for (partition, offset) in offsets.merging(ends, uniquingKeysWith: { _, end in end }) {
            states[partition]?.position = max(offset, 0)
        }
    }

    private func resetQuery(for partition: TopicPartition) throws(ClientError) -> OffsetQuery {
        switch configuration.offsetReset {
        case .earliest: .earliest
        case .latest: .latest
        case .none: throw .noOffset(partition)
        }
    }
}
