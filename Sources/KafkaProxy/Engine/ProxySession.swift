import KafkaClient
import KafkaConfiguration
import KafkaProtocol
import KafkaSecurity
import KafkaServer
import KafkaWire
import Logging
import NIOCore

/// One client's connection and the one to the cluster that stands behind it. Only to be used on its event loop.
final class ProxySession {
    /// Requests that wait for the connection to the cluster, in bytes; with more, no further one is read.
    private static let mostWaitingBytes = 1024 * 1024
    /// Requests that are kept for another broker, and the largest of them in bytes.
    private static let mostRepeatable = 8
    private static let largestRepeatable = 16 * 1024
    /// The largest answer that is read whole before a client sees it, in bytes.
    private static let mostWholeBytes = 256 * 1024 * 1024

    enum Phase {
        case unconnected
        case connecting
        case connected
        case ended
    }

    let core: ProxyCore
    let context: ConnectionContext
    private(set) var phase = Phase.unconnected
    private var upstream: UpstreamHandler? {
        didSet { if upstream == nil { traffic.close() } }
    }
    /// What is counted of the cluster's brokers on this loop, and of the connection to one of them.
    private let counts: UpstreamLoopCounts
    private var traffic = UpstreamTraffic()
    private var broker: BrokerAddress?
    /// Of the cluster that it is one of.
    private var generation = 0
    private var reader = AnswerReader(mostWholeBytes: mostWholeBytes)
    private(set) var pending = CircularBuffer<PendingAnswer>(initialCapacity: 4)
    private var waiting: [ByteBuffer] = []
    private var waitingBytes = 0
    /// Brokers that have not been tried for the connection to come.
    private var untried: [BrokerAddress] = []
    /// What they are shown.
    private var security = ClientSecurity.plaintext
    /// The requests so far, to be sent to another broker when one closes before it answers any; nil once one has
    /// answered, or when something was sent that may not be sent twice.
    private var repeatable: [ByteBuffer]? = []
    /// Brokers that the answer at hand names, and whose ports are not open yet.
    private var unopened: [Int32] = []
    /// The client has begun to log in to the broker, so that another connection is not as good.
    private var isAuthenticatedUpstream = false
    /// A login of the client's whose tokens have no header.
    var relay = TokenRelay()
    /// The filters as they were when the connection last looked, and when that was.
    private(set) var filters: FilterTable
    private var filterGeneration: Int
    /// Requests that a filter holds up, and those behind them.
    var heldUp = CircularBuffer<HeldUpRequest>(initialCapacity: 1)
    /// A filter swallowed a request: nothing further is answered.
    var isMute = false
    /// What filters keep of the connection.
    let filterConnection = FilterConnection()
    /// For whom the connection to the cluster speaks.
    private var client = KafkaPrincipal.anonymous
    /// The request whose answer is at hand, and not given to the client yet.
    private var answering: ReplyToken?
    private var holds: Holds = []

    /// Why no further request is to be read from the client.
    struct Holds: OptionSet {
        let rawValue: UInt8

        /// What waits for the connection to the cluster is much.
        static let waiting = Holds(rawValue: 1)
        /// The cluster does not take what is written.
        static let upstream = Holds(rawValue: 2)
        /// A filter holds a request up.
        static let filter = Holds(rawValue: 4)
        /// What the client sends next is a token or a request, which the cluster's answer tells.
        static let login = Holds(rawValue: 8)
    }
    /// The rest of the last request is still to come from the client.
    private var isInsideRequest = false
    /// How many answers have to come until it is known that the cluster did not mind the last request that wants none
    /// (Produce with acks=0): it says so by closing the connection. Nil where there is no such request.
    private var answersUntilHeard: Int?

    init(core: ProxyCore, context: ConnectionContext) {
        self.core = core
        self.context = context
        counts = core.ledger.counts(on: context.eventLoop)
        filterGeneration = core.filters.generation
        filters = core.filters.current
    }

    /// Whether the client takes what the cluster answers.
    var takesAnswers: Bool { phase != .ended && context.isOutputWritable }

    /// The filters as they are now.
    var currentFilters: FilterTable {
        let generation = core.filters.generation
        if generation != filterGeneration {
            filterGeneration = generation
            filters = core.filters.current
        }
        return filters
    }

