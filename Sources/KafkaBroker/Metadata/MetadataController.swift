import KafkaConfiguration
import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire
import Logging

/// The cluster's controller: the one owner of the metadata log, and so of every topic and setting.
///
/// Commands run one after the other. Each works out its records on a ``MetadataTransaction``, has the log take them,
/// and only then lets them show: in the image, on the disk and in the table that requests look at.
actor MetadataController {
    private let log: MetadataLog
    private let settings: MetadataTransaction.Settings
    private let partitions: PartitionStore
    private let publisher: TopicTablePublisher
    private let authorizer: Authorizer?
    private let quotas: QuotaEnforcer
    private let logger: Logger
    private var image: MetadataImage
    private var generator = SystemRandomNumberGenerator()
    /// Told of topics that are gone, so that committed offsets go with them.
    private var onTopicsDeleted: @Sendable ([String]) -> Void = { _ in }

    init(
        log: MetadataLog, image: MetadataImage, settings: MetadataTransaction.Settings, partitions: PartitionStore,
        publisher: TopicTablePublisher, authorizer: Authorizer?, quotas: QuotaEnforcer, logger: Logger
    ) {
        self.log = log
        self.image = image
        self.settings = settings
        self.partitions = partitions
        self.publisher = publisher
        self.authorizer = authorizer
        self.quotas = quotas
        self.logger = logger
    }

    /// The metadata as it stands.
    var currentImage: MetadataImage { image }

    func setTopicsDeletedHandler(_ handler: @escaping @Sendable ([String]) -> Void) {
        onTopicsDeleted = handler
    }

    func createTopics(
        _ topics: [CreateTopicsRequest.CreatableTopic], validateOnly: Bool
    ) -> [CreateTopicsResponse.CreatableTopicResult] {
        var transaction = begin()
        var results: [CreateTopicsResponse.CreatableTopicResult] = []
        var created: [Int] = []
        for topic in topics {
            do throws(MetadataTransaction.Refusal) {
                let made = try transaction.createTopic(
                    topic, id: Uuid.random(using: &generator), checkConfig: partitions.checkTopicConfig)
                created.append(results.count)
                results.append(
                    result(for: topic.name, made, overrides: transaction.image.config(2, topic.name)))
            } catch {
                results.append(
                    .init(name: topic.name, errorCode: error.code.rawValue, errorMessage: error.message))
            }
        }
        // The answer to a mere check names an id all the same, as Kafka's does.
        guard !validateOnly else { return results }
        if let failure = commit(transaction) {
            for index in created {
                results[index] = .init(
                    name: results[index].name, errorCode: failure.code.rawValue, errorMessage: failure.message)
            }
        }
        return results
    }

    /// Makes a topic that a client's metadata request or the broker itself needs; silent when it exists by now.
    func createTopicIfAbsent(
        _ name: String, partitions: Int32, configs: [String: String]
    ) -> ErrorCode {
        guard image.topics[name] == nil else { return .none }
        let request = CreateTopicsRequest.CreatableTopic(
            name: name, numPartitions: partitions, replicationFactor: 1, assignments: [],
            configs: configs.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) })
        let code = createTopics([request], validateOnly: false).first?.errorCode ?? 0
        if code != 0 {
            logger.warning(
                "topic was not created", metadata: ["topic": "\(name)", "error": "\(ErrorCode(rawValue: code))"])
        }
        return ErrorCode(rawValue: code)
    }

    func deleteTopics(
        _ topics: [DeleteTopicsRequest.DeleteTopicState]
    ) -> [DeleteTopicsResponse.DeletableTopicResult] {
        var transaction = begin()
        var results: [DeleteTopicsResponse.DeletableTopicResult] = []
        var deleted: [(index: Int, name: String)] = []
        for topic in topics {
            do throws(MetadataTransaction.Refusal) {
                let gone = try transaction.deleteTopic(name: topic.name, id: topic.topicId)
                deleted.append((results.count, gone.name))
                results.append(.init(name: gone.name, topicId: gone.id, errorCode: 0))
            } catch {
                results.append(
                    .init(
                        name: topic.name, topicId: topic.topicId, errorCode: error.code.rawValue,
                        errorMessage: error.message))
            }
        }
        if let failure = commit(transaction) {
            for (index, _) in deleted {
                results[index].errorCode = failure.code.rawValue
                results[index].errorMessage = failure.message
            }
        } else if !deleted.isEmpty {
            onTopicsDeleted(deleted.map(\.name))
        }
        return results
    }

    func createPartitions(
        _ topics: [CreatePartitionsRequest.CreatePartitionsTopic], validateOnly: Bool
    ) -> [CreatePartitionsResponse.CreatePartitionsTopicResult] {
        var transaction = begin()
        var results: [CreatePartitionsResponse.CreatePartitionsTopicResult] = []
        for topic in topics {
            do throws(MetadataTransaction.Refusal) {
                try transaction.createPartitions(topic)
                results.append(.init(name: topic.name, errorCode: 0))
            } catch {
                results.append(.init(name: topic.name, errorCode: error.code.rawValue, errorMessage: error.message))
            }
        }
        if !validateOnly, let failure = commit(transaction) {
            for index in results.indices where results[index].errorCode == 0 {
                results[index].errorCode = failure.code.rawValue
                results[index].errorMessage = failure.message
            }
        }
        return results
    }

    /// Reserves the next block of producer ids (KIP-730); nil when the log did not take it.
    func reserveProducerIds(above used: Int64 = -1) -> Range<Int64>? {
        let first = max(image.nextProducerId, used &+ 1)
        let (next, overflow) = first.addingReportingOverflow(ProducerIdAllocator.blockSize)
        guard !overflow else { return nil }
        var transaction = begin()
        transaction.append(
            .producerIds(
                ProducerIdsRecord(
                    brokerId: settings.nodeId, brokerEpoch: image.brokerEpochs[settings.nodeId] ?? -1,
                    nextProducerId: next)))
        return commit(transaction) == nil ? first..<next : nil
    }

    /// Carries out changes of settings that were worked out and checked by `body`; nothing is written when it throws.
    func change<Result: Sendable>(
        validateOnly: Bool = false,
        _ body: @Sendable (inout MetadataTransaction) throws(MetadataTransaction.Refusal) -> Result
    ) throws(MetadataTransaction.Refusal) -> Result {
        var transaction = begin()
        let result = try body(&transaction)
        if !validateOnly, let failure = commit(transaction) { throw failure }
        return result
    }

    /// Has the table built anew, because settings outside the metadata changed.
    func republish() {
        publisher.publish(partitions.table(for: image))
    }

    /// Writes what the start of the broker adds to the log.
    func appendAtStart(_ body: @Sendable (inout MetadataTransaction) -> Void) -> MetadataTransaction.Refusal? {
        var transaction = begin()
        body(&transaction)
        return commit(transaction)
    }

    /// The offset that the next record will get; a broker's epoch is that of its registration.
    var nextOffset: Int64 { log.endOffset }

    /// The epoch of the quorum's leader, which is this node, and the end of its log.
    var quorumState: (epoch: Int32, endOffset: Int64) { (log.leaderEpoch, log.endOffset) }

    func close() throws {
        try log.close()
    }

    private func begin() -> MetadataTransaction {
        MetadataTransaction(image: image, settings: settings)
    }

    /// Writes the records, then lets them take effect; answers why it could not.
    private func commit(_ transaction: MetadataTransaction) -> MetadataTransaction.Refusal? {
        guard !transaction.records.isEmpty else { return nil }
        do throws(MetadataLog.Failure) {
            var next = transaction.image
            next.lastOffset = try log.append(transaction.records)
            if next.acls.version != image.acls.version { authorizer?.use(next.acls) }
            if next.quotas.version != image.quotas.version { quotas.use(next.quotas) }
            image = next
        } catch {
            logger.error("metadata was not written", metadata: ["error": "\(error)"])
            return .init(.kafkaStorageError, "The metadata log could not be written.")
        }
        publisher.publish(partitions.table(for: image))
        snapshotIfDue()
        return nil
    }

    /// Looks every few seconds whether the last snapshot is old enough, until cancelled.
    nonisolated func takeSnapshotsWhenDue() async {
        while !Task.isCancelled {
            do { try await Task.sleep(for: .seconds(5)) } catch { return }
            await snapshotIfDue()
        }
    }

    /// Writes a snapshot of the metadata when it is time for one.
    func snapshotIfDue() {
        do {
            guard let snapshot = try log.snapshotIfDue() else { return }
            logger.info("metadata snapshot written", metadata: ["file": "\(snapshot.name)"])
        } catch {
            logger.error("metadata snapshot was not written", metadata: ["error": "\(error)"])
        }
    }

    private func result(
        for name: String, _ made: MetadataTransaction.CreatedTopic, overrides: [String: String]
    ) -> CreateTopicsResponse.CreatableTopicResult {
        .init(
            name: name, topicId: made.id, errorCode: 0, errorMessage: nil, numPartitions: made.partitions,
            replicationFactor: made.replicationFactor, configs: partitions.describeForCreation(overrides: overrides))
    }
}
