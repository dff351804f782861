import KafkaSecurity
import NIOCore

/// TLS between a client's connection and its socket.
final class ClientTLSHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// The handshake is done.
    struct Opened: Sendable {}

    /// Bytes that are sealed at once: four records.
    private static let sealedAtOnce = 64 * 1024
    /// The most that is given on as one buffer.
    private static let largestPiece = 256 * 1024
    /// Sealed bytes that a peer may send before the handshake is done.
    private static let mostHandshakeBytes = 256 * 1024

    let readiness: ClientReadiness
    let session: TLSSession
    private let sessions: TLSClientSessions
    /// What the server gave to take the connection up again has been looked for.
    private var isKept = false
    private let address: BrokerAddress
    private let isLast: Bool
    private var hasFailed = false
    private var isUnsealing = false
    private var early: [(ByteBuffer, EventLoopPromise<Void>?)] = []

    /// - Parameter isLast: whether the connection is ready when the handshake is done.
    init(
        _ session: TLSSession, sessions: TLSClientSessions, address: BrokerAddress, readiness: ClientReadiness,
        isLast: Bool
    ) {
        self.session = session
        self.sessions = sessions
        self.address = address
        self.readiness = readiness
        self.isLast = isLast
    }

    func channelActive(context: ChannelHandlerContext) {
        sessions.offer(to: address.description, in: session)
        shakeHands(context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !hasFailed else { return }
        let read = unwrapInboundIn(data)
        if session.input.readableBytes == 0 { session.input = read } else { session.input.writeImmutableBuffer(read) }
        if !session.isOpen {
            shakeHands(context)
            guard session.isOpen || session.input.readableBytes <= Self.mostHandshakeBytes else {
                return fail("its part of the handshake is too long", context)
            }
        }
        if session.isOpen { unseal(context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        readiness.fail(.closedInHandshake(address))
        for (_, promise) in early { promise?.fail(ChannelError.ioOnClosedChannel) }
        early = []
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if !session.isOpen { readiness.fail(.closedInHandshake(address)) }
        context.fireErrorCaught(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let bytes = unwrapOutboundIn(data)
        guard session.isOpen else {
            early.append((bytes, promise))
            return
        }
        seal(bytes, promise, context)
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if mode != .input, session.isOpen, !hasFailed {
            session.sayGoodbye()
            deliver(context, nil)
            context.flush()
        }
        context.close(mode: mode, promise: promise)
    }

    private func shakeHands(_ context: ChannelHandlerContext) {
        guard !hasFailed else { return }
        let progress = session.handshake()
        deliver(context, nil)
        context.flush()
        switch progress {
        case .wantsInput: break
        case .closed: context.close(promise: nil)
        case .failed(let failure): fail(failure.description, context)
        case .done:
            for (bytes, promise) in early { seal(bytes, promise, context) }
            early = []
            context.flush()
            if isLast { readiness.succeed() }
            context.fireUserInboundEventTriggered(Opened())
        }
    }

    private func unseal(_ context: ChannelHandlerContext) {
        // What is given on may close the channel or read again; the outer call goes on then.
        guard !isUnsealing else { return }
        isUnsealing = true
        defer { isUnsealing = false }
        var progress = TLSSession.Progress.done
        while progress == .done, context.channel.isActive {
            let size = min(max(session.input.readableBytes, 1024), Self.largestPiece)
            var plain = context.channel.allocator.buffer(capacity: size)
            progress = session.read(into: &plain)
            guard plain.readableBytes > 0 else { continue }
            if !isKept {
                isKept = true
                sessions.keep(session, of: address.description)
            }
            context.fireChannelRead(wrapInboundOut(plain))
        }
        if session.output.readableBytes > 0 {
            deliver(context, nil)
            context.flush()
        }
        switch progress {
        case .done, .wantsInput: break
        case .closed: context.close(promise: nil)
        case .failed(let failure): fail(failure.description, context)
        }
    }

    /// Seals a piece at a time, so that the buffer for sealed bytes stays small.
    private func seal(_ bytes: ByteBuffer, _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext) {
        var rest = bytes
        repeat {
            let count = min(rest.readableBytes, Self.sealedAtOnce)
            session.output.reserveCapacity(minimumWritableBytes: count + 512)
            let isSealed = rest.withUnsafeReadableBytes { region in
                session.write(UnsafeRawBufferPointer(rebasing: region[..<count]))
            }
            guard isSealed else {
                promise?.fail(ChannelError.ioOnClosedChannel)
                return fail("a request could not be sealed", context)
            }
            rest.moveReaderIndex(forwardBy: count)
            deliver(context, rest.readableBytes == 0 ? promise : nil)
        } while rest.readableBytes > 0
    }

    private func deliver(_ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        guard session.output.readableBytes > 0 || promise != nil else { return }
        var sealed = ByteBuffer()
        swap(&sealed, &session.output)
        context.write(wrapOutboundOut(sealed), promise: promise)
    }

    private func fail(_ reason: String, _ context: ChannelHandlerContext) {
        guard !hasFailed else { return }
        hasFailed = true
        let error = ClientError.tlsFailed(address, reason: reason)
        readiness.fail(error)
        context.fireErrorCaught(error)
        context.close(promise: nil)
    }
}
