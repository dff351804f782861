import Testing

@testable import KafkaSecurity

/// A client's login against a broker's authenticator, and against brokers that do not keep the rules.
@Suite struct SaslInitiatorTests {
    private static let nonce = "client-nonce"

    static let logins: [SaslLogin] = [
        .plain(user: SaslTestPolicy.user, password: SaslTestPolicy.password),
        .scram(.sha256, user: SaslTestPolicy.user, password: SaslTestPolicy.password, isToken: false),
        .scram(.sha512, user: SaslTestPolicy.user, password: SaslTestPolicy.password, isToken: false),
        .scram(.sha256, user: SaslTestPolicy.tokenId, password: SaslTestPolicy.tokenSecret, isToken: true),
        .bearer(token: SaslTestPolicy.bearer, extensions: ["traceId": "a b"]),
    ]

    @Test(arguments: logins) func `the right credentials are accepted`(login: SaslLogin) throws {
        var broker = SaslLoginBroker(try SaslTestPolicy().policy)
        #expect(broker.logIn(by: login) == .done(sessionLifetime: broker.lifetime))
        #expect(broker.authenticator.isAuthenticated)
    }

    @Test(arguments: [
        SaslLogin.plain(user: SaslTestPolicy.user, password: "no"),
        .plain(user: "nobody", password: SaslTestPolicy.password),
        .scram(.sha256, user: SaslTestPolicy.user, password: "no", isToken: false),
        .scram(.sha512, user: "nobody", password: SaslTestPolicy.password, isToken: false),
        .scram(.sha256, user: SaslTestPolicy.user, password: SaslTestPolicy.password, isToken: true),
        .bearer(token: "bad-token", extensions: [:]),
    ])
    func `wrong credentials are refused, and no text shows them`(login: SaslLogin) throws {
        var broker = SaslLoginBroker(try SaslTestPolicy().policy)
        guard case .failed(let error) = broker.logIn(by: login), case .refused = error else {
            Issue.record("not refused")
            return
        }
        #expect(!broker.authenticator.isAuthenticated)
        let texts = "\(error) \(login) \(String(reflecting: login)) \(dumped(login))"
        #expect(!texts.contains("bad-token") && !texts.contains(SaslTestPolicy.password))
    }

    private func dumped(_ login: SaslLogin) -> String {
        var text = ""
        dump(login, to: &text)
        return text
    }

    @Test func `a mechanism that is not taken is named with those that are`() throws {
        var policy = try SaslTestPolicy().policy
        policy.mechanisms = [.plain, .scramSHA256]
        var broker = SaslLoginBroker(policy)
        let decision = broker.logIn(by: Self.logins[2])
        #expect(decision == .failed(.mechanismRefused(.scramSHA512, offered: ["PLAIN", "SCRAM-SHA-256"])))
    }

    private func scram(_ answer: (String) -> String) -> SaslInitiator.Decision {
        var initiator = SaslInitiator(Self.logins[1], nonce: Self.nonce)
        _ = initiator.begin()
        guard case .send(.authenticate(let first)) = initiator.handshakeAnswered(code: 0, mechanisms: []) else {
            return .failed(.outOfTurn)
        }
        let nonce = String(decoding: first, as: UTF8.self).split(separator: "=").last.map(String.init) ?? ""
        return initiator.authenticateAnswered(
            code: 0, message: nil, bytes: Array(answer(nonce).utf8), lifetime: 0)
    }

    @Test(arguments: [
        ("r=other-nonce,s=c2FsdA==,i=4096", ScramError.foreignNonce),
        ("r=client-nonc,s=c2FsdA==,i=4096", .foreignNonce),
        ("r=client-nonce,s=c2FsdA==,i=4096", .foreignNonce),
        ("r=client-nonceX,s=c2FsdA==,i=1", .iterationsOutOfRange(1)),
        ("r=client-nonceX,s=c2FsdA==,i=4095", .iterationsOutOfRange(4095)),
        ("r=client-nonceX,s=c2FsdA==,i=2000000000", .iterationsOutOfRange(2_000_000_000)),
        ("r=client-nonceX,s=,i=4096", .malformed),
        ("", .malformed),
    ])
    func `a broker's first message that breaks the rules ends the login`(text: String, error: ScramError) {
        #expect(scram { _ in text } == .failed(.untrustworthy(Self.logins[1], error)))
    }

