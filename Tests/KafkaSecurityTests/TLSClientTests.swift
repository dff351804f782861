import Testing

@testable import KafkaSecurity

/// Which servers a client takes, and what it says of the others.
@Suite struct TLSClientTests {
    private let pki = TestPKI.shared

    private func settings(
        trust: String? = "ca", _ change: (inout TLSClientSettings) -> Void = { _ in }
    ) -> TLSClientSettings {
        var settings = TLSClientSettings()
        settings.trustStore = trust.map(pki.trust)
        change(&settings)
        return settings
    }

    /// What the client's side of a handshake comes to.
    private func outcome(
        _ server: TLSSettings, host: String, _ client: TLSClientSettings
    ) throws -> (client: TLSSession.Progress, server: TLSSession.Progress) {
        let context = try TLSClientContext(client)
        let session = try #require(TLSSession(context, host: host))
        let peer = try #require(TLSSession(try TLSContext(server)))
        var pair = TLSPair(client: session, server: peer)
        pair.handshake()
        return (pair.clientProgress, pair.serverProgress)
    }

    private func refusal(
        _ server: TLSSettings, host: String, _ client: TLSClientSettings
    ) throws -> String {
        if case .failed(let failure) = try outcome(server, host: host, client).client { return failure.description }
        return "taken"
    }

    @Test(arguments: ["localhost", "127.0.0.1", "localhost."])
    func `a certificate for the host is taken`(host: String) throws {
        #expect(try outcome(pki.server(), host: host, settings()).client == .done)
    }

    @Test(arguments: TLSSettings.Version.allCases)
    func `a certificate for another host is not, and both are named`(version: TLSSettings.Version) throws {
        let client = settings { $0.versions = [version.rawValue] }
        let name = try refusal(pki.server(), host: "broker.example", client)
        #expect(name == "its certificate is for localhost, 127.0.0.1, not for broker.example")
        let address = try refusal(pki.server(), host: "10.0.0.7", client)
        #expect(address == "its certificate is for localhost, 127.0.0.1, not for 10.0.0.7")
        let lax = settings { $0.verifiesHost = false }
        #expect(try outcome(pki.server(), host: "broker.example", lax).client == .done)
    }

    @Test func `an authority that is not trusted`() throws {
        let text = try refusal(pki.server(), host: "localhost", settings(trust: "other"))
        #expect(text.contains("who is not trusted") && text.contains("Test Authority"))
        #expect(try refusal(pki.server(), host: "localhost", settings(trust: nil)).contains("not trusted"))
        #expect(try refusal(pki.server("behind"), host: "localhost", settings()) == "taken")
    }

    @Test func `a certificate signed by itself is taken only when it is trusted itself`() throws {
        let server = TLSSettings(keyStore: .init(type: "PEM", location: pki.path("self.store.pem")))
        let lax = settings { $0.verifiesHost = false }
        #expect(try refusal(server, host: "localhost", lax).contains("signed by itself"))
        let trusting = settings(trust: "self") { $0.verifiesHost = false }
        #expect(try outcome(server, host: "localhost", trusting).client == .done)
    }

    @Test func `client certificates`() throws {
        let server = pki.server {
            $0.clientAuthentication = .required
            $0.trustStore = pki.trust("ca")
        }
        let with = settings { $0.keyStore = pki.store("client") }
        let good = try outcome(server, host: "localhost", with)
        #expect(good.client == .done && good.server == .done)
        let without = try refusal(server, host: "localhost", settings())
        #expect(without.contains("client certificate"))
        let stranger = try refusal(server, host: "localhost", settings { $0.keyStore = pki.store("stranger") })
        #expect(stranger.contains("client certificate"))
    }

    @Test func `what cannot be a host, and stores that cannot be read`() throws {
        let context = try TLSClientContext(settings())
        #expect(TLSSession(context, host: "") == nil)
        #expect(throws: TLSError.self) { try TLSClientContext(settings(trust: "missing")) }
        #expect(throws: TLSError.self) { try TLSClientContext(settings { $0.versions = ["SSLv3"] }) }
    }
}
