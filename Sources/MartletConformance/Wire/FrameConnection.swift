import KafkaClient
import NIOCore
import NIOPosix

/// A connection that sends frames as they are and hands out the replies by their correlation ids.
final class FrameConnection: Sendable {
    private static let connectTimeout = TimeAmount.seconds(10)

    private let channel: any Channel
    private let handler: NIOLoopBound<FrameHandler>

    private init(channel: any Channel, handler: NIOLoopBound<FrameHandler>) {
        self.channel = channel
        self.handler = handler
    }

    /// Throws ``ClientError``.
    static func open(_ target: TargetAddress) async throws -> FrameConnection {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
        let channel = try await ClientConnector.connect(
            bootstrap, to: BrokerAddress(host: target.host, port: target.port), security: target.security,
            clientId: "martlet-conformance", timeout: connectTimeout
        ) { channel in try channel.pipeline.syncOperations.addHandler(FrameHandler()) }.get()
        let handler = try await channel.eventLoop.submit {
            try NIOLoopBound(
                channel.pipeline.syncOperations.handler(type: FrameHandler.self), eventLoop: channel.eventLoop)
        }.get()
        return FrameConnection(channel: channel, handler: handler)
    }

    /// Sends a frame. The reply is that with the same correlation id, or the next one if none is given.
    ///
    /// - Parameters:
    ///   - length: what goes before the frame, if not its length.
    ///   - patience: how long the reply may take from now on.
    func send(
        _ frame: ByteBuffer, length: Int32? = nil, correlationId: Int32?, patience: TimeAmount
    ) -> EventLoopFuture<Reply> {
        let loop = channel.eventLoop
        let promise = loop.makePromise(of: Reply.self)
        var bytes = ByteBufferAllocator().buffer(capacity: frame.readableBytes + 4)
        bytes.writeInteger(length ?? Int32(clamping: frame.readableBytes))
        bytes.writeImmutableBuffer(frame)
        let message = bytes
        let (channel, handler) = (channel, handler)
        loop.execute {
            let pending = PendingReply(correlationId: correlationId, promise: promise)
            guard channel.isActive else { return pending.finish(.closed) }
            handler.value.pending.append(pending)
            let bound = NIOLoopBound(pending, eventLoop: loop)
            loop.scheduleTask(in: patience) { bound.value.finish(.nothing) }
            channel.writeAndFlush(message, promise: nil)
        }
        return promise.futureResult
    }

    /// Sends bytes that belong to a frame whose beginning was sent.
    func sendPart(_ bytes: ByteBuffer) {
        channel.writeAndFlush(bytes, promise: nil)
    }

    /// Whether the other side, too, still holds the connection.
    var isOpen: Bool { channel.isActive }

    func close() {
        channel.close(promise: nil)
    }
}
