import KafkaProtocol
import KafkaWire
import NIOCore

/// Frames without their lengths.
enum TestFrames {
    static func request<Message: RequestMessage>(_ message: Message, _ version: Int16, _ id: Int32) throws -> ByteBuffer
    {
        let header = RequestHeader(
            requestApiKey: Message.apiKey.rawValue, requestApiVersion: version, correlationId: id, clientId: "test")
        var bytes = ByteBuffer()
        try bytes.writeMessage(header, version: Message.apiKey.requestHeaderVersion(version))
        try bytes.writeMessage(message, version: version)
        return bytes
    }

    static func response<Message: ResponseMessage>(
        _ message: Message, _ version: Int16, _ id: Int32
    ) throws -> ByteBuffer {
        var bytes = ByteBuffer()
        try bytes.writeMessage(
            ResponseHeader(correlationId: id), version: Message.apiKey.responseHeaderVersion(version))
        try bytes.writeMessage(message, version: version)
        return bytes
    }
}
