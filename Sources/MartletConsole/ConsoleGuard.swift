import NIOCore

/// Stands between a connection's socket and HTTP: bounds how much a peer may send for one answer, and how long it may take
/// for that and for reading it. Only to be used on its event loop.
final class ConsoleGuard: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    /// The largest request, its headers and what else the peer sends before it is answered included.
    static let mostRequestBytes = 16 * 1024
    /// How long it may take from a request's first byte until its answer, and from the first moment until that byte.
    static let mostRequestTime = TimeAmount.seconds(10)
    /// How long an answer may make no headway because the peer does not read.
    static let mostSendingTime = TimeAmount.seconds(20)
    /// How long a connection may be quiet between an answer and the next request.
    static let mostIdleTime = TimeAmount.seconds(60)
    /// How long a peer may take to close its end.
    static let mostClosingTime = TimeAmount.seconds(2)
    private static let sweepInterval = TimeAmount.milliseconds(500)

    private let connections: ConsoleConnections
    private var context: ChannelHandlerContext?
    private var sweeps: RepeatedTask?
    private var state = ConsolePatience(now: .now())
    private var isRefused = false

    init(_ connections: ConsoleConnections) {
        self.connections = connections
    }

    /// When something last happened.
    var activeAt: NIODeadline { state.since }

    func close() {
        context?.close(promise: nil)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        connections.add(self)
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        sweeps = context.eventLoop.scheduleRepeatedTask(
            initialDelay: Self.sweepInterval, delay: Self.sweepInterval
        ) { _ in
            let handler = bound.value
            if handler.state.isOver(.now()) { handler.close() }
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        sweeps?.cancel()
        sweeps = nil
        self.context = nil
        connections.remove(self)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isRefused else { return }
        guard state.received(Self.unwrapInboundIn(data).readableBytes, .now()) else { return refuse(context) }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isRefused else { return promise?.fail(ChannelError.ioOnClosedChannel) ?? () }
        state.sending(.now())
        let sent = promise ?? context.eventLoop.makePromise()
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        sent.futureResult.whenComplete { _ in bound.value.state.sent(.now()) }
        context.write(data, promise: sent)
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if mode == .output { state.closing(.now()) }
        context.close(mode: mode, promise: promise)
    }

    /// More than a request of this console ever is: an answer in HTTP's words, and the end.
    private func refuse(_ context: ChannelHandlerContext) {
        isRefused = true
        let answer = "HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
        let channel = context.channel
        context.writeAndFlush(Self.wrapOutboundOut(.byteBuffer(ByteBuffer(string: answer)))).whenComplete { _ in
            channel.close(promise: nil)
        }
    }
}
