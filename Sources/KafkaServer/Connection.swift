import KafkaSecurity
import KafkaWire
import NIOCore

/// One connection, but for its engine: the order of its answers, its output, its place on the event loop.
///
/// Only to be touched on its event loop, except for `context` and `loop`; reply tokens hop there first.
class Connection: @unchecked Sendable {
    /// Output beyond this is sent before further requests are handled.
    private static let flushThreshold = 256 * 1024
    /// Answers beyond this size that wait for earlier ones stop further requests.
    private static let mostHeldBytes = 4 * 1024 * 1024
    /// How many answers to a slow peer are sent on the loop before another thread is tried again.
    private static let keptOfSlowPeer = 64

    let context: ConnectionContext
    let loop: LoopState
    let shared: ServerShared
    let inbound: InboundBuffer
    var machine: ConnectionMachine<ResponseBuffer>
    var output: ResponseBuffer?
    var channelContext: ChannelHandlerContext?
    /// A read that the channel asked for and that was not passed on.
    var readWithheld = false
    /// Frames are being handled; nothing may start that from within.
    var processing = false
    /// Whole frames wait until they may be handled.
    var framesWait = false
    /// Since when a frame is not whole, in ticks: since its first bytes came, or the last of many.
    var partialSince: UInt64?
    var lastActive: UInt64
    private var endingSince: UInt64?
    /// Who the peer is.
    var principal = KafkaPrincipal.anonymous
    /// The authentication of the peer, on a listener that asks for it.
    var sasl: SaslSession?
    /// Sees the frames of the connection, where someone wants to.
    var tap: (any ConnectionTap)?
    /// The connection's own socket, where it has one that bytes may be written to as they are.
    var socket: SocketSender?
    /// Stands between the connection and its socket, on a listener with TLS.
    var tls: TLSTransport?
    private var throttledUntil = NIODeadline.uptimeNanoseconds(0)
    /// Outputs that the channel has not sent yet.
    private var heldByChannel = 0
    /// An answer is with ``BulkSender``: nothing else may be sent before it is back.
    private var isAway = false
    /// Answers that are not handed to ``BulkSender``, since one before them found the peer slow.
    private var keptAtHome = 0
    private var flushPending = false
    private var busySince: NIODeadline?
    private var closing = false
    private var heldBytes = 0
    private var queued: Set<UInt64> = []

    init(context: ConnectionContext, loop: LoopState, shared: ServerShared, firstBuffers: Int) {
        self.context = context
        self.loop = loop
        self.shared = shared
        self.inbound = InboundBuffer(loop: loop, firstBuffers: firstBuffers)
        self.machine = ConnectionMachine(maxInFlight: shared.settings.maxInFlightPerConnection)
        self.lastActive = loop.tick
        context.connection = self
    }

    /// Handles the frames that were kept. The handler, which knows the engine, does it.
    func resume() {}

    /// Takes the TLS handshake one step further. The handler, which knows what follows, does it.
    func stepHandshake() {}

    /// The peer of a connection with TLS takes what is sent again. The handler, which knows the engine, tells it.
    func outputDrained() {}

    /// An answer from a reply token.
    func deliver(_ delivery: Delivery, to sequence: UInt64, _ stamp: RequestStamp) {
        leaveGate(sequence)
        let reply: ConnectionMachine<ResponseBuffer>.Reply
        var size = 0
        switch delivery {
        case .answer(let answer):
            size = answer.byteCount
            reply = machine.replied(sequence, answer)
        case .nothing:
            reply = machine.replied(sequence, nil)
        case .close(let reason):
            reply = machine.replied(sequence, nil)
            if reply != .ignore { machine.end(reason) }
        }
        guard reply != .ignore else { return }
        answered(size, stamp)
        hold(size)
        flushSoon()
    }

    /// The next bytes of the answer to the first open request. Sent when the engine says so, or when there are many.
    func deliverPiece(_ bytes: ByteBuffer, isLast: Bool, of sequence: UInt64, _ stamp: RequestStamp) {
        guard !machine.isClosed else { return }
        if isLast {
            answered(bytes.readableBytes, stamp)
        } else {
            loop.counts[stamp.apiKey].responseBytes &+= UInt64(truncatingIfNeeded: bytes.readableBytes)
        }
        if bytes.readableBytes > 0, output?.bytes.absorb(bytes) != true {
            // What is there goes first, so that neither has to be copied behind the other.
            flush()
            append(ResponseBuffer(borrowing: bytes))
        }
        flushIfLarge()
        if isLast {
            leaveGate(sequence)
            _ = machine.replied(sequence, nil)
            collectAnswers()
        }
    }

    /// Counts the answer to a request that the loop had turned away from, or its last piece.
    func answered(_ size: Int, _ stamp: RequestStamp) {
        loop.counts[stamp.apiKey].answered(size, after: MonotonicTime.nanoseconds &- stamp.startedAt)
    }

    /// Sends what was delivered, and goes on with what that makes possible.
    func flushDelivered() {
        flushPending = false
        beginBusy()
        proceed()
        endBusy()
    }

