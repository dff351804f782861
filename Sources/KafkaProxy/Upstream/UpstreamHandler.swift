import KafkaClient
import KafkaServer
import NIOCore

/// The end of a client's connection to the cluster: gives what arrives to the session, and reads only while the client
/// takes it. Only to be used on its event loop.
final class UpstreamHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Frames below this size are gathered, so that many of them leave by one call.
    private static let smallestAlone = 16 * 1024
    /// Gathered bytes that are sent without waiting for more.
    private static let mostGathered = 64 * 1024

    /// How long the cluster may take to close its end.
    private static let mostFinishing = TimeAmount.seconds(10)

    private let session: ProxySession
    /// Whether bytes may go to the socket past the channel's other handlers.
    private let usesSocket: Bool
    /// The proxy logs in again, and what is sent meanwhile waits.
    private var isLoggingIn = false
    /// Why the connection ended, where that is known.
    private(set) var failure: String?
    private var isFinishing = false
    private var context: ChannelHandlerContext?
    private var socket: SocketSender?
    private var readWithheld = false
    private var flushPending = false
    private var gathered = ByteBuffer()
    /// Writes that the channel has not finished; what follows must queue behind them.
    private var heldByChannel = 0

    /// - Parameter isSecured: whether TLS or a login stand between it and the socket.
    init(session: ProxySession, isSecured: Bool) {
        self.session = session
        usesSocket = !isSecured
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        socket = usesSocket ? SocketSender(context) : nil
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        // It may be in another channel by now, to the next broker.
        guard context === self.context else { return }
        self.context = nil
        socket = nil
    }

    /// Whether the cluster takes what is written.
    var isWritable: Bool { !isLoggingIn && context?.channel.isWritable ?? false }

    /// Sends a frame: a large one at once, so that the buffer it lies in is free again, a small one with its neighbours.
    func send(_ frame: ByteBuffer) {
        guard frame.readableBytes < Self.smallestAlone else {
            flush()
            sendNow(frame)
            return
        }
        gathered.writeImmutableBuffer(frame)
        if gathered.readableBytes >= Self.mostGathered { return flush() }
        guard !flushPending, let context else { return }
        flushPending = true
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.eventLoop.execute {
            bound.value.flushPending = false
            bound.value.flush()
        }
    }

    private func flush() {
        guard gathered.readableBytes > 0 else { return }
        sendNow(gathered)
        if gathered.modifyIfUniquelyOwned({ $0.clear() }) == nil { gathered = ByteBuffer() }
    }

    private func sendNow(_ frame: ByteBuffer) {
        guard let context, context.channel.isActive else { return }
        var bytes = frame
        if heldByChannel == 0, let socket {
            socket.send(&bytes)
            if bytes.readableBytes == 0 { return }
        }
        heldByChannel &+= 1
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.writeAndFlush(Self.wrapOutboundOut(bytes)).whenComplete { _ in bound.value.heldByChannel &-= 1 }
    }

    /// Reads on after it was withheld.
    func resume() {
        guard readWithheld, let context else { return }
        readWithheld = false
        context.read()
    }

    func close() {
        context?.close(promise: nil)
    }

    /// Sends what was given, says that no more will come, and closes when the cluster has: closing with answers unread
    /// would reset the connection, and the cluster might lose requests that want no answer.
    func finish() {
        guard let context, context.channel.isActive, !isFinishing else { return close() }
        isFinishing = true
        flush()
        let channel = context.channel
        context.writeAndFlush(Self.wrapOutboundOut(ByteBuffer())).whenComplete { _ in
            channel.close(mode: .output, promise: nil)
        }
        context.eventLoop.scheduleTask(in: Self.mostFinishing) { channel.close(promise: nil) }
        resume()
    }

    func read(context: ChannelHandlerContext) {
        if isFinishing || session.takesAnswers {
            context.read()
        } else {
            readWithheld = true
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if !isFinishing { session.received(Self.unwrapInboundIn(data)) }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if !isFinishing { session.readComplete() }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        session.upstreamChanged(isWritable: isWritable)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard let event = event as? ClientLoginEvent else { return context.fireUserInboundEventTriggered(event) }
        isLoggingIn = event == .began
        session.upstreamChanged(isWritable: isWritable)
    }

    func channelInactive(context: ChannelHandlerContext) {
        if context === self.context { session.upstreamClosed(failure) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let known = error as? ClientError { failure = known.description }
        context.close(promise: nil)
    }
}
