public import NIOCore

/// Sees whole frames of both directions, as a capture wants them: after TLS, requests before the engine, answers as
/// they leave.
///
/// A server without one pays a check for nil per frame.
public protocol FrameTap: Sendable {
    /// A connection was accepted on a listener that is tapped. Called on its event loop.
    func connectionOpened(_ context: ConnectionContext) -> any ConnectionTap
}

/// Sees the frames of one connection. All calls come on the connection's event loop; they must not block for long.
public protocol ConnectionTap: AnyObject {
    /// A request, without the four bytes of its length. The bytes may be kept.
    func request(_ frame: ByteBuffer)

    /// An answer, without the four bytes of its length; runs of files have been read into it.
    func response(_ frame: ByteBuffer)

    /// The connection is gone.
    func closed()
}
