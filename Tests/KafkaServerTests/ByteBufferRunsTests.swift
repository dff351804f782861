import NIOCore
import Testing

@testable import KafkaServer

@Suite struct ByteBufferRunsTests {
    /// The parts of one buffer, each five bytes long.
    private static func parts() throws -> [ByteBuffer] {
        var read = ByteBuffer(string: "one, two, three")
        let parts = [read.readLeading(5), read.readLeading(5), read.readLeading(5)]
        #expect(read.readableBytes == 0)
        let more = read.readLeading(1)
        #expect(more == nil)
        return parts.compactMap { $0 }
    }

    @Test func neighboursAreAbsorbedWithoutACopy() throws {
        let parts = try Self.parts()
        var run = parts[0]
        let address = run.withUnsafeReadableBytes { $0.baseAddress }
        let absorbed = [run.absorb(parts[1]), run.absorb(parts[2])]
        #expect(absorbed == [true, true])
        #expect(run == ByteBuffer(string: "one, two, three"))
        #expect(run.withUnsafeReadableBytes { $0.baseAddress } == address)
    }

    @Test func nothingElseIsAbsorbed() throws {
        let parts = try Self.parts()
        var run = parts[0]
        let absorbed = [run.absorb(parts[2]), run.absorb(ByteBuffer(string: "two, ")), run.absorb(ByteBuffer())]
        #expect(absorbed == [false, false, false])
        #expect(run == ByteBuffer(string: "one, "))
        // A plain slice says nothing about what lies behind it.
        let whole = ByteBuffer(string: "abcdef")
        var slice = try #require(whole.getSlice(at: 0, length: 3))
        let isAbsorbed = slice.absorb(try #require(whole.getSlice(at: 3, length: 3)))
        #expect(!isAbsorbed)
    }

    @Test func aSmallPartOfALargeBufferIsCopied() throws {
        let large = ByteBuffer(repeating: 7, count: 100_000)
        let part = try #require(large.getSlice(at: 10, length: 100))
        #expect(part.withoutSlack() == part)
        #expect(part.withoutSlack().storageCapacity < 1000)
        #expect(large.withoutSlack().storageCapacity == large.storageCapacity)
    }
}
