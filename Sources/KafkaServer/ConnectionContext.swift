public import NIOCore

/// What is known of a connection.
///
/// Immutable but for ``engineState``, ``serverName``, ``loopMeter`` and ``largestToken``, which only the connection's
/// event loop may touch; that is what makes it safe to hand to other threads.
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
    /// The host name that the client asked for by TLS (SNI), once the handshake is done; nil without one. Only to be touched
    /// on ``eventLoop``.
    public internal(set) var serverName: String?
    /// Sees how long the loop is busy with the connection, where someone wants to know. Only to be touched on
    /// ``eventLoop``.
    public var loopMeter: (any LoopMeter)?
    /// The largest token of SASL, in bytes, where the next frame is one and has no header; nil where it is a request. Only
    /// to be touched on ``eventLoop``, by an engine that takes tokens by ``Engine/handleToken(_:_:_:)``.
    public var largestToken: Int32?
    weak var connection: Connection?

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

extension ConnectionContext {
    /// Starts no further request until ``resumeRequests()``. Only to be called on ``eventLoop``.
    public func pauseRequests() {
        connection?.machine.hinder(.engine)
    }

    /// Goes on with requests after ``pauseRequests()``. Only to be called on ``eventLoop``.
    public func resumeRequests() {
        guard let connection, connection.machine.clear(.engine) else { return }
        connection.proceed()
    }

    /// Sends what answers are there. Only to be called on ``eventLoop``, and never from within ``Engine/handle(_:output:)``.
    public func flushAnswers() {
        connection?.proceed()
    }

    /// Whether the peer takes what is written. Only to be asked on ``eventLoop``.
    public var isOutputWritable: Bool {
        guard let connection, let channel = connection.channelContext?.channel else { return false }
        return channel.isWritable && connection.tls?.isCongested != true
    }

    /// Ends the connection without the rest of a request; what was answered leaves first. Only to be called on
    /// ``eventLoop``.
    ///
    /// - Parameter unanswered: the first request that gets no answer, nor does any behind it; nil where none is open.
    public func finish(_ reason: CloseReason, unanswered: ReplyToken?) {
        connection?.finish(reason, from: unanswered?.sequence)
    }

    /// Ends the connection at once; what was not sent is lost. Only to be called on ``eventLoop``.
    public func abort(_ reason: CloseReason) {
        connection?.abort(reason)
    }
}
