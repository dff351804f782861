import Testing

@testable import KafkaSecurity

@Suite struct SaslAuthenticatorTests {
    private var policy: SaslPolicy
    private var authenticator = SaslAuthenticator()
    private let enabled = SaslMechanism.allCases.map(\.rawValue)

    init() throws {
        policy = try SaslTestPolicy().policy
    }

    private mutating func send(_ event: SaslEvent, at time: Int64 = 0) -> SaslDecision {
        authenticator.handle(event, at: SaslInstant(wall: time, monotonic: time), policy: policy)
    }

    private mutating func shakeHands(_ mechanism: SaslMechanism, version: Int16 = 1, at time: Int64 = 0) {
        #expect(
            send(.handshake(version: version, mechanism: mechanism.rawValue), at: time)
                == .answer(.handshake(.none, mechanisms: enabled)))
    }

    private mutating func logIn(at time: Int64 = 0) {
        shakeHands(.plain, at: time)
        _ = send(.authenticate(version: 2, message: SaslTestPolicy.plain()), at: time)
    }

    private func failed(_ message: String) -> SaslDecision.Answer {
        .authenticate(.authenticationFailed, message: message, bytes: [], sessionLifetime: 0)
    }

    private func answer(_ decision: SaslDecision) -> SaslDecision.Answer? {
        if case .fail(let answer, delay: 100, _) = decision { return answer }
        return nil
    }

    @Test mutating func `a password by PLAIN`() {
        #expect(send(.apiVersions(isServed: false)) == .pass)
        #expect(send(.apiVersions(isServed: true)) == .pass)
        shakeHands(.plain)
        #expect(!authenticator.isAuthenticated)
        #expect(
            send(.authenticate(version: 2, message: SaslTestPolicy.plain()))
                == .answer(.authenticate(.none, message: "", bytes: [], sessionLifetime: 0)))
        #expect(authenticator.principal == KafkaPrincipal("alice"))
        #expect(send(.other("Metadata")) == .pass)
        #expect(send(.handshake(version: 1, mechanism: "PLAIN")) == .pass)
        #expect(send(.authenticate(version: 1, message: [])) == .pass)
        #expect(authenticator.isAuthenticated)
    }

    @Test(arguments: [
        (SaslTestPolicy.plain(password: "other"), "Authentication failed: Invalid username or password"),
        (SaslTestPolicy.plain(user: "nobody"), "Authentication failed: Invalid username or password"),
        (SaslTestPolicy.plain(password: ""), "Authentication failed: password not specified"),
        (SaslTestPolicy.plain(user: ""), "Authentication failed: username not specified"),
        (SaslTestPolicy.plain(authorizationId: "root"), PlainExchange.foreignIdentity),
        (
            [], "Authentication failed during authentication due to invalid credentials with SASL mechanism PLAIN"
        ),
        (
            [0, 0, 0, 0],
            "Authentication failed during authentication due to invalid credentials with SASL mechanism PLAIN"
        ),
    ])
    mutating func `messages of PLAIN that prove nothing`(message: [UInt8], text: String) {
        shakeHands(.plain)
        #expect(answer(send(.authenticate(version: 2, message: message))) == failed(text))
        #expect(authenticator.principal == nil)
        guard case .close = send(.other("Metadata")) else {
            Issue.record("a request after a failure")
            return
        }
    }

    @Test mutating func `an unknown mechanism`() {
        let decision = send(.handshake(version: 1, mechanism: "GSSAPI"))
        #expect(answer(decision) == .handshake(.unsupportedMechanism, mechanisms: enabled))
        policy.mechanisms = [.scramSHA512]
        authenticator = SaslAuthenticator()
        #expect(
            answer(send(.handshake(version: 0, mechanism: "PLAIN")))
                == .handshake(.unsupportedMechanism, mechanisms: ["SCRAM-SHA-512"]))
    }

    @Test mutating func `a second handshake`() {
        shakeHands(.plain)
        #expect(
            answer(send(.handshake(version: 1, mechanism: "PLAIN"))) == .handshake(.illegalState, mechanisms: []))
        #expect(authenticator.principal == nil)
    }

    @Test(arguments: [
        SaslEvent.other("Metadata"), .authenticate(version: 1, message: SaslTestPolicy.plain()),
        .token(SaslTestPolicy.plain()),
    ])
    mutating func `what closes a connection before the handshake`(event: SaslEvent) {
        guard case .close = send(event) else {
            Issue.record("\(event)")
            return
        }
        #expect(authenticator.principal == nil)
    }

    @Test mutating func `tokens without headers follow version 0 of the handshake`() {
        shakeHands(.plain, version: 0)
        #expect(authenticator.expectsToken)
        #expect(send(.token(SaslTestPolicy.plain())) == .answer(.token([])))
        #expect(authenticator.isAuthenticated)
        authenticator = SaslAuthenticator()
        shakeHands(.plain, version: 0)
        guard case .fail(nil, _, _) = send(.token(SaslTestPolicy.plain(password: "x"))) else {
            Issue.record("a wrong password in a token")
            return
        }
    }

    @Test mutating func `a session has an end and goes on when the client authenticates again`() {
        policy.maxSessionMilliseconds[.plain] = 60_000
        shakeHands(.plain)
        #expect(
            send(.authenticate(version: 2, message: SaslTestPolicy.plain()), at: 1)
                == .answer(.authenticate(.none, message: "", bytes: [], sessionLifetime: 60_000)))
        #expect(send(.other("Fetch"), at: 60_001) == .pass)
        shakeHands(.plain, at: 60_500)
        #expect(
            send(.authenticate(version: 2, message: SaslTestPolicy.plain()), at: 60_600)
                == .answer(.authenticate(.none, message: "", bytes: [], sessionLifetime: 60_000)))
        #expect(send(.other("Fetch"), at: 120_600) == .pass)
        guard case .close = send(.other("Fetch"), at: 120_601) else {
            Issue.record("a session that is over")
            return
        }
    }

    @Test mutating func `who authenticates again stays who they are`() {
        policy.maxSessionMilliseconds = [.plain: 60_000, .scramSHA256: 60_000]
        policy.plainUsers = PlainUsers(["alice": "alice-secret", "mallory": "m"])
        logIn()
        shakeHands(.plain, at: 2000)
        let other = SaslTestPolicy.plain(user: "mallory", password: "m")
        #expect(
            answer(send(.authenticate(version: 2, message: other), at: 2000))
                == failed("Cannot change principals during re-authentication from User:alice to User:mallory"))
        #expect(authenticator.principal == nil)
    }

    @Test mutating func `principals are the same in every byte or not at all`() {
        // One letter to Unicode, and two principals to rules.
        let (composed, decomposed) = ("ren\u{e9}", "rene\u{301}")
        #expect(KafkaPrincipal(composed) == KafkaPrincipal(composed))
        #expect(KafkaPrincipal(composed) != KafkaPrincipal(decomposed))
        #expect(Set([KafkaPrincipal(composed), KafkaPrincipal(decomposed), KafkaPrincipal(composed)]).count == 2)
        #expect(KafkaPrincipal("a", isTokenAuthenticated: true) != KafkaPrincipal("a"))
        policy.maxSessionMilliseconds[.plain] = 60_000
        policy.plainUsers = PlainUsers([composed: "r"])
        shakeHands(.plain)
        _ = send(.authenticate(version: 2, message: SaslTestPolicy.plain(user: composed, password: "r")))
        #expect(authenticator.principal == KafkaPrincipal(composed))
        shakeHands(.plain, at: 2000)
        let other = SaslTestPolicy.plain(user: decomposed, password: "r")
        #expect(answer(send(.authenticate(version: 2, message: other), at: 2000)) != nil)
        #expect(authenticator.principal == nil)
    }

    @Test mutating func `another mechanism ends the connection`() {
        policy.maxSessionMilliseconds[.plain] = 60_000
        logIn()
        shakeHands(.scramSHA256, at: 2000)
        guard case .fail(nil, _, _) = send(.authenticate(version: 2, message: []), at: 2000) else {
            Issue.record("a mechanism switch")
            return
        }
    }

    @Test mutating func `a client begins anew once a second at most`() {
        policy.maxSessionMilliseconds[.plain] = 60_000
        logIn()
        logIn(at: 5000)
        // The engine answers it, with ILLEGAL_SASL_STATE.
        #expect(send(.handshake(version: 1, mechanism: "PLAIN"), at: 5999) == .pass)
        shakeHands(.plain, at: 6000)
    }

    @Test mutating func `a wrong password the second time`() {
        policy.maxSessionMilliseconds[.scramSHA512] = 60_000
        policy.maxSessionMilliseconds[.plain] = 60_000
        logIn()
        shakeHands(.plain, at: 2000)
        #expect(
            answer(send(.authenticate(version: 2, message: [1]), at: 2000))
                == failed(
                    "Authentication failed during re-authentication due to invalid credentials with SASL mechanism "
                        + "PLAIN"))
    }

    @Test mutating func `a bearer token's end is the session's`() {
        shakeHands(.oauthBearer)
        #expect(
            send(.authenticate(version: 1, message: SaslTestPolicy.bearer()), at: 40_000)
                == .answer(.authenticate(.none, message: "", bytes: [], sessionLifetime: 60_000)))
        authenticator = SaslAuthenticator()
        policy.maxSessionMilliseconds[.oauthBearer] = 1000
        shakeHands(.oauthBearer)
        #expect(
            send(.authenticate(version: 1, message: SaslTestPolicy.bearer()), at: 40_000)
                == .answer(.authenticate(.none, message: "", bytes: [], sessionLifetime: 1000)))
    }

    @Test mutating func `a refused bearer token is answered twice`() {
        shakeHands(.oauthBearer)
        let error = "{\"status\":\"invalid_token\"}"
        #expect(
            send(.authenticate(version: 1, message: SaslTestPolicy.bearer("bad")))
                == .answer(.authenticate(.none, message: "", bytes: Array(error.utf8), sessionLifetime: 0)))
        #expect(!authenticator.isAuthenticated)
        #expect(answer(send(.authenticate(version: 1, message: [1]))) == failed(error))
    }

    @Test mutating func `a refused bearer token has no second try`() {
        shakeHands(.oauthBearer)
        _ = send(.authenticate(version: 1, message: SaslTestPolicy.bearer("bad")))
        #expect(answer(send(.authenticate(version: 1, message: SaslTestPolicy.bearer()))) != nil)
        #expect(authenticator.principal == nil)
    }

    @Test(arguments: [
        "", "n,,", "n,,\u{1}\u{1}", "n,,\u{1}auth=Basic good-token\u{1}\u{1}",
        "p=x,,\u{1}auth=Bearer good-token\u{1}\u{1}",
        "n,,\u{1}auth=Bearer good-token\u{1}", "n,,\u{1}auth=Bearer good-token\u{1}auth=Bearer good-token\u{1}\u{1}",
        "n,,\u{1}auth=Bearer good token\u{1}\u{1}", "n,a=root,\u{1}auth=Bearer good-token\u{1}\u{1}",
    ])
    mutating func `messages of OAUTHBEARER that prove nothing`(message: String) {
        shakeHands(.oauthBearer)
        #expect(answer(send(.authenticate(version: 1, message: Array(message.utf8)))) != nil)
        #expect(authenticator.principal == nil)
    }
}
