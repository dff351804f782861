import KafkaProtocol
import KafkaSecurity
import KafkaWire
import NIOCore

/// The requests and answers of a login as frames.
struct LoginFrames: Sendable {
    /// The newest versions that are asked for.
    private static let handshakeVersion: Int16 = 1
    private static let newestAuthenticate: Int16 = 2

    let address: BrokerAddress
    let clientId: String
    private(set) var authenticateVersion: Int16 = 1

    init(address: BrokerAddress, clientId: String) {
        self.address = address
        self.clientId = clientId
    }

    /// Asks for versions in the oldest form, which every broker answers.
    func versionsRequest(correlationId: Int32) throws(ClientError) -> ByteBuffer {
        try frame(ApiVersionsRequest(), version: 0, correlationId)
    }

    func request(_ request: SaslInitiator.Request, correlationId: Int32) throws(ClientError) -> ByteBuffer {
        switch request {
        case .handshake(let mechanism):
            return try frame(
                SaslHandshakeRequest(mechanism: mechanism), version: Self.handshakeVersion, correlationId)
        case .authenticate(let bytes):
            return try frame(
                SaslAuthenticateRequest(authBytes: ByteBuffer(bytes: bytes)), version: authenticateVersion,
                correlationId)
        }
    }

    /// Takes the versions that the broker has, without the length of the frame.
    mutating func takeVersions(_ answer: ByteBuffer) throws(ClientError) {
        let response: ApiVersionsResponse
        do throws(ClientError) {
            response = try decode(ApiVersionsRequest.self, answer, version: 0)
        } catch {
            throw .notKafka(address, .unknown)
        }
        guard response.errorCode == 0 else {
            throw .broker(ErrorCode(rawValue: response.errorCode), subject: "ApiVersions at \(address)", message: nil)
        }
        let versions = BrokerVersions(response)
        guard let handshake = versions.offered(.saslHandshake), handshake.contains(Self.handshakeVersion) else {
            throw .unsupportedApi(address, api: .saslHandshake, offered: versions.offered(.saslHandshake))
        }
        guard let version = versions.version(of: SaslAuthenticateRequest.self, atMost: Self.newestAuthenticate) else {
            throw .unsupportedApi(address, api: .saslAuthenticate, offered: versions.offered(.saslAuthenticate))
        }
        authenticateVersion = version
    }

    /// Takes the answer to the request, and says what comes of it.
    func take(
        _ answer: ByteBuffer, to request: SaslInitiator.Request, by initiator: inout SaslInitiator
    ) throws(ClientError) -> SaslInitiator.Decision {
        switch request {
        case .handshake:
            let response = try decode(SaslHandshakeRequest.self, answer, version: Self.handshakeVersion)
            return initiator.handshakeAnswered(code: response.errorCode, mechanisms: response.mechanisms)
        case .authenticate:
            let response = try decode(SaslAuthenticateRequest.self, answer, version: authenticateVersion)
            return initiator.authenticateAnswered(
                code: response.errorCode, message: response.errorMessage,
                bytes: Array(response.authBytes.readableBytesView), lifetime: response.sessionLifetimeMs)
        }
    }

    private func frame<R: RequestMessage>(
        _ request: R, version: Int16, _ correlationId: Int32
    ) throws(ClientError) -> ByteBuffer {
        try ClientFrames.encode(request, version: version, correlationId: correlationId, clientId: clientId)
    }

    private func decode<R: RequestMessage>(
        _ request: R.Type, _ answer: ByteBuffer, version: Int16
    ) throws(ClientError) -> R.Response {
        try ClientFrames.decode(request, answer, version: version, from: address)
    }
}
