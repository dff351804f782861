public import KafkaSecurity
public import KafkaWire
public import NIOCore

/// A request as the engine sees it: header read, body still encoded.
public struct Request {
    /// The API, known to the engine or not.
    public let apiKey: ApiKey
    /// The version of the API, served or not.
    public let apiVersion: Int16
    /// The client's number for the request, which its answer repeats.
    public let correlationId: Int32
    /// The client's name for itself.
    public let clientId: String?
    /// The frame after its header. For Produce it is a slice of the buffer that the connection reads into next: what
    /// must stay after ``Engine/handle(_:output:)`` has to be copied. All other bodies are the request's own.
    public var body: ByteBuffer
    /// The frame with the four bytes of its length, where ``Engine/forwardsFrames`` asks for it; otherwise empty.
    /// Where ``isWhole`` is false it ends, as the body does, with what has arrived.
    public let frame: ByteBuffer
    /// Whether all of the frame is there. If not, ``Engine/takesPart(of:version:body:_:)`` has said that it need not be,
    /// and the rest comes by ``Engine/continued(_:_:isLast:)``.
    public let isWhole: Bool
    /// The size of the frame in bytes, without the four of its length.
    public let frameSize: Int
    /// Answers the request later, from any thread.
    public var replyToken: ReplyToken
    /// Who sent it, as the connection was authenticated when it came.
    public let principal: KafkaPrincipal
    /// The connection that the request came over.
    public let context: ConnectionContext
}
