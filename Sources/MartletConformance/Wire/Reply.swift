import NIOCore

/// What became of a request that was sent.
enum Reply: Sendable {
    /// A frame without its length.
    case frame(ByteBuffer)
    /// The connection ended instead.
    case closed
    /// Nothing came in the time that was given.
    case nothing
}
