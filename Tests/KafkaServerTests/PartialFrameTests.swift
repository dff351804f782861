import KafkaConfiguration
import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import KafkaSecurity
@testable import KafkaServer

/// Frames that an engine takes before they have arrived whole.
@Suite(.timeLimit(.minutes(2))) struct PartialFrameTests {
    typealias Key = ForwardingEngine.Key

    /// A connection without sockets.
    private struct Setup {
        let engine = ForwardingEngine()
        let channel = EmbeddedChannel()
        let loop: LoopState
        let handler: ConnectionHandler<ForwardingEngine>

        init(_ configure: (inout ServerSettings) -> Void = { _ in }) throws {
            var settings = ServerSettings(listeners: [])
            configure(&settings)
            loop = LoopState(eventLoop: channel.eventLoop)
            let shared = ServerShared(
                settings: settings, loops: [loop],
                logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
            let context = ConnectionContext(
                id: 1, listener: "PLAINTEXT", peerHost: "127.0.0.1", peerPort: 1, localHost: "127.0.0.1",
                localPort: 2, eventLoop: channel.eventLoop)
            handler = ConnectionHandler(
                engine: engine, context: context, loop: loop, shared: shared, firstBuffers: 0)
            try channel.pipeline.syncOperations.addHandler(handler)
            try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        }

        func answers() throws -> [Frames.Answer] {
            channel.embeddedEventLoop.run()
            var bytes = ByteBuffer()
            while let data = try channel.readOutbound(as: ByteBuffer.self) { bytes.writeImmutableBuffer(data) }
            return Frames.readAnswers(&bytes)
        }

        func finish() { _ = try? channel.finish(acceptAlreadyClosed: true) }
    }

    private static func body(_ size: Int) -> String {
        // The period is no power of two, so that misplaced pieces show.
        String((0..<size).lazy.map { Character(Unicode.Scalar(UInt8(97 + $0 % 23))) })
    }

    @Test(arguments: [1, 7, 20, 1000, 16_000, 70_000, 500_000])
    func framesInAnyPiecesArriveAsTheyWere(size: Int) throws {
        let setup = try Setup()
        defer { setup.finish() }
        let frames = [
            Frames.request(Key.answered, correlationId: 1, body: Self.body(40_000)),
            Frames.request(Key.noResponse, correlationId: 2, body: Self.body(17_000)),
            Frames.request(Key.answered, correlationId: 3, body: Self.body(20)),
            Frames.request(Key.whole, correlationId: 4, body: Self.body(30_000)),
            Frames.request(Key.answered, correlationId: 5, body: Self.body(100_000)),
        ]
        var all = ByteBuffer()
        for frame in frames { all.writeImmutableBuffer(frame) }
        var answers: [Frames.Answer] = []
        while let piece = all.readSlice(length: min(size, max(1, all.readableBytes))) {
            try setup.channel.writeInbound(piece)
            answers += try setup.answers()
        }
        #expect(setup.engine.snapshot.frames == frames)
        #expect(
            answers == [
                Frames.answer(1, "\(frames[0].readableBytes)"), Frames.answer(3, "\(frames[2].readableBytes)"),
                Frames.answer(4, "\(frames[3].readableBytes)"), Frames.answer(5, "\(frames[4].readableBytes)"),
            ])
        #expect(setup.handler.partialSince == nil)
    }

    @Test func onlyLargeFramesWhoseBeginningIsThereAreTakenInPieces() throws {
        let setup = try Setup()
        defer { setup.finish() }
        func begun(_ key: Int16, body: Int, sent: Int) throws -> Int {
            let frame = Frames.request(key, correlationId: 1, body: Self.body(body))
            let before = setup.engine.snapshot.frames.count
            try setup.channel.writeInbound(frame.getSlice(at: 0, length: sent))
            let begun = setup.engine.snapshot.frames.count - before
            try setup.channel.writeInbound(frame.getSlice(at: sent, length: frame.readableBytes - sent))
            #expect(setup.engine.snapshot.frames.last == frame)
            return begun
        }
        let head = 18
        #expect(try begun(Key.answered, body: 20_000, sent: head + ForwardingEngine.leastBody) == 1)
        #expect(try begun(Key.answered, body: 20_000, sent: head + ForwardingEngine.leastBody - 1) == 0)
        #expect(try begun(Key.answered, body: 20_000, sent: 9) == 0)
        #expect(try begun(Key.answered, body: 10_000, sent: 9_000) == 0)
        #expect(try begun(Key.whole, body: 20_000, sent: 19_000) == 0)
        #expect(setup.handler.inbound.keptBytes == 0)
    }

    @Test func aPauseOfTheEngineStopsReadingWithinAFrame() throws {
        let setup = try Setup()
        defer { setup.finish() }
        let frame = Frames.request(Key.pausing, correlationId: 1, body: Self.body(50_000))
        try setup.channel.writeInbound(frame.getSlice(at: 0, length: 20_000))
        setup.channel.read()
        #expect(setup.handler.readWithheld)
        // How long the engine waits does not count as the client's.
        for _ in 0..<200 { setup.loop.sweep() }
        #expect(setup.channel.isActive)
        let context = try #require(setup.engine.snapshot.context)
        context.resumeRequests()
        #expect(!setup.handler.readWithheld)
        try setup.channel.writeInbound(frame.getSlice(at: 20_000, length: frame.readableBytes - 20_000))
        #expect(try setup.answers() == [Frames.answer(1, "\(frame.readableBytes)")])
    }

    @Test func aClientThatDoesNotGoOnIsClosed() throws {
        let setup = try Setup { $0.frameTimeoutMilliseconds = 1000 }
        defer { setup.finish() }
        let frame = Frames.request(Key.answered, correlationId: 1, body: Self.body(50_000))
        try setup.channel.writeInbound(frame.getSlice(at: 0, length: 20_000))
        for _ in 0..<10 { setup.loop.sweep() }
        #expect(!setup.channel.isActive)
        #expect(setup.engine.snapshot.closed == [.frameTimeout])
    }

    @Test(arguments: [(20_000, true), (1000, false)])
    func aFrameThatIsPassedOnHasToComeOn(piece: Int, isWaitedFor: Bool) throws {
        let setup = try Setup { $0.frameTimeoutMilliseconds = 4000 }
        defer { setup.finish() }
        var frame = Frames.request(Key.answered, correlationId: 1, body: Self.body(400_000))
        try setup.channel.writeInbound(frame.readSlice(length: 20_000))
        for _ in 0..<15 where setup.channel.isActive {
            try setup.channel.writeInbound(frame.readSlice(length: piece))
            setup.loop.sweep()
        }
        #expect(setup.channel.isActive == isWaitedFor)
        #expect(setup.engine.snapshot.closed == (isWaitedFor ? [] : [.frameTimeout]))
    }

    @Test func theRestIsReadThoughNoFurtherRequestMayBeOpen() throws {
        let setup = try Setup { $0.maxInFlightPerConnection = 1 }
        defer { setup.finish() }
        let frame = Frames.request(Key.answered, correlationId: 1, body: Self.body(50_000))
        try setup.channel.writeInbound(frame.getSlice(at: 0, length: 20_000))
        setup.channel.read()
        #expect(!setup.handler.readWithheld)
    }

    @Test func whatHasBegunIsFinishedBeforeAConnectionEnds() throws {
        let setup = try Setup()
        defer { setup.finish() }
        let frame = Frames.request(Key.answered, correlationId: 1, body: Self.body(50_000))
        try setup.channel.writeInbound(frame.getSlice(at: 0, length: 20_000))
        setup.handler.end(.serverStopped)
        #expect(setup.channel.isActive)
        setup.channel.read()
        #expect(!setup.handler.readWithheld)
        try setup.channel.writeInbound(frame.getSlice(at: 20_000, length: frame.readableBytes - 20_000))
        #expect(try setup.answers() == [Frames.answer(1, "\(frame.readableBytes)")])
        #expect(!setup.channel.isActive)
    }

    @Test func nothingFollowsARefusal() throws {
        let setup = try Setup()
        defer { setup.finish() }
        let frame = Frames.request(Key.refused, correlationId: 1, body: Self.body(50_000))
        try setup.channel.writeInbound(frame.getSlice(at: 0, length: 20_000))
        _ = try setup.answers()
        #expect(!setup.channel.isActive)
        #expect(setup.engine.snapshot.frames.isEmpty)
    }

    @Test func theLimitCountsBeforeAnythingIsTaken() throws {
        let setup = try Setup { $0.maxRequestBytes = 30_000 }
        defer { setup.finish() }
        let frame = Frames.request(Key.answered, correlationId: 1, body: Self.body(50_000))
        try setup.channel.writeInbound(frame.getSlice(at: 0, length: 20_000))
        #expect(setup.engine.snapshot.frames.isEmpty)
        #expect(setup.engine.snapshot.closed == [.invalidFrameLength(Int32(frame.readableBytes - 4))])
    }

    @Test(arguments: [false, true])
    func framesTravelInPiecesOverSockets(usesTLS: Bool) async throws {
        let pki = TestPKI.shared
        let tls =
            usesTLS ? TLSListener(try TLSContext(pki.server()), principals: try PrincipalMappingRules("DEFAULT")) : nil
        let settings = ServerSettings(listeners: [
            ListenerSettings(
                name: "L", host: "127.0.0.1", port: 0, securityProtocol: usesTLS ? .ssl : .plaintext, tls: tls)
        ])
        let engine = ForwardingEngine()
        let server = try await Server.start(
            settings: settings, engine: engine,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        let port = server.boundListeners[0].port
        let frame = Frames.request(Key.answered, correlationId: 1, body: Self.body(3_000_000))
        if usesTLS {
            let client = try TLSTestClient.connect(port, TLSClientContext())
            try client.send(frame)
            #expect(try client.answer() == Frames.answer(1, "\(frame.readableBytes)"))
        } else {
            let client = try await TestClient.connect(port)
            client.send(frame)
            #expect(try await client.answers(1) == [Frames.answer(1, "\(frame.readableBytes)")])
            await client.close()
        }
        #expect(engine.snapshot.frames == [frame])
        #expect(engine.snapshot.pieces.count > 1)
        await server.stop(deadline: .seconds(5))
    }
}
