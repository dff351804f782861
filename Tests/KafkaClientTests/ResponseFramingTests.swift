import NIOCore
import Testing

@testable import KafkaClient

@Suite struct ResponseFramingTests {
    private func frame(_ text: String) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeInteger(Int32(text.utf8.count))
        buffer.writeString(text)
        return buffer
    }

    private func next(_ framing: ResponseFraming) throws -> ByteBuffer? {
        var framing = framing
        return try framing.next()
    }

    @Test func cutsFramesWhereverTheBytesAreTorn() throws {
        var stream = frame("first")
        stream.writeImmutableBuffer(frame("second"))
        stream.writeImmutableBuffer(frame("third"))
        for piece in 1...stream.readableBytes {
            var framing = ResponseFraming(limit: 100)
            var rest = stream
            var frames: [String] = []
            while rest.readableBytes > 0 {
                framing.append(rest.readSlice(length: min(piece, rest.readableBytes)) ?? ByteBuffer())
                while let frame = try framing.next() { frames.append(String(buffer: frame)) }
            }
            #expect(frames == ["first", "second", "third"], "in pieces of \(piece)")
        }
    }

    @Test func refusesALengthBeforeItsBytesCome() {
        var framing = ResponseFraming(limit: 100)
        framing.append(ByteBuffer(integer: Int32(101)))
        #expect(throws: ResponseFraming.Failure.tooLarge(101)) { try next(framing) }
    }

    @Test(arguments: [
        (ByteBuffer(bytes: [0x15, 0x03, 0x03, 0x00, 0x02]), ClientError.Impostor.tls),
        (ByteBuffer(string: "HTTP/1.1 400"), .http), (ByteBuffer(string: "SSH-2.0-x"), .ssh),
        (ByteBuffer(integer: Int32(-1)), .unknown), (ByteBuffer(integer: Int32(3)), .unknown),
    ])
    func knowsWhoElseAnswers(bytes: ByteBuffer, impostor: ClientError.Impostor) {
        var framing = ResponseFraming(limit: Int(Int32.max))
        framing.append(bytes)
        #expect(throws: ResponseFraming.Failure.impostor(impostor)) { try next(framing) }
    }
}
