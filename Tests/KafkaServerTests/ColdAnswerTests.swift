import Glibc
import KafkaConfiguration
import KafkaWire
import Logging
import NIOCore
import Synchronization
import Testing

@testable import KafkaSecurity
@testable import KafkaServer

/// Counts the bytes of the answers that it sees.
private final class CountingTap: FrameTap, ConnectionTap {
    private let answered = Mutex<[Int]>([])

    var sizes: [Int] { answered.withLock { $0 } }

    func connectionOpened(_ context: ConnectionContext) -> any ConnectionTap { self }

    func request(_ frame: ByteBuffer) {}

    func response(_ frame: ByteBuffer) { answered.withLock { $0.append(frame.readableBytes) } }

    func closed() {}
}

/// Answers that the device has to be waited for.
@Suite(.serialized, .timeLimit(.minutes(1))) struct ColdAnswerTests {
    private static let size = 400_000
    private let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

    private func request(_ id: Int32, from offset: Int32, _ length: Int32) -> ByteBuffer {
        var body = ByteBuffer()
        body.writeInteger(offset)
        body.writeInteger(length)
        return Frames.request(TestEngine.Key.coldFile, correlationId: id, body: body)
    }

    /// Three cold answers among others, all asked for at once, and what comes back.
    private func expectInOrder(_ client: TestClient, _ file: TemporaryFile) async throws {
        var requests = ByteBuffer()
        for id in 0..<6 as Range<Int32> {
            let frame =
                id % 2 == 0
                ? request(id, from: id, 300_000)
                : Frames.request(TestEngine.Key.echo, correlationId: id, body: "after \(id)")
            requests.writeImmutableBuffer(frame)
        }
        client.send(requests)
        let answers = try await client.answers(6)
        for id in 0..<6 {
            let wanted =
                id % 2 == 0 ? String(decoding: file.bytes[id..<id + 300_000], as: UTF8.self) : "after \(id)"
            #expect(answers[id] == Frames.answer(Int32(id), wanted))
        }
    }

    @Test func anotherThreadSendsThemInOrder() async throws {
        let file = try TemporaryFile(size: Self.size)
        let settings = ServerSettings(listeners: [ListenerSettings(name: "PLAINTEXT", host: "127.0.0.1", port: 0)])
        let server = try await Server.start(settings: settings, engine: TestEngine(file: file), logger: logger)
        let client = try await TestClient.connect(server.boundListeners[0].port)
        client.send(Frames.request(TestEngine.Key.echo, correlationId: 9, body: "warm"))
        #expect(try await client.answers(1) == [Frames.answer(9, "warm")])
        #expect(!server.shared.coldSender.isRunning)
        let second = try await TestClient.connect(server.boundListeners[0].port)
        try await expectInOrder(second, file)
        #expect(server.shared.coldSender.isRunning)
        await client.close()
        await second.close()
        await server.stop(deadline: .seconds(5))
        #expect(!server.shared.coldSender.isRunning)
    }

    @Test func onlookersSeeThemWhole() async throws {
        let file = try TemporaryFile(size: Self.size)
        let tap = CountingTap()
        let settings = ServerSettings(listeners: [
            ListenerSettings(name: "TAPPED", host: "127.0.0.1", port: 0, isTapped: true)
        ])
        let server = try await Server.start(
            settings: settings, engine: TestEngine(file: file), logger: logger, tap: tap)
        let client = try await TestClient.connect(server.boundListeners[0].port)
        try await expectInOrder(client, file)
        await client.close()
        await server.stop(deadline: .seconds(5))
        #expect(tap.sizes == [300_004, 11, 300_004, 11, 300_004, 11])
    }

    @Test func theyAreSealedOnceTheyAreThere() async throws {
        let file = try TemporaryFile(size: Self.size)
        let listener = TLSListener(
            try TLSContext(TestPKI.shared.server()), principals: try PrincipalMappingRules("DEFAULT"))
        let settings = ServerSettings(listeners: [
            ListenerSettings(name: "SSL", host: "127.0.0.1", port: 0, securityProtocol: .ssl, tls: listener)
        ])
        let server = try await Server.start(settings: settings, engine: TestEngine(file: file), logger: logger)
        let client = try TLSTestClient.connect(server.boundListeners[0].port, TLSClientContext())
        for id in 1...3 as ClosedRange<Int32> {
            try client.send(request(id, from: id, 300_000))
            try client.send(Frames.request(TestEngine.Key.echo, correlationId: 10 + id, body: "after"))
            let wanted = String(decoding: file.bytes[Int(id)..<Int(id) + 300_000], as: UTF8.self)
            #expect(try client.answer() == Frames.answer(id, wanted))
            #expect(try client.answer() == Frames.answer(10 + id, "after"))
        }
        #expect(server.shared.coldSender.isRunning)
        await server.stop(deadline: .milliseconds(10))
    }

    /// Who takes nothing must not keep the thread; what is left is sent by the channel, in memory by then.
    @Test func aSlowPeerGetsThemLater() async throws {
        let file = try TemporaryFile(size: Self.size)
        let settings = ServerSettings(listeners: [ListenerSettings(name: "PLAINTEXT", host: "127.0.0.1", port: 0)])
        let engine = TestEngine(file: file)
        let server = try await Server.start(settings: settings, engine: engine, logger: logger)
        let client = try SmallSocket(port: server.boundListeners[0].port)
        let count = 20
        for id in 0..<count { client.send(request(Int32(id), from: Int32(id), 300_000)) }
        let isHeldUp = await eventually { engine.snapshot.handled > 1 }
        #expect(isHeldUp)
        for id in 0..<count {
            let answer = client.read(300_008)
            #expect(answer[4..<8] == [0, 0, 0, UInt8(id)])
            #expect(answer.dropFirst(8) == file.bytes[id..<id + 300_000])
        }
        client.close()
        await server.stop(deadline: .seconds(5))
    }
}

/// A client that takes little at a time.
private struct SmallSocket {
    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var size: Int32 = 4096
        setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, 4)
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0)
    }

    func send(_ bytes: ByteBuffer) {
        _ = bytes.withUnsafeReadableBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, 0) }
    }

    /// Fewer, when no more come.
    func read(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
            while done < count {
                let got = recv(descriptor, buffer.baseAddress.map { $0 + done }, count - done, 0)
                if got <= 0 { break }
                done += got
            }
        }
    }

    func close() { Glibc.close(descriptor) }
}
