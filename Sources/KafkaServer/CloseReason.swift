import KafkaProtocol
public import KafkaWire

/// Why a connection ended.
public enum CloseReason: Sendable, Equatable {
    /// The client closed it, or the network did.
    case peerClosed
    /// The server stops.
    case serverStopped
    /// Nothing happened for `connections.max.idle.ms`.
    case idle
    /// A frame did not complete, nor come on by 64 KiB, within `martlet.frame.timeout.ms`.
    case frameTimeout
    /// A frame's length was negative or above `socket.request.max.bytes`.
    case invalidFrameLength(Int32)
    /// A TLS client spoke to a plaintext listener.
    case tlsOnPlaintext
    /// A web browser, a health check or the like spoke HTTP to a Kafka listener.
    case httpOnKafkaPort
    /// A client without TLS spoke Kafka's protocol to a listener with TLS.
    case plaintextOnTLS
    /// A web browser, a health check or the like spoke HTTP to a listener with TLS.
    case httpOnTLS
    /// The TLS handshake failed.
    case handshakeFailed(String)
    /// The TLS handshake was not done within `martlet.ssl.handshake.timeout.ms`.
    case handshakeTimeout
    /// TLS failed after the handshake.
    case tlsFailed(String)
    /// The request's header could not be read.
    case malformedHeader
    /// The request's body could not be read.
    case malformedRequest(ApiKey, Int16)
    /// The version of the API is not served.
    case unsupportedVersion(ApiKey, Int16)
    /// The API is not served.
    case unknownApi(ApiKey)
    /// The answer could not be written.
    case responseNotWritten(ResponseError)
    /// The cluster behind the proxy closed its end, or the proxy's connection to it failed.
    case upstream(String)
    /// The cluster behind the proxy closed its end, and nothing was open.
    case upstreamClosed
    /// The engine refuses to talk on this connection (authentication, authorization, quota).
    case refused(String)
    /// Something went wrong inside.
    case internalError(String)
}

extension CloseReason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .peerClosed: "closed by the peer"
        case .serverStopped: "the server stops"
        case .idle: "idle for longer than connections.max.idle.ms"
        case .frameTimeout: "a request did not arrive whole within martlet.frame.timeout.ms"
        case .invalidFrameLength(let length):
            "invalid request size \(length): negative, or above socket.request.max.bytes"
        case .tlsOnPlaintext: "a TLS client connected to a plaintext listener"
        case .httpOnKafkaPort: "an HTTP client connected to a Kafka listener"
        case .plaintextOnTLS: "a client without TLS connected to a listener with TLS"
        case .httpOnTLS: "an HTTP client connected to a Kafka listener with TLS"
        case .handshakeFailed(let why): "TLS handshake failed: \(why)"
        case .handshakeTimeout: "the TLS handshake was not done within martlet.ssl.handshake.timeout.ms"
        case .tlsFailed(let why): "TLS failed: \(why)"
        case .malformedHeader: "a request header could not be read"
        case .malformedRequest(let key, let version): "\(key.name) version \(version) could not be read"
        case .unsupportedVersion(let key, let version): "\(key.name) is not served at version \(version)"
        case .unknownApi(let key): "the API with key \(key.rawValue) is not served"
        case .responseNotWritten(let error): "an answer could not be written: \(error)"
        case .upstream(let what): what
        case .upstreamClosed: "closed by the cluster"
        case .refused(let why): "refused: \(why)"
        case .internalError(let what): "internal error: \(what)"
        }
    }
}