    /// The loop turns to this connection.
    func beginBusy() {
        guard context.loopMeter != nil, busySince == nil else { return }
        busySince = .now()
    }

    /// The loop turns to other connections: tells the meter how long it was busy with this one.
    func endBusy() {
        guard let since = busySince else { return }
        busySince = nil
        context.loopMeter?.wasBusy(nanoseconds: max(0, (NIODeadline.now() - since).nanoseconds))
    }

    /// Moves the answers whose turn it is into the output.
    func collectAnswers() {
        while let answer = machine.nextAnswer() {
            release(answer.byteCount)
            append(answer)
            if let output, output.byteCount > Self.flushThreshold { flush() }
        }
    }

    /// Keeps the size of answers that wait for earlier ones within bounds.
    func hold(_ size: Int) {
        heldBytes &+= size
        if heldBytes > Self.mostHeldBytes { machine.hinder(.held) }
    }

    private func release(_ size: Int) {
        heldBytes &-= size
        if heldBytes <= Self.mostHeldBytes { _ = machine.clear(.held) }
    }

    private func append(_ answer: ResponseBuffer) {
        guard output != nil else {
            output = answer
            return
        }
        output?.append(answer)
        loop.giveBackOutput(answer)
    }

    /// Sends a large output at once, so that memory stays bounded while many requests are handled.
    func flushIfLarge() {
        if let output, output.byteCount > Self.flushThreshold { flush() }
    }

    /// Hands the output to the channel.
    func flush() {
        guard let output else { return }
        if isAway, !machine.isClosed {
            if output.byteCount > Self.flushThreshold { machine.hinder(.sending) }
            return
        }
        self.output = nil
        guard let channelContext, !machine.isClosed else { return }
        guard output.byteCount > 0 else {
            loop.giveBackOutput(output)
            return
        }
        lastActive = loop.tick
        if output.isCold, sendWhenRead(output, channelContext) { return }
        sendNow(output, channelContext)
    }

    private func sendNow(_ output: ResponseBuffer, _ channelContext: ChannelHandlerContext) {
        var output = output
        if let tap { TappedOutput.frames(of: output, each: tap.response) }
        send(&output, to: channelContext)
        loop.giveBackOutput(output)
    }

    /// Lets another thread wait for the device, and send where nothing has to be done with the bytes before.
    private func sendWhenRead(_ output: ResponseBuffer, _ channelContext: ChannelHandlerContext) -> Bool {
        if tls == nil, tap == nil, heldByChannel == 0, let socket, channelContext.channel.isActive {
            return sendAway(output, by: socket, shared.coldSender)
        }
        bringIn(output)
        return true
    }

    private func bringIn(_ output: ResponseBuffer) {
        isAway = true
        shared.coldSender.bringIn(output, on: loop.eventLoop) { rest in
            self.isAway = false
            self.context.loopMeter?.wasBusy(nanoseconds: rest.busyNanoseconds)
            guard let channelContext = self.channelContext, !self.machine.isClosed else { return }
            self.sendNow(rest.output, channelContext)
            _ = self.machine.clear(.sending)
            self.proceed()
        }
    }

    private func send(_ output: inout ResponseBuffer, to channelContext: ChannelHandlerContext) {
        if let tls { return tls.send(&output) }
        // What the channel still holds goes first.
        if let socket, heldByChannel == 0, channelContext.channel.isActive {
            if output.fileBytes >= BulkSender.smallestBytes, loop.isShared, takesAway(),
                sendAway(output, by: socket, shared.bulkSender)
            {
                output = ResponseBuffer()
                return
            }
            socket.send(&output)
            if output.byteCount == 0 { return }
        }
        sendByChannel(output, channelContext)
    }

    private func sendByChannel(_ output: ResponseBuffer, _ channelContext: ChannelHandlerContext) {
        heldByChannel &+= 1
        let promise = channelContext.eventLoop.makePromise(of: Void.self)
        promise.futureResult.whenComplete { _ in self.heldByChannel &-= 1 }
        FileSender.write(output.withoutSlack(), to: channelContext, promise: promise)
    }

    /// Whether it is worth while to let another thread send, as far as the peer is concerned.
    private func takesAway() -> Bool {
        guard keptAtHome > 0 else { return true }
        keptAtHome &-= 1
        return false
    }

    /// Lets another thread send, while the loop goes on. False where that cannot be.
    private func sendAway(_ output: ResponseBuffer, by socket: SocketSender, _ sender: BulkSender) -> Bool {
        isAway = sender.send(output, to: socket.descriptor, on: loop.eventLoop) { rest in
            self.isAway = false
            self.context.loopMeter?.wasBusy(nanoseconds: rest.busyNanoseconds)
            if rest.isSlow { self.keptAtHome = Self.keptOfSlowPeer }
            guard let channelContext = self.channelContext, !self.machine.isClosed else { return }
            self.lastActive = self.loop.tick
            // Of a connection that broke the rest is still not in memory.
            if rest.output.byteCount > 0, rest.output.isCold { return self.bringIn(rest.output) }
            if rest.output.byteCount > 0 {
                self.sendByChannel(rest.output, channelContext)
            } else {
                self.loop.giveBackOutput(rest.output)
            }
            _ = self.machine.clear(.sending)
            self.proceed()
        }
        return isAway
    }