    @Test(arguments: ["v=d3Jvbmcgc2lnbmF0dXJl", "v=", "e=other-error", ""])
    func `a broker that does not know the password itself is not taken`(final: String) throws {
        var initiator = SaslInitiator(Self.logins[1], nonce: Self.nonce)
        _ = initiator.begin()
        _ = initiator.handshakeAnswered(code: 0, mechanisms: [])
        let first = Array("r=client-nonceX,s=c2FsdA==,i=4096".utf8)
        guard case .send = initiator.authenticateAnswered(code: 0, message: nil, bytes: first, lifetime: 0) else {
            Issue.record("no client-final message")
            return
        }
        let decision = initiator.authenticateAnswered(
            code: 0, message: nil, bytes: Array(final.utf8), lifetime: 3_600_000)
        guard case .failed(.untrustworthy) = decision else {
            Issue.record("\(decision)")
            return
        }
    }

    @Test func `the next login comes at 85 to 95 % of the session`() {
        var random = SystemRandomNumberGenerator()
        #expect(SaslInitiator.reauthenticationDelay(lifetime: 0, using: &random) == nil)
        #expect(SaslInitiator.reauthenticationDelay(lifetime: -5, using: &random) == nil)
        for lifetime in [1, 100, 3_600_000, Int64.max] {
            for _ in 0..<200 {
                let delay = SaslInitiator.reauthenticationDelay(lifetime: lifetime, using: &random) ?? -1
                let bounded = min(lifetime, 366 * 24 * 3_600_000)
                #expect(delay >= bounded * 85 / 100 - 1 && delay <= bounded * 95 / 100)
            }
        }
    }
}

/// A broker's side, without the frames.
struct SaslLoginBroker {
    var authenticator = SaslAuthenticator()
    private let policy: SaslPolicy
    private(set) var lifetime: Int64 = 0

    init(_ policy: SaslPolicy) {
        self.policy = policy
    }

    /// Drives a login to its end.
    mutating func logIn(by login: SaslLogin) -> SaslInitiator.Decision {
        var initiator = SaslInitiator(login, nonce: "client-nonce")
        var decision = initiator.begin()
        var rounds = 0
        while case .send(let request) = decision {
            rounds += 1
            guard rounds < 10, let next = answer(to: request, for: &initiator) else { return decision }
            decision = next
        }
        return decision
    }

    private mutating func answer(
        to request: SaslInitiator.Request, for initiator: inout SaslInitiator
    ) -> SaslInitiator.Decision? {
        let event: SaslEvent
        switch request {
        case .handshake(let mechanism): event = .handshake(version: 1, mechanism: mechanism)
        case .authenticate(let bytes): event = .authenticate(version: 2, message: bytes)
        }
        switch authenticator.handle(event, at: SaslInstant(wall: 1000, monotonic: 0), policy: policy) {
        case .answer(let answer), .fail(let answer?, _, _):
            switch answer {
            case .handshake(let error, let mechanisms):
                return initiator.handshakeAnswered(code: code(error), mechanisms: mechanisms)
            case .authenticate(let error, let message, let bytes, let lifetime):
                self.lifetime = lifetime
                return initiator.authenticateAnswered(
                    code: code(error), message: message, bytes: bytes, lifetime: lifetime)
            case .token: return nil
            }
        case .pass, .fail(nil, _, _), .close: return nil
        }
    }

    private func code(_ error: SaslError) -> Int16 {
        switch error {
        case .none: 0
        case .unsupportedMechanism: 33
        case .illegalState: 34
        case .authenticationFailed: 58
        }
    }
}
