import KafkaRecords
import NIOCore
import Testing

@Suite struct RecordBatchesTests {
    private func three() throws -> ([ByteBuffer], ByteBuffer) {
        let parts = GoldenBatch.all.prefix(3).map(\.bytes)
        try #require(parts.count == 3)
        var joined = ByteBuffer()
        for part in parts { joined.writeImmutableBuffer(part) }
        return (parts, joined)
    }

    @Test func walksWholeBatchesAndStopsAtATornOne() throws {
        let (parts, joined) = try three()
        let before = parts[0].readableBytes + parts[1].readableBytes
        for length in before..<joined.readableBytes {
            var walk = RecordBatches(try #require(joined.getSlice(at: 0, length: length)))
            var found: [ByteBuffer?] = []
            while let entry = walk.next() { found.append(walk.slice(of: entry)) }
            #expect(found == [parts[0], parts[1]])
            #expect(walk.position == before)
            #expect(walk.damage == nil)
        }
    }

    @Test func startsAtTheReaderIndex() throws {
        let (parts, joined) = try three()
        var shifted = ByteBuffer(string: "xyz")
        shifted.writeImmutableBuffer(joined)
        shifted.moveReaderIndex(forwardBy: 3)
        let walk = RecordBatches(shifted)
        #expect(walk.map { walk.slice(of: $0) } == parts)
        #expect(walk.map(\.magic) == [2, 2, 2])
    }

    @Test func saysWhatDamageEndedTheWalk() throws {
        let (parts, joined) = try three()
        var bad = joined
        bad.setInteger(Int32(-5), at: parts[0].readableBytes + 8)
        var walk = RecordBatches(bad)
        while walk.next() != nil {}
        #expect(walk.position == parts[0].readableBytes)
        #expect(walk.damage == .invalidBatchLength(-5))
        #expect(walk.next() == nil)
    }
}
