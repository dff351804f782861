import NIOCore
import Testing

@testable import KafkaRecords

@Suite struct LegacyMessageSetTests {
    /// Encodes one entry; a wrapper when it has a codec.
    private func entry(
        offset: Int64, magic: Int8, attributes: Int8 = 0, timestamp: Int64 = 1000, key: String? = nil,
        value: ByteBuffer?
    ) -> ByteBuffer {
        var body = ByteBuffer()
        body.writeMultipleIntegers(magic, attributes)
        if magic > 0 { body.writeInteger(timestamp) }
        for field in [key.map(ByteBuffer.init(string:)), value] {
            body.writeInteger(Int32(field?.readableBytes ?? -1))
            if let field { body.writeImmutableBuffer(field) }
        }
        var entry = ByteBuffer()
        entry.writeMultipleIntegers(offset, Int32(body.readableBytes + 4), LegacyMessage.checksum(body))
        entry.writeImmutableBuffer(body)
        return entry
    }

    private func set(_ entries: [ByteBuffer]) -> ByteBuffer {
        entries.reduce(into: ByteBuffer()) { $0.writeImmutableBuffer($1) }
    }

    private func wrapper(
        _ inner: [ByteBuffer], offset: Int64, magic: Int8, codec: CompressionType, appendTime: Int64? = nil
    ) throws -> ByteBuffer {
        var value = ByteBuffer()
        try Compression.compress(set(inner), with: codec, into: &value)
        return entry(
            offset: offset, magic: magic, attributes: Int8(codec.rawValue) | (appendTime == nil ? 0 : 8),
            timestamp: appendTime ?? 1000, value: value)
    }

    private func read(_ bytes: ByteBuffer) throws -> [Record] {
        var set = LegacyMessageSet(bytes, decompressionLimit: 100_000)
        return try set.readAll()
    }

