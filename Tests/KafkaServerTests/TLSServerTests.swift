import KafkaConfiguration
import Logging
import NIOCore
import Testing

@testable import KafkaSecurity
@testable import KafkaServer

@Suite(.serialized, .timeLimit(.minutes(2))) struct TLSServerTests {
    typealias Key = TestEngine.Key

    private let pki = TestPKI.shared

    private func withServer(
        _ settings: TLSSettings? = nil, rules: String = "DEFAULT", file: TemporaryFile? = nil,
        _ configure: (inout ServerSettings) -> Void = { _ in },
        _ body: (TLSListener, TestEngine, Int) async throws -> Void
    ) async throws {
        let listener = TLSListener(
            try TLSContext(settings ?? pki.server()), principals: try PrincipalMappingRules(rules))
        var settings = ServerSettings(listeners: [
            ListenerSettings(name: "SSL", host: "127.0.0.1", port: 0, securityProtocol: .ssl, tls: listener)
        ])
        configure(&settings)
        let engine = TestEngine(file: file)
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let server = try await Server.start(settings: settings, engine: engine, logger: logger)
        do {
            try await body(listener, engine, server.boundListeners[0].port)
        } catch {
            await server.stop(deadline: .milliseconds(10))
            throw error
        }
        await server.stop(deadline: .milliseconds(10))
    }

    private func closed(_ engine: TestEngine, _ isWanted: (CloseReason) -> Bool) async -> Bool {
        await eventually { engine.snapshot.closed.contains(where: isWanted) }
    }

    @Test(arguments: TLSSettings.Version.allCases)
    func requestsOfAllSizesAreAnswered(version: TLSSettings.Version) async throws {
        try await withServer { _, _, port in
            let client = try TLSTestClient.connect(port, TLSClientContext(versions: [version]))
            for number in 0..<60 as Range<Int32> {
                let body = String(
                    repeating: "\(number % 10)", count: [1, 500, 16_370, 70_000, 300_000][Int(number) % 5])
                try client.send(Frames.request(Key.echo, correlationId: number, body: body))
                #expect(try client.answer() == Frames.answer(number, body))
            }
        }
    }

    @Test func requestsThatWereSentTogetherAreAnsweredInOrder() async throws {
        try await withServer { _, _, port in
            let client = try TLSTestClient.connect(port, TLSClientContext())
            var together = ByteBuffer()
            for number in 0..<2000 as Range<Int32> {
                together.writeImmutableBuffer(Frames.request(Key.echo, correlationId: number, body: "\(number)"))
            }
            try client.send(together)
            for number in 0..<2000 as Range<Int32> {
                #expect(try client.answer() == Frames.answer(number, "\(number)"))
            }
        }
    }

    @Test func runsOfFilesAreSealed() async throws {
        let file = try TemporaryFile(size: 500_000)
        try await withServer(file: file) { _, _, port in
            let client = try TLSTestClient.connect(port, TLSClientContext())
            var number: Int32 = 0
            for (offset, length) in [(0, 1), (5, 100_000), (77, 499_000), (100_000, 65_536)] as [(Int32, Int32)] {
                number += 1
                var body = ByteBuffer()
                body.writeInteger(offset)
                body.writeInteger(length)
                try client.send(Frames.request(Key.file, correlationId: number, body: body))
                let wanted = String(decoding: file.bytes[Int(offset)..<Int(offset + length)], as: UTF8.self)
                #expect(try client.answer() == Frames.answer(number, wanted))
            }
        }
    }

    @Test func aReaderThatIsSlowHoldsUpItsOwnRequestsOnly() async throws {
        try await withServer { _, engine, port in
            let client = try TLSTestClient.connect(port, TLSClientContext())
            var body = ByteBuffer()
            body.writeInteger(Int32(1_000_000))
            for number in 0..<100 as Range<Int32> {
                try client.send(Frames.request(Key.large, correlationId: number, body: body))
            }
            // The socket takes a few megabytes; then nothing further is started.
            let handled = await eventually { engine.snapshot.handled > 1 }
            #expect(handled)
            try await Task.sleep(for: .milliseconds(300))
            #expect(engine.snapshot.handled < 50)
            let other = try TLSTestClient.connect(port, TLSClientContext())
            try other.send(Frames.request(Key.echo, correlationId: 1, body: "x"))
            #expect(try other.answer() == Frames.answer(1, "x"))
            for number in 0..<100 as Range<Int32> { #expect(try client.answer().correlationId == number) }
        }
    }

    @Test func aCertificateNamesThePrincipal() async throws {
        let settings = pki.server {
            $0.clientAuthentication = .requested
            $0.trustStore = pki.trust("ca")
        }
        try await withServer(settings, rules: "RULE:^CN=(.*?),OU=dev.*$/$1/U") { _, _, port in
            func principal(_ name: String?) throws -> String {
                let client = try TLSTestClient.connect(port, TLSClientContext(keyStore: name.map(pki.store)))
                try client.send(Frames.request(Key.principal, correlationId: 1))
                return try client.answer().body
            }
            let named = try principal("client")
            #expect(named == "User:ALICE")
            let unnamed = try principal(nil)
            #expect(unnamed == "User:ANONYMOUS")
            #expect(throws: TLSTestClient.Failure.self) { try principal("stranger") }
            #expect(throws: TLSTestClient.Failure.self) { try principal("server") }
        }
    }

    @Test func aNameWithoutARuleIsRefused() async throws {
        let settings = pki.server {
            $0.clientAuthentication = .required
            $0.trustStore = pki.trust("ca")
        }
        try await withServer(settings, rules: "RULE:^CN=bob.*$/bob/") { _, engine, port in
            let client = try TLSTestClient.connect(port, TLSClientContext(keyStore: pki.store("client")))
            _ = client.endsInOrder()
            #expect(await closed(engine) { "\($0)".contains("ssl.principal.mapping.rules") })
            #expect(engine.snapshot.handled == 0)
        }
    }

    @Test func theEndIsAnnounced() async throws {
        try await withServer { _, engine, port in
            let client = try TLSTestClient.connect(port, TLSClientContext())
            try client.send(Frames.request(Key.refuse, correlationId: 1))
            #expect(client.endsInOrder())
            let other = try TLSTestClient.connect(port, TLSClientContext())
            other.session.sayGoodbye()
            try other.sendRaw([])
            #expect(await closed(engine) { $0 == .peerClosed })
        }
    }

    @Test func newConnectionsGetANewCertificate() async throws {
        try await withServer { listener, _, port in
            let client = try TLSTestClient.connect(port, TLSClientContext())
            #expect(client.session.peerName?.hasPrefix("CN=server,") == true)
            listener.replace(try TLSContext(pki.server("renewed")))
            let later = try TLSTestClient.connect(port, TLSClientContext())
            #expect(later.session.peerName?.hasPrefix("CN=renewed,") == true)
            try client.send(Frames.request(Key.echo, correlationId: 1, body: "still here"))
            #expect(try client.answer() == Frames.answer(1, "still here"))
        }
    }

    @Test func strangersAreToldFromClients() async throws {
        let cases: [([UInt8], CloseReason)] = [
            (Array("GET / HTTP/1.1\r\n\r\n".utf8), .httpOnTLS),
            ([0, 0, 0, 20, 0, 18, 0, 3], .plaintextOnTLS),
            ([0xFF, 1, 2, 3], .handshakeFailed("what came is no TLS")),
        ]
        try await withServer { _, engine, port in
            for (bytes, reason) in cases {
                let client = try TLSTestClient(port, TLSClientContext())
                try client.sendRaw(bytes)
                #expect(await closed(engine) { $0 == reason }, "\(reason)")
            }
            let client = try TLSTestClient(port, TLSClientContext())
            try client.sendRaw([0x16, 3, 1, 0, 5, 9, 9, 9, 9, 9])
            #expect(await closed(engine) { "\($0)".hasPrefix("TLS handshake failed") && $0 != cases[2].1 })
        }
    }

    @Test func aClientThatBreaksOffIsHeard() async throws {
        try await withServer { _, engine, port in
            for _ in 0..<5 {
                #expect(throws: TLSTestClient.Failure.self) {
                    _ = try TLSTestClient.connect(port, TLSClientContext(trustStore: pki.trust("other")))
                }
            }
            #expect(await eventually { engine.snapshot.closed.count == 5 })
            #expect(engine.snapshot.closed.allSatisfy { "\($0)".contains("does not know its authority") })
            // A client that is done before its last bytes are looked at has broken off nothing.
            do {
                _ = try TLSTestClient.connect(port, TLSClientContext())
            }
            #expect(await eventually { engine.snapshot.closed.count == 6 })
            #expect(engine.snapshot.closed.last == .peerClosed)
        }
    }

    @Test func aHandshakeHasADeadline() async throws {
        try await withServer(nil) {
            $0.handshakeTimeoutMilliseconds = 200
        } _: { _, engine, port in
            let silent = try TLSTestClient(port, TLSClientContext())
            let half = try TLSTestClient(port, TLSClientContext())
            _ = half.session.handshake()
            let hello = half.session.output.readBytes(length: half.session.output.readableBytes / 2) ?? []
            half.session.output.clear()
            try half.sendRaw(hello)
            #expect(await eventually { engine.snapshot.closed.filter { $0 == .handshakeTimeout }.count == 2 })
            withExtendedLifetime((silent, half)) {}
        }
    }

    @Test func manyHandshakesAtOnceAreAllDone() async throws {
        try await withServer { _, _, port in
            let clients = try (0..<64).map { _ in try TLSTestClient(port, TLSClientContext()) }
            for client in clients {
                _ = client.session.handshake()
                try client.sendRaw([])
            }
            for (number, client) in clients.enumerated() {
                try client.handshake()
                try client.send(Frames.request(Key.echo, correlationId: Int32(number), body: "x"))
                #expect(try client.answer() == Frames.answer(Int32(number), "x"))
            }
        }
    }

    @Test func aListenerWithoutAContextIsNotOpenToAnybody() async throws {
        try await withServer(nil) {
            $0.listeners[0].tls = nil
        } _: { _, engine, port in
            let client = try TLSTestClient(port, TLSClientContext())
            #expect(throws: TLSTestClient.Failure.self) { try client.handshake() }
            #expect(engine.snapshot.opened == 0)
        }
    }
}
