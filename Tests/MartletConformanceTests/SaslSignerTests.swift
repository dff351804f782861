import KafkaMessageJSON
import KafkaProtocol
import KafkaSecurity
import KafkaWire
import NIOCore
import Testing

@testable import MartletConformance

/// The recorded logins, done anew by the password that the recorded client had: byte for byte the same.
@Suite struct SaslSignerTests {
    private static let bob = SaslCredentials(user: "bob", password: "bob-dummy")
    private static let alice = SaslCredentials(user: "alice", password: "alice-dummy")

    private static func message(_ body: JSONValue?) throws -> String {
        let bytes = try #require(body?["authBytes"]?.stringValue.flatMap(Base64.decode))
        return String(decoding: bytes.readableBytesView, as: UTF8.self)
    }

    /// The recordings of single connections, with the exchanges of SASL alone.
    private static func logins(_ name: String) throws -> [(recording: Recording, nonce: String)] {
        let frames = try RecordedSession.frames(name)
        return try Set(frames.map(\.connection)).sorted().compactMap { connection in
            let recording = Recording(frames.filter { $0.connection == connection })
            let first = recording.exchanges.first { $0.request.api == .saslAuthenticate }
            guard let first else { return nil }
            let text = try message(MessageForm.request(first.request))
            return (recording, text.split(separator: "r=", maxSplits: 1).last.map(String.init) ?? "none")
        }
    }

    private static func play(
        _ recording: Recording, _ signer: SaslSigner,
        _ judge: (_ exchange: Recording.Exchange, _ sent: ByteBuffer?, _ problem: Difference?) throws -> Void
    ) throws {
        var signer = signer
        for (index, exchange) in recording.exchanges.enumerated() {
            let sent = signer.frame(index, exchange, body: MessageForm.request(exchange.request))
            guard let response = exchange.response else { continue }
            let answer = try MessageForm.response(response, to: exchange.request)
            let problem = signer.receive(index, connection: exchange.connection, answer: answer)
            if exchange.request.api == .saslAuthenticate {
                try judge(exchange, sent, problem)
            } else {
                #expect(sent == nil && problem == nil)
            }
        }
    }

    @Test(arguments: [
        ("sasl-scram256-java-ok", bob), ("sasl-scram512-confluent-ok", bob), ("sasl-scram512-kafkapython", bob),
        ("sasl-plain-confluent-ok", alice),
    ])
    func `the right password makes what was recorded`(name: String, credentials: SaslCredentials) throws {
        let logins = try Self.logins(name)
        #expect(logins.count > 1)
        for (recording, nonce) in logins {
            try Self.play(recording, SaslSigner(SaslPlan(recording), credentials) { nonce }) {
                exchange, sent, problem in
                #expect(sent == exchange.request.bytes)
                #expect(problem == nil)
            }
        }
    }

    @Test func `another password makes another proof and is told by the server's signature`() throws {
        let (recording, nonce) = try #require(try Self.logins("sasl-scram256-java-ok").first)
        var problems: [Difference] = []
        let other = SaslCredentials(user: "bob", password: "other")
        try Self.play(recording, SaslSigner(SaslPlan(recording), other) { nonce }) { _, sent, problem in
            #expect(sent != nil)
            if let problem { problems.append(problem) }
        }
        #expect(problems.map(\.got) == ["a signature that another password makes"])
    }

    @Test func `a nonce that is not ours is told`() throws {
        let (recording, _) = try #require(try Self.logins("sasl-scram256-java-ok").first)
        var problems: [Difference] = []
        try Self.play(recording, SaslSigner(SaslPlan(recording), Self.bob) { "another" }) { _, _, problem in
            if let problem { problems.append(problem) }
        }
        #expect(problems.first?.got == "a nonce that does not begin with the one that was sent")
    }

    @Test func `a login that failed is made to fail`() throws {
        for (recording, nonce) in try Self.logins("sasl-scram256-confluent-wrong") {
            var right = try ScramClient(.sha256, user: "bob", password: Self.bob.password, nonce: nonce)
            var serverFirst: String?
            try Self.play(recording, SaslSigner(SaslPlan(recording), Self.bob) { nonce }) { exchange, sent, problem in
                #expect(problem == nil)
                let request = try #require(sent.flatMap(RequestFrame.init))
                let text = try Self.message(MessageForm.request(request))
                if let serverFirst {
                    let proof = try right.respond(toServerFirst: Array(serverFirst.utf8))
                    #expect(text != String(decoding: proof, as: UTF8.self))
                } else {
                    #expect(request.bytes == exchange.request.bytes)
                    let response = try #require(exchange.response)
                    serverFirst = try Self.message(MessageForm.response(response, to: exchange.request))
                }
            }
        }
        for (recording, _) in try Self.logins("sasl-plain-java-wrong") {
            try Self.play(recording, SaslSigner(SaslPlan(recording), Self.alice) { "" }) { _, sent, _ in
                let request = try #require(sent.flatMap(RequestFrame.init))
                #expect(try Self.message(MessageForm.request(request)) == "\u{0}alice\u{0}alice-dummy-not")
            }
        }
    }

    @Test func `tokens without headers are named`() throws {
        let handshake = try TestFrames.request(SaslHandshakeRequest(mechanism: "SCRAM-SHA-256"), 0, 1)
        let recording = Recording([
            CapturedFrame(connection: 4, microseconds: 0, direction: .request, bytes: handshake)
        ])
        #expect(SaslPlan(recording).bareConnections == [4])
        #expect(SaslPlan(Recording(try RecordedSession.frames("sasl-mechanism-unknown"))).parts.isEmpty)
    }
}
