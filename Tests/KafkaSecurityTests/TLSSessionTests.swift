import NIOCore
import Testing

@testable import KafkaSecurity

@Suite struct TLSSessionTests {
    private let pki = TestPKI.shared

    private func pair(
        _ settings: TLSSettings, _ client: TLSClientContext, taking earlier: TLSClientSession? = nil
    ) throws -> TLSPair {
        try pair(try TLSContext(settings), client, taking: earlier)
    }

    private func pair(
        _ context: TLSContext, _ client: TLSClientContext, taking earlier: TLSClientSession? = nil
    ) throws -> TLSPair {
        var pair = try #require(TLSPair(context, client, taking: earlier))
        pair.handshake()
        return pair
    }

    private func failure(_ pair: TLSPair) -> String {
        if case .failed(let failure) = pair.serverProgress { return failure.description }
        return ""
    }

    @Test(arguments: TLSSettings.Version.allCases)
    func bytesOfAllSizesGoBothWays(version: TLSSettings.Version) throws {
        let pair = try pair(pki.server(), TLSClientContext(versions: [version], trustStore: pki.trust("ca")))
        #expect(pair.server.isOpen && pair.client.isOpen)
        #expect(pair.server.version == version.rawValue)
        for size in [1, 100, 16_384, 16_385, 300_000] {
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            #expect(pair.send(bytes, from: pair.client))
            pair.move()
            #expect(pair.readAll(pair.server).0 == bytes)
            #expect(pair.send(bytes, from: pair.server))
            pair.move()
            #expect(pair.readAll(pair.client).0 == bytes)
        }
    }

    @Test func inputMayComeByteByByte() throws {
        var pair = try pair(pki.server(), TLSClientContext())
        #expect(pair.send(Array("hello".utf8), from: pair.client))
        var rest = pair.client.output
        pair.client.output.clear()
        var read: [UInt8] = []
        while let byte: UInt8 = rest.readInteger() {
            pair.server.input.writeInteger(byte)
            read += pair.readAll(pair.server).0
        }
        #expect(read == Array("hello".utf8))
        pair.handshake()
    }

    @Test(arguments: TLSSettings.Version.allCases)
    func theNameThatWasAskedForIsKnown(version: TLSSettings.Version) throws {
        let context = try TLSContext(pki.server())
        let client = try TLSClientContext(versions: [version])
        #expect(try pair(context, client).server.serverName == nil)
        var first = try #require(TLSPair(context, client))
        first.client.askFor("broker-1.example.com")
        first.handshake()
        first.move()
        _ = first.readAll(first.client)
        #expect(first.server.serverName == "broker-1.example.com")
        let earlier = try #require(TLSClientSession(of: first.client))
        var second = try #require(TLSPair(context, client, taking: earlier))
        second.client.askFor("broker-1.example.com")
        second.handshake()
        #expect(second.server.isResumed)
        #expect(second.server.serverName == "broker-1.example.com")
    }

    @Test(arguments: TLSSettings.Version.allCases)
    func whatAServerGaveIsOfferedToItAlone(version: TLSSettings.Version) throws {
        let context = try TLSContext(pki.server())
        let client = try TLSClientContext(versions: [version])
        let sessions = TLSClientSessions()
        func connect(to server: String) throws -> Bool {
            var pair = try #require(TLSPair(context, client))
            sessions.offer(to: server, in: pair.client)
            pair.handshake()
            pair.move()
            _ = pair.readAll(pair.client)
            sessions.keep(pair.client, of: server)
            // Neither side says goodbye.
            return pair.client.isResumed
        }
        #expect(try [connect(to: "one:1"), connect(to: "one:1"), connect(to: "one:1")] == [false, true, true])
        #expect(try [connect(to: "one:2"), connect(to: "one:2")] == [false, true])
        for number in 0..<TLSClientSessions.most { _ = try number < 3 && connect(to: "many:\(number)") }
        #expect(sessions.count == 5)
    }

    @Test func goodbyesAreHeard() throws {
        let pair = try pair(pki.server(), TLSClientContext())
        pair.client.sayGoodbye()
        pair.move()
        #expect(pair.readAll(pair.server).1 == .closed)
    }

