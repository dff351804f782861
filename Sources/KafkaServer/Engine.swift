public import KafkaWire
public import NIOCore

/// What answers requests: the embedded broker, or a proxy to a cluster elsewhere.
///
/// Listeners, framing, header parsing, limits and the order of answers belong to the server; the engine sees one
/// request at a time and decides. The connection handler is generic over its engine, so calls are direct.
public protocol Engine: Sendable {
    /// Whether requests come with their whole frame in ``Request/frame``, for an engine that passes it on.
    static var forwardsFrames: Bool { get }

    /// Handles one request, on the event loop of its connection. It must not block.
    ///
    /// - Parameters:
    ///   - request: the request; `inout` only so that its body can be read by moving its reader index.
    ///   - output: takes the answer when the outcome is ``Outcome/answered``.
    func handle(_ request: inout Request, output: inout ResponseBuffer) -> Outcome

    /// Whether ``handle(_:output:)`` takes a request of which only the beginning has arrived. Only asked where
    /// ``forwardsFrames`` says that frames are passed on, and of large ones.
    ///
    /// - Parameter body: what has arrived behind the header, which is there whole.
    func takesPart(of apiKey: ApiKey, version: Int16, body: ByteBuffer, _ context: ConnectionContext) -> Bool

    /// Handles a token of SASL that has no header, where ``ConnectionContext/largestToken`` says that one comes; on the
    /// event loop of its connection. It must not block.
    ///
    /// - Parameters:
    ///   - frame: the token with the four bytes of its length, in memory of its own.
    ///   - token: takes the answer.
    /// - Returns: ``Outcome/later``, or ``Outcome/close(_:)``; anything else ends the connection too.
    func handleToken(_ frame: ByteBuffer, _ token: ReplyToken, _ context: ConnectionContext) -> Outcome

    /// The next bytes of the frame that the connection's last request began with. Called on its event loop; never
    /// after ``Outcome/close(_:)``.
    func continued(_ context: ConnectionContext, _ bytes: ByteBuffer, isLast: Bool)

    /// All requests of what was read from a connection have been handled, and continued as far as they are there. Called
    /// on its event loop, before anything is read into the memory that they lie in.
    func requestsHandled(_ context: ConnectionContext)

    /// The server is about to listen; its loops are there for the timers of the engine. Called once, before any request.
    func serverStarting(eventLoops: any EventLoopGroup)

    /// A connection was accepted. Called on its event loop, before its first request.
    func connectionOpened(_ context: ConnectionContext)

    /// A connection is gone; answers to its open requests go nowhere. Called on its event loop, once.
    func connectionClosed(_ context: ConnectionContext, reason: CloseReason)

    /// The peer takes what was written again, or does not take it fast enough. Called on the connection's event loop;
    /// an engine whose answers come from elsewhere should then fetch no more of them.
    func outputChanged(_ context: ConnectionContext, isWritable: Bool)

    /// A graceful stop has begun: requests that wait for something should be answered now. May come from any thread.
    func serverStopping()
}

extension Engine {
    /// False.
    public static var forwardsFrames: Bool { false }

    /// False.
    public func takesPart(
        of apiKey: ApiKey, version: Int16, body: ByteBuffer, _ context: ConnectionContext
    ) -> Bool { false }

    /// Ends the connection.
    public func handleToken(_ frame: ByteBuffer, _ token: ReplyToken, _ context: ConnectionContext) -> Outcome {
        .close(.internalError("a token for an engine that takes none"))
    }

    /// Does nothing.
    public func continued(_ context: ConnectionContext, _ bytes: ByteBuffer, isLast: Bool) {}

    /// Does nothing.
    public func requestsHandled(_ context: ConnectionContext) {}

    /// Does nothing.
    public func serverStarting(eventLoops: any EventLoopGroup) {}

    /// Does nothing.
    public func connectionOpened(_ context: ConnectionContext) {}

    /// Does nothing.
    public func connectionClosed(_ context: ConnectionContext, reason: CloseReason) {}

    /// Does nothing.
    public func outputChanged(_ context: ConnectionContext, isWritable: Bool) {}

    /// Does nothing.
    public func serverStopping() {}
}
