import KafkaRecords
import NIOCore
import Testing

@Suite struct RecordBatchValidatorTests {
    /// A batch as a producer sends it: a golden one with base offset 0.
    private func produced(_ change: (inout ByteBuffer) -> Void = { _ in }) throws -> ByteBuffer {
        var bytes = try #require(GoldenBatch.all.first { ($0.records?.count ?? 0) == 3 && $0.producerId >= 0 }).bytes
        bytes.setInteger(Int64(0), at: 0)
        change(&bytes)
        let crc = CRC32C.checksum(bytes.getSlice(at: 21, length: bytes.readableBytes - 21) ?? ByteBuffer())
        bytes.setInteger(crc, at: 17)
        return bytes
    }

    private func rejects(_ error: RecordError, _ bytes: ByteBuffer, limit: Int = .max) {
        #expect(throws: error) { try RecordBatchValidator(maxBatchSize: limit).validateProduced(bytes) }
    }

    @Test(arguments: GoldenBatch.all)
    func acceptsGoldenBatches(_ golden: GoldenBatch) throws {
        #expect(try RecordBatchValidator.validateStored(golden.bytes).baseOffset == golden.baseOffset)
        var bytes = golden.bytes
        bytes.setInteger(Int64(0), at: 0)
        if golden.isControl {
            rejects(.missingSequence(-1), bytes)
        } else {
            let header = try RecordBatchValidator().validateProduced(bytes)
            #expect(Int(header.recordCount) == golden.records?.count)
        }
    }

    @Test func noticesEveryFlippedByteUnderTheChecksum() throws {
        let bytes = try produced()
        for index in 17..<bytes.readableBytes {
            var flipped = bytes
            flipped.setInteger((flipped.getInteger(at: index) ?? UInt8(0)) ^ 0x10, at: index)
            #expect(throws: RecordError.self) { try RecordBatchValidator.validateStored(flipped) }
            #expect(throws: RecordError.self) { try RecordBatchValidator().validateProduced(flipped) }
        }
    }

    @Test func noticesEveryTruncation() throws {
        let bytes = try produced()
        for length in 0..<bytes.readableBytes {
            let short = try #require(bytes.getSlice(at: 0, length: length))
            rejects(.noBatch, short)
            #expect(throws: RecordError.self) { try RecordBatchValidator.validateStored(short) }
        }
    }

    @Test func takesExactlyOneBatch() throws {
        let one = try produced()
        var two = one
        two.writeImmutableBuffer(one)
        rejects(.severalBatches, two)
        var torn = one
        torn.writeImmutableBuffer(try #require(one.getSlice(at: 0, length: 40)))
        #expect(try RecordBatchValidator().validateProduced(torn).sizeInBytes == one.readableBytes)
    }

    @Test func refusesWhatClientsMayNotSay() throws {
        rejects(.baseOffsetNotZero(7), try produced { $0.setInteger(Int64(7), at: 0) })
        rejects(.invalidMagic(3), try produced { $0.setInteger(Int8(3), at: 16) })
        rejects(.unexpectedMagic(1), try produced { $0.setInteger(Int8(1), at: 16) })
        rejects(
            .offsetRangeMismatch(lastOffsetDelta: 5, recordCount: 3), try produced { $0.setInteger(Int32(5), at: 23) })
        rejects(
            .offsetRangeMismatch(lastOffsetDelta: -1, recordCount: 0),
            try produced {
                $0.setInteger(Int32(-1), at: 23)
                $0.setInteger(Int32(0), at: 57)
            })
        rejects(
            .offsetRangeMismatch(lastOffsetDelta: .max, recordCount: .min),
            try produced {
                $0.setInteger(Int32.max, at: 23)
                $0.setInteger(Int32.min, at: 57)
            })
        rejects(.missingSequence(-1), try produced { $0.setInteger(Int32(-1), at: 53) })
        rejects(.controlBatchFromClient, try produced { $0.setInteger(Int16(0x20), at: 21) })
        rejects(.unknownCompression(5), try produced { $0.setInteger(Int16(5), at: 21) })
        let bytes = try produced()
        rejects(.batchTooLarge(size: bytes.readableBytes, limit: 100), bytes, limit: 100)
    }

    /// What a real broker answered to each of these.
    @Test func errorsHaveKafkasCategories() {
        #expect(RecordError.checksumMismatch(stored: 0, computed: 1).category == .corruptMessage)
        #expect(RecordError.invalidMagic(3).category == .corruptMessage)
        #expect(RecordError.unexpectedMagic(1).category == .invalidRecord)
        #expect(RecordError.noBatch.category == .invalidRecord)
        #expect(RecordError.severalBatches.category == .invalidRecord)
        #expect(RecordError.batchTooLarge(size: 2, limit: 1).category == .messageTooLarge)
        #expect(RecordError.unknownCompression(5).category == .undecodable)
        #expect(RecordError.compressionNotAllowed(.zstd).category == .unsupportedCompression)
    }
}
