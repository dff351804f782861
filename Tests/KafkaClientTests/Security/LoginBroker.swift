import KafkaProtocol
import KafkaSecurity
import KafkaWire
import NIOCore
import NIOEmbedded

@testable import KafkaClient

/// A connection with a login in a channel that a test drives, and the broker at its other end.
final class LoginBroker {
    /// What the broker was sent.
    enum Seen: Equatable {
        case versions
        case handshake(String)
        case authenticate([UInt8])
        /// A frame of the connection's user, by its content.
        case other(String)
    }

    let channel = EmbeddedChannel()
    let readiness: ClientReadiness
    private(set) var seen: [Seen] = []
    private var pending = ByteBuffer()
    private var ids: [Int32] = []

    init(user: String = "alice", password: String = "secret") throws {
        let address = BrokerAddress(host: "broker", port: 9092)
        readiness = ClientReadiness(channel.eventLoop.makePromise())
        let login = LoginSource(.fixed(.plain(user: user, password: password)))
        try channel.pipeline.syncOperations.addHandler(
            ClientLoginHandler(login, address: address, clientId: "test", readiness: readiness, waitsForTLS: false))
        channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 9092), promise: nil)
    }

    /// A frame with its length.
    static func frame(_ text: String) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeInteger(Int32(text.utf8.count))
        buffer.writeString(text)
        return buffer
    }

    /// An answer to the connection's user: a correlation id of its own, then text.
    static func answer(_ id: Int32, _ text: String) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeInteger(Int32(text.utf8.count + 4))
        buffer.writeInteger(id)
        buffer.writeString(text)
        return buffer
    }

    /// Looks at what was sent since the last time.
    func look() throws {
        while let bytes = try channel.readOutbound(as: ByteBuffer.self) { pending.writeImmutableBuffer(bytes) }
        while let length: Int32 = pending.getInteger(at: pending.readerIndex),
            pending.readableBytes >= Int(length) + 4
        {
            pending.moveReaderIndex(forwardBy: 4)
            guard var frame = pending.readSlice(length: Int(length)) else { return }
            seen.append(try read(&frame))
        }
    }

    private func read(_ frame: inout ByteBuffer) throws -> Seen {
        let key = frame.getInteger(at: frame.readerIndex, as: Int16.self)
        guard let key, [17, 18, 36].contains(key), frame.readableBytes > 8 else { return .other(String(buffer: frame)) }
        let version: Int16 = key == 18 ? 0 : key == 17 ? 1 : 2
        let header = try frame.readMessage(
            RequestHeader.self, version: ApiKey(rawValue: key).requestHeaderVersion(version))
        ids.append(header.correlationId)
        switch key {
        case 18: return .versions
        case 17: return .handshake(try frame.readMessage(SaslHandshakeRequest.self, version: 1).mechanism)
        default:
            let request = try frame.readMessage(SaslAuthenticateRequest.self, version: 2)
            return .authenticate(Array(request.authBytes.readableBytesView))
        }
    }

    /// The bytes of an answer to the oldest request of the login.
    func answerBytes<R: ResponseMessage>(_ response: R, version: Int16) throws -> ByteBuffer {
        var frame = ByteBuffer()
        frame.writeInteger(Int32(0))
        try frame.writeMessage(
            ResponseHeader(correlationId: ids.isEmpty ? 0 : ids.removeFirst()),
            version: R.apiKey.responseHeaderVersion(version))
        try frame.writeMessage(response, version: version)
        frame.setInteger(Int32(frame.readableBytes - 4), at: 0)
        return frame
    }

    func versionsAnswer() throws -> ByteBuffer {
        try answerBytes(
            ApiVersionsResponse(apiKeys: [
                .init(apiKey: 17, minVersion: 0, maxVersion: 1), .init(apiKey: 36, minVersion: 0, maxVersion: 2),
            ]), version: 0)
    }

    func handshakeAnswer(code: Int16 = 0) throws -> ByteBuffer {
        try answerBytes(SaslHandshakeResponse(errorCode: code, mechanisms: ["PLAIN"]), version: 1)
    }

    func authenticateAnswer(code: Int16 = 0, message: String? = nil, lifetime: Int64 = 0) throws -> ByteBuffer {
        try answerBytes(
            SaslAuthenticateResponse(errorCode: code, errorMessage: message, sessionLifetimeMs: lifetime), version: 2)
    }

    /// The whole first login.
    func logIn(lifetime: Int64) throws {
        try look()
        try channel.writeInbound(try versionsAnswer())
        try look()
        try channel.writeInbound(try handshakeAnswer())
        try look()
        try channel.writeInbound(try authenticateAnswer(lifetime: lifetime))
        seen = []
    }

    /// What the connection's user received since the last time, as text.
    func received() throws -> String {
        var text = ""
        while var bytes = try channel.readInbound(as: ByteBuffer.self) {
            text += bytes.readString(length: bytes.readableBytes) ?? ""
        }
        return text
    }

    func take() -> [Seen] {
        defer { seen = [] }
        return seen
    }
}
