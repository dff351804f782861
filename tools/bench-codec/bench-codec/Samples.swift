import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore

/// The messages that are measured: shapes that brokers see, names longer than Swift keeps without allocating.
enum Samples {
    /// 1,000 topics of ten partitions, three replicas each; one partition in ten lacks one in sync.
    static func metadata(brokers count: Int) -> MetadataResponse {
        let brokers = (1...count).map { id in
            MetadataResponse.MetadataResponseBroker(
                nodeId: Int32(id), host: "broker-\(id).kafka.example.com", port: 9092, rack: "zone-\(id % 3)")
        }
        let topics = (0..<1000).map { topic in
            MetadataResponse.MetadataResponseTopic(
                name: topicName(topic), topicId: topicId(topic),
                partitions: (0..<10).map { partition($0, of: topic, brokers: count) })
        }
        return MetadataResponse(
            brokers: brokers, clusterId: "4L6g3nShT-eMCtK--X86sw", controllerId: 1, topics: topics)
    }

    private static func partition(
        _ partition: Int, of topic: Int, brokers: Int
    ) -> MetadataResponse.MetadataResponsePartition {
        // As Kafka spreads replicas: leaders in turn, followers at a distance that shifts.
        let first = topic &* 7 + partition
        let shift = 1 + (topic / brokers + partition / brokers) % (brokers - 1)
        let replicas = [0, shift, 1 + shift % (brokers - 1)].map { Int32((first + $0) % brokers + 1) }
        return MetadataResponse.MetadataResponsePartition(
            partitionIndex: Int32(partition), leaderId: replicas[0], leaderEpoch: Int32(topic % 50),
            replicaNodes: replicas, isrNodes: partition == 9 ? Array(replicas.prefix(2)) : replicas)
    }

    static func topicName(_ index: Int) -> String {
        "payments.settled.v1.part-\(index)"
    }

    static func topicId(_ index: Int) -> Uuid {
        Uuid(high: UInt64(index) &* 0x9e37_79b9_7f4a_7c15 | 0x4000, low: 1 << 63 | UInt64(index))
    }

    /// Two topics of two partitions with a batch each.
    static func produce(records: Int, valueSize: Int) -> ProduceRequest {
        let batch = Samples.batch(records: records, valueSize: valueSize)
        let topics = (0..<2).map { topic in
            ProduceRequest.TopicProduceData(
                name: topicName(topic),
                partitionData: (0..<2).map { .init(index: $0, records: .bytes(batch)) })
        }
        return ProduceRequest(acks: -1, timeoutMs: 30_000, topicData: topics)
    }

    static let produceResponse = ProduceResponse(
        responses: (0..<2).map { topic in
            .init(
                name: topicName(topic),
                partitionResponses: (0..<2).map { .init(index: $0, baseOffset: 1_000_000, logStartOffset: 0) })
        })

    /// A full request for a session of ten topics of ten partitions.
    static let fetchRequest = FetchRequest(
        maxWaitMs: 500, minBytes: 1, maxBytes: 50 << 20, sessionEpoch: 0,
        topics: (0..<10).map { topic in
            .init(
                topicId: topicId(topic),
                partitions: (0..<10).map {
                    .init(partition: $0, currentLeaderEpoch: 3, fetchOffset: 1_000_000, partitionMaxBytes: 1 << 20)
                })
        })

    /// The answer, 1 KiB of records from each partition.
    static let fetchResponse: FetchResponse = {
        let batch = Samples.batch(records: 1, valueSize: 950)
        return FetchResponse(
            sessionId: 7,
            responses: (0..<10).map { topic in
                .init(
                    topicId: topicId(topic),
                    partitions: (0..<10).map {
                        .init(
                            partitionIndex: $0, highWatermark: 1_000_010, lastStableOffset: 1_000_010,
                            logStartOffset: 0, abortedTransactions: nil, records: .bytes(batch))
                    })
            })
    }()

    private static let subscription = ByteBuffer(repeating: 0x5a, count: 80)

    static let joinGroupRequest = JoinGroupRequest(
        groupId: "settlement-workers", sessionTimeoutMs: 45_000, rebalanceTimeoutMs: 300_000,
        memberId: memberId(0), protocolType: "consumer",
        protocols: ["range", "cooperative-sticky"].map { .init(name: $0, metadata: subscription) })

    /// What the leader of a group of 50 is sent.
    static let joinGroupResponse = JoinGroupResponse(
        generationId: 12, protocolType: "consumer", protocolName: "range", leader: memberId(0),
        memberId: memberId(0),
        members: (0..<50).map { .init(memberId: memberId($0), metadata: subscription) })

    private static func memberId(_ index: Int) -> String {
        "consumer-settlement-workers-\(index)-5b2f8f0c-6f4e-4f0e-9d57-0d6c1f6a9b1\(index % 10)"
    }

    static let offsetFetchRequest = OffsetFetchRequest(
        groups: [
            .init(
                groupId: "settlement-workers",
                topics: (0..<20).map { .init(name: topicName($0), partitionIndexes: Array(0..<10)) })
        ])

    static let offsetFetchResponse = OffsetFetchResponse(
        groups: [
            .init(
                groupId: "settlement-workers",
                topics: (0..<20).map { topic in
                    .init(
                        name: topicName(topic),
                        partitions: (0..<10).map {
                            .init(partitionIndex: $0, committedOffset: 1_000_000, committedLeaderEpoch: 3)
                        })
                })
        ])

    /// A batch of text that compresses to about a third; empty if building fails, which no sample makes it do.
    static func batch(
        records: Int, valueSize: Int, compression: CompressionType = .none
    ) -> ByteBuffer {
        var builder = RecordBatchBuilder(.init(compression: compression))
        let value = ByteBuffer(bytes: text(valueSize))
        do {
            for index in 0..<records {
                try builder.append(
                    timestamp: 1_700_000_000_000 + Int64(index), key: ByteBuffer(string: "key-\(index)"), value: value)
            }
            return try builder.build()
        } catch {
            return ByteBuffer()
        }
    }

    /// Digits behind words: neither noise nor one byte over and over.
    static func text(_ size: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var state: UInt64 = 42
        while bytes.count < size {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            bytes += Array("{\"account\":\"\(state >> 40)\",\"amount\":\(state >> 54),\"currency\":\"EUR\"}".utf8)
        }
        return Array(bytes.prefix(size))
    }
}
