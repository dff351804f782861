import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore
import Synchronization
import Testing

@testable import KafkaClient

@Suite struct ProducerTests {
    private final class Reports: Sendable {
        let all = Mutex<[DeliveryReport]>([])
        var offsets: [Int64] { all.withLock { $0.compactMap { try? $0.result.get() } } }
        var failures: [ClientError] {
            all.withLock { $0.compactMap { if case .failure(let error) = $0.result { error } else { nil } } }
        }
    }

    private static func answer(
        _ request: ReceivedRequest, _ code: ErrorCode, offset: Int64 = 0
    ) -> ByteBuffer {
        request.answer(
            ProduceResponse(
                responses: [
                    .init(
                        topicId: ScriptedCluster.topicId,
                        partitionResponses: [.init(index: 0, errorCode: code.rawValue, baseOffset: offset)])
                ]))
    }

    /// The batches of all Produce requests, in the order of arrival.
    private func batches(_ cluster: ScriptedCluster) throws -> [RecordBatchHeader] {
        try cluster.requests(ProduceRequest.self).flatMap(\.topicData).flatMap(\.partitionData).map {
            try RecordBatchHeader(parsing: $0.records?.buffer ?? ByteBuffer())
        }
    }

    private func produce(
        _ count: Int, configuration: ProducerConfiguration = ProducerConfiguration(),
        script: @escaping @Sendable (ReceivedRequest, Int) -> ByteBuffer?
    ) async throws -> (ScriptedCluster, Reports) {
        let cluster = try await ScriptedCluster.start(script: script)
        let reports = Reports()
        let producer = Producer(cluster: cluster.cluster, configuration: configuration) { report in
            reports.all.withLock { $0.append(report) }
        }
        let records = (0..<count).map { ProducerRecord(value: ByteBuffer(string: "value \($0)")) }
        try await producer.send(records, topic: "t")
        await producer.flush()
        await cluster.stop()
        return (cluster, reports)
    }

    private var smallBatches: ProducerConfiguration {
        var configuration = ProducerConfiguration()
        configuration.batchSize = 90
        return configuration
    }

    @Test func sequencesContinueFromBatchToBatch() async throws {
        let (cluster, reports) = try await produce(6, configuration: smallBatches) { request, number in
            Self.answer(request, .none, offset: Int64(number))
        }
        let sent = try batches(cluster)
        #expect(sent.allSatisfy { $0.producerId == 1_000 && $0.producerEpoch == 0 })
        #expect(sent.map(\.baseSequence) == [0, 2, 4])
        #expect(reports.offsets == [1, 2, 3])
    }

    /// The broker tells a repeated batch by its sequence: a retry must not change a byte.
    @Test func aRetryCarriesTheSameBatch() async throws {
        let (cluster, reports) = try await produce(2) { request, number in
            Self.answer(request, number == 1 ? .notLeaderOrFollower : .none, offset: 7)
        }
        let sent = try batches(cluster)
        #expect(sent.count == 2)
        #expect(sent.first?.crc == sent.last?.crc)
        #expect(reports.offsets == [7])
    }

    @Test func aLostConnectionIsRetriedAndADuplicateIsSuccess() async throws {
        let (cluster, reports) = try await produce(1) { request, number in
            number == 1 ? nil : Self.answer(request, .duplicateSequenceNumber, offset: 3)
        }
        #expect(try batches(cluster).map(\.baseSequence) == [0, 0])
        #expect(reports.offsets == [3])
    }

    @Test func aBatchThatIsTooLargeIsHalved() async throws {
        let (cluster, reports) = try await produce(4) { request, number in
            Self.answer(request, number == 1 ? .messageTooLarge : .none, offset: 0)
        }
        let sent = try batches(cluster)
        #expect(sent.map(\.recordCount) == [4, 2, 2])
        #expect(sent.map(\.baseSequence) == [0, 0, 2])
        #expect(reports.offsets.count == 2)
    }

    @Test func aRefusalIsReportedAndLeavesNoGap() async throws {
        let (cluster, reports) = try await produce(4, configuration: smallBatches) { request, number in
            Self.answer(request, number == 1 ? .topicAuthorizationFailed : .none)
        }
        #expect(reports.failures.map(\.errorCode) == [.topicAuthorizationFailed])
        #expect(try batches(cluster).map(\.baseSequence) == [0, 0])
        #expect(reports.offsets.count == 1)
    }

    /// The broker forgets idle producers: the batch goes out again under a new identity.
    @Test func anUnknownProducerIdGetsANewIdentity() async throws {
        let (cluster, reports) = try await produce(1) { request, number in
            Self.answer(request, number == 1 ? .unknownProducerId : .none)
        }
        let sent = try batches(cluster)
        #expect(sent.map(\.producerId) == [1_000, 1_001])
        #expect(sent.map(\.baseSequence) == [0, 0])
        #expect(reports.failures.isEmpty)
    }

    @Test func withoutIdempotenceThereIsNoIdentity() async throws {
        var configuration = ProducerConfiguration()
        configuration.acks = .leader
        let (cluster, _) = try await produce(1, configuration: configuration) { request, _ in
            Self.answer(request, .none)
        }
        let sent = try batches(cluster)
        #expect(sent.map(\.producerId) == [-1])
        #expect(sent.map(\.baseSequence) == [-1])
    }

    @Test func memoryStaysBoundedByConfirmations() async throws {
        var configuration = smallBatches
        configuration.bufferMemory = 200
        let (cluster, reports) = try await produce(50, configuration: configuration) { request, _ in
            Self.answer(request, .none)
        }
        #expect(reports.all.withLock { $0.reduce(0) { $0 + $1.recordCount } } == 50)
        #expect(try batches(cluster).map(\.recordCount).reduce(0, +) == 50)
    }

    @Test func aRecordAboveTheLimitIsRefusedAtOnce() async throws {
        var configuration = ProducerConfiguration()
        configuration.maxRequestSize = 10
        await #expect(throws: ClientError.self) {
            try await produce(1, configuration: configuration) { _, _ in nil }
        }
    }
}
