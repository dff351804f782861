import Glibc
import KafkaWire
import Logging
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import KafkaServer

@Suite(.serialized, .timeLimit(.minutes(1))) struct BulkSenderTests {
    private static let size = 1_000_000

    private func output(_ file: TemporaryFile) -> ResponseBuffer {
        var output = ResponseBuffer()
        output.bytes.writeString("head")
        output.add(file.segment(0, Self.size), at: output.bytes.writerIndex)
        output.bytes.writeString("tail")
        return output
    }

    private func connectedPair() throws -> (Int32, Int32) {
        // sendfile cannot be told to raise no signal; NIO sees to that with the first socket of its own.
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [-1, -1]
        let type = Int32(truncatingIfNeeded: SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue)
        try #require(socketpair(AF_UNIX, type, 0, &ends) == 0)
        return (ends[0], ends[1])
    }

    private func send(_ output: ResponseBuffer, to descriptor: Int32, by sender: BulkSender) async -> BulkSender.Rest? {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let promise = loop.makePromise(of: BulkSender.Rest.self)
        guard sender.send(output, to: descriptor, on: loop, done: { promise.succeed($0) }) else {
            promise.succeed(BulkSender.Rest(output: output, isSlow: false))
            return nil
        }
        return try? await promise.futureResult.get()
    }

    @Test func aPeerThatTakesItGetsAllOfIt() async throws {
        let file = try TemporaryFile(size: Self.size)
        let (sending, receiving) = try connectedPair()
        let sender = BulkSender()
        let expected = Array("head".utf8) + file.bytes.prefix(Self.size) + Array("tail".utf8)
        let reading = Task.detached {
            var arrived: [UInt8] = []
            while arrived.count < expected.count {
                let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
                    var state = pollfd(fd: receiving, events: Int16(POLLIN), revents: 0)
                    poll(&state, 1, 1000)
                    count = max(0, recv(receiving, buffer.baseAddress, 65536, 0))
                }
                if bytes.isEmpty { break }
                arrived += bytes
            }
            return arrived
        }
        // A peer that is scheduled late counts as slow, and the rest is for the channel: here for another turn.
        var rest = output(file)
        for _ in 0..<1000 where rest.byteCount > 0 {
            rest = try #require(await send(rest, to: sending, by: sender)).output
        }
        #expect(rest.byteCount == 0)
        let arrived = await reading.value
        #expect(arrived == expected)
        await sender.stop()
        close(sending)
        close(receiving)
    }

    /// It is held against the client's quota of time.
    @Test func theTimeThatItTookIsTold() async throws {
        let file = try TemporaryFile(size: Self.size)
        let (sending, receiving) = try connectedPair()
        let sender = BulkSender()
        #expect(try #require(await send(output(file), to: sending, by: sender)).busyNanoseconds > 0)
        var cold = output(file)
        cold.isCold = true
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let promise = loop.makePromise(of: BulkSender.Rest.self)
        sender.bringIn(cold, on: loop) { promise.succeed($0) }
        let rest = try await promise.futureResult.get()
        #expect(rest.busyNanoseconds > 0)
        #expect(rest.output.byteCount == Self.size + 8)
        #expect(!rest.output.isCold)
        await sender.stop()
        close(sending)
        close(receiving)
    }

    @Test func aPeerThatTakesNothingIsSlow() async throws {
        let file = try TemporaryFile(size: Self.size)
        let (sending, receiving) = try connectedPair()
        let sender = BulkSender()
        let rest = try #require(await send(output(file), to: sending, by: sender))
        #expect(rest.isSlow)
        #expect(rest.output.byteCount > 0)
        await sender.stop()
        close(sending)
        close(receiving)
    }

    /// It must come back at once, not be tried for ever.
    @Test func aPeerThatIsGoneLeavesTheRest() async throws {
        let file = try TemporaryFile(size: Self.size)
        let (sending, receiving) = try connectedPair()
        close(receiving)
        let sender = BulkSender()
        let rest = try #require(await send(output(file), to: sending, by: sender))
        #expect(rest.output.byteCount == Self.size + 8)
        #expect(!rest.isSlow)
        await sender.stop()
        close(sending)
    }

    @Test func afterTheStopAllIsGivenBackUnsent() async throws {
        let file = try TemporaryFile(size: Self.size)
        let (sending, receiving) = try connectedPair()
        let sender = BulkSender()
        await sender.stop()
        let rest = try #require(await send(output(file), to: sending, by: sender))
        #expect(rest.output.byteCount == Self.size + 8)
        var byte: UInt8 = 0
        #expect(recv(receiving, &byte, 1, 0) == -1)
        close(sending)
        close(receiving)
    }

    private final class Counts: Sendable {
        let isOver = Atomic<Bool>(false)
        let finished = Atomic<Int>(0)
    }

    /// Takes what comes, on a thread that may wait.
    private func drain(_ descriptor: Int32, on pool: NIOThreadPool, _ counts: Counts) {
        pool.submit { _ in
            var bytes = [UInt8](repeating: 0, count: 1 << 20)
            while !counts.isOver.load(ordering: .relaxed) {
                var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                if poll(&state, 1, 100) > 0, recv(descriptor, &bytes, bytes.count, 0) == 0 { break }
            }
            close(descriptor)
        }
    }

    /// Gigabytes for a peer that takes what it gets.
    private func keepBusy(
        _ sender: BulkSender, _ file: TemporaryFile, _ readers: NIOThreadPool, _ counts: Counts
    ) throws -> EventLoopFuture<Void> {
        var long = ResponseBuffer()
        for _ in 0..<4000 { long.add(file.segment(0, Self.size), at: 0) }
        let (sending, receiving) = try connectedPair()
        drain(receiving, on: readers, counts)
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let ended = loop.makePromise(of: Void.self)
        @Sendable func go(_ output: ResponseBuffer) {
            let isTaken = sender.send(output, to: sending, on: loop) { rest in
                if rest.output.byteCount == 0 { counts.finished.wrappingAdd(1, ordering: .relaxed) }
                guard rest.isSlow, !counts.isOver.load(ordering: .relaxed) else {
                    close(sending)
                    return ended.succeed(())
                }
                go(rest.output)
            }
            if !isTaken { ended.succeed(()) }
        }
        go(long)
        return ended.futureResult
    }

    @Test func aLongSendLetsAnotherHaveItsTurn() async throws {
        let file = try TemporaryFile(size: Self.size)
        let readers = NIOThreadPool(numberOfThreads: 2)
        readers.start()
        let (sender, counts) = (BulkSender(threads: 1), Counts())
        let long = try keepBusy(sender, file, readers, counts)
        let (sending, receiving) = try connectedPair()
        drain(receiving, on: readers, counts)
        var rest = output(file)
        for _ in 0..<1000 where rest.byteCount > 0 {
            rest = try #require(await send(rest, to: sending, by: sender)).output
        }
        #expect(rest.byteCount == 0)
        #expect(counts.finished.load(ordering: .relaxed) == 0)
        counts.isOver.store(true, ordering: .relaxed)
        try await long.get()
        await sender.stop()
        close(sending)
        try await readers.shutdownGracefully()
    }

    @Test func answersOfASharedLoopKeepTheirOrder() async throws {
        let file = try TemporaryFile(size: Self.size)
        var settings = ServerSettings(listeners: [ListenerSettings(name: "PLAINTEXT", host: "127.0.0.1", port: 0)])
        settings.networkThreads = 1
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let engine = TestEngine(file: file)
        let server = try await Server.start(settings: settings, engine: engine, logger: logger)
        let port = server.boundListeners[0].port
        let (reader, other) = (try await TestClient.connect(port), try await TestClient.connect(port))
        for round in 1...6 {
            // Another connection's request makes the loop a shared one.
            other.send(Frames.request(TestEngine.Key.echo, correlationId: Int32(round), body: "x"))
            _ = try await other.answers(round)
            var requests = ByteBuffer()
            var body = ByteBuffer()
            body.writeInteger(Int32(round))
            body.writeInteger(Int32(200_000))
            requests.writeImmutableBuffer(
                Frames.request(TestEngine.Key.file, correlationId: Int32(2 * round), body: body))
            requests.writeImmutableBuffer(
                Frames.request(TestEngine.Key.echo, correlationId: Int32(2 * round + 1), body: "after \(round)"))
            reader.send(requests)
            let answers = try await reader.answers(2 * round)
            let large = try #require(answers.dropLast().last)
            #expect(large.correlationId == Int32(2 * round))
            #expect(large.body == String(decoding: file.bytes[round..<round + 200_000], as: UTF8.self))
            #expect(answers.last == Frames.answer(Int32(2 * round + 1), "after \(round)"))
        }
        await reader.close()
        await other.close()
        await server.stop(deadline: .seconds(5))
    }
}
