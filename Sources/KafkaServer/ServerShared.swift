import Logging
import NIOCore
import Synchronization

/// What all connections of a server share; safe from any thread.
final class ServerShared: Sendable {
    /// How long a connection that is to end may take to send its last answers.
    private static let closeMilliseconds: Int64 = 5_000

    let settings: ServerSettings
    let logger: Logger
    let gate: RequestGate
    let loops: [LoopState]
    let counts = ConnectionCounts()
    let listenerCounts: ListenerCounts
    let limiter = LogLimiter()
    let bulkSender = BulkSender()
    /// For answers that the device has to be waited for.
    let coldSender = BulkSender(threads: 4)
    /// Sees the connections of listeners that are tapped.
    let tap: (any FrameTap)?
    /// What clients are authenticated by; without it no listener with SASL lets anybody in.
    let saslPolicies: (any SaslPolicySource)?
    /// How often loops look for timeouts.
    let sweepInterval: TimeAmount
    /// The timeouts, in sweeps.
    let frameTicks: UInt64
    let idleTicks: UInt64
    let handshakeTicks: UInt64
    let closeTicks: UInt64
    private let stopping = Atomic<Bool>(false)
    private let nextConnectionId = Atomic<UInt64>(1)

    init(
        settings: ServerSettings, loops: [LoopState], logger: Logger, tap: (any FrameTap)? = nil,
        saslPolicies: (any SaslPolicySource)? = nil
    ) {
        self.settings = settings
        listenerCounts = ListenerCounts(settings.listeners.map(\.name))
        self.tap = tap
        self.saslPolicies = saslPolicies
        self.loops = loops
        self.logger = logger
        gate = RequestGate(limit: settings.queuedMaxRequests) {
            for loop in loops { loop.eventLoop.execute { loop.gateOpened() } }
        }
        let frame = max(1, settings.frameTimeoutMilliseconds)
        let idle = settings.maxIdleMilliseconds < 0 ? Int64.max / 2 : max(1, settings.maxIdleMilliseconds)
        let handshake = max(1, settings.handshakeTimeoutMilliseconds)
        let interval = max(10, min(1000, min(frame, idle, handshake) / 4))
        sweepInterval = .milliseconds(interval)
        frameTicks = UInt64(frame / interval)
        idleTicks = UInt64(idle / interval)
        handshakeTicks = UInt64(handshake / interval)
        closeTicks = UInt64(Self.closeMilliseconds / interval)
    }

    /// Whether a graceful stop has begun.
    var isStopping: Bool { stopping.load(ordering: .relaxed) }

    /// Begins a graceful stop. False if that has happened before.
    func stop() -> Bool {
        !stopping.exchange(true, ordering: .sequentiallyConsistent)
    }

    func newConnectionId() -> UInt64 {
        nextConnectionId.wrappingAdd(1, ordering: .relaxed).oldValue
    }

    /// Counts a connection's end, and writes its log line where it deserves one.
    func closed(_ context: ConnectionContext, _ reason: CloseReason) {
        listenerCounts.closed(context.listener, reason)
        let kind: LogLimiter.Kind
        var advice = ""
        switch reason {
        case .peerClosed, .serverStopped, .idle, .upstreamClosed: return
        case .tlsOnPlaintext:
            kind = .foreign
            advice = "; set security.protocol=PLAINTEXT in the client, or use a listener with TLS"
        case .httpOnKafkaPort:
            kind = .foreign
            advice = "; this port speaks the Kafka protocol only"
        case .plaintextOnTLS:
            kind = .foreign
            advice = "; set security.protocol=SSL (or SASL_SSL) in the client, or use a listener without TLS"
        case .httpOnTLS:
            kind = .foreign
            advice = "; this port speaks the Kafka protocol only"
        case .handshakeFailed, .tlsFailed: kind = .handshake
        case .frameTimeout, .handshakeTimeout: kind = .timeout
        case .invalidFrameLength, .malformedHeader, .malformedRequest, .unsupportedVersion, .unknownApi:
            kind = .garbage
        case .refused: kind = .refused
        case .upstream: kind = .upstream
        case .responseNotWritten, .internalError: kind = .internalError
        }
        let peer = context.peerHost.isEmpty ? "a peer that is gone" : "\(context.peerHost):\(context.peerPort)"
        limiter.log(
            kind, kind == .internalError ? .error : .warning, to: logger,
            "closed connection from \(peer) on listener \(context.listener): "
                + "\(reason)\(advice)")
    }
}