    @Test func changedBytesAreNoticed() throws {
        let pair = try pair(pki.server(), TLSClientContext())
        #expect(pair.send(Array("hello".utf8), from: pair.client))
        let last = pair.client.output.writerIndex - 1
        let byte = pair.client.output.getInteger(at: last, as: UInt8.self) ?? 0
        pair.client.output.setInteger(byte ^ 1, at: last)
        pair.move()
        let (bytes, progress) = pair.readAll(pair.server)
        #expect(bytes.isEmpty)
        guard case .failed = progress else { return #expect(Bool(false), "\(progress)") }
    }

    @Test func versionsAreKeptTo() throws {
        let settings = pki.server { $0.versions = ["TLSv1.3"] }
        let refused = try pair(settings, TLSClientContext(versions: [.tls12]))
        #expect(!refused.server.isOpen)
        #expect(failure(refused).contains("ssl.enabled.protocols"))
        #expect(try pair(settings, TLSClientContext()).server.version == "TLSv1.3")
        let old = try pair(pki.server { $0.versions = ["TLSv1.2"] }, TLSClientContext())
        #expect(old.server.version == "TLSv1.2")
    }

    @Test func cipherSuitesAreKeptToByTheirJavaNames() throws {
        let name = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"
        let old = try pair(pki.server { $0.cipherSuites = [name] }, TLSClientContext())
        #expect(old.server.version == "TLSv1.2")
        #expect(old.server.cipherSuite == name)
        let modern = try pair(pki.server { $0.cipherSuites = ["TLS_AES_128_GCM_SHA256"] }, TLSClientContext())
        #expect(modern.server.cipherSuite == "TLS_AES_128_GCM_SHA256")
        let none = try pair(
            pki.server { $0.cipherSuites = ["TLS_RSA_WITH_AES_128_GCM_SHA256"] }, TLSClientContext(versions: [.tls12]))
        #expect(failure(none).contains("ssl.cipher.suites"))
    }

    @Test func aClientOfAnotherAuthorityRefusesTheServer() throws {
        let pair = try pair(pki.server(), TLSClientContext(trustStore: pki.trust("other")))
        #expect(!pair.client.isOpen)
        #expect(failure(pair).contains("does not know its authority"))
    }

    @Test func theWholeChainIsSent() throws {
        let pair = try pair(pki.server("behind"), TLSClientContext(trustStore: pki.trust("ca")))
        #expect(pair.client.isOpen && pair.server.isOpen)
        #expect(pair.client.peerName == "CN=behind,OU=brokers,O=Example,C=US")
    }

    @Test(arguments: TLSSettings.Version.allCases)
    func clientCertificates(version: TLSSettings.Version) throws {
        func server(_ mode: TLSSettings.ClientAuthentication, list: String? = nil) -> TLSSettings {
            pki.server {
                $0.clientAuthentication = mode
                $0.trustStore = pki.trust("ca")
                $0.revocationListLocation = list.map(pki.path)
            }
        }
        func connect(_ settings: TLSSettings, _ name: String?) throws -> TLSPair {
            try pair(settings, TLSClientContext(versions: [version], keyStore: name.map(pki.store)))
        }
        for mode in [TLSSettings.ClientAuthentication.requested, .required] {
            let good = try connect(server(mode), "client")
            #expect(good.server.isOpen)
            #expect(good.server.peerName == "CN=alice,OU=dev,O=Example,C=US")
            #expect(try connect(server(mode), "below").server.peerName == "CN=below,OU=dev,O=Example,C=US")
            for name in ["stranger", "self", "expired", "server"] {
                let bad = try connect(server(mode), name)
                #expect(!bad.server.isOpen, "\(name)")
                #expect(failure(bad).contains("certificate was refused"), "\(name): \(failure(bad))")
            }
        }
        #expect(try connect(server(.requested), nil).server.isOpen)
        let without = try connect(server(.required), nil)
        #expect(failure(without).contains("showed no certificate"))
        #expect(try connect(server(.none), "stranger").server.peerName == nil)
        for list in ["ca.crl", "ca.crl.der"] {
            let revoked = try connect(server(.required, list: list), "revoked")
            #expect(failure(revoked).contains("revoked"), "\(failure(revoked))")
            #expect(try connect(server(.required, list: list), "client").server.isOpen)
        }
        #expect(try connect(server(.required, list: "empty.crl"), "revoked").server.isOpen)
        // The list is of another issuer than this client's.
        let unlisted = try connect(server(.required, list: "ca.crl"), "below")
        #expect(failure(unlisted).contains("CRL"))
    }

    @Test(arguments: TLSSettings.Version.allCases)
    func sessionsAreTakenUpUntilTheirKeyIsTooOld(version: TLSSettings.Version) throws {
        let context = try TLSContext(
            pki.server {
                $0.clientAuthentication = .required
                $0.trustStore = pki.trust("ca")
            })
        let client = try TLSClientContext(versions: [version], keyStore: pki.store("client"))
        let first = try pair(context, client)
        #expect(!first.server.isResumed)
        let ticket = try #require(TLSClientSession(of: first.client))
        let second = try pair(context, client, taking: ticket)
        #expect(second.server.isResumed)
        #expect(second.server.peerName == "CN=alice,OU=dev,O=Example,C=US")
        context.rotateTicketKeys()
        let third = try pair(context, client, taking: TLSClientSession(of: second.client))
        #expect(third.server.isResumed)
        let renewed = try #require(TLSClientSession(of: third.client))
        context.rotateTicketKeys()
        #expect(try pair(context, client, taking: ticket).server.isResumed == false)
        // The session of the third connection was sealed anew under the key before this one.
        #expect(try pair(context, client, taking: renewed).server.isResumed)
        let other = try TLSContext(pki.server())
        #expect(try pair(other, client, taking: renewed).server.isResumed == false)
    }

    @Test func garbageEndsTheHandshake() throws {
        let server = try #require(TLSSession(try TLSContext(pki.server())))
        server.input.writeBytes([0x16, 3, 1, 0, 5, 9, 9, 9, 9, 9])
        guard case .failed = server.handshake() else { return #expect(Bool(false)) }
        #expect(server.output.readableBytes > 0)
        #expect(!server.isOpen)
        #expect(!server.write(UnsafeRawBufferPointer(start: nil, count: 0)))
    }
}
