import Testing

@testable import KafkaSecurity

@Suite struct ScramExchangeTests {
    private let policy: SaslPolicy

    init() throws {
        policy = try SaslTestPolicy().policy
    }

    private struct Run {
        var last: SaslStep
        var serverFirst: [UInt8]
        var client: ScramClient
    }

    private func run(
        _ mechanism: ScramMechanism, user: String = SaslTestPolicy.user, password: String = SaslTestPolicy.password
    ) throws -> Run {
        var exchange = ScramExchange(mechanism, policy: policy)
        var client = try ScramClient(mechanism, user: user, password: password, nonce: "abc")
        guard case .challenge(let serverFirst) = exchange.step(client.firstMessage, now: 0) else {
            throw ScramError.malformed
        }
        let final = try client.respond(toServerFirst: serverFirst)
        return Run(last: exchange.step(final, now: 0), serverFirst: serverFirst, client: client)
    }

    @Test(arguments: ScramMechanism.allCases)
    func `the right password`(mechanism: ScramMechanism) throws {
        var run = try run(mechanism)
        guard case .done(let final, let identity) = run.last else {
            Issue.record("\(run.last)")
            return
        }
        #expect(identity == SaslIdentity(principal: KafkaPrincipal("alice")))
        try run.client.verify(serverFinal: final)
    }

    @Test func `the exchange of RFC 7677`() throws {
        var policy = SaslPolicy()
        let salt = try #require(Base64URL.decode("W22ZaJ0SNY7soEsUEjb6gQ"))
        let credential = try ScramCredential(.sha256, password: "pencil", salt: salt)
        policy.scramCredential = { _, _ in credential }
        policy.makeNonce = { "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0" }
        var exchange = ScramExchange(.sha256, policy: policy)
        let first = exchange.step(Array("n,,n=user,r=rOprNGfwEbeRWgbNEkqO".utf8), now: 0)
        let nonce = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
        #expect(first == .challenge(Array("r=\(nonce),s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096".utf8)))
        let last = exchange.step(
            Array("c=biws,r=\(nonce),p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=".utf8), now: 0)
        #expect(
            last
                == .done(
                    Array("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=".utf8),
                    SaslIdentity(principal: KafkaPrincipal("user"))))
    }

    @Test func `a wrong password and an unknown user fail alike`() throws {
        let wrong = try run(.sha256, password: "other")
        let unknown = try run(.sha256, user: "nobody")
        #expect(wrong.last == .failed(.hidden("no such user, or a wrong password")))
        #expect(unknown.last == wrong.last)
        #expect(unknown.serverFirst.count == wrong.serverFirst.count)
        #expect(try run(.sha256, user: "nobody").serverFirst == unknown.serverFirst)
        #expect(try run(.sha256, user: "nobodx").serverFirst != unknown.serverFirst)
    }

    @Test func `a delegation token`() throws {
        var exchange = ScramExchange(.sha512, policy: policy)
        var client = try ScramClient(
            .sha512, user: SaslTestPolicy.tokenId, password: SaslTestPolicy.tokenSecret, nonce: "abc")
        // Without the extension the id is a user's name like any other.
        guard case .challenge(let first) = exchange.step(client.firstMessage, now: 0) else {
            Issue.record("no challenge")
            return
        }
        #expect(
            exchange.step(try client.respond(toServerFirst: first), now: 0)
                == .failed(.hidden("no such user, or a wrong password")))
        #expect(try logInByToken(now: 0) == .done([], tokenIdentity))
        // As old librdkafka has it.
        #expect(try logInByToken(now: 0, finalNonce: "abcabcserver-nonce") == .done([], tokenIdentity))
        #expect(try logInByToken(now: 50_000) == .failed(.hidden("no such user, or a wrong password")))
    }

    private var tokenIdentity: SaslIdentity {
        SaslIdentity(principal: KafkaPrincipal("owner", isTokenAuthenticated: true), expiresAt: 50_000)
    }

    /// The last step, its message left out.
    private func logInByToken(now: Int64, finalNonce: String = "abcserver-nonce") throws -> SaslStep {
        var exchange = ScramExchange(.sha256, policy: policy)
        let bare = "n=token-1,r=abc,tokenauth=true"
        guard case .challenge(let serverFirst) = exchange.step(Array("n,,\(bare)".utf8), now: now) else {
            throw ScramError.malformed
        }
        let algorithm = HashAlgorithm.sha256
        let salt = Array("0123456789abcdefghijklmnop".utf8)
        let salted = try algorithm.derivedKey(
            password: Array(SaslTestPolicy.tokenSecret.utf8), salt: salt, iterations: 4096)
        let clientKey = try algorithm.authenticationCode(of: Array("Client Key".utf8), key: salted)
        let withoutProof = "c=biws,r=\(finalNonce)"
        let signed = Array("\(bare),\(String(decoding: serverFirst, as: UTF8.self)),\(withoutProof)".utf8)
        let signature = try algorithm.authenticationCode(of: signed, key: try algorithm.hash(clientKey))
        let proof = zip(clientKey, signature).map { $0 ^ $1 }
        let step = exchange.step(Array("\(withoutProof),p=\(base64(proof))".utf8), now: now)
        if case .done(_, let identity) = step { return .done([], identity) }
        return step
    }

    @Test(arguments: [
        "", "n,,", "n,,n=alice", "n,,r=abc,n=alice", "p=tls-unique,,n=alice,r=abc", "n,,n=,r=abc", "n,,n=alice,r=",
        "n,,n=al=ice,r=abc", "n,,n=alice,r=a\u{7f}c", "n,,n=alice,r=abc,x", "n,x=y,n=alice,r=abc", "x,,n=alice,r=abc",
        "n,,m=ext,n=alice,r=abc", "n,a=,n=alice,r=abc", "n,a=root,n=alice,r=abc", "n,,n=al\u{0}ice,r=abc",
    ])
    func `client-first messages that are refused`(message: String) {
        var exchange = ScramExchange(.sha256, policy: policy)
        guard case .failed = exchange.step(Array(message.utf8), now: 0) else {
            Issue.record("\(message)")
            return
        }
    }

    @Test(arguments: [
        "", "c=biws,r=abcserver-nonce", "c=biws,r=abcserver-nonce,p=", "c=biws,r=abcserver-nonce,p=AAAA",
        "c=biws,r=other,p=AAAA", "c=biws,r=server-nonce,p=AAAA", "c=eSws,r=abcserver-nonce,p=AAAA",
        "r=abcserver-nonce,c=biws,p=AAAA", "p=AAAA", ",p=",
    ])
    func `client-final messages that are refused`(message: String) {
        var exchange = ScramExchange(.sha256, policy: policy)
        _ = exchange.step(Array("n,,n=alice,r=abc".utf8), now: 0)
        guard case .failed = exchange.step(Array(message.utf8), now: 0) else {
            Issue.record("\(message)")
            return
        }
        guard case .failed = exchange.step(Array("n,,n=alice,r=abc".utf8), now: 0) else {
            Issue.record("an exchange begins anew")
            return
        }
    }

    @Test func `a name with separators`() {
        #expect(ScramClientFirst(Array("n,,n=a=2Cb=3Dc,r=x".utf8))?.user == "a,b=c")
        #expect(ScramClientFirst(Array("y,a=me,n=a,r=x,one=1".utf8))?.extensions == ["one": "1"])
    }
}
