import KafkaClient
import KafkaProtocol
import KafkaServer
import KafkaWire
import Logging
import NIOCore
import Synchronization
import Testing

@testable import MartletConformance

/// A broker that knows Metadata, and answers all else with the bytes it was sent.
private final class StubBroker: Engine {
    let brokers = Mutex<[MetadataResponse.MetadataResponseBroker]>([])

    func handle(_ request: inout Request, output: inout ResponseBuffer) -> Outcome {
        if request.apiKey == .metadata {
            return output.answer(request, MetadataResponse(brokers: brokers.withLock { $0 }))
        }
        return output.answer(request, Echo(bytes: request.body))
    }

    struct Echo: ResponseMessage {
        static let apiKey = ApiKey.produce
        static let validVersions: ClosedRange<Int16> = 0...0
        static func isFlexible(_ version: Int16) -> Bool { false }

        var bytes: ByteBuffer

        init(bytes: ByteBuffer) { self.bytes = bytes }

        init(from reader: inout WireReader, version: Int16) throws(WireError) {
            bytes = try reader.readSlice(reader.remaining)
        }

        func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            bytes.withUnsafeReadableBytes { writer.writeRaw($0) }
        }
    }
}

@Suite(.serialized, .timeLimit(.minutes(1))) struct RelayTests {
    private struct Bench {
        var stub: StubBroker
        var server: Server
        var relay: Relay
        var recorder: CaptureRecorder
        var directory: CaptureDirectory
        var notes: NoteBox

        func entries() throws -> [CaptureEntry] {
            var reader = try CaptureReader(path: recorder.path)
            var entries: [CaptureEntry] = []
            while let entry = try reader.next() { entries.append(entry) }
            return entries
        }
    }

    private final class NoteBox: Sendable {
        let notes = Mutex<[String]>([])

        /// Waits, for a bounded time, until a note holds the text.
        func wait(for text: String) async throws -> Bool {
            for _ in 0..<1000 {
                if notes.withLock({ $0.contains { $0.contains(text) } }) { return true }
                try await Task.sleep(for: .milliseconds(20))
            }
            return false
        }
    }

    private func withRelay(
        maxFrameBytes: Int32 = 128 << 20, _ body: (Bench) async throws -> Void
    ) async throws {
        let stub = StubBroker()
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let server = try await Server.start(
            settings: ServerSettings(listeners: [
                ListenerSettings(name: "ONE", host: "127.0.0.1", port: 0),
                ListenerSettings(name: "TWO", host: "127.0.0.1", port: 0),
            ]), engine: stub, logger: logger)
        let ports = server.boundListeners.map { Int32($0.port) }
        stub.brokers.withLock {
            $0 = [
                .init(nodeId: 1, host: "127.0.0.1", port: ports[0]),
                .init(nodeId: 2, host: "127.0.0.1", port: ports[1]),
            ]
        }
        let directory = try CaptureDirectory()
        let recorder = try CaptureRecorder(
            files: CaptureFiles(place: .file("\(directory.path)/out.kcap"), mostBytes: 1 << 30, mostFiles: 1),
            keepsSecrets: false)
        var settings = RelaySettings(
            host: "127.0.0.1", port: 0, upstream: BrokerAddress(host: "127.0.0.1", port: Int(ports[0])))
        settings.maxFrameBytes = maxFrameBytes
        let box = NoteBox()
        let relay = try await Relay.start(settings: settings, recorder: recorder) { text in
            box.notes.withLock { $0.append(text) }
        }
        let bench = Bench(
            stub: stub, server: server, relay: relay, recorder: recorder, directory: directory, notes: box)
        do { try await body(bench) } catch {
            await relay.stop()
            await server.stop(deadline: .seconds(1))
            throw error
        }
        await relay.stop()
        await server.stop(deadline: .seconds(1))
    }

    private func metadata(_ client: SocketClient, _ id: Int32) throws -> MetadataResponse {
        try client.send(TestFrames.request(MetadataRequest(topics: nil), 9, id))
        var answer = try #require(try client.receive())
        let header = try answer.readMessage(ResponseHeader.self, version: 1)
        #expect(header.correlationId == id)
        return try answer.decodeMessage(MetadataResponse.self, version: 9)
    }

    @Test func clientsStayAndFramesAreRecordedAsTheBrokerSentThem() async throws {
        try await withRelay { bench in
            let client = try SocketClient(port: bench.relay.address.port)
            let brokers = try metadata(client, 1).brokers
            #expect(brokers.map(\.nodeId) == [1, 2])
            #expect(brokers[0].port == Int32(bench.relay.address.port))
            let second = Int(brokers[1].port)
            #expect(!bench.server.boundListeners.map(\.port).contains(second))
            #expect(second != bench.relay.address.port)

            let other = try SocketClient(port: second)
            #expect(try metadata(other, 5).brokers.map(\.port) == brokers.map(\.port))
            let frames = try bench.entries().compactMap { entry -> (CapturedFrame, FrameNotes)? in
                if case .frame(let frame, let notes) = entry { (frame, notes) } else { nil }
            }
            #expect(frames.map(\.0.connection) == [1, 1, 2, 2])
            #expect(frames.map(\.0.direction) == [.request, .response, .request, .response])
            #expect(frames.allSatisfy { $0.1.apiKey == 3 && $0.1.apiVersion == 9 })
            var recorded = frames[1].0.bytes
            _ = try recorded.readMessage(ResponseHeader.self, version: 1)
            let asSent = try recorded.decodeMessage(MetadataResponse.self, version: 9)
            #expect(asSent.brokers.map(\.port) == bench.server.boundListeners.map { Int32($0.port) })
            let opened = try bench.entries().compactMap { entry -> Int32? in
                if case .opened(let connection) = entry { connection.nodeId } else { nil }
            }
            #expect(opened == [-1, 2])
        }
    }

    @Test func largeFramesPassWholeAndInOrder() async throws {
        try await withRelay { bench in
            let client = try SocketClient(port: bench.relay.address.port)
            let body = ByteBuffer(bytes: (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) })
            for id in 0..<4 as Range<Int32> {
                var frame = ByteBuffer()
                frame.writeMultipleIntegers(ApiKey.heartbeat.rawValue, Int16(0), id, Int16(-1))
                frame.writeImmutableBuffer(body)
                try client.send(frame)
                var answer = try #require(try client.receive())
                let correlationId: Int32? = answer.readInteger()
                #expect(correlationId == id)
                #expect(answer == body)
            }
            #expect(bench.recorder.counts.bytes > 40_000_000)
        }
    }

    @Test func aClientThatDoesNotReadIsNotReadFrom() async throws {
        try await withRelay { bench in
            let client = try SocketClient(port: bench.relay.address.port, patience: 1)
            let size = 1_000_000
            var sent: Int32 = 0
            while sent < 200 {
                var frame = ByteBuffer()
                frame.writeMultipleIntegers(Int32(size + 10), ApiKey.heartbeat.rawValue, Int16(0), sent, Int16(-1))
                frame.writeRepeatingByte(UInt8(sent), count: size)
                guard client.sendSome(frame) == frame.readableBytes else { break }
                sent += 1
            }
            #expect((1..<100).contains(sent))
            for id in 0..<sent {
                var answer = try #require(try client.receive())
                let correlationId: Int32? = answer.readInteger()
                #expect(correlationId == id)
                #expect(answer == ByteBuffer(repeating: UInt8(id), count: size))
            }
        }
    }

    @Test func absurdLengthsAndForeignProtocolsEndTheConnection() async throws {
        try await withRelay(maxFrameBytes: 1000) { bench in
            let large = try SocketClient(port: bench.relay.address.port)
            try large.sendRaw(ByteBuffer(integer: 1001 as Int32))
            #expect(try large.receive() == nil)
            #expect(try await bench.notes.wait(for: "announces a frame of 1001 bytes"))
            let secure = try SocketClient(port: bench.relay.address.port)
            try secure.sendRaw(ByteBuffer(bytes: [0x16, 3, 1, 0, 200, 1, 0, 0]))
            #expect(try secure.receive() == nil)
            #expect(try await bench.notes.wait(for: "a TLS client connected"))
            let sound = try SocketClient(port: bench.relay.address.port)
            #expect(try metadata(sound, 1).brokers.count == 2)
        }
    }

    @Test func aBrokerThatIsNotThereIsNamed() async throws {
        try await withRelay { bench in
            await bench.server.stop(deadline: .milliseconds(10))
            let client = try SocketClient(port: bench.relay.address.port)
            #expect(try client.receive() == nil)
            #expect(try await bench.notes.wait(for: "cannot connect to broker 127.0.0.1:"))
        }
    }
}
