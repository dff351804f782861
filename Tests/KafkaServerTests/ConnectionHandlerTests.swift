import KafkaWire
import NIOCore
import NIOEmbedded
import Testing

@testable import KafkaServer

@Suite struct ConnectionHandlerTests {
    typealias Key = TestEngine.Key

    @Test func requestsOfOneReadAreAnsweredByOneWrite() throws {
        let connection = try EmbeddedConnection()
        defer { connection.finish() }
        try connection.send(
            Frames.request(Key.echo, correlationId: 1, body: "a"),
            Frames.request(Key.noResponse, correlationId: 2),
            Frames.request(Key.echo, correlationId: 3, body: "b"))
        var bytes = try #require(try connection.channel.readOutbound(as: ByteBuffer.self))
        #expect(Frames.readAnswers(&bytes) == [Frames.answer(1, "a"), Frames.answer(3, "b")])
        #expect(try connection.channel.readOutbound(as: ByteBuffer.self)?.readableBytes == nil)
    }

    @Test(arguments: [1, 2, 3, 7, 64])
    func framesMayArriveInAnyPieces(size: Int) throws {
        let connection = try EmbeddedConnection()
        defer { connection.finish() }
        var all = ByteBuffer()
        var expected: [Frames.Answer] = []
        for number in 0..<20 as Range<Int32> {
            let body = String(repeating: "\(number),", count: Int(number) * 3)
            all.writeImmutableBuffer(Frames.request(Key.echo, correlationId: number, body: body))
            expected.append(Frames.answer(number, body))
        }
        var answers: [Frames.Answer] = []
        while let piece = all.readSlice(length: min(size, max(1, all.readableBytes))) {
            try connection.channel.writeInbound(piece)
            answers += try connection.answers()
        }
        #expect(answers == expected)
    }