    /// Reads no further request of the client for a reason, until ``release(_:)`` of the same.
    func hold(_ reason: Holds) {
        if holds.isEmpty { context.pauseRequests() }
        holds.insert(reason)
    }

    /// A reason to read no further request is gone.
    func release(_ reason: Holds) {
        guard holds.remove(reason) != nil, holds.isEmpty else { return }
        context.resumeRequests()
    }

    /// Speaks for this client from now on, where each has a connection of its own to the cluster. False where requests
    /// are open that were sent for another.
    func speak(for client: KafkaPrincipal) -> Bool {
        guard core.identities != nil, client != self.client else { return true }
        switch phase {
        case .unconnected, .ended: break
        case .connecting: return false
        case .connected:
            guard pending.isEmpty, !isInsideRequest, answersUntilHeard == nil else { return false }
            upstream?.finish()
            upstream = nil
            phase = .unconnected
            repeatable = []
            release(.upstream)
        }
        self.client = client
        return true
    }

    /// Sends a request on.
    ///
    /// - Parameters:
    ///   - isWhole: whether that is all of it; if not, the rest comes by ``continued(_:isLast:)``.
    ///   - answer: how its answer is to be taken; nil where none will come.
    func forward(_ frame: ByteBuffer, isWhole: Bool = true, _ answer: PendingAnswer?) {
        if let answer {
            if answer.apiKey == .saslAuthenticate || answer.apiKey == .saslHandshake {
                isAuthenticatedUpstream = true
                noteHandshake(answer, frame)
            }
            pending.append(answer)
        } else {
            answersUntilHeard = pending.count &+ 1
        }
        traffic.forwarded(wantsAnswer: answer != nil)
        isInsideRequest = !isWhole
        if isWhole { keep(frame, answer) } else { repeatable = nil }
        if phase == .unconnected {
            wait(frame)
            connect()
        } else {
            sendOrWait(frame)
        }
    }

    /// Sends on what follows of the last request.
    func continued(_ bytes: ByteBuffer, isLast: Bool) {
        // Of a request whose beginning was not sent the rest would be taken for requests of their own.
        guard isInsideRequest else { return }
        isInsideRequest = !isLast
        sendOrWait(bytes)
    }

    /// What was read from the client has been forwarded.
    func requestsHandled() {
        upstream?.flush()
    }

    private func sendOrWait(_ bytes: ByteBuffer) {
        switch phase {
        case .connected:
            traffic.sent(bytes.readableBytes)
            upstream?.send(bytes)
        case .connecting: wait(bytes)
        case .unconnected, .ended: break
        }
    }

    /// Keeps what may be asked of another broker: only what changes nothing, as clients begin with.
    private func keep(_ frame: ByteBuffer, _ answer: PendingAnswer?) {
        guard let kept = repeatable else { return }
        switch answer?.apiKey {
        case .apiVersions, .metadata, .findCoordinator, .describeCluster:
            guard kept.count < Self.mostRepeatable, frame.readableBytes < Self.largestRepeatable else { fallthrough }
            // A copy, since the frame lies in a buffer that is read into again.
            repeatable?.append(ByteBuffer(bytes: frame.readableBytesView))
        default: repeatable = nil
        }
    }

    private func wait(_ frame: ByteBuffer) {
        // The frame lies in a buffer that many connections read into.
        waiting.append(frame.withoutSlack())
        waitingBytes &+= frame.readableBytes
        if waitingBytes > Self.mostWaitingBytes { hold(.waiting) }
    }

    private func connect() {
        // A client says which broker it wants in the handshake, after the connection was opened.
        let route = core.route(to: core.target(of: context), for: client)
        generation = route.generation
        untried = route.brokers
        security = route.security
        connectToUntried()
    }

