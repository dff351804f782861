public import NIOCore

/// One whole frame of a Kafka connection, as it was sent.
public struct CapturedFrame: Sendable, Hashable {
    /// Who sent it.
    public enum Direction: String, Sendable, Hashable {
        case request
        case response
    }

    /// The number of its connection in the capture, from 1 on in the order in which they were opened.
    public var connection: Int
    /// Microseconds from the capture's start to the frame's last byte.
    public var microseconds: Int64
    /// Who sent it.
    public var direction: Direction
    /// The frame without the four bytes of its length: header and body.
    public var bytes: ByteBuffer

    /// Makes a frame of its parts.
    public init(connection: Int, microseconds: Int64, direction: Direction, bytes: ByteBuffer) {
        self.connection = connection
        self.microseconds = microseconds
        self.direction = direction
        self.bytes = bytes
    }
}