    /// A message that a real broker was sent (format v1, key "k", value "v").
    @Test func readsARealMessage() throws {
        let bytes = ByteBuffer(
            bytes: [UInt8](hexadecimal: "0000000000000000000000180e8bb1ae01000000000000000000000000016b0000000176"))
        let record = try #require(try read(bytes).first)
        #expect(
            record == Record(offset: 0, timestamp: 0, key: ByteBuffer(string: "k"), value: ByteBuffer(string: "v")))
    }

    @Test func readsPlainMessagesOfBothFormats() throws {
        let bytes = set([
            entry(offset: 5, magic: 0, key: "k", value: nil),
            entry(offset: 9, magic: 1, value: ByteBuffer(string: "v")),
        ])
        #expect(
            try read(bytes) == [
                Record(offset: 5, timestamp: -1, key: ByteBuffer(string: "k")),
                Record(offset: 9, timestamp: 1000, value: ByteBuffer(string: "v")),
            ])
    }

    @Test(arguments: [CompressionType.gzip, .snappy, .lz4])
    func opensWrappers(_ codec: CompressionType) throws {
        let absolute = (20..<23).map { entry(offset: $0, magic: 0, value: ByteBuffer(string: "\($0)")) }
        let relative = (0..<3).map {
            entry(offset: $0, magic: 1, timestamp: 100 + $0, value: ByteBuffer(string: "\($0)"))
        }
        let v0 = try read(wrapper(absolute, offset: 22, magic: 0, codec: codec))
        #expect(v0.map(\.offset) == [20, 21, 22])
        let v1 = try read(wrapper(relative, offset: 42, magic: 1, codec: codec))
        #expect(v1.map(\.offset) == [40, 41, 42])
        #expect(v1.map(\.timestamp) == [100, 101, 102])
        let stamped = try read(wrapper(relative, offset: 42, magic: 1, codec: codec, appendTime: 7))
        #expect(stamped.map(\.timestamp) == [7, 7, 7])
        let unset = try read(wrapper(relative, offset: 0, magic: 1, codec: codec))
        #expect(unset.map(\.offset) == [0, 1, 2])
    }

    /// After compaction a wrapper's messages leave gaps; the last one still has the wrapper's offset.
    @Test func wrappersMayHaveGaps() throws {
        let inner = [0, 3, 7].map { entry(offset: $0, magic: 1, value: ByteBuffer(string: "\($0)")) }
        #expect(try read(wrapper(inner, offset: 107, magic: 1, codec: .gzip)).map(\.offset) == [100, 103, 107])
    }

    /// Old clients wrote the header checksum of lz4 frames wrongly in format v0 alone: v1 must have it right.
    @Test func wrongFrameChecksumsAreTakenInFormat0Only() throws {
        func wrapped(magic: Int8) throws -> ByteBuffer {
            var value = ByteBuffer()
            let inner = entry(offset: 0, magic: magic, value: ByteBuffer(string: "v"))
            try Compression.compress(inner, with: .lz4, into: &value)
            value.setInteger((value.getInteger(at: 6) ?? UInt8(0)) ^ 0x5a, at: 6)
            return entry(offset: 0, magic: magic, attributes: 3, value: value)
        }
        #expect(try read(wrapped(magic: 0)).map(\.value) == [ByteBuffer(string: "v")])
        #expect(throws: RecordError.decompressionFailed(.lz4)) { try read(wrapped(magic: 1)) }
    }

    @Test func refusesWhatNoWriterMakes() throws {
        let inner = [entry(offset: 3, magic: 1, value: nil)]
        let nested = try wrapper([wrapper(inner, offset: 3, magic: 1, codec: .gzip)], offset: 3, magic: 1, codec: .gzip)
        #expect(throws: RecordError.malformedRecord) { try read(nested) }
        #expect(throws: RecordError.malformedRecord) { try read(wrapper([], offset: 3, magic: 1, codec: .gzip)) }
        #expect(throws: RecordError.malformedRecord) { try read(wrapper(inner, offset: 2, magic: 1, codec: .gzip)) }
        #expect(throws: RecordError.malformedRecord) { try read(entry(offset: 2, magic: 1, attributes: 1, value: nil)) }
        #expect(throws: RecordError.compressionNotAllowed(.zstd)) {
            try read(wrapper(inner, offset: 3, magic: 1, codec: .zstd))
        }
        #expect(throws: RecordError.unknownCompression(6)) {
            try read(entry(offset: 2, magic: 1, attributes: 6, value: ByteBuffer()))
        }
        #expect(throws: RecordError.unexpectedMagic(2)) { try read(try #require(GoldenBatch.all.first).bytes) }
    }

    @Test func wrappersKeepToTheLimit() throws {
        let inner = [entry(offset: 0, magic: 1, value: ByteBuffer(repeating: 0, count: 200_000))]
        #expect(throws: RecordError.decompressedTooLarge(limit: 100_000)) {
            try read(wrapper(inner, offset: 1, magic: 1, codec: .gzip))
        }
    }

    @Test func damageEndsInErrorsAndTornEndsInLess() throws {
        let inner = (0..<3).map { entry(offset: $0, magic: 1, key: "k", value: ByteBuffer(string: "value \($0)")) }
        let bytes = set(inner + [try wrapper(inner, offset: 5, magic: 1, codec: .snappy)])
        #expect(try read(bytes).count == 6)
        for length in 0..<bytes.readableBytes {
            let short = try #require(bytes.getSlice(at: 0, length: length))
            #expect(try read(short).count < 6)
        }
        for index in 0..<bytes.readableBytes {
            var flipped = bytes
            flipped.setInteger((bytes.getInteger(at: index) ?? UInt8(0)) ^ 0x41, at: index)
            _ = try? read(flipped)
            var trusting = LegacyMessageSet(flipped, decompressionLimit: 1000, verifyChecksum: false)
            _ = try? trusting.readAll()
        }
    }

    @Test func becomesBatchesOfFormat2() throws {
        let plain = (10..<14).map { entry(offset: $0, magic: 1, timestamp: $0, key: "k", value: nil) }
        let inner = (0..<3).map { entry(offset: $0, magic: 1, timestamp: 50, value: ByteBuffer(string: "v")) }
        let bytes = set(
            plain + [
                try wrapper(inner, offset: 20, magic: 1, codec: .lz4),
                try wrapper(inner, offset: 25, magic: 1, codec: .gzip, appendTime: 99),
            ])
        let converted = try LegacyMessageSet.converted(bytes, decompressionLimit: 10_000, partitionLeaderEpoch: 4)
        var records: [Record] = []
        var headers: [RecordBatchHeader] = []
        let walk = RecordBatches(converted)
        for entry in walk {
            var reader = try RecordBatchReader(try #require(walk.slice(of: entry)), decompressionLimit: 10_000)
            headers.append(reader.header)
            records += try reader.readAll()
        }
        #expect(records == (try read(bytes)))
        #expect(headers.map(\.compression) == [CompressionType.none, .lz4, .gzip])
        #expect(headers.map(\.timestampType) == [.createTime, .createTime, .logAppendTime])
        #expect(headers.map(\.baseOffset) == [10, 18, 23])
        #expect(headers.allSatisfy { $0.partitionLeaderEpoch == 4 })
    }
}