    private func connectToUntried() {
        phase = .connecting
        reader = AnswerReader(mostWholeBytes: Self.mostWholeBytes)
        let isSecured = security.usesTLS || security.usesLogin
        let clientContext = context
        let session = NIOLoopBound(self, eventLoop: context.eventLoop)
        guard !untried.isEmpty else {
            // Not from within the engine, where the connection may not end.
            context.eventLoop.execute { session.value.failed(UpstreamConnector.Failure(attempts: [])) }
            return
        }
        UpstreamConnector(
            eventLoop: context.eventLoop, security: security,
            timeout: .milliseconds(core.settings.connectTimeoutMilliseconds), counts: counts,
            failed: { [core] in core.failed($0) }
        )
        .connect(to: untried) { channel in
            // What is decrypted comes in buffers of its own.
            let receiver =
                isSecured ? nil : LoopReceiver(clientContext, readsPerWakeUp: UpstreamConnector.readsPerWakeUp)
            if let receiver { try channel.syncOptions?.setOption(.recvAllocator, value: receiver) }
            return UpstreamHandler(session: session.value, isSecured: isSecured, receiver: receiver)
        }
        .whenComplete { result in
            switch result {
            case .success(let made): session.value.connected(made.handler.value, made.broker)
            case .failure(let error): session.value.failed(error)
            }
        }
    }

    private func connected(_ handler: UpstreamHandler, _ broker: BrokerAddress) {
        guard phase == .connecting else {
            for frame in waiting { handler.send(frame) }
            waiting = []
            handler.flush()
            return handler.finish()
        }
        phase = .connected
        handler.take()
        upstream = handler
        self.broker = broker
        traffic.open(counts[broker], answersDue: pending.count)
        if let index = untried.firstIndex(of: broker) { untried.removeFirst(index + 1) }
        // The connection may break while it is sent to, and what is then to be repeated waits for the next one.
        let frames = waiting
        waiting = []
        waitingBytes = 0
        for frame in frames {
            traffic.sent(frame.readableBytes)
            handler.send(frame)
        }
        guard upstream === handler else { return }
        if handler.isWritable { release(.upstream) }
        release(.waiting)
        handler.flush()
        handler.resume()
    }

    private func failed(_ error: any Error) {
        guard phase == .connecting else { return }
        core.refreshSoon()
        end("the cluster cannot be reached: \(error)")
    }

    /// Bytes of the cluster.
    func received(_ bytes: ByteBuffer) {
        guard phase == .connected else { return }
        traffic.received(bytes.readableBytes)
        if repeatable != nil, let broker {
            repeatable = nil
            core.answered(broker)
        }
        reader.append(bytes)
        do {
            while try step() { answering = nil }
            answering = nil
            reader.settle()
            context.flushAnswers()
        } catch AnswerReader.Failure.tls {
            end(
                "\(name) answers with TLS, and was spoken to without it: its listener wants TLS "
                    + "(martlet.proxy.upstream.security.protocol)")
        } catch let failure as AnswerReader.Failure {
            end("an answer of \(name) cannot be followed: \(failure)")
        } catch {
            end("an answer of \(name) cannot be read: \(error)")
        }
    }

    private func step() throws -> Bool {
        guard phase == .connected else { return false }
        switch try reader.next(expectation()) {
        case .wait: return false
        case .piece(let bytes, let isLast):
            guard let answer = isLast ? popAnswered() : pending.first else { return false }
            answer.token.replyPiece(bytes, isLast: isLast)
        case .whole(let frame):
            guard let answer = popAnswered() else { return false }
            if answer.apiKey == .saslHandshake || answer.inspection == .token {
                return try loginAnswered(frame, answer)
            }
            if let trace = answer.trace, trace.seesResponses {
                try filterAnswer(frame, answer, trace)
                return true
            }
            let rewritten = try inspected(frame, answer)
            reply(telling(rewritten, answer), answer.token)
        case .tail(let tail):
            guard let answer = popAnswered() else { return false }
            // Nothing waits for ports to open, so that only brokers whose ports are open are told of.
            let rewritten = try FetchTail.rewrite(tail, version: answer.version, keepsSize: true) { address in
                let isOpen = learn(address)
                address = advertised(address)
                return isOpen
            }
            answer.token.replyPiece(rewritten, isLast: true)
        }
        return true
    }

    /// What is known of the first open answer, which is counted as soon as its length is there.
    private func expectation() -> AnswerReader.Expectation? {
        guard var first = pending.first else { return nil }
        if let charge = first.charge, !charge.isSettled, let length = reader.lengthAhead {
            first.charge = settled(charge, first, length: length)
            pending[pending.startIndex] = first
        }
        return AnswerReader.Expectation(
            correlationId: first.correlationId, inspection: first.gathering,
            mayLeaveInPieces: first.token.mayReplyInPieces, note: first.charge == nil ? nil : first.note)
    }

