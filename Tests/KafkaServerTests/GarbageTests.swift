import KafkaWire
import NIOCore
import NIOEmbedded
import Testing

@testable import KafkaServer

/// Bytes that are no requests end their connection, say why, and reach no engine.
@Suite struct GarbageTests {
    private func reason(_ bytes: [UInt8]) throws -> [CloseReason] {
        let connection = try EmbeddedConnection()
        defer { connection.finish() }
        try connection.channel.writeInbound(ByteBuffer(bytes: bytes))
        connection.channel.embeddedEventLoop.run()
        #expect(connection.engine.snapshot.handled == 0)
        return connection.engine.snapshot.closed
    }

    @Test func lengthsOutOfBounds() throws {
        #expect(try reason([0xff, 0xff, 0xff, 0xff]) == [.invalidFrameLength(-1)])
        #expect(try reason([0x80, 0, 0, 0]) == [.invalidFrameLength(.min)])
        #expect(try reason([0x7f, 0xff, 0xff, 0xff]) == [.invalidFrameLength(.max)])
        #expect(try reason([0x06, 0x40, 0x00, 0x01]) == [.invalidFrameLength(104_857_601)])
        #expect(try reason([0x06, 0x40, 0x00, 0x00]) == [])
    }

    @Test(arguments: [[0x16, 0x03, 0x01, 0x02, 0x00], [0x15, 0x03, 0x03, 0x00, 0x02]] as [[UInt8]])
    func tls(bytes: [UInt8]) throws {
        #expect(try reason(bytes) == [.tlsOnPlaintext])
    }

    @Test(arguments: ["GET / HTTP/1.1\r\n", "POST /x", "HEAD /", "PUT /", "OPTIONS *", "PRI * HTTP/2.0"])
    func http(text: String) throws {
        #expect(try reason(Array(text.utf8)) == [.httpOnKafkaPort])
    }

    @Test(
        arguments: [
            [],
            [0, 18, 0, 0, 0, 0, 0],
            [0, 18, 0, 0, 0, 0, 0, 1],
            [0, 18, 0, 0, 0, 0, 0, 1, 0],
            // A client id longer than the frame, a negative one, one that is not UTF-8.
            [0, 18, 0, 0, 0, 0, 0, 1, 0, 5, 97],
            [0, 18, 0, 0, 0, 0, 0, 1, 0xff, 0xfe],
            [0, 18, 0, 0, 0, 0, 0, 1, 0, 1, 0xff],
            // A flexible header: no tagged fields, a size beyond the end, a varint without end, too many fields.
            [0, 18, 0, 3, 0, 0, 0, 1, 0, 0],
            [0, 18, 0, 3, 0, 0, 0, 1, 0, 0, 1, 0, 5],
            [0, 18, 0, 3, 0, 0, 0, 1, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            [0, 18, 0, 3, 0, 0, 0, 1, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x0f],
        ] as [[UInt8]])
    func headers(frame: [UInt8]) throws {
        #expect(try reason([0, 0, 0, UInt8(frame.count)] + frame) == [.malformedHeader])
    }

    @Test func taggedFieldsOfAHeaderArePassedOver() throws {
        // DescribeCluster, version 0: a flexible header with two tagged fields, then a body of one byte.
        let frame: [UInt8] = [0, 60, 0, 0, 0, 0, 0, 9, 0, 1, 97, 2, 0, 2, 1, 2, 0x81, 0x01, 0, 42]
        var reader = RequestHeadReader()
        let result = reader.read(ByteBuffer(bytes: frame), at: 0, length: frame.count)
        let head = try #require(result)
        #expect(head.size == frame.count - 1)
        #expect(head.correlationId == 9)
        #expect(reader.clientId == "a")
    }
}
