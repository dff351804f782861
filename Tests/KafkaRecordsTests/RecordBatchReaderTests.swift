import KafkaRecords
import NIOCore
import Testing

@Suite struct RecordBatchReaderTests {
    @Test(arguments: GoldenBatch.all.filter { !$0.isControl })
    func readsWhatTheJavaClientWrote(_ golden: GoldenBatch) throws {
        var reader = try RecordBatchReader(golden.bytes, decompressionLimit: 1 << 20)
        let records = try reader.readAll()
        #expect(records == golden.expected)
        #expect(try reader.next() == nil)
    }

    @Test func leavesBytesBehindTheBatchAlone() throws {
        let golden = try #require(GoldenBatch.all.first)
        var bytes = ByteBuffer(string: "before")
        bytes.writeImmutableBuffer(golden.bytes)
        bytes.writeString("behind")
        bytes.moveReaderIndex(forwardBy: 6)
        var reader = try RecordBatchReader(bytes, decompressionLimit: 0)
        #expect(try reader.readAll() == golden.expected)
    }

    @Test func keepsToTheDecompressionLimit() throws {
        for golden in GoldenBatch.all where golden.codec != "none" {
            let size = try RecordBatchReader(golden.bytes, decompressionLimit: 1 << 20).uncompressedSize
            #expect(try RecordBatchReader(golden.bytes, decompressionLimit: size).uncompressedSize == size)
            #expect(throws: RecordError.decompressedTooLarge(limit: size - 1)) {
                try RecordBatchReader(golden.bytes, decompressionLimit: size - 1)
            }
        }
    }

    @Test func checksumIsVerifiedUnlessTheCallerHasDoneSo() throws {
        var bytes = try #require(GoldenBatch.all.first).bytes
        bytes.setInteger(UInt32(1), at: 17)
        #expect(throws: RecordError.self) { try RecordBatchReader(bytes, decompressionLimit: 0) }
        var reader = try RecordBatchReader(bytes, decompressionLimit: 0, verifyChecksum: false)
        #expect(try reader.readAll().count == 1)
    }

    /// With the checksum out of the way, whatever a byte is changed to ends in records or an error.
    @Test func survivesFlippedBytes() throws {
        var outcomes = (records: 0, errors: 0)
        for golden in GoldenBatch.all where (golden.records?.count ?? 0) == 3 {
            for index in 0..<golden.bytes.readableBytes {
                for bit in [UInt8(0x01), 0x80, 0xff] {
                    var bytes = golden.bytes
                    bytes.setInteger((bytes.getInteger(at: index) ?? UInt8(0)) ^ bit, at: index)
                    if readsThrough(bytes) { outcomes.records += 1 } else { outcomes.errors += 1 }
                }
            }
        }
        #expect(outcomes.records > 0)
        #expect(outcomes.errors > 0)
    }

    /// A batch cut short, its length field saying so: the records cannot all be there.
    @Test func noticesRecordsThatAreCutOff() throws {
        for golden in GoldenBatch.all where (golden.records?.count ?? 0) == 3 {
            let whole = golden.bytes
            for length in RecordBatchHeader.size..<whole.readableBytes {
                var bytes = try #require(whole.getSlice(at: 0, length: length))
                bytes.setInteger(Int32(length - 12), at: 8)
                // Codecs with a trailer of their own may have given out everything before it.
                if golden.codec == "none" || length < whole.readableBytes - 12 {
                    #expect(!readsThrough(bytes), "\(golden) cut to \(length)")
                } else {
                    _ = readsThrough(bytes)
                }
            }
        }
    }

    @Test func doesNotBelieveCounts() throws {
        for count in [Int32.max, 1_000_000, -1, .min] {
            var bytes = try #require(GoldenBatch.all.first).bytes
            bytes.setInteger(count, at: 57)
            #expect(throws: RecordError.offsetRangeMismatch(lastOffsetDelta: 0, recordCount: count)) {
                try RecordBatchReader(bytes, decompressionLimit: 0, verifyChecksum: false)
            }
        }
    }

    @Test func bytesBehindTheLastRecordAreAnError() throws {
        var bytes = try #require(GoldenBatch.all.first { ($0.records?.count ?? 0) == 3 }).bytes
        bytes.setInteger(Int32(2), at: 57)
        var reader = try RecordBatchReader(bytes, decompressionLimit: 0, verifyChecksum: false)
        #expect(throws: RecordError.self) { try reader.readAll() }
    }

    /// Record bodies made by hand, each wrong in one place.
    @Test(arguments: [
        "", "01", "00", "0e", "0c000000010100", "10000000020000", "0e00000001010000", "0c0000000101ff",
        "0e000000010102ff", "100000000101020100", "ffffffff0f000000010100", "0c00ffffffffffffffffffff0100010100",
        "0c0000ffffffffff01010100", "0c000000010180",
    ])
    func malformedRecordsAreErrors(_ hex: String) throws {
        var batch = try RecordBatchBuilder().build()
        batch.writeBytes([UInt8](hexadecimal: hex + "00000000"))
        batch.setInteger(Int32(batch.readableBytes - 12), at: 8)
        batch.setInteger(Int32(1), at: 57)
        #expect(!readsThrough(batch))
    }

    private func readsThrough(_ bytes: ByteBuffer) -> Bool {
        guard var reader = try? RecordBatchReader(bytes, decompressionLimit: 1 << 20, verifyChecksum: false) else {
            return false
        }
        return (try? reader.readAll()) != nil
    }
}