    /// An answer of the cluster that belongs to a login of the client's. False where the connection has ended.
    private func loginAnswered(_ frame: ByteBuffer, _ answer: PendingAnswer) throws -> Bool {
        if answer.inspection == .token {
            relay.tokenAnswered(byteCount: frame.readableBytes &- 4)
            answer.token.reply(frame: frame)
            loginWentOn()
            return true
        }
        guard answer.version > 0 || handshakeAnswered(frame) else { return false }
        if let trace = answer.trace, trace.seesResponses {
            try filterAnswer(frame, answer, trace)
        } else {
            answer.token.reply(frame: frame)
        }
        if answer.version == 0 { loginWentOn() }
        return true
    }

    /// The request whose answer has come.
    private func popAnswered() -> PendingAnswer? {
        if let left = answersUntilHeard { answersUntilHeard = left > 1 ? left &- 1 : nil }
        let answered = pending.popFirst()
        answering = answered?.token
        if let answered { traffic.answered(max(answered.token.startedAt, answered.heldUntil)) }
        return answered
    }

    /// A client that is told of a broker may connect there at once, so its port must be open.
    func reply(_ frame: ByteBuffer, _ token: ReplyToken) {
        guard !unopened.isEmpty else { return token.reply(frame: frame) }
        let (core, nodes) = (core, unopened)
        unopened = []
        Task {
            await core.openPorts(nodes)
            token.reply(frame: frame)
        }
    }

    /// The answer with the addresses of the proxy in it.
    func inspected(_ frame: ByteBuffer, _ answer: PendingAnswer) throws(WireError) -> ByteBuffer {
        var body = frame
        body.moveReaderIndex(forwardBy: 4)
        _ = try body.readMessage(
            ResponseHeader.self, version: answer.apiKey.responseHeaderVersion(answer.version))
        let rewritten: ByteBuffer?
        if answer.apiKey == .apiVersions {
            rewritten = try filtered(body, version: answer.version)
        } else if answer.inspection == .fetchTail {
            return try fetched(frame, answer)
        } else if ValueAddresses.mayCarry(answer.apiKey) {
            rewritten = try ValueAddresses.rewrite(answer.apiKey, version: answer.version, body: body) { nodeId in
                // Controllers are not behind ports of their own.
                let isBroker = core.book.address(of: nodeId) != nil
                return advertised(NodeAddress(nodeId: isBroker ? nodeId : -1, host: "", port: 0))
            }
        } else {
            rewritten = try AddressRewriter.rewrite(answer.apiKey, version: answer.version, body: body, change: change)
        }
        guard let rewritten else { return frame }
        let headSize = frame.readableBytes &- body.readableBytes
        var changed = ByteBufferAllocator().buffer(capacity: headSize &+ rewritten.readableBytes)
        changed.writeInteger(Int32(clamping: headSize &- 4 &+ rewritten.readableBytes))
        if let head = frame.getSlice(at: frame.readerIndex &+ 4, length: headSize &- 4) {
            changed.writeImmutableBuffer(head)
        }
        changed.writeImmutableBuffer(rewritten)
        return changed
    }

    /// A whole answer to Fetch: as it is, unless there are addresses at its end.
    private func fetched(_ frame: ByteBuffer, _ answer: PendingAnswer) throws(WireError) -> ByteBuffer {
        var walker = FetchAnswerWalker()
        let before = frame.withUnsafeReadableBytes { region in
            try? walker.walk(UnsafeRawBufferPointer(rebasing: region[8...]))
        }
        guard let before, walker.isAtTail,
            let tail = frame.getSlice(
                at: frame.readerIndex &+ 8 &+ before, length: frame.readableBytes &- 8 &- before)
        else { throw WireError.truncated(needed: 1, available: 0) }
        // One zero: no tagged fields, as nearly always.
        if tail.readableBytes == 1 { return frame }
        let rewritten = try FetchTail.rewrite(tail, version: answer.version, keepsSize: false) { address in
            change(&address)
            return true
        }
        var changed = frame
        changed.moveWriterIndex(to: frame.readerIndex &+ 8 &+ before)
        changed.writeImmutableBuffer(rewritten)
        changed.setInteger(Int32(clamping: changed.readableBytes &- 4), at: changed.readerIndex)
        return changed
    }

