import Logging
import NIOCore
import Testing

@testable import KafkaServer

@Suite(.serialized, .timeLimit(.minutes(1))) struct ServerTests {
    typealias Key = TestEngine.Key

    /// Starts a server on a free port, runs the body, stops the server.
    private func withServer(
        _ configure: (inout ServerSettings) -> Void = { _ in },
        _ body: (Server, TestEngine, Int) async throws -> Void
    ) async throws {
        var settings = ServerSettings(listeners: [ListenerSettings(name: "PLAINTEXT", host: "127.0.0.1", port: 0)])
        configure(&settings)
        let engine = TestEngine()
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let server = try await Server.start(settings: settings, engine: engine, logger: logger)
        do {
            try await body(server, engine, server.boundListeners[0].port)
        } catch {
            await server.stop(deadline: .milliseconds(10))
            throw error
        }
        await server.stop(deadline: .milliseconds(10))
    }

    @Test func severalListenersAreBound() async throws {
        try await withServer {
            $0.listeners.append(ListenerSettings(name: "SECOND", host: "localhost", port: 0))
        } _: { server, _, _ in
            #expect(server.boundListeners.map(\.name) == ["PLAINTEXT", "SECOND"])
            for listener in server.boundListeners {
                #expect(listener.port != 0)
                let client = try await TestClient.connect(listener.port)
                client.send(Frames.request(Key.echo, correlationId: 5, body: listener.name))
                #expect(try await client.answers(1) == [Frames.answer(5, listener.name)])
                await client.close()
            }
        }
    }

    @Test func aPortInUseIsAnError() async throws {
        try await withServer { _, engine, port in
            let settings = ServerSettings(listeners: [
                ListenerSettings(name: "FREE", host: "127.0.0.1", port: 0),
                ListenerSettings(name: "TAKEN", host: "127.0.0.1", port: port),
            ])
            await #expect(throws: Server.StartError.self) {
                _ = try await Server.start(settings: settings, engine: engine, logger: Logger(label: "test"))
            }
        }
    }

    @Test func pipelinedRequestsOfAllSizesAreAnsweredInOrder() async throws {
        try await withServer { _, _, port in
            let client = try await TestClient.connect(port)
            var expected: [Frames.Answer] = []
            for number in 0..<200 as Range<Int32> {
                let size = [1, 500, 70_000, 10, 300_000][Int(number) % 5]
                let body = String(repeating: "\(number % 10)", count: size)
                expected.append(Frames.answer(number, body))
                client.send(Frames.request(Key.echo, correlationId: number, body: body))
            }
            let answers = try await client.answers(200)
            #expect(answers.map(\.correlationId) == expected.map(\.correlationId))
            #expect(answers == expected)
            await client.close()
        }
    }

    @Test func answersFromOtherThreadsKeepTheOrder() async throws {
        try await withServer { _, engine, port in
            let client = try await TestClient.connect(port)
            for number in 0..<100 as Range<Int32> {
                client.send(Frames.request(Key.later, correlationId: number, body: "\(number)"))
            }
            client.send(Frames.request(Key.echo, correlationId: 100, body: "100"))
            #expect(await eventually { engine.snapshot.handled >= 101 })
            engine.answerWaiting()
            let answers = try await client.answers(101)
            #expect(answers == (0...100).map { Frames.answer($0, "\($0)") })
            await client.close()
        }
    }

    @Test func aClientThatDoesNotReadHoldsUpOnlyItself() async throws {
        try await withServer { _, engine, port in
            let slow = try await TestClient.connect(port)
            try await slow.setReading(false)
            let size = ByteBuffer(integer: Int32(1_000_000))
            for number in 0..<200 as Range<Int32> {
                slow.send(Frames.request(Key.large, correlationId: number, body: size))
            }
            let other = try await TestClient.connect(port)
            other.send(Frames.request(Key.echo, correlationId: 1, body: "quick"))
            #expect(try await other.answers(1) == [Frames.answer(1, "quick")])
            #expect(engine.snapshot.handled < 60)
            try await slow.setReading(true)
            #expect(try await slow.answers(200).map(\.correlationId) == Array(0..<200))
            await slow.close()
            await other.close()
        }
    }

    @Test func aSlowFrameIsCutOff() async throws {
        try await withServer {
            $0.frameTimeoutMilliseconds = 80
        } _: { _, engine, port in
            let client = try await TestClient.connect(port)
            client.send(ByteBuffer(bytes: [0, 0, 1, 0, 0, 18]))
            try await client.waitForClose()
            #expect(await eventually { engine.snapshot.closed == [.frameTimeout] })
        }
    }

    @Test func anIdleConnectionIsClosed() async throws {
        try await withServer {
            $0.maxIdleMilliseconds = 80
        } _: { _, engine, port in
            let client = try await TestClient.connect(port)
            try await client.waitForClose()
            #expect(await eventually { engine.snapshot.closed == [.idle] })
        }
    }

    @Test func anAddressMayHaveOnlySoManyConnections() async throws {
        try await withServer {
            $0.maxConnectionsPerIP = 0
            $0.maxConnectionsPerIPOverrides = ["127.0.0.1": 1]
        } _: { server, engine, port in
            let first = try await TestClient.connect(port)
            first.send(Frames.request(Key.echo, correlationId: 1, body: "in"))
            #expect(try await first.answers(1) == [Frames.answer(1, "in")])
            try await TestClient.connect(port).waitForClose()
            #expect(engine.snapshot.opened == 1)
            await first.close()
            while server.connectionCount > 0 { await Task.yield() }
            let second = try await TestClient.connect(port)
            second.send(Frames.request(Key.echo, correlationId: 2, body: "in"))
            #expect(try await second.answers(1) == [Frames.answer(2, "in")])
            await second.close()
        }
    }

    @Test func noMoreThanMaxConnectionsAreAccepted() async throws {
        try await withServer {
            $0.maxConnections = 2
        } _: { server, engine, port in
            var clients: [TestClient] = []
            for number in 0..<4 as Range<Int32> {
                let client = try await TestClient.connect(port)
                client.send(Frames.request(Key.echo, correlationId: number))
                clients.append(client)
            }
            _ = try await clients[0].answers(1)
            _ = try await clients[1].answers(1)
            #expect(server.connectionCount == 2)
            #expect(engine.snapshot.handled == 2)
            await clients[0].close()
            _ = try await clients[2].answers(1)
            await clients[1].close()
            _ = try await clients[3].answers(1)
            await clients[2].close()
            await clients[3].close()
        }
    }

    @Test func aGracefulStopAnswersWhatIsOpen() async throws {
        try await withServer { server, engine, port in
            let client = try await TestClient.connect(port)
            client.send(Frames.request(Key.later, correlationId: 1, body: "open"))
            #expect(await eventually { engine.snapshot.handled >= 1 })
            async let stopped: Void = server.stop(deadline: .seconds(10))
            #expect(try await client.answers(1) == [Frames.answer(1, "open")])
            try await client.waitForClose()
            await stopped
            #expect(engine.snapshot.stopping)
            #expect(engine.snapshot.closed == [.serverStopped])
            await #expect(throws: (any Error).self) { _ = try await TestClient.connect(port) }
        }
    }

    /// Whoever asks while the rest of the process stops gets an answer: the event loops are gone by then.
    @Test func numbersMayBeAskedForAfterTheStop() async throws {
        try await withServer { server, _, _ in
            #expect(await !server.metrics().isEmpty)
            await server.stop(deadline: .milliseconds(10))
            #expect(await server.metrics().isEmpty)
        }
    }

    @Test func aStopEndsAtItsDeadline() async throws {
        try await withServer { server, engine, port in
            let client = try await TestClient.connect(port)
            try await client.setReading(false)
            for number in 0..<100 as Range<Int32> {
                client.send(
                    Frames.request(Key.large, correlationId: number, body: ByteBuffer(integer: Int32(1_000_000))))
            }
            #expect(await eventually { engine.snapshot.handled >= 1 })
            await server.stop(deadline: .milliseconds(100))
            #expect(server.connectionCount == 0)
            await client.close()
        }
    }
}
