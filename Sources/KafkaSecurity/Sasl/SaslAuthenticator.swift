/// The authentication of one connection, as a pure value: what the peer sends and the time come in, decisions go out.
///
/// It follows Kafka's broker: before the handshake only ApiVersions is answered, once; a handshake names the mechanism;
/// messages of the mechanism follow, in SaslAuthenticate or (after version 0 of the handshake) as bare frames. A failure
/// ends the connection after a delay. Sessions may have an end (KIP-368), before which the client authenticates again,
/// as the same principal by the same mechanism; after it, nothing else is let through.
public struct SaslAuthenticator: Sendable {
    /// A client may begin anew no sooner than this after it last did, in milliseconds.
    static let leastReauthenticationInterval: Int64 = 1000

    private enum Phase: Sendable {
        /// Nothing was sent yet, or only ApiVersions at a version that is not served.
        case fresh
        case versionsTold
        case exchanging(SaslExchange, SaslMechanism, hasHeaders: Bool)
        /// The next frame ends the connection: the client chose another mechanism when it authenticated again.
        case mechanismSwitched(to: String)
        case authenticated
        case failed
    }

    private struct Session: Sendable {
        var principal: KafkaPrincipal
        var mechanism: SaslMechanism
        /// On the monotonic clock; nil for a session without an end.
        var endsAt: Int64?
    }

    private var phase = Phase.fresh
    private var session: Session?
    private var lastReauthentication: Int64?

    /// The state of a connection that was just opened.
    public init() {}

    /// Who the peer is, once it has proved it; nil before, and after a failure.
    public var principal: KafkaPrincipal? {
        if case .failed = phase { return nil }
        return session?.principal
    }

    /// Whether the peer is authenticated and not about to do it again: its requests are the engine's.
    public var isAuthenticated: Bool {
        if case .authenticated = phase { return true }
        return false
    }

    /// When the session ends, on the monotonic clock; nil if it does not.
    public var sessionEnd: Int64? { isAuthenticated ? session?.endsAt : nil }

    /// Whether the next frame has no header.
    public var expectsToken: Bool {
        if case .exchanging(_, _, let hasHeaders) = phase { return !hasHeaders }
        return false
    }

    /// The mechanism in use, for the log.
    public var mechanism: SaslMechanism? {
        if case .exchanging(_, let mechanism, _) = phase { return mechanism }
        return session?.mechanism
    }

    /// Takes the peer's next frame.
    public mutating func handle(_ event: SaslEvent, at now: SaslInstant, policy: SaslPolicy) -> SaslDecision {
        switch phase {
        case .fresh, .versionsTold: return begin(event, policy)
        case .exchanging(let exchange, let mechanism, let hasHeaders):
            return proceed(event, exchange, mechanism, hasHeaders: hasHeaders, now, policy)
        case .mechanismSwitched(let other):
            let first = session?.mechanism.rawValue ?? ""
            return fail(
                nil, policy, "mechanism \(Self.shown(other)) cannot take the place of \(first) on a connection")
        case .authenticated: return authenticated(event, now, policy)
        case .failed: return .close(reason: "a request after a failed authentication")
        }
    }

    private mutating func begin(_ event: SaslEvent, _ policy: SaslPolicy) -> SaslDecision {
        switch event {
        case .apiVersions(let isServed):
            if case .versionsTold = phase { return close("ApiVersions was asked for again during authentication") }
            if isServed { phase = .versionsTold }
            return .pass
        case .handshake(let version, let mechanism): return shakeHands(version, mechanism, policy)
        case .authenticate: return close("SaslAuthenticate came before SaslHandshake")
        case .token: return close("a token came before SaslHandshake")
        case .other(let name): return close("\(name) came before the client was authenticated")
        }
    }

    private mutating func shakeHands(_ version: Int16, _ name: String, _ policy: SaslPolicy) -> SaslDecision {
        let enabled = policy.mechanisms.map(\.rawValue)
        guard let mechanism = SaslMechanism(rawValue: name), policy.mechanisms.contains(mechanism) else {
            return fail(
                .handshake(.unsupportedMechanism, mechanisms: enabled), policy,
                "mechanism \(Self.shown(name)) is not enabled; enabled are \(enabled.joined(separator: ", "))")
        }
        if let session, session.mechanism != mechanism {
            phase = .mechanismSwitched(to: name)
        } else {
            phase = .exchanging(SaslExchange(mechanism, policy: policy), mechanism, hasHeaders: version >= 1)
        }
        return .answer(.handshake(.none, mechanisms: enabled))
    }

