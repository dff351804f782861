import Testing

@testable import KafkaSecurity

@Suite struct ScramClientTests {
    private static let nonce = "rOprNGfwEbeRWgbNEkqO"
    private static let serverNonce = nonce + "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
    private static let serverFirst = "r=\(serverNonce),s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"

    private static func client(_ mechanism: ScramMechanism = .sha256, user: String = "user") throws -> ScramClient {
        try ScramClient(mechanism, user: user, password: "pencil", nonce: nonce)
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test(arguments: [
        (
            ScramMechanism.sha256, "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
            "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="
        ),
        (
            .sha512, "gMGXRcevScNtxZ6/8lQYpGtnsNAc3mGcmNomv+xnoOMw+3R2xNJdMNnzMlTN8PPC6wdp6dybEmDYXYTxwnYPJQ==",
            "ZQnYEgWQMFmmsM8aQMF0nDDCy/AgCzkwk8CmMZYcMg0vSVlKDanekLtifDSeVGT4+5ZxXnJq199RVG2rR7N7Zw=="
        ),
    ])
    func `the exchange of RFC 7677`(mechanism: ScramMechanism, proof: String, signature: String) throws {
        var client = try Self.client(mechanism)
        #expect(Self.text(client.firstMessage) == "n,,n=user,r=\(Self.nonce)")
        let final = try client.respond(toServerFirst: Array(Self.serverFirst.utf8))
        #expect(Self.text(final) == "c=biws,r=\(Self.serverNonce),p=\(proof)")
        try client.verify(serverFinal: Array("v=\(signature)".utf8))
        #expect(throws: ScramError.outOfTurn) { try client.verify(serverFinal: Array("v=\(signature)".utf8)) }
    }

    @Test func `separators in a user's name are written out`() throws {
        #expect(Self.text(try Self.client(user: "a=b,c").firstMessage) == "n,,n=a=3Db=2Cc,r=\(Self.nonce)")
    }

    @Test(arguments: [
        ("", ScramError.malformed),
        ("r=\(serverNonce)", .malformed),
        ("r=\(serverNonce),i=4096,s=W22ZaJ0SNY7soEsUEjb6gQ==", .malformed),
        ("r=\(serverNonce),s=W22Za,i=4096", .malformed),
        ("r=\(serverNonce),s=,i=4096", .malformed),
        ("r=\(serverNonce),s=W22ZaJ0SNY7soEsUEjb6gQ==,i=many", .malformed),
        ("r=\(serverNonce),s=W22ZaJ0SNY7soEsUEjb6gQ==,i=99999999999999999999", .malformed),
        ("m=x,r=\(serverNonce),s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096", .extensionDemanded),
        ("r=other,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096", .foreignNonce),
        ("r=\(nonce),s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096", .foreignNonce),
        ("r=\(serverNonce),s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4095", .iterationsOutOfRange(4095)),
        ("r=\(serverNonce),s=W22ZaJ0SNY7soEsUEjb6gQ==,i=1000001", .iterationsOutOfRange(1_000_001)),
        ("r=\(serverNonce),s=W22ZaJ0SNY7soEsUEjb6gQ==,i=-1", .iterationsOutOfRange(-1)),
    ])
    func `a server-first message that is refused`(message: String, error: ScramError) throws {
        var client = try Self.client()
        #expect(throws: error) { try client.respond(toServerFirst: Array(message.utf8)) }
        #expect(throws: ScramError.outOfTurn) { try client.respond(toServerFirst: Array(Self.serverFirst.utf8)) }
    }

    @Test(arguments: [
        ("v=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", ScramError.wrongSignature),
        ("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95A==", .wrongSignature),
        ("v=", .wrongSignature),
        ("v", .malformed),
        ("x=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=", .malformed),
        ("e=unknown-user", .refused("unknown-user")),
    ])
    func `a server-final message that is refused`(message: String, error: ScramError) throws {
        var client = try Self.client()
        _ = try client.respond(toServerFirst: Array(Self.serverFirst.utf8))
        #expect(throws: error) { try client.verify(serverFinal: Array(message.utf8)) }
    }

    @Test func `no server is believed before the proof was made`() throws {
        var client = try Self.client()
        #expect(throws: ScramError.outOfTurn) { try client.verify(serverFinal: Array("v=AAAA".utf8)) }
    }

    @Test(arguments: ["", "a,b", "a b", "é"]) func `a nonce that RFC 5802 does not allow`(nonce: String) {
        #expect(throws: ScramError.badNonce) {
            try ScramClient(.sha256, user: "user", password: "pencil", nonce: nonce)
        }
    }

    @Test func `the message of PLAIN`() {
        #expect(PlainMessage.bytes(user: "alice", password: "x") == [0] + Array("alice".utf8) + [0, 0x78])
        #expect(PlainMessage.bytes(user: "a\u{0}b", password: "x") == nil)
        #expect(PlainMessage.bytes(user: "a", password: "") == nil)
    }

    @Test func `a password is salted once for a salt, and gives the same proof`() throws {
        let passwords = SaltedPasswords()
        func final(_ first: String, password: String = "pencil") throws -> String {
            var client = try ScramClient(
                .sha256, user: "user", password: password, nonce: Self.nonce, passwords: passwords)
            return Self.text(try client.respond(toServerFirst: Array(first.utf8)))
        }
        var fresh = try Self.client()
        let expected = Self.text(try fresh.respond(toServerFirst: Array(Self.serverFirst.utf8)))
        #expect(try final(Self.serverFirst) == expected && passwords.count == 1)
        #expect(try final(Self.serverFirst) == expected && passwords.count == 1)
        // Whatever else goes into it makes another.
        #expect(try final(Self.serverFirst, password: "pen") != expected && passwords.count == 2)
        _ = try final(Self.serverFirst.replacing("4096", with: "4097"))
        #expect(passwords.count == 3)
        for number in 0..<3 * SaltedPasswords.most {
            _ = try final("r=\(Self.serverNonce),s=\(10 + number)aa,i=4096")
        }
        #expect(passwords.count <= SaltedPasswords.most)
        #expect(try final(Self.serverFirst) == expected)
    }
}
