import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore

/// Requests of the kit's own, at the newest version that the broker and this kit know.
struct BrokerCalls: Sendable {
    let connection: FrameConnection
    let offered: OfferedVersions

    private static let patience = TimeAmount.seconds(30)

    /// Connects and asks which versions the broker offers.
    static func open(_ address: TargetAddress) async throws -> BrokerCalls {
        let connection = try await FrameConnection.open(address)
        let unknown = BrokerCalls(connection: connection, offered: OfferedVersions([:]))
        let response = try await unknown.send(.apiVersions, [:], version: 0)
        return BrokerCalls(connection: connection, offered: OfferedVersions(response: response))
    }

    /// The body of the response to a request; a missing API, a closed connection and silence are errors.
    func send(_ api: ApiKey, _ body: JSONValue, atMost limit: Int16 = .max) async throws -> JSONValue {
        guard let range = offered[api], let known = api.validVersions else {
            throw ConformanceError.brokerLacks(api.name)
        }
        return try await send(api, body, version: min(range.upperBound, known.upperBound, limit))
    }

    private func send(_ api: ApiKey, _ body: JSONValue, version: Int16) async throws -> JSONValue {
        var frame = ByteBuffer()
        let header = RequestHeader(
            requestApiKey: api.rawValue, requestApiVersion: version, correlationId: 1, clientId: "martlet-replay")
        try frame.writeMessage(header, version: api.requestHeaderVersion(version))
        frame.writeImmutableBuffer(
            try MessageJSON.encode(body, apiKey: api, kind: .request, version: version))
        let reply = try await connection.send(frame, correlationId: 1, patience: Self.patience).get()
        guard case .frame(let bytes) = reply, let request = RequestFrame(frame) else {
            throw ConformanceError.noAnswer(api.name)
        }
        return try MessageForm.response(bytes, to: request)
    }
}
