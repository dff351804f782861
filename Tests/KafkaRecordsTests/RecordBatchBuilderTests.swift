import KafkaRecords
import NIOCore
import Testing

@Suite struct RecordBatchBuilderTests {
    /// Timestamps under LogAppendTime are not in the fixture, all else is: those batches come out byte for byte.
    @Test(arguments: GoldenBatch.all.filter { $0.codec == "none" && $0.timestampType == "CreateTime" })
    func rebuildsWhatTheJavaClientWrote(_ golden: GoldenBatch) throws {
        var builder = RecordBatchBuilder(golden.properties)
        for record in golden.expected { try builder.append(record) }
        #expect(try builder.build() == golden.bytes)
        var keeping = RecordBatchBuilder(golden.properties)
        for record in golden.expected { try keeping.appendKeepingOffset(record) }
        #expect(try keeping.build() == golden.bytes)
    }

    @Test(arguments: GoldenBatch.all.filter { $0.isControl })
    func rebuildsEndTransactionMarkers(_ golden: GoldenBatch) throws {
        var reader = try RecordBatchReader(golden.bytes, decompressionLimit: 0)
        let record = try #require(try reader.next())
        let marker = try ControlRecord(record)
        #expect(marker.kind == (golden.control == "COMMIT" ? .commit : .abort))
        #expect(marker.coordinatorEpoch == golden.coordinatorEpoch)
        let rebuilt = try ControlRecord.endTransactionBatch(
            commit: golden.control == "COMMIT", coordinatorEpoch: golden.coordinatorEpoch ?? -1,
            producerId: golden.producerId, producerEpoch: golden.producerEpoch, timestamp: record.timestamp,
            baseOffset: golden.baseOffset, partitionLeaderEpoch: golden.partitionLeaderEpoch)
        #expect(rebuilt == golden.bytes)
    }

    @Test(arguments: CompressionType.allCases)
    func whatIsBuiltIsReadBack(_ compression: CompressionType) throws {
        var builder = RecordBatchBuilder(
            .init(
                baseOffset: 1 << 40, partitionLeaderEpoch: 3, compression: compression, producerId: 9, producerEpoch: 2,
                baseSequence: .max, isTransactional: true))
        let records = sampleRecords(base: 1 << 40)
        for record in records { try builder.append(record) }
        #expect(builder.uncompressedSize > 1000)
        let batch = try builder.build()
        let header = try RecordBatchValidator.validateStored(batch)
        #expect(header.compression == compression)
        #expect(header.lastSequence == Int32(records.count) - 2)
        #expect(header.isTransactional && !header.isControl)
        #expect(header.maxTimestamp == records.map(\.timestamp).max())
        var reader = try RecordBatchReader(batch, decompressionLimit: 1 << 20)
        #expect(try reader.readAll() == records)
        let contents = try RecordBatchInspector.inspect(batch, header, decompressionLimit: 1 << 20)
        #expect(contents.recordCount == records.count)
        #expect(contents.maxTimestamp == header.maxTimestamp)
        #expect(contents.minTimestamp == records.map(\.timestamp).min())
        #expect(contents.firstKeyless == records.firstIndex { $0.key == nil })
        #expect(contents.hasConsecutiveOffsets)
    }

    @Test func appendTimeHidesTheRecordsOwn() throws {
        var builder = RecordBatchBuilder(.init(logAppendTime: 777))
        for record in sampleRecords(base: 0) { try builder.append(record) }
        var reader = try RecordBatchReader(try builder.build(), decompressionLimit: 0)
        #expect(reader.header.timestampType == .logAppendTime)
        #expect(try reader.readAll().allSatisfy { $0.timestamp == 777 })
    }

    @Test func keepsGapsAndALaterEnd() throws {
        var builder = RecordBatchBuilder(.init(baseOffset: 10))
        for offset: Int64 in [12, 15, 1_000_000] {
            try builder.appendKeepingOffset(Record(offset: offset, timestamp: 5, key: nil, value: ByteBuffer()))
        }
        #expect(throws: RecordError.batchOverflow) { try builder.appendKeepingOffset(Record(offset: 15)) }
        #expect(throws: RecordError.batchOverflow) { try builder.appendKeepingOffset(Record(offset: .max)) }
        let batch = try builder.build(lastOffset: 2_000_000)
        var reader = try RecordBatchReader(batch, decompressionLimit: 0)
        #expect(reader.header.nextOffset == 2_000_001)
        #expect(try reader.readAll().map(\.offset) == [12, 15, 1_000_000])
        #expect(throws: RecordError.batchOverflow) { try builder.build(lastOffset: 11) }
        #expect(throws: RecordError.batchOverflow) { try builder.build(lastOffset: .min) }
        let contents = try RecordBatchInspector.inspect(batch, reader.header, decompressionLimit: 0)
        #expect(!contents.hasConsecutiveOffsets)
        #expect(contents.firstKeyless == 0)
    }

    @Test func saysHowMuchARecordAdds() throws {
        var builder = RecordBatchBuilder()
        for record in sampleRecords(base: 0) {
            let before = builder.uncompressedSize
            let size = builder.size(of: record)
            try builder.append(record)
            #expect(builder.uncompressedSize == before + size)
        }
        #expect(try builder.build().readableBytes == builder.uncompressedSize)
    }

    @Test func stampingKeepsTheBatchSound() throws {
        let golden = try #require(GoldenBatch.all.first { $0.codec == "zstd" && $0.timestampType == "CreateTime" })
        let header = try RecordBatchHeader(parsing: golden.bytes)
        let stamped = try header.stamped(.logAppendTime, maxTimestamp: 42, in: golden.bytes)
        var bytes = golden.bytes
        bytes.setBuffer(stamped.encoded, at: 0)
        var reader = try RecordBatchReader(bytes, decompressionLimit: 1 << 20)
        #expect(reader.header.timestampType == .logAppendTime)
        #expect(try reader.readAll().allSatisfy { $0.timestamp == 42 })
        let back = try stamped.stamped(.createTime, maxTimestamp: header.maxTimestamp, in: bytes)
        #expect(back == header)
    }

    /// Keys, values and headers of every kind: absent, empty, long enough for lengths of two and three bytes.
    private func sampleRecords(base: Int64) -> [Record] {
        var records: [Record] = []
        for (index, size) in [0, 1, 63, 64, 127, 8191, 8192, 20_000].enumerated() {
            let value = ByteBuffer(repeating: UInt8(index), count: size)
            records.append(
                Record(
                    timestamp: 1_700_000_000_000 - Int64(size * 1000), key: index % 3 == 2 ? nil : value,
                    value: index % 3 == 1 ? nil : value,
                    headers: (0..<index).map {
                        .init(key: "h\($0)", value: $0 == 1 ? nil : value.getSlice(at: 0, length: min(size, 5)))
                    }))
        }
        for index in records.indices { records[index].offset = base + Int64(index) }
        return records
    }
}

extension GoldenBatch {
    fileprivate var properties: RecordBatchBuilder.Properties {
        .init(
            baseOffset: baseOffset, partitionLeaderEpoch: partitionLeaderEpoch, producerId: producerId,
            producerEpoch: producerEpoch, baseSequence: baseSequence ?? -1, isTransactional: isTransactional)
    }
}
