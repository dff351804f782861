import NIOCore
import Testing

@testable import KafkaClient

@Suite struct FrameBoundaryTests {
    @Test func `every cut of a stream finds the same ends`() {
        var stream = ByteBuffer()
        var ends: Set<Int> = []
        for size in [0, 1, 7, 300, 0, 4] {
            stream.writeInteger(Int32(size))
            stream.writeRepeatingByte(0xff, count: size)
            ends.insert(stream.readableBytes)
        }
        for step in 1...stream.readableBytes {
            var boundary = FrameBoundary()
            var position = 0
            while position < stream.readableBytes {
                let count = min(step, stream.readableBytes - position)
                let piece = stream.getSlice(at: position, length: count) ?? ByteBuffer()
                #expect(boundary.advance(over: piece, stopsAtEnd: false) == count)
                position += count
                #expect(boundary.isBetweenFrames == ends.contains(position))
            }
            var stopping = FrameBoundary()
            var found: Set<Int> = []
            position = 0
            while position < stream.readableBytes {
                let count = min(step, stream.readableBytes - position)
                position += stopping.advance(
                    over: stream.getSlice(at: position, length: count) ?? ByteBuffer(), stopsAtEnd: true)
                if stopping.isBetweenFrames { found.insert(position) }
            }
            #expect(found == ends)
        }
    }

    @Test func `a length that makes no sense is given up on`() {
        var boundary = FrameBoundary()
        #expect(boundary.advance(over: ByteBuffer(bytes: [0xff, 0, 0, 0, 1, 2]), stopsAtEnd: true) == 6)
        #expect(boundary.isLost && !boundary.isBetweenFrames)
    }
}
