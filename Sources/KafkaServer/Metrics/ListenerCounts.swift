import Synchronization

/// What is counted of connections, by listener. Touched when one opens, logs in or closes, never for a request; safe from
/// any thread.
final class ListenerCounts: Sendable {
    /// The counts of one listener.
    struct Counts {
        var accepted: UInt64 = 0
        var refused: UInt64 = 0
        var authenticated: UInt64 = 0
        var authenticationFailures: UInt64 = 0
        var handshakes: UInt64 = 0
        var handshakeFailures: UInt64 = 0
        /// By the name of the reason, of which there are few.
        var closed: [String: UInt64] = [:]

        /// How many connections are open.
        var open: UInt64 { accepted &- closed.values.reduce(0, &+) }
    }

    private let listeners: Mutex<[String: Counts]>

    /// - Parameter names: the listeners that are shown before anything happens on them.
    init(_ names: [String]) {
        listeners = Mutex(Dictionary(names.map { ($0, Counts()) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Everything so far.
    var all: [String: Counts] { listeners.withLock { $0 } }

    func accepted(_ listener: String) { update(listener) { $0.accepted &+= 1 } }

    /// A connection was closed at once, because a bound is reached.
    func refused(_ listener: String) { update(listener) { $0.refused &+= 1 } }

    func authenticated(_ listener: String) { update(listener) { $0.authenticated &+= 1 } }

    func failedToAuthenticate(_ listener: String) { update(listener) { $0.authenticationFailures &+= 1 } }

    func handshakeDone(_ listener: String) { update(listener) { $0.handshakes &+= 1 } }

    func closed(_ listener: String, _ reason: CloseReason) {
        update(listener) { counts in
            counts.closed[reason.name, default: 0] &+= 1
            if reason.isFailedHandshake { counts.handshakeFailures &+= 1 }
        }
    }

    private func update(_ listener: String, _ change: (inout Counts) -> Void) {
        listeners.withLock { change(&$0[listener, default: Counts()]) }
    }
}

extension CloseReason {
    /// The reason without its details, of a fixed and small number.
    var name: String {
        switch self {
        case .peerClosed: "peer_closed"
        case .serverStopped: "server_stopped"
        case .idle: "idle"
        case .frameTimeout: "frame_timeout"
        case .invalidFrameLength: "invalid_frame_length"
        case .tlsOnPlaintext: "tls_on_plaintext"
        case .httpOnKafkaPort: "http"
        case .plaintextOnTLS: "plaintext_on_tls"
        case .httpOnTLS: "http_on_tls"
        case .handshakeFailed: "handshake_failed"
        case .handshakeTimeout: "handshake_timeout"
        case .tlsFailed: "tls_failed"
        case .malformedHeader: "malformed_header"
        case .malformedRequest: "malformed_request"
        case .unsupportedVersion: "unsupported_version"
        case .unknownApi: "unknown_api"
        case .responseNotWritten: "response_not_written"
        case .upstream: "upstream_failed"
        case .upstreamClosed: "upstream_closed"
        case .refused: "refused"
        case .internalError: "internal_error"
        }
    }

    /// Whether a TLS handshake was begun, or expected, and not finished.
    var isFailedHandshake: Bool {
        switch self {
        case .handshakeFailed, .handshakeTimeout, .plaintextOnTLS, .httpOnTLS: true
        default: false
        }
    }
}
