import KafkaProtocol
import KafkaWire
import NIOCore

/// Turns frames into messages for filters, and what they made of them into frames again.
enum FilteredFrames {
    /// The most that a Fetch may ask for when its answer is decoded, in bytes; a client gets the rest with its next one.
    static let mostFetchedBytes: Int32 = 64 * 1024 * 1024

    /// The body of a request; nil for an API whose layout is not known.
    static func request(_ apiKey: ApiKey, version: Int16, body: ByteBuffer) throws(WireError) -> (any RequestMessage)? {
        guard let type = apiKey.requestType else { return nil }
        return try decode(type, body, version)
    }

    /// The body of an answer, which is a whole frame with its length; nil for an API whose layout is not known.
    static func response(
        _ apiKey: ApiKey, version: Int16, frame: ByteBuffer
    ) throws(WireError) -> (message: any ResponseMessage, headSize: Int)? {
        guard let type = apiKey.responseType else { return nil }
        var body = frame
        guard body.readableBytes > 4 else { throw .truncated(needed: 4, available: body.readableBytes) }
        body.moveReaderIndex(forwardBy: 4)
        _ = try body.readMessage(ResponseHeader.self, version: apiKey.responseHeaderVersion(version))
        return (try decode(type, body, version), frame.readableBytes &- body.readableBytes)
    }

    /// A frame with another body behind the head of `frame`, which takes `headSize` bytes with the length.
    static func frame(
        like frame: ByteBuffer, headSize: Int, _ message: some WireMessage, version: Int16
    ) throws(WireError) -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: frame.readableBytes &+ 256)
        buffer.writeInteger(Int32(0))
        if let head = frame.getSlice(at: frame.readerIndex &+ 4, length: headSize &- 4) {
            buffer.writeImmutableBuffer(head)
        }
        try buffer.writeMessage(message, version: version, capacityHint: frame.readableBytes &+ 128)
        return try closed(&buffer)
    }

    /// The frame of an answer that no broker gave.
    static func answer(
        _ message: some ResponseMessage, apiKey: ApiKey, version: Int16, correlationId: Int32
    ) throws(WireError) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeInteger(Int32(0))
        buffer.writeInteger(correlationId)
        if apiKey.responseHeaderVersion(version) >= 1 { buffer.writeInteger(UInt8(0)) }
        try buffer.writeMessage(message, version: version)
        return try closed(&buffer)
    }

    private static func closed(_ buffer: inout ByteBuffer) throws(WireError) -> ByteBuffer {
        guard let length = Int32(exactly: buffer.readableBytes &- 4) else { throw .tooLong(buffer.readableBytes) }
        buffer.setInteger(length, at: buffer.readerIndex)
        return buffer
    }

    /// The first version in which an API can be asked for an answer of bounded size.
    static func firstBoundVersion(_ apiKey: ApiKey) -> Int16 {
        switch apiKey {
        case .fetch: 3
        case .shareFetch: 0
        default: .max
        }
    }

    /// Has the cluster answer a Fetch in parts that are held in memory.
    static func bound(_ message: inout any RequestMessage) -> Bool {
        if var fetch = message as? FetchRequest, fetch.maxBytes > mostFetchedBytes {
            fetch.maxBytes = mostFetchedBytes
            message = fetch
            return true
        }
        if var fetch = message as? ShareFetchRequest, fetch.maxBytes > mostFetchedBytes {
            fetch.maxBytes = mostFetchedBytes
            message = fetch
            return true
        }
        return false
    }

    private static func decode<Message: RequestMessage>(
        _: Message.Type, _ body: ByteBuffer, _ version: Int16
    ) throws(WireError) -> any RequestMessage {
        try body.decodeMessage(Message.self, version: version)
    }

    private static func decode<Message: ResponseMessage>(
        _: Message.Type, _ body: ByteBuffer, _ version: Int16
    ) throws(WireError) -> any ResponseMessage {
        try body.decodeMessage(Message.self, version: version)
    }
}
