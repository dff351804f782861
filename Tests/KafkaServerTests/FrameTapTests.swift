import KafkaWire
import Logging
import NIOCore
import Synchronization
import Testing

@testable import KafkaServer

/// Remembers what it sees.
private final class RecordingTap: FrameTap {
    struct Seen {
        var requests: [ByteBuffer] = []
        var responses: [ByteBuffer] = []
        var opened: [String] = []
        var closed = 0
    }

    private let seen = Mutex(Seen())

    var snapshot: Seen { seen.withLock { $0 } }

    func connectionOpened(_ context: ConnectionContext) -> any ConnectionTap {
        seen.withLock { $0.opened.append(context.listener) }
        return Connection(tap: self)
    }

    private final class Connection: ConnectionTap {
        let tap: RecordingTap

        init(tap: RecordingTap) { self.tap = tap }

        func request(_ frame: ByteBuffer) { tap.seen.withLock { $0.requests.append(frame) } }

        func response(_ frame: ByteBuffer) { tap.seen.withLock { $0.responses.append(frame) } }

        func closed() { tap.seen.withLock { $0.closed += 1 } }
    }
}

@Suite(.timeLimit(.minutes(1))) struct FrameTapTests {
    @Test func framesOfTappedListenersAreSeenWhole() async throws {
        let tap = RecordingTap()
        let settings = ServerSettings(listeners: [
            ListenerSettings(name: "TAPPED", host: "127.0.0.1", port: 0, isTapped: true),
            ListenerSettings(name: "PLAIN", host: "127.0.0.1", port: 0),
        ])
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let server = try await Server.start(settings: settings, engine: TestEngine(), logger: logger, tap: tap)
        var sent: [ByteBuffer] = []
        for listener in server.boundListeners {
            let client = try await TestClient.connect(listener.port)
            for (id, body) in [(1, "one"), (2, String(repeating: "two", count: 100_000))] as [(Int32, String)] {
                let frame = Frames.request(TestEngine.Key.echo, correlationId: id, body: body)
                client.send(frame)
                if listener.name == "TAPPED" { sent.append(frame) }
            }
            _ = try await client.answers(2)
            await client.close()
        }
        await server.stop(deadline: .seconds(5))
        let seen = tap.snapshot
        #expect(seen.opened == ["TAPPED"])
        #expect(seen.closed == 1)
        #expect(seen.requests == sent.map { $0.getSlice(at: 4, length: $0.readableBytes - 4) })
        #expect(seen.responses.map(\.readableBytes) == [7, 300_004])
    }

    @Test func runsOfFilesAreReadIntoTheFrames() throws {
        let file = try TemporaryFile(size: 200_000)
        var output = ResponseBuffer()
        try output.writeFrame(Blob(ByteBuffer(string: "before")), version: 0, correlationId: 1, resolve: { _ in nil })
        try output.writeFrame(
            RecordsResponse([.external(length: 100_000, token: 0), .external(length: 40_000, token: 1)]), version: 0,
            correlationId: 2
        ) { file.segment($0 * 100_000, $0 == 0 ? 100_000 : 40_000) }
        try output.writeFrame(Blob(ByteBuffer(string: "after")), version: 0, correlationId: 3, resolve: { _ in nil })
        #expect(output.files.count == 2)
        var frames: [ByteBuffer] = []
        TappedOutput.frames(of: output) { frames.append($0) }
        try #require(frames.count == 3)
        #expect(frames[0].getString(at: 4, length: 6) == "before")
        #expect(frames[2].getString(at: 4, length: 5) == "after")
        #expect(frames[1].getBytes(at: 12, length: 100_000) == Array(file.bytes[..<100_000]))
        #expect(frames[1].getBytes(at: 100_020, length: 40_000) == Array(file.bytes[100_000..<140_000]))
        #expect(frames[1].readableBytes == 140_020)
    }
}
