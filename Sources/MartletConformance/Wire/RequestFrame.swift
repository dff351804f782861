import KafkaProtocol
public import KafkaWire
public import NIOCore

/// A request as it travels, with what its header says.
public struct RequestFrame: Sendable, Hashable {
    /// The API that is called.
    public let api: ApiKey
    /// Its version.
    public let version: Int16
    /// What the answer carries as well.
    public let correlationId: Int32
    /// Header and body, without the length.
    public let bytes: ByteBuffer
    /// Where the body begins, in bytes from the start; nil if the header cannot be read to its end.
    public let bodyOffset: Int?

    /// Reads a header; nil if the bytes are too few to say which API and version this is.
    public init?(_ bytes: ByteBuffer) {
        let start = bytes.readerIndex
        guard let key = bytes.getInteger(at: start, as: Int16.self),
            let version = bytes.getInteger(at: start + 2, as: Int16.self),
            let correlationId = bytes.getInteger(at: start + 4, as: Int32.self)
        else { return nil }
        api = ApiKey(rawValue: key)
        self.version = version
        self.correlationId = correlationId
        self.bytes = bytes
        var rest = bytes
        let header = try? rest.readMessage(RequestHeader.self, version: api.requestHeaderVersion(version))
        bodyOffset = header == nil ? nil : rest.readerIndex - start
    }

    /// The body; nil if the header cannot be read.
    public var body: ByteBuffer? {
        bodyOffset.flatMap { bytes.getSlice(at: bytes.readerIndex + $0, length: bytes.readableBytes - $0) }
    }

    /// The same request with another body.
    func replacingBody(_ body: ByteBuffer) -> ByteBuffer {
        guard let bodyOffset, var frame = bytes.getSlice(at: bytes.readerIndex, length: bodyOffset) else {
            return bytes
        }
        frame.writeImmutableBuffer(body)
        return frame
    }
}
