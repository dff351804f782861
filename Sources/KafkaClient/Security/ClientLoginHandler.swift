import KafkaSecurity
import NIOCore

/// Logs in before a connection is used, and again before its session ends (KIP-368), in the middle of what is sent.
///
/// Later on it only follows where frames begin and end. When it is time to log in again, it waits for the end of the
/// frame that is being sent, holds back what follows, and picks the broker's answers out of the others by their ids.
final class ClientLoginHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum Phase {
        /// Nothing was sent yet.
        case unopened
        case askingVersions
        case loggingIn(SaslInitiator, SaslInitiator.Request)
        case idle
        case over
    }

    /// How long a login in the middle of a connection may wait for the broker, and the pause before credentials that could
    /// not be had are asked for again.
    private static let patience = TimeAmount.seconds(30)
    private static let retryPause = TimeAmount.seconds(1)
    /// Longer answers during a login are refused by their length, in bytes.
    private static let largestAnswer = 1024 * 1024
    private static let headSize = 8

    let readiness: ClientReadiness
    private let logins: LoginSource
    private let address: BrokerAddress
    private let waitsForTLS: Bool
    private var frames: LoginFrames
    private var phase = Phase.unopened
    /// Ids that clients, who count upwards from zero, do not use.
    private var correlationId = Int32.min
    private var outgoing = FrameBoundary()
    private var incoming = FrameBoundary()
    /// Bytes that wait to be told apart while an answer of a login is awaited.
    private var received = ByteBuffer()
    /// What to log in with as soon as no frame is being sent.
    private var due: SaslLogin?
    private var held: [(ByteBuffer, EventLoopPromise<Void>?)] = []
    private var timer: Scheduled<Void>?
    /// Nobody has asked for more bytes since the last ones: what the broker answers cannot be seen.
    private var isDeaf = false
    /// When the broker was last heard, or listened to again.
    private var heardAt = NIODeadline.distantPast
    private var generator = SystemRandomNumberGenerator()

    init(
        _ logins: LoginSource, address: BrokerAddress, clientId: String, readiness: ClientReadiness, waitsForTLS: Bool
    ) {
        self.logins = logins
        self.address = address
        self.readiness = readiness
        self.waitsForTLS = waitsForTLS
        frames = LoginFrames(address: address, clientId: clientId)
    }

    func channelActive(context: ChannelHandlerContext) {
        if !waitsForTLS { askVersions(context) }
        context.fireChannelActive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ClientTLSHandler.Opened { askVersions(context) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        if case .askingVersions = phase {
            readiness.fail(.closedBeforeAnswer(address))
        } else {
            readiness.fail(.closedInLogin(address))
        }
        phase = .over
        failHeld()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let known = error as? ClientError { readiness.fail(known) }
        context.fireErrorCaught(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let bytes = unwrapOutboundIn(data)
        guard case .idle = phase, held.isEmpty else {
            held.append((bytes, promise))
            return
        }
        send(bytes, promise, context)
    }

    func read(context: ChannelHandlerContext) {
        if isDeaf {
            isDeaf = false
            if case .loggingIn = phase { heardAt = context.eventLoop.now }
        }
        context.read()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isDeaf = true
        context.fireChannelReadComplete()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let read = unwrapInboundIn(data)
        if case .loggingIn = phase { heardAt = context.eventLoop.now }
        switch phase {
        case .idle where received.readableBytes == 0:
            _ = incoming.advance(over: read, stopsAtEnd: false)
            context.fireChannelRead(wrapInboundOut(read))
        case .over: break
        case .idle, .unopened, .askingVersions, .loggingIn:
            received.writeImmutableBuffer(read)
            tellApart(context)
        }
    }

    /// Sends what a frame that is due leaves room for; the rest is held back.
    private func send(_ bytes: ByteBuffer, _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext) {
        guard let login = due else {
            _ = outgoing.advance(over: bytes, stopsAtEnd: false)
            context.write(wrapOutboundOut(bytes), promise: promise)
            return
        }
        var rest = bytes
        let count = outgoing.advance(over: bytes, stopsAtEnd: true)
        guard outgoing.isBetweenFrames, let first = rest.readSlice(length: count) else {
            context.write(wrapOutboundOut(bytes), promise: promise)
            return
        }
        if rest.readableBytes == 0 {
            context.write(wrapOutboundOut(first), promise: promise)
        } else {
            context.write(wrapOutboundOut(first), promise: nil)
            held.insert((rest, promise), at: 0)
        }
        begin(login, context)
    }

    private func release(_ context: ChannelHandlerContext) {
        while case .idle = phase, !held.isEmpty {
            let (bytes, promise) = held.removeFirst()
            send(bytes, promise, context)
        }
        context.flush()
    }

    private func failHeld() {
        let writes = held
        held = []
        for (_, promise) in writes { promise?.fail(ChannelError.ioOnClosedChannel) }
    }

    private func askVersions(_ context: ChannelHandlerContext) {
        guard case .unopened = phase else { return }
        phase = .askingVersions
        do throws(ClientError) {
            sendOwn(try frames.versionsRequest(correlationId: nextId()), context)
        } catch {
            fail(error, context)
        }
    }

    private func fetchLogin(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        logins.login(on: context.eventLoop).whenComplete { result in
            let (handler, context) = bound.value
            handler.take(result, context)
        }
    }

    private func take(_ result: Result<SaslLogin, any Error>, _ context: ChannelHandlerContext) {
        switch (phase, result) {
        case (.over, _): break
        case (.idle, .success(let login)):
            due = login
            if outgoing.isBetweenFrames { begin(login, context) }
        case (_, .success(let login)): begin(login, context)
        // The session still lasts, and the next attempt may do better; when it ends, the broker closes.
        case (.idle, .failure): schedule(in: Self.retryPause, context) { $0.fetchLogin($1) }
        case (_, .failure(let error)):
            fail(error as? ClientError ?? .noCredentials("\(error)"), context)
        }
    }

    private func begin(_ login: SaslLogin, _ context: ChannelHandlerContext) {
        due = nil
        if readiness.isSettled {
            context.fireUserInboundEventTriggered(ClientLoginEvent.began)
            heardAt = context.eventLoop.now
            schedule(in: Self.patience, context) { $0.checkPatience($1) }
        }
        var initiator = SaslInitiator(login, nonce: SaslNonce.make(), passwords: logins.passwords)
        follow(initiator.begin(), initiator, context)
    }

    /// A login in the middle of a connection is not done yet. It has failed if the broker has been silent too long, and
    /// nothing else explains that: answers that nobody takes stand before its own, and so do those to earlier requests,
    /// which brokers answer one after the other (a JoinGroup may take minutes). Who asked watches over these.
    private func checkPatience(_ context: ChannelHandlerContext) {
        let silence = context.eventLoop.now - heardAt
        if isDeaf || outgoing.frames > incoming.frames {
            schedule(in: Self.patience, context) { $0.checkPatience($1) }
        } else if silence < Self.patience {
            schedule(in: Self.patience - silence, context) { $0.checkPatience($1) }
        } else {
            fail(.closedInLogin(address), context)
        }
    }

    private func follow(
        _ decision: SaslInitiator.Decision, _ initiator: SaslInitiator, _ context: ChannelHandlerContext
    ) {
        switch decision {
        case .send(let request):
            phase = .loggingIn(initiator, request)
            do throws(ClientError) {
                sendOwn(try frames.request(request, correlationId: nextId()), context)
            } catch {
                fail(error, context)
            }
        case .failed(let error):
            if case .refused = error { logins.forget() }
            fail(.loginFailed(address, error), context)
        case .done(let lifetime): succeed(lifetime, context)
        }
    }

    private func succeed(_ lifetime: Int64, _ context: ChannelHandlerContext) {
        phase = .idle
        timer?.cancel()
        timer = nil
        if let delay = SaslInitiator.reauthenticationDelay(lifetime: lifetime, using: &generator) {
            schedule(in: .milliseconds(delay), context) { $0.fetchLogin($1) }
        }
        if readiness.isSettled { context.fireUserInboundEventTriggered(ClientLoginEvent.ended) }
        readiness.succeed()
        release(context)
    }

    private func schedule(
        in time: TimeAmount, _ context: ChannelHandlerContext,
        _ act: @escaping @Sendable (ClientLoginHandler, ChannelHandlerContext) -> Void
    ) {
        timer?.cancel()
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: time) {
            let (handler, context) = bound.value
            act(handler, context)
        }
    }

    private func nextId() -> Int32 {
        correlationId = correlationId < -1 ? correlationId + 1 : Int32.min
        return correlationId
    }

    private func sendOwn(_ frame: ByteBuffer, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
    }

    private func fail(_ error: ClientError, _ context: ChannelHandlerContext) {
        if case .over = phase { return }
        phase = .over
        timer?.cancel()
        readiness.fail(error)
        failHeld()
        context.fireErrorCaught(error)
        context.close(promise: nil)
    }

    /// Takes the answers that are the login's, and gives on all others, piece by piece.
    private func tellApart(_ context: ChannelHandlerContext) {
        while received.readableBytes > 0 {
            switch phase {
            case .over: return
            case .idle:
                let rest = received
                received = ByteBuffer()
                _ = incoming.advance(over: rest, stopsAtEnd: false)
                return context.fireChannelRead(wrapInboundOut(rest))
            case .unopened, .askingVersions, .loggingIn: break
            }
            if incoming.isBetweenFrames {
                guard let length: Int32 = received.getInteger(at: received.readerIndex) else { return }
                if let problem = problem(with: length) { return fail(problem, context) }
                guard let id: Int32 = received.getInteger(at: received.readerIndex + 4) else { return }
                if id == correlationId {
                    // Later logins' answers as well: they are held until they are whole, and the length is theirs.
                    guard isLengthOfAnswer(length) else { return fail(.notKafka(address, .unknown), context) }
                    guard var frame = received.readSlice(length: Int(length) + 4) else { return }
                    guard frame.readInteger(as: Int32.self) != nil else { return }
                    answered(frame, context)
                    continue
                }
                guard readiness.isSettled else { return fail(.notKafka(address, .unknown), context) }
            }
            let count = incoming.advance(over: received, stopsAtEnd: true)
            guard let piece = received.readSlice(length: count) else { return }
            context.fireChannelRead(wrapInboundOut(piece))
        }
        received = ByteBuffer()
    }

    /// What the length of an answer gives away, as long as the first login is not done.
    private func problem(with length: Int32) -> ClientError? {
        guard !readiness.isSettled else { return nil }
        if let impostor = ResponseFraming.impostor(behind: length) { return .notKafka(address, impostor) }
        return isLengthOfAnswer(length) ? nil : .notKafka(address, .unknown)
    }

    private func isLengthOfAnswer(_ length: Int32) -> Bool { (4...Self.largestAnswer).contains(Int(length)) }

    private func answered(_ frame: ByteBuffer, _ context: ChannelHandlerContext) {
        do throws(ClientError) {
            switch phase {
            case .askingVersions:
                try frames.takeVersions(frame)
                fetchLogin(context)
            case .loggingIn(var initiator, let request):
                let decision = try frames.take(frame, to: request, by: &initiator)
                follow(decision, initiator, context)
            case .unopened, .idle, .over: break
            }
        } catch {
            fail(error, context)
        }
    }
}