    /// After anything that may let requests start, bytes be read, or the connection end.
    func proceed() {
        guard !machine.isClosed, !processing else { return }
        collectAnswers()
        flush()
        if framesWait, machine.wantsInput { resume() }
        if let reason = machine.closeNow { closeAfterFlush(reason) }
        if readWithheld, machine.wantsInput, !framesWait, tls?.holdsBackReads != true, let channelContext {
            readWithheld = false
            channelContext.read()
        }
    }

    /// Starts no further request for that long (KIP-219); a later end counts if there is one.
    func throttle(_ time: TimeAmount) {
        let end = NIODeadline.now() + time
        guard end > throttledUntil else { return }
        throttledUntil = end
        machine.hinder(.throttled)
        context.eventLoop.assumeIsolatedUnsafeUnchecked().scheduleTask(deadline: end) { [weak self] in
            // A connection that is gone is not kept for as long as it would have had to wait.
            guard let self, NIODeadline.now() >= throttledUntil else { return }
            // Its client could not go on with a request that it had begun.
            if partialSince != nil { partialSince = loop.tick }
            if machine.clear(.throttled) { proceed() }
        }
    }

    /// Starts no further request until a worker is done with one.
    func waitForGate() {
        machine.hinder(.gate)
        loop.waitForGate(self)
        // It may have opened before it knew of this connection.
        if !shared.gate.isFull { _ = machine.clear(.gate) }
    }

    /// Counts a request that is with a worker.
    func enterGate(_ sequence: UInt64) {
        queued.insert(sequence)
        shared.gate.enter()
    }

    private func leaveGate(_ sequence: UInt64) {
        guard !queued.isEmpty, queued.remove(sequence) != nil else { return }
        shared.gate.leave()
    }

    /// No further request starts; the connection closes when the open ones are answered and sent.
    func end(_ reason: CloseReason) {
        machine.end(reason)
        if endingSince == nil { endingSince = loop.tick }
        flush()
        proceed()
    }

    /// Closes when the answers have left that come before `sequence`, which with all behind it gets none; nil where none is
    /// given up. A peer that is slow to take them has as long as one that is idle. May be called from within the engine.
    func finish(_ reason: CloseReason, from sequence: UInt64?) {
        machine.finish(reason, from: sequence)
        if endingSince == nil { endingSince = loop.tick }
        flushSoon()
    }

    private func flushSoon() {
        // From within the engine nothing is sent and no request started: it may hold a lock.
        guard !flushPending else { return }
        flushPending = true
        loop.flushSoon(self)
    }

    private func closeAfterFlush(_ reason: CloseReason) {
        // With an answer that another thread sends, this comes again when it is sent.
        guard !closing, !isAway, channelContext != nil else { return }
        closing = true
        if endingSince == nil { endingSince = loop.tick }
        flush()
        if let tls { tls.finish { self.closeBehindOutput() } } else { closeBehindOutput() }
    }

    private func closeBehindOutput() {
        guard let channelContext else { return }
        let promise = channelContext.eventLoop.makePromise(of: Void.self)
        promise.futureResult.whenComplete { _ in self.channelContext?.close(promise: nil) }
        channelContext.writeAndFlush(NIOAny(ByteBuffer()), promise: promise)
    }

    /// Closes at once; what was not sent is lost.
    func abort(_ reason: CloseReason) {
        machine.end(reason)
        closing = true
        channelContext?.close(promise: nil)
    }

    /// The channel is gone: returns why, the first time.
    func becameInactive() -> CloseReason? {
        guard let reason = machine.close(.peerClosed) else { return nil }
        for _ in queued { shared.gate.leave() }
        queued = []
        output = nil
        tls?.release()
        loop.remove(self)
        return reason
    }

    /// Looks for timeouts, once a tick.
    func sweep() {
        let now = loop.tick
        if endingSince == nil, machine.isEnding { endingSince = now }
        // Not the client is slow: nothing is read of what it sends.
        if partialSince != nil, !machine.wantsInput { partialSince = now }
        if let endingSince {
            let patience = machine.isInputOver ? shared.idleTicks : shared.closeTicks
            if now &- endingSince > patience { channelContext?.close(promise: nil) }
        } else if let tls, !tls.isOpen {
            if now &- tls.since > shared.handshakeTicks { abort(.handshakeTimeout) }
        } else if let partialSince, now &- partialSince > shared.frameTicks,
            NIODeadline.now() >= throttledUntil
        {
            abort(.frameTimeout)
        } else if machine.inFlight == 0, now &- lastActive > shared.idleTicks {
            abort(.idle)
        } else if now &- lastActive == 10 {
            inbound.shed()
        }
    }
}
