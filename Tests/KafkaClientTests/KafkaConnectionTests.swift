import KafkaProtocol
import KafkaWire
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import KafkaClient

@Suite struct KafkaConnectionTests {
    private static let ranges: [(ApiKey, ClosedRange<Int16>)] = [(.apiVersions, 0...4), (.metadata, 0...9)]
    private let configuration = ClientConfiguration(connectTimeout: 60_000, requestTimeout: 60_000)

    /// Connects to a broker that runs `script`, with ApiVersions answered already.
    private func connect(
        _ configuration: ClientConfiguration? = nil, script: @escaping ScriptedBroker.Script
    ) async throws -> (ScriptedBroker, KafkaConnection) {
        let broker = try await ScriptedBroker.start { request in
            request.api == .apiVersions ? request.answer(ApiVersionsResponse.offering(Self.ranges)) : script(request)
        }
        let connection = try await KafkaConnection.connect(
            to: broker.address, configuration: configuration ?? self.configuration)
        return (broker, connection)
    }

    @Test func choosesTheHighestSharedVersion() async throws {
        let (broker, connection) = try await connect { $0.answer(MetadataResponse(clusterId: "c")) }
        let response = try await connection.send(MetadataRequest(topics: nil))
        #expect(response.clusterId == "c")
        #expect(broker.received.last?.version == 9)
        #expect(try connection.version(of: MetadataRequest.self, atMost: 4) == 4)
        #expect(throws: ClientError.unsupportedApi(broker.address, api: .produce, offered: nil)) {
            try connection.version(of: ProduceRequest.self)
        }
        connection.close()
        await broker.stop()
    }

    /// KIP-511: error 35 comes in the form of version 0, with the range to try next.
    @Test func stepsDownWhenApiVersionsIsTooNew() async throws {
        let broker = try await ScriptedBroker.start { request in
            guard request.version > 2 else {
                return request.answer(ApiVersionsResponse.offering(Self.ranges))
            }
            var refusal = ApiVersionsResponse.offering([(.apiVersions, 0...2)])
            refusal.errorCode = ErrorCode.unsupportedVersion.rawValue
            return request.answer(refusal, version: 0)
        }
        let connection = try await KafkaConnection.connect(to: broker.address, configuration: configuration)
        #expect(broker.received.map(\.version) == [4, 2])
        #expect(connection.versions.offered(.metadata) == 0...9)
        connection.close()
        await broker.stop()
    }

    @Test func stepsDownToZeroWhenNoRangeIsSaid() async throws {
        let broker = try await ScriptedBroker.start { request in
            guard request.version > 0 else { return request.answer(ApiVersionsResponse.offering(Self.ranges)) }
            return request.answer(
                ApiVersionsResponse(errorCode: ErrorCode.unsupportedVersion.rawValue), version: 0)
        }
        let connection = try await KafkaConnection.connect(to: broker.address, configuration: configuration)
        #expect(broker.received.map(\.version) == [4, 0])
        connection.close()
        await broker.stop()
    }

    @Test func pipelinedRequestsGetTheirOwnAnswers() async throws {
        let (broker, connection) = try await connect { request in
            let asked = try? request.body.decodeMessage(MetadataRequest.self, version: request.version)
            return request.answer(MetadataResponse(clusterId: asked?.topics?.first?.name ?? "none"))
        }
        let answers = try await withThrowingTaskGroup(of: (Int, String?).self) { group in
            for number in 0..<50 {
                group.addTask {
                    let request = MetadataRequest(topics: [.init(name: "topic\(number)")])
                    return (number, try await connection.send(request).clusterId)
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        for number in 0..<50 { #expect(answers[number] == "topic\(number)") }
        connection.close()
        await broker.stop()
    }

    @Test func aSilentBrokerIsGivenUpAfterTheTimeout() async throws {
        let (broker, connection) = try await connect { _ in ByteBuffer() }
        await #expect(
            throws: ClientError.requestTimeout(broker.address, api: .metadata, milliseconds: 50)
        ) {
            try await connection.send(MetadataRequest(topics: nil), timeout: 50)
        }
        await #expect(throws: ClientError.self) { try await connection.send(MetadataRequest(topics: nil)) }
        await broker.stop()
    }

    @Test func aWrongCorrelationIdEndsTheConnection() async throws {
        let (broker, connection) = try await connect { request in
            var wrong = request
            wrong.correlationId = 77
            return wrong.answer(MetadataResponse())
        }
        await #expect(throws: ClientError.outOfOrder(broker.address, expected: 1, received: 77)) {
            try await connection.send(MetadataRequest(topics: nil))
        }
        await broker.stop()
    }

    @Test func garbageInAResponseIsAnErrorOfThatRequest() async throws {
        let (broker, connection) = try await connect { request in
            var frame = ByteBuffer(integer: Int32(9))
            frame.writeInteger(request.correlationId)
            frame.writeBytes([0xff, 0xff, 0xff, 0xff, 0x0f])
            return frame
        }
        await #expect {
            try await connection.send(MetadataRequest(topics: nil))
        } throws: { error in
            if case .undecodable(_, api: .metadata, version: 9, _) = error as? ClientError { true } else { false }
        }
        #expect(connection.isOpen)
        connection.close()
        await broker.stop()
    }

    @Test func aFrameAboveTheLimitEndsTheConnection() async throws {
        let small = ClientConfiguration(connectTimeout: 60_000, requestTimeout: 60_000, maxFrameSize: 1_000)
        let (broker, connection) = try await connect(small) { _ in ByteBuffer(integer: Int32(1_001)) }
        await #expect(throws: ClientError.frameTooLarge(broker.address, size: 1_001, limit: 1_000)) {
            try await connection.send(MetadataRequest(topics: nil))
        }
        await broker.stop()
    }

    @Test func closingFailsWhatWaits() async throws {
        let (broker, connection) = try await connect { _ in ByteBuffer() }
        let answer = Task { try await connection.send(MetadataRequest(topics: nil)) }
        while broker.received.count < 2 { try await Task.sleep(for: .milliseconds(1)) }
        connection.close()
        await #expect(throws: ClientError.connectionClosed(broker.address)) { try await answer.value }
        await broker.stop()
    }

    @Test func aCancelledTaskDoesNotWait() async throws {
        let (broker, connection) = try await connect { _ in ByteBuffer() }
        let task = Task { try await connection.send(MetadataRequest(topics: nil)) }
        task.cancel()
        await #expect(throws: ClientError.closed) { try await task.value }
        connection.close()
        await broker.stop()
    }

    @Test(arguments: [
        (ByteBuffer(bytes: [0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x46]), ClientError.Impostor.tls),
        (ByteBuffer(string: "HTTP/1.1 400 Bad Request\r\n\r\n"), .http),
        (ByteBuffer(string: "\u{1}\u{2}\u{3}\u{4} who are you?"), .unknown),
    ])
    func saysWhatElseAnswers(bytes: ByteBuffer, impostor: ClientError.Impostor) async throws {
        let broker = try await ScriptedBroker.start { _ in bytes }
        await #expect(throws: ClientError.notKafka(broker.address, impostor)) {
            try await KafkaConnection.connect(to: broker.address, configuration: configuration)
        }
        await broker.stop()
    }

    @Test func saysWhenNobodyListens() async throws {
        let broker = try await ScriptedBroker.start { _ in nil }
        await broker.stop()
        await #expect(throws: ClientError.connectionRefused(broker.address)) {
            try await KafkaConnection.connect(to: broker.address, configuration: configuration)
        }
    }

    @Test func saysWhenTheConnectionEndsWithoutAnswer() async throws {
        let broker = try await ScriptedBroker.start { _ in nil }
        await #expect(throws: ClientError.closedBeforeAnswer(broker.address)) {
            try await KafkaConnection.connect(to: broker.address, configuration: configuration)
        }
        await broker.stop()
    }

    @Test func theConnectTimeoutCoversApiVersions() async throws {
        let broker = try await ScriptedBroker.start { _ in ByteBuffer() }
        let hasty = ClientConfiguration(connectTimeout: 50)
        await #expect(throws: ClientError.unanswered(broker.address, milliseconds: 50)) {
            try await KafkaConnection.connect(to: broker.address, configuration: hasty)
        }
        await broker.stop()
    }
}
