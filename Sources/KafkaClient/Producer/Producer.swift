import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore

/// Sends records in batches, in order within each partition, without duplicates by default.
///
/// Memory is bounded: ``send(_:topic:)`` waits while more than `buffer.memory` is unconfirmed. One batch a
/// partition is in flight, so that order and sequence numbers hold across retries by construction.
public actor Producer {
    nonisolated let cluster: KafkaCluster
    nonisolated let configuration: ProducerConfiguration
    private let onDelivery: @Sendable (DeliveryReport) -> Void

    var queues: [TopicPartition: PartitionQueue] = [:]
    var identity: ProducerIdentity?
    private var identityCount = 0
    private var identityTask: Task<ProducerIdentity, any Error>?
    private var partitioners: [String: StickyPartitioner] = [:]
    private var generator = SystemRandomNumberGenerator()
    private var buffered = 0
    private var unfinished = 0
    private var roomWaiters: [CheckedContinuation<Void, Never>] = []
    private var flushWaiters: [CheckedContinuation<Void, Never>] = []
    private var lingering = false

    /// A producer; nothing is asked of the cluster before the first record.
    ///
    /// - Parameter onDelivery: told of every batch that was confirmed or lost, from any thread.
    public init(
        cluster: KafkaCluster, configuration: ProducerConfiguration = ProducerConfiguration(),
        onDelivery: @escaping @Sendable (DeliveryReport) -> Void
    ) {
        self.cluster = cluster
        self.configuration = configuration
        self.onDelivery = onDelivery
    }

    /// Takes records in; returns when all are in the buffer, not when they are delivered.
    ///
    /// Throws ``ClientError``: the topic cannot be used, or a record is too large. Records before it are sent.
    public func send(_ records: [ProducerRecord], topic: String) async throws {
        var details = try await details(of: topic)
        for record in records {
            let size = record.estimatedSize
            guard size <= configuration.maxRequestSize else {
                throw ClientError.unsendableRecord(
                    "A record of about \(size) bytes is larger than max.request.size "
                        + "(\(configuration.maxRequestSize)). Raise it, and max.message.bytes of the topic.")
            }
            if buffered > 0, buffered + size > configuration.bufferMemory {
                sealAll()
                pump()
                while buffered > 0, buffered + size > configuration.bufferMemory { await waitForRoom() }
                details = try await self.details(of: topic)
            }
            let partition = try choosePartition(for: record, size: size, topic: details)
            append(record, size: size, to: TopicPartition(topic: topic, partition: partition))
        }
        pump()
    }

    /// Sends what is buffered and waits until every batch is confirmed or lost.
    public func flush() async {
        sealAll()
        pump()
        while unfinished > 0 {
            await withCheckedContinuation { flushWaiters.append($0) }
        }
    }

    private func append(_ record: ProducerRecord, size: Int, to partition: TopicPartition) {
        var record = record
        if record.timestamp == nil { record.timestamp = currentMilliseconds() }
        var queue = queues[partition] ?? PartitionQueue()
        queues[partition] = nil
        if let open = queue.open, open.bytes + size > configuration.batchSize { queue.seal() }
        var batch = queue.open ?? ProducerBatch(opened: .now)
        queue.open = nil
        if batch.records.isEmpty { unfinished += 1 }
        batch.records.append(record)
        batch.bytes += size
        buffered += size
        let isFull = batch.bytes >= configuration.batchSize
        queue.open = batch
        if isFull { queue.seal() }
        queues[partition] = queue
        if !isFull { startLinger() }
    }

    private func choosePartition(
        for record: ProducerRecord, size: Int, topic: TopicMetadata
    ) throws(ClientError) -> Int32 {
        if let partition = record.partition {
            guard topic.partition(partition) != nil else {
                throw .broker(
                    .unknownTopicOrPartition, subject: "Topic '\(topic.name)'",
                    message: "it has \(topic.partitions.count) partitions, there is no partition \(partition)")
            }
            return partition
        }
        let count = Int32(clamping: topic.partitions.count)
        if let key = record.key { return Murmur2.partition(forKey: key.readableBytesView, count: count) }
        let withLeader = topic.partitions.filter { $0.leader >= 0 }.map(\.index)
        let available = withLeader.isEmpty ? topic.partitions.map(\.index) : withLeader
        var partitioner = partitioners[topic.name] ?? StickyPartitioner()
        defer { partitioners[topic.name] = partitioner }
        return partitioner.partition(
            forRecordOf: size, among: available, batchSize: configuration.batchSize, using: &generator) ?? 0
    }

    /// The topic's partitions, waiting for an automatic creation to finish where there is one.
    private func details(of topic: String) async throws -> TopicMetadata {
        if let known = await cluster.metadata.topics[topic], known.error == .none, !known.partitions.isEmpty {
            return known
        }
        let cluster = cluster
        return try await cluster.retrying("Finding topic '\(topic)'", timeout: configuration.maxBlock) {
            let found = try await cluster.refreshMetadata(topics: [topic], autoCreate: true).topics[topic]
            guard let found else {
                throw ClientError.broker(.unknownTopicOrPartition, subject: "Topic '\(topic)'", message: nil)
            }
            try check(found.error.rawValue, "Topic '\(topic)'")
            return found
        }
    }

    private func waitForRoom() async {
        await withCheckedContinuation { roomWaiters.append($0) }
    }

    private func startLinger() {
        guard !lingering else { return }
        lingering = true
        Task {
            while sealDue() { try? await Task.sleep(for: .milliseconds(max(configuration.linger, 1))) }
        }
    }

    /// Seals batches that have lingered; false, and the task ends, when none grows any more.
    private func sealDue() -> Bool {
        let due = ContinuousClock.now - .milliseconds(configuration.linger)
        var remaining = false
        for partition in queues.keys {
            guard let open = queues[partition]?.open else { continue }
            if open.opened <= due { queues[partition]?.seal() } else { remaining = true }
        }
        pump()
        lingering = remaining
        return remaining
    }

    private func sealAll() {
        for partition in queues.keys { queues[partition]?.seal() }
    }

    /// The batch's end: confirmed, or lost.
    func finish(_ batch: ProducerBatch, of partition: TopicPartition, with result: Result<Int64, ClientError>) {
        buffered -= batch.bytes
        unfinished -= 1
        onDelivery(
            DeliveryReport(
                partition: partition, recordCount: batch.records.count, byteCount: batch.bytes, result: result))
        let room = roomWaiters
        roomWaiters = []
        for waiter in room { waiter.resume() }
        guard unfinished == 0 else { return }
        let flush = flushWaiters
        flushWaiters = []
        for waiter in flush { waiter.resume() }
    }

    /// One batch has become two.
    func countSplit() {
        unfinished += 1
    }

    /// The current identity, asked of the cluster where there is none.
    func currentIdentity() async throws -> ProducerIdentity {
        guard configuration.idempotent, configuration.acks == .all else { return .none }
        if let identity { return identity }
        if let identityTask { return try await identityTask.value }
        identityCount += 1
        let (cluster, version) = (cluster, identityCount)
        let task = Task { try await ProducerIdentity.request(from: cluster, version: version) }
        identityTask = task
        defer { identityTask = nil }
        let fresh = try await task.value
        identity = fresh
        return fresh
    }

    /// After a loss that leaves a gap in a partition's sequence: the next batch begins with a new identity.
    func dropIdentity(_ version: Int) {
        if identity?.version == version { identity = nil }
    }
}

extension ProducerIdentity {
    /// A new id from any broker; brokers before 0.11 have none to give.
    static func request(from cluster: KafkaCluster, version: Int) async throws -> ProducerIdentity {
        try await cluster.retrying("Getting a producer id") {
            let connection = try await cluster.connection(to: .any)
            guard connection.versions.version(of: InitProducerIdRequest.self) != nil else { return .none }
            var request = InitProducerIdRequest()
            request.transactionalId = nil
            request.transactionTimeoutMs = Int32.max
            let response = try await connection.send(request)
            try check(response.errorCode, "Producer id")
            return ProducerIdentity(id: response.producerId, epoch: response.producerEpoch, version: version)
        }
    }
}
