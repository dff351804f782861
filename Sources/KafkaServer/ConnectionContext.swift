public import NIOCore

/// What is known of a connection.
///
/// Immutable but for ``engineState``, which only the connection's event loop may touch; that is what makes it safe to
/// hand to other threads.
public final class ConnectionContext: @unchecked Sendable {
    /// Unique within the process.
    public let id: UInt64
    /// The name of the listener that accepted the connection.
    public let listener: String
    /// The peer's address.
    public let peerHost: String
    /// The peer's port.
    public let peerPort: Int
    /// The address that the peer connected to.
    public let localHost: String
    /// The port that the peer connected to.
    public let localPort: Int
    /// The event loop on which the connection lives.
    public let eventLoop: any EventLoop
    /// The engine's own state of the connection. Only to be touched on ``eventLoop``.
    public var engineState: AnyObject?

    /// Describes a connection.
    public init(
        id: UInt64, listener: String, peerHost: String, peerPort: Int, localHost: String, localPort: Int,
        eventLoop: any EventLoop
    ) {
        self.id = id
        self.listener = listener
        self.peerHost = peerHost
        self.peerPort = peerPort
        self.localHost = localHost
        self.localPort = localPort
        self.eventLoop = eventLoop
    }
}
