import KafkaWire
import NIOCore

/// Frames in, answers out: the only handler of a connection, so that no message is boxed on its way.
///
/// Sendable for the reason that ``Connection`` is: everything it adds is touched on its event loop alone.
final class ConnectionHandler<E: Engine>: Connection, ChannelDuplexHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = IOData

    let engine: E
    private var head = RequestHeadReader()
    private var sawFrame = false
    /// What is missing of the frame that the engine has taken the beginning of, in bytes.
    private var missing = 0
    /// A frame below this size is gathered whatever the engine says: passing it on by pieces costs more than it saves.
    private static var smallestInPieces: Int { 16 * 1024 }
    /// The time for a frame begins anew with each so many bytes of it: a large one may take long over a slow link, and one
    /// that comes byte by byte may not.
    private static var renewingBytes: Int { 64 * 1024 }
    /// How far the frame that is not whole had come at ``partialSince``, as a number that grows with it.
    private var partialMark = 0
    private let isTapped: Bool
    /// When the loop was done with the request before, which is when it turned to the next; 0 for the first of a read.
    private var turnedAt: UInt64 = 0

    init(
        engine: E, context: ConnectionContext, loop: LoopState, shared: ServerShared, firstBuffers: Int,
        isTapped: Bool = false
    ) {
        self.engine = engine
        self.isTapped = isTapped
        super.init(context: context, loop: loop, shared: shared, firstBuffers: firstBuffers)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        channelContext = context
        socket = SocketSender(context)
        if context.channel.isActive { open() }
    }

    func channelActive(context: ChannelHandlerContext) {
        open()
        context.fireChannelActive()
    }

    private func open() {
        guard loop.add(self) else { return }
        shared.listenerCounts.accepted(self.context.listener)
        engine.connectionOpened(self.context)
        tap = isTapped ? shared.tap?.connectionOpened(self.context) : nil
        if shared.isStopping { end(.serverStopped) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        channelContext = nil
        socket = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // A write that failed makes the channel read what is left before it closes, here from within a request before.
        guard !processing else { return machine.end(.peerClosed) }
        beginBusy()
        loop.insideRead = true
        loop.noteRead(of: self.context.id)
        lastActive = loop.tick
        if let tls {
            receiveSealed(Self.unwrapInboundIn(data), by: tls)
        } else {
            receive(Self.unwrapInboundIn(data))
        }
    }

    private func receive(_ read: consuming ByteBuffer) {
        var buffer = inbound.take(read)
        process(&buffer)
        inbound.finish(buffer)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        loop.insideRead = false
        inbound.readCompleted()
        proceed()
        endBusy()
        loop.flushDirty()
    }

    func read(context: ChannelHandlerContext) {
        if machine.wantsInput, !framesWait, tls?.holdsBackReads != true {
            context.read()
        } else {
            readWithheld = true
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            if machine.clear(.output) { proceed() }
        } else {
            machine.hinder(.output)
        }
        engine.outputChanged(self.context, isWritable: context.channel.isWritable)
    }

    func channelInactive(context: ChannelHandlerContext) {
        loop.insideRead = false
        if let tls { learnWhyBrokenOff(tls) }
        if let reason = becameInactive() {
            shared.closed(self.context, reason)
            tap?.closed()
            tap = nil
            engine.connectionClosed(self.context, reason: reason)
        }
        loop.flushDirty()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    override func resume() {
        guard !processing, !machine.isClosed else { return }
        var buffer = inbound.takeKept()
        process(&buffer)
        inbound.finish(buffer)
        flush()
    }

    override func outputDrained() {
        engine.outputChanged(context, isWritable: true)
    }

    override func stepHandshake() {
        if let tls { handshake(by: tls) }
    }

    /// Handles the whole frames of the buffer, as long as the machine lets them start.
    func process(_ buffer: inout ByteBuffer) {
        guard !machine.isInputOver else {
            framesWait = false
            return buffer.moveReaderIndex(to: buffer.writerIndex)
        }
        processing = true
        turnedAt = 0
        defer {
            processing = false
            engine.requestsHandled(context)
            if machine.isEnding { collectAnswers() }
        }
        framesWait = false
        var completed = false
        if missing > 0 {
            passOn(&buffer)
            completed = missing == 0
        }
        while missing == 0, let length: Int32 = buffer.getInteger(at: buffer.readerIndex) {
            if !sawFrame, let foreign = ForeignProtocol.detect(buffer) {
                return drop(&buffer, foreign)
            }
            guard length >= 0, length <= context.largestToken ?? sasl?.frameLimit ?? shared.settings.maxRequestBytes
            else {
                return drop(&buffer, .invalidFrameLength(length))
            }
            let size = Int(length) &+ 4
            let isWhole = buffer.readableBytes >= size
            guard isWhole || mayBegin(buffer, size: size) else { break }
            sawFrame = true
            if shared.gate.isFull { waitForGate() }
            switch machine.start() {
            case .dispatch(let sequence, let alone):
                if let tap { tap.request(Self.copy(of: buffer, size: size)) }
                let count = isWhole ? size : buffer.readableBytes
                dispatch(buffer, size: size, count: count, sequence: sequence, alone: alone)
                buffer.moveReaderIndex(forwardBy: count)
                if isWhole {
                    inbound.completed(frameOf: size)
                } else if !machine.isEnding {
                    missing = size &- count
                    machine.isInsideRequest = true
                }
                completed = true
            case .wait:
                framesWait = true
                partialSince = nil
                return
            case .discard:
                buffer.moveReaderIndex(to: buffer.writerIndex)
            }
        }
        notePartial(missing > 0 ? -missing : buffer.readableBytes, isNew: completed)
    }

    /// - Parameter mark: how far the frame at hand has come; 0 where there is none.
    private func notePartial(_ mark: Int, isNew: Bool) {
        guard mark != 0 else {
            partialSince = nil
            return
        }
        guard isNew || partialSince == nil || mark &- partialMark >= Self.renewingBytes else { return }
        partialSince = loop.tick
        partialMark = mark
    }

    /// Whether the engine takes a frame of which only what is in the buffer has arrived.
    private func mayBegin(_ buffer: ByteBuffer, size: Int) -> Bool {
        let start = buffer.readerIndex &+ 4
        guard E.forwardsFrames, size >= Self.smallestInPieces, tap == nil, context.largestToken == nil,
            let apiKey: Int16 = buffer.getInteger(at: start), sasl?.passes(apiKey: apiKey) != false,
            let head = head.read(buffer, at: start, length: buffer.readableBytes &- 4),
            let body = buffer.getSlice(at: start &+ head.size, length: buffer.readableBytes &- 4 &- head.size)
        else { return false }
        return engine.takesPart(of: ApiKey(rawValue: head.apiKey), version: head.apiVersion, body: body, context)
    }

    /// Gives the engine the next bytes of the frame that it has taken the beginning of.
    private func passOn(_ buffer: inout ByteBuffer) {
        let count = min(missing, buffer.readableBytes)
        guard count > 0, let piece = buffer.readLeading(count) else { return }
        missing &-= count
        machine.isInsideRequest = missing > 0
        engine.continued(context, piece, isLast: missing == 0)
    }

    /// The frame at the front of the buffer, without its length: a tap may keep it, the buffer is read into again.
    private static func copy(of buffer: ByteBuffer, size: Int) -> ByteBuffer {
        var copy = ByteBufferAllocator().buffer(capacity: size &- 4)
        if let frame = buffer.getSlice(at: buffer.readerIndex &+ 4, length: size &- 4) {
            copy.writeImmutableBuffer(frame)
        }
        return copy
    }

    /// Bytes that are no request: nothing after them can be understood.
    private func drop(_ buffer: inout ByteBuffer, _ reason: CloseReason) {
        buffer.moveReaderIndex(to: buffer.writerIndex)
        partialSince = nil
        machine.end(reason)
    }

    /// - Parameter count: how much of the frame is there, with its length.
    private func dispatch(_ buffer: ByteBuffer, size: Int, count: Int, sequence: UInt64, alone: Bool) {
        if context.largestToken != nil { return dispatchToken(buffer, size: size, sequence: sequence) }
        let start = buffer.readerIndex &+ 4
        let stamp = RequestStamp(
            apiKey: ApiKey(rawValue: buffer.getInteger(at: start) ?? -1),
            startedAt: turnedAt != 0 ? turnedAt : MonotonicTime.nanoseconds)
        loop.counts[stamp.apiKey].requests &+= 1
        loop.counts[stamp.apiKey].requestBytes &+= UInt64(truncatingIfNeeded: size)
        guard sasl == nil || admit(buffer, size: size, sequence: sequence, alone: alone, stamp) else {
            return handled(stamp)
        }
        guard let head = head.read(buffer, at: start, length: count &- 4),
            var body = buffer.getSlice(at: start &+ head.size, length: count &- 4 &- head.size)
        else {
            machine.refused(.malformedHeader)
            return
        }
        if count == size, !RequestHeadReader.bodyIsReadAtOnce(head.apiKey) {
            var copy = ByteBufferAllocator().buffer(capacity: body.readableBytes)
            copy.writeImmutableBuffer(body)
            body = copy
        }
        let apiKey = ApiKey(rawValue: head.apiKey)
        var request = Request(
            apiKey: apiKey, apiVersion: head.apiVersion, correlationId: head.correlationId,
            clientId: self.head.clientId, body: body, frame: E.forwardsFrames ? buffer.leading(count) : ByteBuffer(),
            isWhole: count == size, frameSize: size &- 4,
            replyToken: ReplyToken(
                apiKey: apiKey, apiVersion: head.apiVersion, correlationId: head.correlationId, sequence: sequence,
                startedAt: stamp.startedAt, connection: self),
            principal: principal, context: context)
        body = ByteBuffer()
        if alone {
            handleInPlace(&request, stamp)
        } else {
            handleBehindOthers(&request, stamp)
        }
    }

    /// The loop turns to something else than the request.
    ///
    /// - Parameter answer: the size of its answer, 0 where it wants none; nil where it is not answered yet.
    private func handled(_ stamp: RequestStamp, answer: Int? = nil) {
        turnedAt = MonotonicTime.nanoseconds
        let elapsed = turnedAt &- stamp.startedAt
        loop.counts[stamp.apiKey].handling.observe(elapsed)
        guard let answer else { return }
        loop.counts[stamp.apiKey].answered(answer, after: elapsed)
    }

    /// No earlier request is open: the answer goes straight into the connection's output.
    private func handleInPlace(_ request: inout Request, _ stamp: RequestStamp) {
        var output = self.output.take() ?? loop.takeOutput()
        let mark = output.bytes.writerIndex
        let before = output.byteCount
        let outcome = engine.handle(&request, output: &output)
        if outcome != .answered, output.bytes.writerIndex != mark { output.truncate(to: mark) }
        handled(stamp, answer: outcome.isFinal ? output.byteCount &- before : nil)
        self.output = output
        switch outcome {
        case .answered, .noResponse: machine.finishedInPlace()
        case .later, .queued: deferred(request, outcome)
        case .close(let reason): machine.refused(reason)
        }
        flushIfLarge()
    }

    /// Earlier requests are open: an answer waits for theirs.
    private func handleBehindOthers(_ request: inout Request, _ stamp: RequestStamp) {
        var output = ResponseBuffer()
        let outcome = engine.handle(&request, output: &output)
        handled(stamp, answer: outcome.isFinal ? output.byteCount : nil)
        switch outcome {
        case .answered:
            hold(output.byteCount)
            machine.finished(output)
        case .noResponse: machine.finished(nil)
        case .later: deferred(request, .later)
        case .queued: deferred(request, .queued)
        case .close(let reason): machine.refused(reason)
        }
        collectAnswers()
    }

    private func deferred(_ request: Request, _ outcome: Outcome) {
        if machine.deferred() {
            if outcome == .queued { enterGate(request.replyToken.sequence) }
        } else {
            collectAnswers()
        }
    }
}
