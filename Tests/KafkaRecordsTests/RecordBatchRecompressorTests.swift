import KafkaRecords
import NIOCore
import Testing

@Suite struct RecordBatchRecompressorTests {
    @Test(arguments: GoldenBatch.all.filter { !$0.isControl })
    func everyCodecBecomesEveryOther(_ golden: GoldenBatch) throws {
        let header = try RecordBatchHeader(parsing: golden.bytes)
        for type in CompressionType.allCases {
            let bytes = try RecordBatchRecompressor.recompress(
                golden.bytes, header, to: type, decompressionLimit: 1 << 20)
            var reader = try RecordBatchReader(bytes, decompressionLimit: 1 << 20)
            #expect(reader.header.compression == type)
            #expect(reader.header.producerId == header.producerId)
            #expect(reader.header.baseSequence == header.baseSequence)
            #expect(reader.header.maxTimestamp == header.maxTimestamp)
            #expect(try reader.readAll() == golden.expected)
            if type.name == golden.codec { #expect(bytes == golden.bytes) }
        }
    }

    @Test func controlBatchesStayAsTheyAre() throws {
        for golden in GoldenBatch.all where golden.isControl {
            let header = try RecordBatchHeader(parsing: golden.bytes)
            let bytes = try RecordBatchRecompressor.recompress(golden.bytes, header, to: .zstd, decompressionLimit: 100)
            #expect(bytes == golden.bytes)
        }
    }

    @Test func keepsToTheLimit() throws {
        let golden = try #require(GoldenBatch.all.first { $0.codec == "lz4" && ($0.records?.count ?? 0) > 3 })
        let header = try RecordBatchHeader(parsing: golden.bytes)
        #expect(throws: RecordError.decompressedTooLarge(limit: 100)) {
            try RecordBatchRecompressor.recompress(golden.bytes, header, to: .gzip, decompressionLimit: 100)
        }
    }
}
