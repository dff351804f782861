import KafkaProtocol
import KafkaWire
import NIOCore

/// What came of one partition's part of a fetch.
struct PartitionFetch: Sendable {
    var partition: TopicPartition
    /// The offset that was asked for; a result for an offset that is no longer wanted is dropped.
    var position: Int64
    var result: Result<FetchedChunk, ClientError>
    var highWatermark: Int64
}

/// A partition that is to be fetched.
struct WantedPartition: Sendable {
    var partition: TopicPartition
    var topicId: Uuid
    var position: Int64
}

/// One fetch request to one broker, without a session (KIP-227: session id 0, epoch -1).
struct FetchExchange: Sendable {
    let cluster: KafkaCluster
    let configuration: ConsumerConfiguration
    let leader: Int32
    let wanted: [WantedPartition]

    func run() async throws -> [PartitionFetch] {
        let connection = try await cluster.connection(to: .broker(leader), lane: .fetch)
        // From version 13 on topics are named by id only.
        let limit: Int16 = wanted.allSatisfy { $0.topicId != .zero } ? .max : 12
        let version = try connection.version(of: FetchRequest.self, atMost: limit)
        let response = try await connection.send(
            makeRequest(byId: version >= 13), maxVersion: limit,
            timeout: Int64(configuration.fetchMaxWait) + cluster.configuration.requestTimeout)
        try check(response.errorCode, "Fetch from broker \(leader)")
        return read(response, byId: version >= 13)
    }

    private func makeRequest(byId: Bool) -> FetchRequest {
        var request = FetchRequest()
        request.maxWaitMs = configuration.fetchMaxWait
        request.minBytes = configuration.fetchMinBytes
        request.maxBytes = configuration.fetchMaxBytes
        request.isolationLevel = configuration.isolation.rawValue
        request.topics = Dictionary(grouping: wanted, by: \.partition.topic).sorted { $0.key < $1.key }
            .map { topic, entries in
                var asked = FetchRequest.FetchTopic()
                if byId { asked.topicId = entries.first?.topicId ?? .zero } else { asked.topic = topic }
                asked.partitions = entries.map { entry in
                    .init(
                        partition: entry.partition.partition, fetchOffset: entry.position,
                        partitionMaxBytes: configuration.partitionMaxBytes)
                }
                return asked
            }
        return request
    }

    private func read(_ response: FetchResponse, byId: Bool) -> [PartitionFetch] {
        var results: [PartitionFetch] = []
        for topic in response.responses {
            for answer in topic.partitions {
                let entry = wanted.first {
                    $0.partition.partition == answer.partitionIndex
                        && (byId ? $0.topicId == topic.topicId : $0.partition.topic == topic.topic)
                }
                guard let entry else { continue }
                results.append(
                    PartitionFetch(
                        partition: entry.partition, position: entry.position,
                        result: result(of: answer, for: entry),
                        highWatermark: answer.highWatermark))
            }
        }
        return results
    }

    private func result(
        of answer: FetchResponse.PartitionData, for entry: WantedPartition
    ) -> Result<FetchedChunk, ClientError> {
        do throws(ClientError) {
            return .success(try decode(answer, for: entry))
        } catch {
            return .failure(error)
        }
    }

    private func decode(
        _ answer: FetchResponse.PartitionData, for entry: WantedPartition
    ) throws(ClientError) -> FetchedChunk {
        try check(answer.errorCode, "Partition \(entry.partition)")
        let decoder = FetchDecoder(
            partition: entry.partition, checkCRCs: configuration.checkCRCs,
            skipsAborted: configuration.isolation == .readCommitted,
            batchLimit: configuration.maxDecompressedBytes, totalLimit: Int(configuration.fetchMaxBytes) * 4)
        let aborted = AbortedTransactions(
            (answer.abortedTransactions ?? []).map { (producerId: $0.producerId, firstOffset: $0.firstOffset) })
        return try decoder.decode(answer.records?.buffer ?? ByteBuffer(), from: entry.position, aborted: aborted)
    }
}
