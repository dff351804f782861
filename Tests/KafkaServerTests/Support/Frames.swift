import NIOCore

/// Bytes as a client would send them.
enum Frames {
    /// A request frame with a header of version 1.
    static func request(
        _ key: Int16, correlationId: Int32, clientId: String? = "test", body: String = ""
    ) -> ByteBuffer {
        request(key, correlationId: correlationId, clientId: clientId, body: ByteBuffer(string: body))
    }

    static func request(
        _ key: Int16, version: Int16 = 0, correlationId: Int32, clientId: String? = "test", body: ByteBuffer
    ) -> ByteBuffer {
        var frame = ByteBuffer()
        frame.writeInteger(Int32(10 + (clientId?.utf8.count ?? 0) + body.readableBytes))
        frame.writeInteger(key)
        frame.writeInteger(version)
        frame.writeInteger(correlationId)
        frame.writeInteger(Int16(clientId?.utf8.count ?? -1))
        frame.writeString(clientId ?? "")
        frame.writeImmutableBuffer(body)
        return frame
    }

    /// What an answer frame looks like.
    static func answer(_ correlationId: Int32, _ body: String) -> Answer {
        Answer(correlationId: correlationId, body: body)
    }

    struct Answer: Equatable, CustomStringConvertible {
        var correlationId: Int32
        var body: String
        var description: String { "\(correlationId):\(body)" }
    }

    /// Takes whole answer frames off the bytes.
    static func readAnswers(_ bytes: inout ByteBuffer) -> [Answer] {
        var answers: [Answer] = []
        while let length: Int32 = bytes.getInteger(at: bytes.readerIndex), bytes.readableBytes >= Int(length) + 4 {
            bytes.moveReaderIndex(forwardBy: 4)
            let correlationId: Int32 = bytes.readInteger() ?? -1
            answers.append(Answer(correlationId: correlationId, body: bytes.readString(length: Int(length) - 4) ?? ""))
        }
        return answers
    }
}