    private mutating func proceed(
        _ event: SaslEvent, _ exchange: SaslExchange, _ mechanism: SaslMechanism, hasHeaders: Bool,
        _ now: SaslInstant, _ policy: SaslPolicy
    ) -> SaslDecision {
        let message: [UInt8]
        switch event {
        case .authenticate(_, let bytes) where hasHeaders: message = bytes
        case .token(let bytes) where !hasHeaders: message = bytes
        case .handshake:
            return fail(
                .handshake(.illegalState, mechanisms: []), policy, "a second SaslHandshake came during authentication")
        case .authenticate, .token: return close("a message of the authentication in the wrong form")
        case .apiVersions: return fail(nil, policy, "ApiVersions came during authentication")
        case .other(let name): return fail(nil, policy, "\(name) came during authentication")
        }
        var exchange = exchange
        switch exchange.step(message, now: now.wall) {
        case .challenge(let bytes):
            phase = .exchanging(exchange, mechanism, hasHeaders: hasHeaders)
            return answer(bytes, hasHeaders)
        case .done(let bytes, let identity):
            return succeed(bytes, identity, mechanism, hasHeaders: hasHeaders, now, policy)
        case .failed(let failure): return refuse(failure, mechanism, hasHeaders: hasHeaders, policy)
        }
    }

    private mutating func succeed(
        _ bytes: [UInt8], _ identity: SaslIdentity, _ mechanism: SaslMechanism, hasHeaders: Bool, _ now: SaslInstant,
        _ policy: SaslPolicy
    ) -> SaslDecision {
        if let session, session.principal != identity.principal {
            return refuse(
                .told(
                    "Cannot change principals during re-authentication from \(session.principal) to "
                        + "\(identity.principal)"), mechanism, hasHeaders: hasHeaders, policy)
        }
        var lifetime: Int64 = 0
        var endsAt: Int64?
        let longest = policy.maxSessionMilliseconds[mechanism] ?? 0
        if longest > 0 || identity.expiresAt != nil {
            let left = identity.expiresAt.map { $0.subtractingReportingOverflow(now.wall) }
            let credential = left.map { $0.overflow ? 0 : $0.partialValue } ?? .max
            lifetime = max(0, min(credential, longest > 0 ? longest : .max))
            let end = now.monotonic.addingReportingOverflow(lifetime)
            endsAt = end.overflow ? .max : end.partialValue
        }
        session = Session(principal: identity.principal, mechanism: mechanism, endsAt: endsAt)
        phase = .authenticated
        return answer(bytes, hasHeaders, lifetime: lifetime)
    }

    private mutating func refuse(
        _ failure: SaslFailure, _ mechanism: SaslMechanism, hasHeaders: Bool, _ policy: SaslPolicy
    ) -> SaslDecision {
        let reason: String
        let message: String
        switch failure {
        case .told(let text):
            message = text
            reason = text
        case .explained(let text, let why):
            message = text
            reason = why
        case .hidden(let text):
            let kind = session == nil ? "authentication" : "re-authentication"
            message =
                "Authentication failed during \(kind) due to invalid credentials with SASL mechanism "
                + mechanism.rawValue
            reason = text
        }
        let answer = SaslDecision.Answer.authenticate(
            .authenticationFailed, message: message, bytes: [], sessionLifetime: 0)
        return fail(hasHeaders ? answer : nil, policy, "\(mechanism.rawValue): \(reason)")
    }

    private mutating func authenticated(
        _ event: SaslEvent, _ now: SaslInstant, _ policy: SaslPolicy
    ) -> SaslDecision {
        if case .handshake(let version, let mechanism) = event, session?.endsAt != nil, mayBeginAnew(now) {
            lastReauthentication = now.monotonic
            return shakeHands(version, mechanism, policy)
        }
        if let end = session?.endsAt, now.monotonic > end {
            return close("the session's lifetime is over and the client did not authenticate again")
        }
        return .pass
    }

    private func mayBeginAnew(_ now: SaslInstant) -> Bool {
        guard let lastReauthentication else { return true }
        return now.monotonic &- lastReauthentication >= Self.leastReauthenticationInterval
    }

    private func answer(_ bytes: [UInt8], _ hasHeaders: Bool, lifetime: Int64 = 0) -> SaslDecision {
        .answer(
            hasHeaders
                ? .authenticate(.none, message: "", bytes: bytes, sessionLifetime: lifetime) : .token(bytes))
    }

    private mutating func fail(
        _ answer: SaslDecision.Answer?, _ policy: SaslPolicy, _ reason: String
    ) -> SaslDecision {
        phase = .failed
        return .fail(answer, delay: policy.failureDelayMilliseconds, reason: reason)
    }

    private mutating func close(_ reason: String) -> SaslDecision {
        phase = .failed
        return .close(reason: reason)
    }

    /// A name that a peer sent, fit for a log line.
    private static func shown(_ name: String) -> String {
        String(name.unicodeScalars.prefix(40).map { $0.value >= 0x20 && $0.value < 0x7f ? Character($0) : "?" })
    }
}
