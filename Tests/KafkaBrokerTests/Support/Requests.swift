import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// What most tests ask of a broker, in one line.
extension WireClient {
    @discardableResult
    func createTopic(
        _ name: String, partitions: Int32 = 1, _ configs: [String: String] = [:]
    ) async throws -> Uuid {
        let request = CreateTopicsRequest(
            topics: [
                .init(
                    name: name, numPartitions: partitions, replicationFactor: 1,
                    configs: configs.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) })
            ])
        let result = try #require(try await call(request, version: 7).topics.first)
        try #require(result.errorCode == 0, "\(result.errorMessage ?? "")")
        return result.topicId
    }

    func produce(
        _ records: ByteBuffer?, to topic: String, _ index: Int32 = 0, acks: Int16 = -1, version: Int16 = 12,
        topicId: Uuid = .zero
    ) async throws -> ProduceResponse.PartitionProduceResponse {
        let request = ProduceRequest(
            acks: acks, timeoutMs: 1000,
            topicData: [
                .init(
                    name: topic, topicId: topicId,
                    partitionData: [.init(index: index, records: records.map { .bytes($0) })])
            ])
        return try #require(try await call(request, version: version).responses.first?.partitionResponses.first)
    }

    /// Produces what must be taken; answers the base offset.
    @discardableResult
    func append(_ values: [String], to topic: String, _ index: Int32 = 0) async throws -> Int64 {
        let answer = try await produce(try batch(values), to: topic, index)
        try #require(answer.errorCode == 0, "\(answer.errorMessage ?? "")")
        return answer.baseOffset
    }

    func fetch(
        _ topic: String, _ index: Int32 = 0, at offset: Int64, maxBytes: Int32 = 1 << 20, version: Int16 = 12,
        topicId: Uuid = .zero
    ) async throws -> FetchResponse.PartitionData {
        let request = FetchRequest(
            maxWaitMs: 0, minBytes: 1, maxBytes: 1 << 20,
            topics: [
                .init(
                    topic: topic, topicId: topicId,
                    partitions: [.init(partition: index, fetchOffset: offset, partitionMaxBytes: maxBytes)])
            ])
        return try #require(try await call(request, version: version).responses.first?.partitions.first)
    }

    func offset(
        of topic: String, _ index: Int32 = 0, at timestamp: Int64, version: Int16 = 9
    ) async throws -> ListOffsetsResponse.ListOffsetsPartitionResponse {
        let request = ListOffsetsRequest(
            replicaId: -1,
            topics: [.init(name: topic, partitions: [.init(partitionIndex: index, timestamp: timestamp)])])
        return try #require(try await call(request, version: version).topics.first?.partitions.first)
    }

    func metadata(_ names: [String]?, create: Bool = false) async throws -> MetadataResponse {
        let topics = names.map { $0.map { MetadataRequest.MetadataRequestTopic(name: $0) } }
        return try await call(MetadataRequest(topics: topics, allowAutoTopicCreation: create), version: 12)
    }

    func setConfig(_ topic: String, _ name: String, _ value: String?) async throws -> Int16 {
        let request = IncrementalAlterConfigsRequest(
            resources: [
                .init(
                    resourceType: 2, resourceName: topic,
                    configs: [.init(name: name, configOperation: value == nil ? 1 : 0, value: value)])
            ])
        return try #require(try await call(request, version: 1).responses.first).errorCode
    }
}
