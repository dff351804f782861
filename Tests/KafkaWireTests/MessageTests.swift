import KafkaWire
import NIOCore
import Testing

@Suite struct MessageTests {
    private func sample(items: Int32 = 3, note: String = "") -> Sample {
        var sample = Sample()
        sample.name = "größe"
        sample.items = (0..<items).map { Sample.Item(value: $0) }
        sample.note = note
        return sample
    }

    private func encoded(_ sample: Sample, version: Int16, capacityHint: Int = 256) throws -> ByteBuffer {
        var buffer = ByteBuffer()
        try buffer.writeMessage(sample, version: version, capacityHint: capacityHint)
        return buffer
    }

    @Test func theRoomAtTheStartDoesNotShowInTheBytes() throws {
        // Notes around the sizes at which the length of a tagged field needs another byte and moves the value.
        for length in [0, 1, 125, 126, 127, 128, 129, 16_381, 16_382, 16_383, 16_384, 32_000] {
            let sample = sample(items: 50, note: String(repeating: "n", count: length))
            let roomy = try encoded(sample, version: 1, capacityHint: 1 << 16)
            #expect(try encoded(sample, version: 1, capacityHint: 0) == roomy)
            #expect(try roomy.decodeMessage(Sample.self, version: 1).note.utf8.count == length)
        }
    }

    @Test func everyPrefixOfAMessageIsAnError() throws {
        let whole = try encoded(sample(note: "note"), version: 1)
        for length in 0..<whole.readableBytes {
            let prefix = try #require(whole.getSlice(at: 0, length: length))
            #expect(throws: WireError.self) { try prefix.decodeMessage(Sample.self, version: 1) }
        }
        _ = try whole.decodeMessage(Sample.self, version: 1)
    }

    @Test func decodingStartsAtTheReaderIndexAndGivesSlices() throws {
        var sample = sample()
        sample.records = .bytes(ByteBuffer(string: "batch"))
        var buffer = ByteBuffer(string: "before")
        try buffer.writeMessage(sample, version: 0)
        buffer.writeString("after")
        buffer.moveReaderIndex(forwardBy: 6)
        let decoded = try buffer.readMessage(Sample.self, version: 0)
        #expect(decoded.records?.buffer.map(String.init(buffer:)) == "batch")
        #expect(decoded.name == "größe" && decoded.items.map(\.value) == [0, 1, 2])
        #expect(String(buffer: buffer) == "after")
    }

    @Test func externalRecordsAreCountedAndLeftOut() throws {
        var sample = sample()
        sample.records = .external(length: 1_000_000, token: 7)
        var frame = ByteBuffer(string: "earlier")
        let written = try frame.writeFrame(
            header: Sample.Item.Header(), headerVersion: 0, body: sample, version: 1, capacityHint: 16)
        // The length counts header, body and what is spliced in, but not itself.
        #expect(frame.getInteger(at: 7, as: Int32.self) == Int32(written.byteCount - 4 + 1_000_000))
        #expect(frame.writerIndex == 7 + written.byteCount)
        #expect(written.externalBytes == 1_000_000)
        // Only the count of tagged fields comes after the records.
        #expect(written.splices == [Splice(position: frame.writerIndex - 1, token: 7, length: 1_000_000)])
        let prefix = frame.getBytes(at: frame.writerIndex - 4, length: 3)
        #expect(prefix == [0xC1, 0x84, 0x3D])
    }

    @Test func anErrorLeavesTheBufferAsItWas() throws {
        var sample = sample()
        sample.note = String(repeating: "x", count: 40_000)
        var buffer = ByteBuffer(string: "before")
        #expect(throws: WireError.stringTooLong(40_000)) { try buffer.writeMessage(sample, version: 1) }
        #expect(String(buffer: buffer) == "before")
    }
}

extension Sample.Item {
    /// Four bytes that stand for a header.
    struct Header: WireMessage {
        static let validVersions: ClosedRange<Int16> = 0...0
        static func isFlexible(_ version: Int16) -> Bool { false }

        init() {}

        init(from reader: inout WireReader, version: Int16) throws(WireError) {
            _ = try reader.readInt32()
        }

        func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(42)
        }
    }
}
