import KafkaProxy
import NIOCore
import Testing

@Suite struct FrameGathererTests {
    @Test func framesComeWholeHoweverTheBytesArrive() throws {
        var stream = ByteBuffer()
        for size in [3, 0, 200] {
            stream.writeInteger(Int32(size))
            stream.writeRepeatingByte(UInt8(size), count: size)
        }
        for step in [1, 5, 1000] {
            var gatherer = FrameGatherer(maxFrameBytes: 200)
            var rest = stream
            var sizes: [Int] = []
            while let part = rest.readSlice(length: min(step, rest.readableBytes)), part.readableBytes > 0 {
                gatherer.append(part)
                while let frame = try gatherer.next() { sizes.append(frame.readableBytes - 4) }
            }
            #expect(sizes == [3, 0, 200])
        }
    }

    @Test(arguments: [201, -1, .max] as [Int32])
    func absurdLengthsAreErrors(length: Int32) {
        var gatherer = FrameGatherer(maxFrameBytes: 200)
        gatherer.append(ByteBuffer(integer: length))
        #expect(throws: FrameGatherer.InvalidLength(length: length)) { try gatherer.next() }
    }
}
