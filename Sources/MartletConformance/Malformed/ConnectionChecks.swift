import KafkaProtocol
import KafkaWire
import NIOCore

/// How a broker treats connections: order of answers, slow senders, unknown versions of ApiVersions.
struct ConnectionChecks: Sendable {
    private static let patience = TimeAmount.seconds(10)
    private static let pipelined: Int32 = 50

    let target: TargetAddress

    func run() async -> [ExchangeResult] {
        [
            await check("answers in order", inOrder), await check("a request byte by byte", slowly),
            await check("null as client id", withoutClientId), await check("unknown version of ApiVersions", newer),
            await check("a connection that ends within a frame", torn),
        ]
    }

    private func check(_ name: String, _ body: () async throws -> String?) async -> ExchangeResult {
        let problem: String?
        do {
            problem = try await body()
        } catch {
            problem = "\(error)"
        }
        return ExchangeResult(
            name: name, connection: 0, api: "connections", version: -1, outcome: problem == nil ? .asRecorded : .wrong,
            differences: problem.map { [Difference("", expected: "no trouble", got: $0)] } ?? [], note: "")
    }

    private func request(_ api: ApiKey, _ version: Int16, _ correlationId: Int32) -> ByteBuffer {
        SampleRequest(api, version: version, correlationId: correlationId, elements: 0)?.frame ?? ByteBuffer()
    }

    /// Requests of several kinds at once, slow ones among them, are answered in their order.
    private func inOrder() async throws -> String? {
        let connection = try await FrameConnection.open(target)
        defer { connection.close() }
        let apis: [(ApiKey, Int16)] = [
            (.metadata, 1), (.apiVersions, 0), (.listGroups, 2), (.describeCluster, 0), (.findCoordinator, 1),
        ]
        let replies = (1...Self.pipelined).map { id in
            let (api, version) = apis[Int(id) % apis.count]
            return connection.send(request(api, version, id), correlationId: nil, patience: Self.patience)
        }
        for (index, reply) in replies.enumerated() {
            guard case .frame(let bytes) = try await reply.get() else { return "no answer to request \(index + 1)" }
            let id = bytes.getInteger(at: bytes.readerIndex, as: Int32.self) ?? -1
            guard id == Int32(index + 1) else { return "answer \(index + 1) is to request \(id)" }
        }
        return nil
    }

    private func slowly() async throws -> String? {
        let connection = try await FrameConnection.open(target)
        defer { connection.close() }
        let frame = request(.apiVersions, 0, 5)
        let first = frame.getSlice(at: 0, length: 1) ?? frame
        let reply = connection.send(
            first, length: Int32(frame.readableBytes), correlationId: nil, patience: Self.patience)
        for index in 1..<frame.readableBytes {
            if let byte = frame.getSlice(at: index, length: 1) { connection.sendPart(byte) }
            try await Task.sleep(for: .milliseconds(5))
        }
        guard case .frame(let bytes) = try await reply.get() else { return "no answer" }
        return bytes.getInteger(at: bytes.readerIndex, as: Int32.self) == 5 ? nil : "another correlation id"
    }

    private func withoutClientId() async throws -> String? {
        let connection = try await FrameConnection.open(target)
        defer { connection.close() }
        var frame = ByteBuffer()
        frame.writeInteger(ApiKey.apiVersions.rawValue)
        frame.writeInteger(Int16(0))
        frame.writeInteger(Int32(6))
        frame.writeInteger(Int16(-1))
        let reply = try await connection.send(frame, correlationId: nil, patience: Self.patience).get()
        if case .frame = reply { return nil }
        return "no answer"
    }

    /// Answered in version 0 with UNSUPPORTED_VERSION and the versions of ApiVersions itself (KIP-511).
    private func newer() async throws -> String? {
        for version: Int16 in [99, .max, -1] {
            let connection = try await FrameConnection.open(target)
            defer { connection.close() }
            let frame = ConnectionCase.header(.apiVersions, version: version)
            let reply = try await connection.send(frame, correlationId: nil, patience: Self.patience).get()
            guard case .frame(var bytes) = reply else { return "no answer to version \(version)" }
            bytes.moveReaderIndex(forwardBy: min(4, bytes.readableBytes))
            guard let answer = try? bytes.readMessage(ApiVersionsResponse.self, version: 0) else {
                return "version \(version) is not answered in version 0"
            }
            guard answer.errorCode == ErrorCode.unsupportedVersion.rawValue else {
                return "\(ErrorCode(rawValue: answer.errorCode)) to version \(version)"
            }
            guard answer.apiKeys.contains(where: { $0.apiKey == ApiKey.apiVersions.rawValue }) else {
                return "no versions of ApiVersions"
            }
        }
        return nil
    }

    private func torn() async throws -> String? {
        for count in [1, 5, 9] {
            let connection = try await FrameConnection.open(target)
            let frame = request(.metadata, 1, 7)
            let part = frame.getSlice(at: 0, length: count) ?? frame
            _ = connection.send(
                part, length: Int32(frame.readableBytes), correlationId: nil, patience: .milliseconds(50))
            try await Task.sleep(for: .milliseconds(20))
            connection.close()
        }
        return nil
    }
}
