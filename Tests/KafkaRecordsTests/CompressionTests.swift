import NIOCore
import Testing

@testable import KafkaRecords

@Suite struct CompressionTests {
    static let codecs: [CompressionType] = [.gzip, .snappy, .lz4, .zstd]

    private func inputs() -> [ByteBuffer] {
        var text = ByteBuffer()
        for index in 0..<8000 { text.writeString("line \(index % 100) ") }
        return [
            ByteBuffer(), ByteBuffer(string: "a"), ByteBuffer(repeating: 0, count: 300_000), text,
            ByteBuffer(bytes: pseudoRandomBytes(100_000)),
        ]
    }

    private func compressed(_ input: ByteBuffer, _ type: CompressionType, level: Int? = nil) throws -> ByteBuffer {
        var output = ByteBuffer()
        try Compression.compress(input, with: type, level: level, into: &output)
        return output
    }

    @Test(arguments: CompressionType.allCases)
    func roundTrip(_ type: CompressionType) throws {
        for input in inputs() {
            let bytes = try compressed(input, type)
            #expect(try Compression.decompress(bytes, with: type, limit: input.readableBytes) == input)
        }
    }

    @Test(arguments: codecs)
    func everyLevelRoundTrips(_ type: CompressionType) throws {
        let input = inputs()[3]
        for level in Set([type.levels.lowerBound, 1, 5, type.defaultLevel, type.levels.upperBound, .min, .max]) {
            let bytes = try compressed(input, type, level: level)
            #expect(try Compression.decompress(bytes, with: type, limit: input.readableBytes) == input)
        }
    }

    @Test func levelsMakeADifference() throws {
        let input = inputs()[3]
        #expect(try compressed(input, .gzip, level: 9) != compressed(input, .gzip, level: 1))
        #expect(try compressed(input, .zstd, level: 19) != compressed(input, .zstd, level: 1))
        #expect(try compressed(input, .lz4, level: 12) != compressed(input, .lz4))
    }

