import Testing

@testable import KafkaProxy

@Suite("Logins whose tokens have no header")
struct TokenRelayTests {
    private func begun(_ mechanism: String) throws -> TokenRelay {
        var relay = TokenRelay()
        relay.handshakeSent(mechanism: mechanism)
        #expect(!relay.expectsToken)
        try relay.handshakeAnswered(errorCode: 0)
        return relay
    }

    @Test(
        "A mechanism's tokens are counted, whatever is in the answers",
        arguments: [("PLAIN", 1), ("SCRAM-SHA-256", 2), ("SCRAM-SHA-512", 2)], [0, 100])
    func rounds(_ mechanism: (name: String, rounds: Int), size: Int) throws {
        var relay = try begun(mechanism.name)
        for _ in 0..<mechanism.rounds {
            #expect(relay.expectsToken)
            relay.tokenAnswered(byteCount: size)
        }
        #expect(!relay.expectsToken)
        relay.tokenAnswered(byteCount: size)
        #expect(!relay.expectsToken)
    }

    @Test("A bearer token that is taken is answered by nothing")
    func bearer() throws {
        var relay = try begun("OAUTHBEARER")
        #expect(relay.expectsToken)
        relay.tokenAnswered(byteCount: 0)
        #expect(!relay.expectsToken)
    }

    @Test("One that is refused is answered by a reason, upon which the client sends one token more")
    func refusedBearer() throws {
        var relay = try begun("OAUTHBEARER")
        relay.tokenAnswered(byteCount: 30)
        #expect(relay.expectsToken)
        relay.tokenAnswered(byteCount: 30)
        #expect(!relay.expectsToken)
    }

    @Test("A handshake that is refused is followed by requests, and by another handshake")
    func refusedHandshake() throws {
        var relay = TokenRelay()
        relay.handshakeSent(mechanism: "PLAIN")
        try relay.handshakeAnswered(errorCode: 33)
        #expect(!relay.expectsToken)
        relay.handshakeSent(mechanism: "SCRAM-SHA-256")
        try relay.handshakeAnswered(errorCode: 0)
        #expect(relay.expectsToken)
    }

    @Test("An unknown mechanism is refused where the cluster takes it, and there only")
    func unknown() throws {
        for name in ["GSSAPI", "", "SCRAM-SHA-1024", "plain"] {
            var relay = TokenRelay()
            relay.handshakeSent(mechanism: name)
            #expect(throws: TokenRelay.UnknownMechanism(name: name)) { try relay.handshakeAnswered(errorCode: 0) }
            #expect(!relay.expectsToken)
            relay.handshakeSent(mechanism: name)
            try relay.handshakeAnswered(errorCode: 33)
            #expect(!relay.expectsToken)
        }
    }

    @Test("Answers that nothing was asked for change nothing")
    func outOfTurn() throws {
        var relay = TokenRelay()
        try relay.handshakeAnswered(errorCode: 0)
        relay.tokenAnswered(byteCount: 0)
        #expect(relay == TokenRelay())
    }
}
