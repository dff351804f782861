import Glibc
import KafkaProtocol
import KafkaSecurity
import KafkaWire
import NIOCore

/// The authentication of one connection: turns frames into events of the ``SaslAuthenticator``.
///
/// Only to be touched on the connection's event loop.
final class SaslSession {
    /// A frame of the peer, as far as it was read.
    struct Frame {
        var event: SaslEvent
        var apiVersion: Int16
        var correlationId: Int32
    }

    private let source: (any SaslPolicySource)?
    private let listener: String
    private var authenticator = SaslAuthenticator()
    private var head = RequestHeadReader()
    /// The largest frame that is taken now; nil once the peer is authenticated.
    private(set) var frameLimit: Int32?

    init(source: (any SaslPolicySource)?, listener: String) {
        self.source = source
        self.listener = listener
        frameLimit = policy.maxReceiveBytes
    }

    private var policy: SaslPolicy { source?.saslPolicy(listener: listener) ?? SaslPolicy() }

    /// Whether the peer has proved who it is.
    var isAuthenticated: Bool { authenticator.isAuthenticated }

    /// Who the peer is, nil before it has proved it.
    var principal: KafkaPrincipal? { authenticator.principal }

    /// Whether the frame goes to the engine without a further look: the peer is authenticated for as long as it likes,
    /// or its session goes on and this is no handshake.
    func passes(apiKey: Int16) -> Bool {
        guard authenticator.isAuthenticated else { return false }
        guard let end = authenticator.sessionEnd else { return true }
        return apiKey != ApiKey.saslHandshake.rawValue && Self.now().monotonic <= end
    }

    /// What is decided about a frame.
    func handle(_ frame: Frame) -> SaslDecision {
        let policy = policy
        let decision = authenticator.handle(frame.event, at: Self.now(), policy: policy)
        frameLimit = authenticator.isAuthenticated ? nil : policy.maxReceiveBytes
        return decision
    }

    /// Reads a frame without its length; nil when it is no request, or none that can be read.
    func read(_ buffer: ByteBuffer, at start: Int, length: Int) -> Frame? {
        if authenticator.expectsToken {
            guard let bytes = buffer.getBytes(at: start, length: length) else { return nil }
            return Frame(event: .token(bytes), apiVersion: 0, correlationId: 0)
        }
        guard let head = head.read(buffer, at: start, length: length),
            let body = buffer.getSlice(at: start &+ head.size, length: length &- head.size)
        else { return nil }
        let key = ApiKey(rawValue: head.apiKey)
        let served = key.apiDescription?.kafka43Versions?.contains(head.apiVersion) ?? false
        let event: SaslEvent
        switch key {
        case .apiVersions: event = .apiVersions(isServed: served)
        case .saslHandshake where served:
            guard let message = try? body.decodeMessage(SaslHandshakeRequest.self, version: head.apiVersion) else {
                return nil
            }
            event = .handshake(version: head.apiVersion, mechanism: message.mechanism)
        case .saslAuthenticate where served:
            guard let message = try? body.decodeMessage(SaslAuthenticateRequest.self, version: head.apiVersion) else {
                return nil
            }
            event = .authenticate(version: head.apiVersion, message: Array(message.authBytes.readableBytesView))
        default: event = .other("\(key.name) version \(head.apiVersion)")
        }
        return Frame(event: event, apiVersion: head.apiVersion, correlationId: head.correlationId)
    }

    /// Writes an answer as a frame.
    static func write(
        _ answer: SaslDecision.Answer, to frame: Frame, into output: inout ResponseBuffer
    ) throws(ResponseError) {
        switch answer {
        case .handshake(let error, let mechanisms):
            try output.writeFrame(
                SaslHandshakeResponse(errorCode: error.code.rawValue, mechanisms: mechanisms),
                version: frame.apiVersion, correlationId: frame.correlationId, resolve: { _ in nil })
        case .authenticate(let error, let message, let bytes, let lifetime):
            try output.writeFrame(
                SaslAuthenticateResponse(
                    errorCode: error.code.rawValue, errorMessage: message, authBytes: ByteBuffer(bytes: bytes),
                    sessionLifetimeMs: frame.apiVersion >= 1 ? lifetime : 0),
                version: frame.apiVersion, correlationId: frame.correlationId, resolve: { _ in nil })
        case .token(let bytes):
            output.bytes.writeInteger(Int32(clamping: bytes.count))
            output.bytes.writeBytes(bytes)
        }
    }

    private static func now() -> SaslInstant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let wall = Int64(time.tv_sec) &* 1000 &+ Int64(time.tv_nsec) / 1_000_000
        return SaslInstant(wall: wall, monotonic: Int64(clamping: NIODeadline.now().uptimeNanoseconds / 1_000_000))
    }
}

extension SaslError {
    fileprivate var code: ErrorCode {
        switch self {
        case .none: .none
        case .unsupportedMechanism: .unsupportedSaslMechanism
        case .illegalState: .illegalSaslState
        case .authenticationFailed: .saslAuthenticationFailed
        }
    }
}
