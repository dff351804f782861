import KafkaRecords
import NIOCore
import Testing

@testable import KafkaClient

@Suite struct FetchDecoderTests {
    private let partition = TopicPartition(topic: "t", partition: 0)

    private func decoder(skipsAborted: Bool = false, totalLimit: Int = 1 << 20) -> FetchDecoder {
        FetchDecoder(
            partition: partition, checkCRCs: true, skipsAborted: skipsAborted, batchLimit: 1 << 20,
            totalLimit: totalLimit)
    }

    private func batch(
        at offset: Int64, _ values: [String], compression: CompressionType = .none, producerId: Int64 = -1,
        control: Bool = false
    ) throws -> ByteBuffer {
        var builder = RecordBatchBuilder(
            .init(
                baseOffset: offset, partitionLeaderEpoch: 4, compression: compression, producerId: producerId,
                producerEpoch: producerId < 0 ? -1 : 0, baseSequence: producerId < 0 ? -1 : 0,
                isTransactional: producerId >= 0, isControl: control))
        for value in values {
            try builder.append(
                Record(offset: 0, timestamp: 1_000, key: nil, value: ByteBuffer(string: value), headers: []))
        }
        return try builder.build()
    }

    private func values(_ chunk: FetchedChunk) -> [String] {
        chunk.records.map { $0.value.map { String(buffer: $0) } ?? "null" }
    }

    @Test func beginsInsideOfABatchAndGoesOnBehindTheLast() throws {
        var bytes = try batch(at: 10, ["a", "b", "c"], compression: .lz4)
        bytes.writeImmutableBuffer(try batch(at: 13, ["d"]))
        let chunk = try decoder().decode(bytes, from: 11, aborted: AbortedTransactions([]))
        #expect(values(chunk) == ["b", "c", "d"])
        #expect(chunk.records.map(\.offset) == [11, 12, 13])
        #expect(chunk.records.first?.leaderEpoch == 4)
        #expect(chunk.nextPosition == 14)
    }

    @Test func aTornBatchAtTheEndIsLeftForTheNextFetch() throws {
        var bytes = try batch(at: 0, ["a"])
        let next = try batch(at: 1, ["b"])
        bytes.writeImmutableBuffer(next.getSlice(at: 0, length: next.readableBytes - 1) ?? ByteBuffer())
        let chunk = try decoder().decode(bytes, from: 0, aborted: AbortedTransactions([]))
        #expect(values(chunk) == ["a"])
        #expect(chunk.nextPosition == 1)
    }

    @Test func aFirstBatchThatIsCutOffIsAnError() throws {
        let whole = try batch(at: 0, ["a"])
        let torn = whole.getSlice(at: 0, length: whole.readableBytes - 1) ?? ByteBuffer()
        #expect(throws: ClientError.self) {
            try decoder().decode(torn, from: 0, aborted: AbortedTransactions([]))
        }
    }

    @Test func aWrongChecksumIsAnError() throws {
        var bytes = try batch(at: 0, ["a"])
        bytes.setInteger(UInt8(0xff), at: bytes.writerIndex - 2)
        #expect(throws: ClientError.self) {
            try decoder().decode(bytes, from: 0, aborted: AbortedTransactions([]))
        }
    }

    @Test func decodingStopsAtItsLimitButNotBeforeTheFirstBatch() throws {
        var bytes = try batch(at: 0, ["a", "b"])
        bytes.writeImmutableBuffer(try batch(at: 2, ["c"]))
        let chunk = try decoder(totalLimit: 1).decode(bytes, from: 0, aborted: AbortedTransactions([]))
        #expect(values(chunk) == ["a", "b"])
        #expect(chunk.nextPosition == 2)
    }

    @Test func abortedRecordsAreLeftOutAndMarkersNeverShown() throws {
        var bytes = try batch(at: 0, ["aborted"], producerId: 7)
        bytes.writeImmutableBuffer(try batch(at: 1, ["plain"]))
        bytes.writeImmutableBuffer(try batch(at: 2, ["marker"], producerId: 7, control: true))
        bytes.writeImmutableBuffer(try batch(at: 3, ["committed"], producerId: 7))
        let aborted = AbortedTransactions([(producerId: 7, firstOffset: 0)])
        let committed = try decoder(skipsAborted: true).decode(bytes, from: 0, aborted: aborted)
        #expect(values(committed) == ["plain", "committed"])
        #expect(committed.nextPosition == 4)
        let all = try decoder().decode(bytes, from: 0, aborted: AbortedTransactions([]))
        #expect(values(all) == ["aborted", "plain", "committed"])
    }
}
