import NIOCore
import NIOEmbedded
import Testing

@testable import KafkaProxy

/// What waits must not keep the memory of all that was read together with it.
@Suite("Memory of what waits")
struct SlackTests {
    private let channel = EmbeddedChannel()
    private let read = ByteBuffer(repeating: 7, count: 200_000)

    @Test("A request that waits for a connection to the cluster")
    func request() throws {
        let session = try TestSession.make(on: channel.eventLoop)
        var buffer = ByteBuffer(repeating: 7, count: 200_000)
        session.forward(try #require(buffer.getSlice(at: 10, length: 30)), nil)
        #expect(session.phase == .connecting)
        let isAlone = buffer.modifyIfUniquelyOwned { _ in } != nil
        #expect(isAlone)
        withExtendedLifetime(session) {}
    }

    @Test("A request that the connection to the cluster does not take")
    func upstream() throws {
        let handler = UpstreamHandler(
            session: try TestSession.make(on: channel.eventLoop), isSecured: true, receiver: nil)
        try channel.pipeline.syncOperations.addHandler(handler)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        handler.send(try #require(read.getSlice(at: 10, length: 30)))
        handler.flush()
        let sent = try #require(try channel.readOutbound(as: ByteBuffer.self))
        #expect(sent == ByteBuffer(repeating: 7, count: 30))
        #expect(sent.storageCapacity < 1000)
    }

    @Test("The beginning of an answer")
    func answer() throws {
        var reader = AnswerReader(mostWholeBytes: 1 << 20)
        var buffer = ByteBuffer()
        buffer.writeInteger(Int32(200_000))
        buffer.writeInteger(Int32(5))
        buffer.writeRepeatingByte(7, count: 200_000)
        reader.append(try #require(buffer.getSlice(at: 0, length: 10)))
        let expected = AnswerReader.Expectation(correlationId: 5, inspection: .whole, mayLeaveInPieces: false)
        #expect(try reader.next(expected) == .wait)
        reader.settle()
        let isAlone = buffer.modifyIfUniquelyOwned { _ in } != nil
        #expect(isAlone)
        #expect(reader.isInsideFrame)
    }
}
