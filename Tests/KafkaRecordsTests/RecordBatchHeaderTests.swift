import KafkaRecords
import NIOCore
import Testing

@Suite struct RecordBatchHeaderTests {
    @Test func allFixturesAreThere() {
        #expect(GoldenBatch.all.count == 62)
    }

    @Test(arguments: GoldenBatch.all)
    func readsEveryField(_ golden: GoldenBatch) throws {
        let header = try RecordBatchHeader(parsing: golden.bytes)
        #expect(header.baseOffset == golden.baseOffset)
        #expect(header.sizeInBytes == golden.bytes.readableBytes)
        #expect(header.partitionLeaderEpoch == golden.partitionLeaderEpoch)
        #expect(header.compression?.name == golden.codec)
        #expect(header.producerId == golden.producerId)
        #expect(header.producerEpoch == golden.producerEpoch)
        #expect(header.isTransactional == golden.isTransactional)
        #expect(header.isControl == golden.isControl)
        if let crc = golden.crc { #expect(header.crc == crc) }
        if let lastOffset = golden.lastOffset { #expect(header.lastOffset == lastOffset) }
        if let maxTimestamp = golden.maxTimestamp { #expect(header.maxTimestamp == maxTimestamp) }
        if let sequence = golden.baseSequence { #expect(header.baseSequence == sequence) }
        if let type = golden.timestampType {
            #expect(header.timestampType == (type == "LogAppendTime" ? .logAppendTime : .createTime))
        }
    }

    @Test func needsAllItsBytes() throws {
        let bytes = try #require(GoldenBatch.all.first).bytes
        for length in 0..<RecordBatchHeader.size {
            let short = try #require(bytes.getSlice(at: bytes.readerIndex, length: length))
            #expect(throws: RecordError.self) { try RecordBatchHeader(parsing: short) }
        }
        #expect(throws: RecordError.self) { try RecordBatchHeader(parsing: bytes, at: .max) }
        #expect(throws: RecordError.self) { try RecordBatchHeader(parsing: bytes, at: -1) }
    }

    @Test func refusesImpossibleLengths() throws {
        var bytes = try #require(GoldenBatch.all.first).bytes
        for length: Int32 in [.min, -1, 0, 13, 48] {
            bytes.setInteger(length, at: 8)
            #expect(throws: RecordError.invalidBatchLength(length)) { try RecordBatchHeader(parsing: bytes) }
        }
        bytes.setInteger(Int32.max, at: 8)
        #expect(try RecordBatchHeader(parsing: bytes).sizeInBytes == 12 + Int(Int32.max))
    }

    @Test func sequencesStartAgainAtZero() {
        #expect(RecordBatchHeader.sequence(Int32.max, advancedBy: 1) == 0)
        #expect(RecordBatchHeader.sequence(Int32.max - 1, advancedBy: 4) == 2)
        #expect(RecordBatchHeader.sequence(5, advancedBy: 0) == 5)
    }
}