    @Test func answersKeepTheOrderOfRequests() throws {
        let connection = try EmbeddedConnection()
        defer { connection.finish() }
        try connection.send(
            Frames.request(Key.later, correlationId: 1, body: "a"),
            Frames.request(Key.later, correlationId: 2, body: "b"),
            Frames.request(Key.echo, correlationId: 3, body: "c"))
        #expect(try connection.answers() == [])
        try connection.send(Frames.request(Key.answerWaiting, correlationId: 4, body: "d"))
        #expect(
            try connection.answers() == [
                Frames.answer(1, "a"), Frames.answer(2, "b"), Frames.answer(3, "c"), Frames.answer(4, "d"),
            ])
    }

    @Test func anAnswerFromWithinTheEngineArrives() throws {
        let connection = try EmbeddedConnection()
        defer { connection.finish() }
        try connection.send(
            Frames.request(Key.answeredWithin, correlationId: 1, body: "a"),
            Frames.request(Key.echo, correlationId: 2, body: "b"))
        #expect(try connection.answers() == [Frames.answer(1, "a"), Frames.answer(2, "b")])
    }

    @Test func anAnswerOutsideOfAnyReadIsFlushed() throws {
        let connection = try EmbeddedConnection()
        defer { connection.finish() }
        try connection.send(Frames.request(Key.later, correlationId: 1, body: "a"))
        connection.engine.answerWaiting()
        #expect(try connection.answers() == [Frames.answer(1, "a")])
    }

    @Test func tooManyOpenRequestsStopReading() throws {
        let connection = try EmbeddedConnection { $0.maxInFlightPerConnection = 2 }
        defer { connection.finish() }
        for number in 1...3 as ClosedRange<Int32> {
            try connection.send(Frames.request(Key.later, correlationId: number, body: "x"))
        }
        #expect(connection.engine.snapshot.handled == 2)
        connection.channel.read()
        #expect(connection.handler.readWithheld)
        connection.engine.answerWaiting()
        #expect(try connection.answers() == [Frames.answer(1, "x"), Frames.answer(2, "x")])
        #expect(connection.engine.snapshot.handled == 3)
        #expect(!connection.handler.readWithheld)
    }

    @Test func anOutputThatIsNotTakenStopsRequests() throws {
        let connection = try EmbeddedConnection()
        defer { connection.finish() }
        connection.channel.isWritable = false
        connection.channel.pipeline.fireChannelWritabilityChanged()
        try connection.send(
            Frames.request(Key.echo, correlationId: 1, body: "a"), Frames.request(Key.echo, correlationId: 2, body: "b")
        )
        connection.channel.read()
        #expect(connection.handler.readWithheld)
        #expect(try connection.answers() == [])
        connection.channel.isWritable = true
        connection.channel.pipeline.fireChannelWritabilityChanged()
        #expect(try connection.answers() == [Frames.answer(1, "a"), Frames.answer(2, "b")])
        #expect(!connection.handler.readWithheld)
    }

    @Test func largeAnswersAreSentBeforeFurtherRequestsStart() throws {
        let connection = try EmbeddedConnection()
        defer { connection.finish() }
        var size = ByteBuffer()
        size.writeInteger(Int32(200_000))
        var bytes = ByteBuffer()
        for number in 0..<10 as Range<Int32> {
            bytes.writeImmutableBuffer(Frames.request(Key.large, correlationId: number, body: size))
        }
        try connection.channel.writeInbound(bytes)
        var largest = 0
        while let data = try connection.channel.readOutbound(as: ByteBuffer.self) {
            largest = max(largest, data.readableBytes)
        }
        #expect(largest < 500_000)
    }

    @Test func workersAreBoundedOverAllConnections() throws {
        let connection = try EmbeddedConnection { $0.queuedMaxRequests = 1 }
        defer { connection.finish() }
        try connection.send(
            Frames.request(Key.queued, correlationId: 1, body: "a"),
            Frames.request(Key.echo, correlationId: 2, body: "b"))
        #expect(connection.engine.snapshot.handled == 1)
        connection.engine.answerWaiting()
        #expect(try connection.answers() == [Frames.answer(1, "a"), Frames.answer(2, "b")])
    }

    @Test func waitingRequestsDoNotCountAsQueued() throws {
        let connection = try EmbeddedConnection { $0.queuedMaxRequests = 1 }
        defer { connection.finish() }
        try connection.send(
            Frames.request(Key.later, correlationId: 1), Frames.request(Key.later, correlationId: 2))
        #expect(connection.engine.snapshot.handled == 2)
    }

    @Test func theClientIdIsReadOncePerName() throws {
        let connection = try EmbeddedConnection()
        defer { connection.finish() }
        for (number, id) in ["one", "one", nil, "", "two"].enumerated() {
            try connection.send(
                Frames.request(Key.echo, correlationId: Int32(number), clientId: id))
        }
        #expect(connection.engine.snapshot.clientIds == ["one", "one", nil, "", "two"])
    }

    @Test func anUnknownApiClosesAfterEarlierAnswers() throws {
        let connection = try EmbeddedConnection()
        defer { connection.finish() }
        try connection.send(
            Frames.request(Key.later, correlationId: 1, body: "a"), Frames.request(Key.refuse, correlationId: 2),
            Frames.request(Key.echo, correlationId: 3))
        #expect(connection.channel.isActive)
        connection.engine.answerWaiting()
        #expect(try connection.answers() == [Frames.answer(1, "a")])
        #expect(!connection.channel.isActive)
        #expect(
            connection.engine.snapshot.closed
                == [.unknownApi(ApiKey(rawValue: Key.refuse))])
    }

    @Test func anIdleConnectionIsClosed() throws {
        let connection = try EmbeddedConnection { $0.maxIdleMilliseconds = 4000 }
        defer { connection.finish() }
        try connection.send(Frames.request(Key.echo, correlationId: 1))
        for _ in 0..<4 { connection.loop.sweep() }
        #expect(connection.channel.isActive)
        connection.loop.sweep()
        connection.channel.embeddedEventLoop.run()
        #expect(!connection.channel.isActive)
        #expect(connection.engine.snapshot.closed == [.idle])
    }

    @Test func aConnectionWithAnOpenRequestIsNotIdle() throws {
        let connection = try EmbeddedConnection { $0.maxIdleMilliseconds = 4000 }
        defer { connection.finish() }
        try connection.send(Frames.request(Key.later, correlationId: 1))
        for _ in 0..<10 { connection.loop.sweep() }
        #expect(connection.channel.isActive)
    }

    @Test func aFrameThatDoesNotCompleteIsCutOffThoughBytesArrive() throws {
        let connection = try EmbeddedConnection { $0.frameTimeoutMilliseconds = 4000 }
        defer { connection.finish() }
        var frame = Frames.request(Key.echo, correlationId: 1, body: String(repeating: "x", count: 100))
        for _ in 0..<5 {
            #expect(connection.channel.isActive)
            let piece = frame.readSlice(length: 1)
            try connection.channel.writeInbound(try #require(piece))
            connection.loop.sweep()
        }
        connection.channel.embeddedEventLoop.run()
        #expect(!connection.channel.isActive)
        #expect(connection.engine.snapshot.closed == [.frameTimeout])
    }

    /// A hundred megabytes over a slow link take longer than any frame may take that does not come on.
    @Test(arguments: [(64 * 1024, true), (16 * 1024, true), (4 * 1024, false)])
    func aLargeFrameMayTakeLongWhileItComesOn(piece: Int, isWaitedFor: Bool) throws {
        let connection = try EmbeddedConnection { $0.frameTimeoutMilliseconds = 4000 }
        defer { connection.finish() }
        let body = String(repeating: "x", count: 40 * piece)
        var frame = Frames.request(Key.echo, correlationId: 1, body: body)
        while connection.channel.isActive, frame.readableBytes > 0 {
            let read = frame.readSlice(length: min(piece, frame.readableBytes))
            try connection.channel.writeInbound(try #require(read))
            connection.loop.sweep()
            connection.channel.embeddedEventLoop.run()
        }
        #expect(connection.channel.isActive == isWaitedFor)
        #expect(connection.engine.snapshot.closed == (isWaitedFor ? [] : [.frameTimeout]))
        if isWaitedFor { #expect(try connection.answers() == [Frames.answer(1, body)]) }
    }

    @Test func whatTheServerDoesNotReadIsNotTheClientsFault() throws {
        let connection = try EmbeddedConnection {
            $0.maxInFlightPerConnection = 2
            $0.frameTimeoutMilliseconds = 4000
        }
        defer { connection.finish() }
        var next = Frames.request(Key.echo, correlationId: 3, body: "next")
        let read = next.readSlice(length: 10)
        let beginning = try #require(read)
        try connection.send(
            Frames.request(Key.later, correlationId: 1), Frames.request(Key.later, correlationId: 2), beginning)
        for _ in 0..<20 { connection.loop.sweep() }
        #expect(connection.channel.isActive)
        connection.engine.answerWaiting()
        #expect(try connection.answers().count == 2)
        connection.loop.sweep()
        try connection.send(next)
        #expect(try connection.answers() == [Frames.answer(3, "next")])
        // From then on it is.
        try connection.send(beginning)
        for _ in 0..<6 { connection.loop.sweep() }
        #expect(connection.engine.snapshot.closed == [.frameTimeout])
    }

    /// Who takes no answers and has begun another request is as idle as any other.
    @Test func heldBackClientsAreClosedWhenIdle() throws {
        let connection = try EmbeddedConnection { $0.maxIdleMilliseconds = 4000 }
        defer { connection.finish() }
        connection.channel.isWritable = false
        connection.channel.pipeline.fireChannelWritabilityChanged()
        try connection.channel.writeInbound(ByteBuffer(bytes: [0, 0]))
        for _ in 0..<10 { connection.loop.sweep() }
        #expect(connection.engine.snapshot.closed == [.idle])
    }

    @Test func aFinishedConnectionSendsWhatWasAnsweredBefore() throws {
        let connection = try EmbeddedConnection()
        defer { connection.finish() }
        let held = HeldWrites()
        try connection.channel.pipeline.syncOperations.addHandler(held, position: .first)
        try connection.send(
            Frames.request(Key.later, correlationId: 1), Frames.request(Key.later, correlationId: 2),
            Frames.request(Key.echo, correlationId: 3))
        let open = connection.engine.snapshot.waiting.map(\.0)
        open[0].reply(Blob(ByteBuffer(string: "a")))
        connection.handler.context.finish(.upstream("gone"), unanswered: open[1])
        // However long the peer takes, and whatever it sends meanwhile.
        for _ in 0..<30 { connection.loop.sweep() }
        try connection.send(Frames.request(Key.echo, correlationId: 4), ByteBuffer(bytes: [0, 1]))
        connection.channel.read()
        #expect(!connection.handler.readWithheld)
        #expect(connection.handler.inbound.keptBytes == 0)
        #expect(try connection.answers() == [])
        #expect(connection.channel.isActive)
        held.release()
        #expect(try connection.answers() == [Frames.answer(1, "a")])
        #expect(!connection.channel.isActive)
        #expect(connection.engine.snapshot.closed == [.upstream("gone")])
        #expect(connection.engine.snapshot.handled == 3)
    }

    @Test func aFinishedConnectionIsNotWaitedForForever() throws {
        let connection = try EmbeddedConnection { $0.maxIdleMilliseconds = 4000 }
        defer { connection.finish() }
        try connection.channel.pipeline.syncOperations.addHandler(HeldWrites(), position: .first)
        try connection.send(Frames.request(Key.echo, correlationId: 1))
        connection.handler.context.finish(.upstream("gone"), unanswered: nil)
        for _ in 0..<6 { connection.loop.sweep() }
        connection.channel.embeddedEventLoop.run()
        #expect(!connection.channel.isActive)
    }

    @Test func slowButWholeFramesAreNotCutOff() throws {
        let connection = try EmbeddedConnection { $0.frameTimeoutMilliseconds = 4000 }
        defer { connection.finish() }
        let frame = Frames.request(Key.echo, correlationId: 1, body: "x")
        for _ in 0..<10 {
            // Always in the middle of a frame, never long in the same one.
            var bytes = frame
            bytes.moveReaderIndex(forwardBy: 4)
            try connection.channel.writeInbound(ByteBuffer(integer: Int32(frame.readableBytes - 4)))
            connection.loop.sweep()
            try connection.channel.writeInbound(bytes)
        }
        #expect(connection.channel.isActive)
        #expect(try connection.answers().count == 10)
    }

    /// The channel does so when a write fails: it reads what is left before it closes.
    @Test func whatIsReadFromWithinARequestIsNotHandled() throws {
        let connection = try EmbeddedConnection()
        defer { connection.finish() }
        let failing = FailingWrites(Frames.request(Key.echo, correlationId: 3, body: "within"))
        try connection.channel.pipeline.syncOperations.addHandler(failing, position: .first)
        // So much that it leaves before the request behind it is handled.
        var body = ByteBuffer()
        body.writeInteger(Int32(1_000_000))
        try connection.send(
            Frames.request(Key.large, correlationId: 1, body: body),
            Frames.request(Key.echo, correlationId: 2, body: "behind"))
        connection.channel.embeddedEventLoop.run()
        #expect(failing.isDone)
        #expect(connection.engine.snapshot.handled == 1)
        #expect(!connection.channel.isActive)
        #expect(connection.engine.snapshot.closed == [.peerClosed])
    }

    @Test func anAnswerThatWaitsKeepsNoMoreMemoryThanItNeeds() throws {
        let connection = try EmbeddedConnection()
        defer { connection.finish() }
        try connection.send(Frames.request(Key.later, correlationId: 1))
        let read = ByteBuffer(repeating: 7, count: 100_000)
        let token = try #require(connection.engine.snapshot.waiting.first?.0)
        token.reply(frame: try #require(read.getSlice(at: 10, length: 20)))
        connection.channel.embeddedEventLoop.run()
        let sent = try #require(try connection.channel.readOutbound(as: ByteBuffer.self))
        #expect(sent == ByteBuffer(repeating: 7, count: 20))
        #expect(sent.storageCapacity < 1000)
    }
}

/// Fails the first write, upon which it reads something, as a channel does.
private final class FailingWrites: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer

    private let left: ByteBuffer
    private(set) var isDone = false

    init(_ left: ByteBuffer) {
        self.left = left
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isDone else { return context.write(data, promise: promise) }
        isDone = true
        context.fireChannelRead(NIOAny(left))
        promise?.fail(ChannelError.ioOnClosedChannel)
    }
}