    private func filtered(_ body: ByteBuffer, version: Int16) throws(WireError) -> ByteBuffer? {
        // A version that the broker does not know is answered at version 0, with nothing but the versions of this API
        // (KIP-511); in what form, not all brokers agree.
        if body.getInteger(at: body.readerIndex, as: Int16.self) != 0 { return nil }
        var response = try body.decodeMessage(ApiVersionsResponse.self, version: version)
        var versions = currentFilters.versions
        // What is not for the cluster is there at the proxy.
        versions.clientsLogIn = core.loginListeners.contains(context.listener)
        versions.filter(&response)
        var buffer = ByteBuffer()
        try buffer.writeMessage(response, version: version, capacityHint: body.readableBytes &+ 64)
        return buffer
    }

    private func change(_ address: inout NodeAddress) {
        if !learn(address) { unopened.append(address.nodeId) }
        address = advertised(address)
    }

    /// Notes where a broker is. Whether clients may be sent to its ports at once.
    private func learn(_ address: NodeAddress) -> Bool {
        core.learn(address, generation: generation)
        return core.book.isSettled(address.nodeId)
    }

    private func advertised(_ address: NodeAddress) -> NodeAddress {
        core.book.advertised(
            address, listener: context.listener, local: (host: context.localHost, port: context.localPort))
    }

    /// The client takes more, or less.
    func clientChanged(isWritable: Bool) {
        if isWritable { upstream?.resume() }
    }

    /// The cluster takes more, or less.
    func upstreamChanged(isWritable: Bool) {
        if isWritable { release(.upstream) } else { hold(.upstream) }
    }

    /// The connection to the cluster is gone. An idle one is made anew with the next request.
    ///
    /// - Parameter why: where that is known.
    func upstreamClosed(_ why: String?) {
        guard phase == .connected else { return }
        upstream = nil
        core.refreshSoon()
        if let frames = repeatable, !pending.isEmpty, let broker {
            core.failed(broker)
            if !untried.isEmpty {
                waiting = frames
                counts[broker].numbers.retries &+= 1
                traffic.repeats(frames.count)
                return connectToUntried()
            }
        }
        if pending.isEmpty, !reader.isInsideFrame, !isInsideRequest, answersUntilHeard == nil, !isAuthenticatedUpstream
        {
            phase = .unconnected
            release(.upstream)
        } else {
            let what =
                pending.first?.inspection == .token
                ? "in the middle of a client's login, as brokers do that refuse one" : "before it answered"
            end(pending.isEmpty && !isInsideRequest ? nil : why ?? "\(name) closed the connection \(what)")
        }
    }

    /// The client's connection is gone.
    func clientClosed() {
        let wasConnecting = phase == .connecting
        phase = .ended
        pending.removeAll()
        heldUp.removeAll()
        upstream?.finish()
        upstream = nil
        // What a client sent before it left still reaches the cluster, as it would without the proxy.
        if !wasConnecting { waiting = [] }
    }

    /// The proxy logs in anew on the connection to the cluster.
    func countLogin() {
        traffic.loggedIn()
    }

    /// The broker behind the connection, for the log.
    var name: String { broker.map { "broker \($0)" } ?? "the cluster" }

    /// Ends the client's connection and the one behind it. What the cluster has answered whole reaches the client first, and
    /// what it has begun to answer, as it would without the proxy.
    func end(_ reason: String?) {
        guard phase != .ended else { return }
        phase = .ended
        let unanswered = answering ?? pending.first?.token ?? heldUp.lazy.compactMap(\.token).first
        // Answers behind a request that a filter swallowed never leave.
        let isMute = isMute || heldUp.contains(where: \.isSwallowed)
        answering = nil
        pending.removeAll()
        heldUp.removeAll()
        waiting = []
        upstream?.close()
        upstream = nil
        let reason = reason.map(CloseReason.upstream) ?? .upstreamClosed
        if isMute { context.abort(reason) } else { context.finish(reason, unanswered: unanswered) }
    }
}
