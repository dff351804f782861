import KafkaClient
import KafkaServer
import NIOCore

/// The end of a client's connection to the cluster: gives what arrives to the session, and reads only while the client
/// takes it. Only to be used on its event loop.
final class UpstreamHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// How long the cluster may take to close its end.
    private static let mostFinishing = TimeAmount.seconds(10)

    private let session: ProxySession
    /// Whether bytes may go to the socket past the channel's other handlers.
    private let usesSocket: Bool
    /// The proxy logs in again, and what is sent meanwhile waits.
    private var isLoggingIn = false
    /// Why the connection ended, where that is known.
    private(set) var failure: String?
    /// What the connection reads into.
    private let receiver: LoopReceiver?
    /// The session has taken the connection. Of several to a host of several addresses only one is ever taken, and what
    /// becomes of the others is nobody's concern.
    private var isTaken = false
    private var isFinishing = false
    private var context: ChannelHandlerContext?
    private var socket: SocketSender?
    private var readWithheld = false
    /// What was given and has not been sent: bytes that lie one behind the other in memory.
    private var run = ByteBuffer()
    /// Writes that the channel has not finished; what follows must queue behind them.
    private var heldByChannel = 0

    /// - Parameters:
    ///   - isSecured: whether TLS or a login stand between it and the socket.
    ///   - receiver: what the connection reads into, where the bytes come as they are.
    init(session: ProxySession, isSecured: Bool, receiver: LoopReceiver?) {
        self.session = session
        usesSocket = !isSecured
        self.receiver = receiver
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        socket = usesSocket ? SocketSender(context) : nil
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        socket = nil
    }

    /// The connection is the session's from now on.
    func take() {
        isTaken = true
    }

    /// Whether the session is to hear of the connection.
    private var isHeard: Bool { isTaken && !isFinishing }

    /// Whether the cluster takes what is written.
    var isWritable: Bool { !isLoggingIn && context?.channel.isWritable ?? false }

    /// Sends bytes when ``flush()`` is called, or when others come that lie elsewhere in memory.
    func send(_ bytes: ByteBuffer) {
        if run.absorb(bytes) { return }
        flush()
        run = bytes
    }

    /// Sends what was given.
    func flush() {
        guard run.readableBytes > 0 else { return }
        let bytes = run
        run = ByteBuffer()
        sendNow(bytes)
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
        // What waits must not keep the memory of all that was read with it.
        context.writeAndFlush(Self.wrapOutboundOut(bytes.withoutSlack())).whenComplete { _ in
            bound.value.heldByChannel &-= 1
        }
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
        if !isHeard || session.takesAnswers {
            context.read()
        } else {
            readWithheld = true
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let read = Self.unwrapInboundIn(data)
        if isHeard { session.received(read) }
        receiver?.giveBack(read)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if isHeard { session.upstreamChanged(isWritable: isWritable) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard let event = event as? ClientLoginEvent else { return context.fireUserInboundEventTriggered(event) }
        isLoggingIn = event == .began
        if isLoggingIn, isTaken { session.countLogin() }
        if isHeard { session.upstreamChanged(isWritable: isWritable) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if isHeard { session.upstreamClosed(failure) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let known = error as? ClientError { failure = known.description }
        context.close(promise: nil)
    }
}