    @Test(arguments: codecs)
    func oneByteAboveTheLimitIsTooMuch(_ type: CompressionType) throws {
        for input in inputs() where input.readableBytes > 0 {
            let bytes = try compressed(input, type)
            let limit = input.readableBytes - 1
            #expect(throws: RecordError.decompressedTooLarge(limit: limit)) {
                try Compression.decompress(bytes, with: type, limit: limit)
            }
        }
    }

    /// 20 MB of zeros: the limit ends it long before they are all there.
    @Test(arguments: codecs)
    func bombsEndInAnError(_ type: CompressionType) throws {
        let bomb = try compressed(ByteBuffer(repeating: 0, count: 20_000_000), type)
        #expect(throws: RecordError.decompressedTooLarge(limit: 50_000)) {
            try Compression.decompress(bomb, with: type, limit: 50_000)
        }
    }

    @Test(arguments: codecs)
    func everyTruncationIsAnErrorOrLess(_ type: CompressionType) throws {
        let input = ByteBuffer(string: "some text that repeats, some text that repeats, some text that repeats")
        let bytes = try compressed(input, type)
        for length in 0..<bytes.readableBytes {
            let short = try #require(bytes.getSlice(at: 0, length: length))
            let result = try? Compression.decompress(short, with: type, limit: 1000)
            #expect(result != input)
        }
    }

    @Test(arguments: codecs)
    func damageNeverTraps(_ type: CompressionType) throws {
        let input = try #require(inputs()[3].getSlice(at: 0, length: 3000))
        let bytes = try compressed(input, type)
        var random = SplitMix(state: 3)
        for _ in 0..<1000 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                damaged.setInteger(
                    UInt8.random(in: .min ... .max, using: &random),
                    at: Int.random(in: 0..<bytes.readableBytes, using: &random))
            }
            if let result = try? Compression.decompress(damaged, with: type, limit: 10_000) {
                #expect(result.readableBytes <= 10_000)
            }
        }
        for size in 0..<200 {
            let garbage = ByteBuffer(bytes: pseudoRandomBytes(size, seed: UInt64(size)))
            _ = try? Compression.decompress(garbage, with: type, limit: 10_000)
        }
    }

    @Test func snappyIsWrittenInJavasFramingAndReadInBoth() throws {
        let input = inputs()[3]
        let framed = try compressed(input, .snappy)
        #expect(
            framed.getBytes(at: 0, length: 16) == [0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1])
        var bare = ByteBuffer()
        _ = try input.withUnsafeReadableBytes { try SnappyCodec.compressBlock($0, into: &bare) }
        #expect(try Compression.decompress(bare, with: .snappy, limit: 1 << 20) == input)
        var joined = framed
        joined.writeImmutableBuffer(framed)
        #expect(
            try Compression.decompress(joined, with: .snappy, limit: 1 << 20).readableBytes == 2 * input.readableBytes)
    }

    @Test func snappyTakesNoMemoryForImpossibleClaims() {
        // A varint that claims 2^31 bytes, and one block of the framing that does.
        let bare = ByteBuffer(bytes: [0x80, 0x80, 0x80, 0x80, 0x08, 0x00])
        var framed = ByteBuffer(bytes: [
            0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 6,
        ])
        framed.writeImmutableBuffer(bare)
        for bytes in [bare, framed] {
            #expect(throws: RecordError.decompressionFailed(.snappy)) {
                try Compression.decompress(bytes, with: .snappy, limit: .max)
            }
        }
    }

    @Test func lz4HeaderChecksumMayBeWrongInOldMessages() throws {
        let input = inputs()[3]
        let right = try compressed(input, .lz4)
        var wrong = right
        wrong.setInteger((right.getInteger(at: 6) ?? UInt8(0)) ^ 0x5a, at: 6)
        #expect(throws: RecordError.decompressionFailed(.lz4)) {
            try Compression.decompress(wrong, with: .lz4, limit: 1 << 20)
        }
        for bytes in [right, wrong] {
            let result = try bytes.withUnsafeReadableBytes {
                try LZ4Codec.decompress($0, limit: 1 << 20, ignoringHeaderChecksum: true)
            }
            #expect(result == input)
        }
    }

    /// A frame that says its content's size, which moves the checksum's place: `hello` as one block that is not
    /// compressed.
    @Test func wrongChecksumsAreFoundBehindAContentSize() throws {
        var frame = ByteBuffer(bytes: [0x04, 0x22, 0x4d, 0x18, 0x68, 0x40, 5, 0, 0, 0, 0, 0, 0, 0, 0x00])
        frame.writeBytes([5, 0, 0, 0x80])
        frame.writeString("hello")
        frame.writeBytes([0, 0, 0, 0])
        #expect(throws: RecordError.decompressionFailed(.lz4)) {
            try Compression.decompress(frame, with: .lz4, limit: 100)
        }
        let result = try frame.withUnsafeReadableBytes {
            try LZ4Codec.decompress($0, limit: 100, ignoringHeaderChecksum: true)
        }
        #expect(result == ByteBuffer(string: "hello"))
        #expect(throws: RecordError.decompressedTooLarge(limit: 4)) {
            try frame.withUnsafeReadableBytes {
                try LZ4Codec.decompress($0, limit: 4, ignoringHeaderChecksum: true)
            }
        }
    }

    /// Values of the xxHash specification's reference implementation.
    @Test func shortHashes() {
        #expect(LZ4FrameHeader.shortXXH32([]) == 0x02cc_5d05)
        #expect(LZ4FrameHeader.shortXXH32([0x61]) == 0x550d_7456)
        #expect(LZ4FrameHeader.shortXXH32([0x61, 0x62, 0x63]) == 0x32d1_53ff)
    }

    @Test func zstdIsReadWithAndWithoutContentSize() throws {
        for input in inputs() {
            for writesContentSize in [true, false] {
                var bytes = ByteBuffer()
                try input.withUnsafeReadableBytes {
                    try ZstdCodec.compress($0, level: 3, writesContentSize: writesContentSize, into: &bytes)
                }
                #expect(try Compression.decompress(bytes, with: .zstd, limit: input.readableBytes) == input)
            }
        }
    }

    /// A frame of a dozen bytes that claims a gigabyte within a limit that would allow it.
    /// A frame may ask for a window of 128 MiB whatever is in it; no such window is kept.
    @Test func zstdReadsFramesWithHugeWindows() throws {
        // Magic, no content size, a window of 1 << 27, and blocks that repeat one byte 100,000 times.
        var frame = ByteBuffer(bytes: [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x88])
        for isLast in [false, false, true] {
            let header = 100_000 << 3 | 1 << 1 | (isLast ? 1 : 0)
            frame.writeBytes([UInt8(header & 0xFF), UInt8(header >> 8 & 0xFF), UInt8(header >> 16), 7])
        }
        let content = ByteBuffer(repeating: 7, count: 300_000)
        for limit in [300_000, 300_001, 1 << 30] {
            #expect(try Compression.decompress(frame, with: .zstd, limit: limit) == content)
        }
        for limit in [0, 5000, 299_999] {
            #expect(throws: RecordError.decompressedTooLarge(limit: limit)) {
                try Compression.decompress(frame, with: .zstd, limit: limit)
            }
        }
    }

    @Test func zstdIsNotReadInItsOldFormats() throws {
        let frame = try compressed(ByteBuffer(string: "a"), .zstd)
        var whole = frame
        whole.writeImmutableBuffer(frame)
        #expect(try Compression.decompress(whole, with: .zstd, limit: 9) == ByteBuffer(string: "aa"))
        // Format 0.5 was told by 0x25, 0.7 by 0x27.
        for (position, number) in [(0, 0x25), (0, 0x27), (frame.readableBytes, 0x27)] as [(Int, UInt8)] {
            var old = whole
            old.setInteger(number, at: position)
            #expect(throws: RecordError.decompressionFailed(.zstd)) {
                try Compression.decompress(old, with: .zstd, limit: 9)
            }
        }
    }

    @Test func zstdDoesNotReserveWhatAFrameClaims() throws {
        let claim: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0x00, 0x00, 0x00, 0x40, 0x01, 0x00, 0x00]
        let expected = try claim.withUnsafeBytes { try ZstdCodec.expectedSize($0, limit: 1 << 30) }
        #expect(expected <= 1000)
        #expect(throws: RecordError.decompressionFailed(.zstd)) {
            try Compression.decompress(ByteBuffer(bytes: claim), with: .zstd, limit: 1 << 30)
        }
        #expect(throws: RecordError.decompressedTooLarge(limit: 1 << 20)) {
            try Compression.decompress(ByteBuffer(bytes: claim), with: .zstd, limit: 1 << 20)
        }
    }

    @Test func zstdFramesFollowOneAnother() throws {
        var joined = ByteBuffer()
        for (text, writesContentSize) in [("one ", true), ("two ", false), ("three", true)] {
            try ByteBuffer(string: text).withUnsafeReadableBytes {
                try ZstdCodec.compress($0, level: 3, writesContentSize: writesContentSize, into: &joined)
            }
        }
        #expect(try Compression.decompress(joined, with: .zstd, limit: 13) == ByteBuffer(string: "one two three"))
        #expect(throws: RecordError.decompressedTooLarge(limit: 12)) {
            try Compression.decompress(joined, with: .zstd, limit: 12)
        }
    }

    @Test func gzipMembersFollowOneAnother() throws {
        var joined = try compressed(ByteBuffer(string: "one "), .gzip)
        joined.writeImmutableBuffer(try compressed(ByteBuffer(string: "two"), .gzip))
        #expect(try Compression.decompress(joined, with: .gzip, limit: 100) == ByteBuffer(string: "one two"))
    }

    @Test func codecsHaveKafkasNames() {
        #expect(CompressionType.allCases.map(\.name) == ["none", "gzip", "snappy", "lz4", "zstd"])
        #expect(CompressionType(name: "lz4") == .lz4)
        #expect(CompressionType(name: "producer") == nil)
    }
}
