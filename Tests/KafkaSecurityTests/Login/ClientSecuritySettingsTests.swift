import Testing

@testable import KafkaSecurity

@Suite struct ClientSecuritySettingsTests {
    private static let module = "org.apache.kafka.common.security."

    private func settings(_ pairs: [String: String]) throws(ClientSecurityError) -> ClientSecuritySettings {
        try ClientSecuritySettings { pairs[$0] }
    }

    private func sasl(_ mechanism: String, _ jaas: String, _ more: [String: String] = [:]) throws -> SaslLoginSettings?
    {
        let base = ["security.protocol": "SASL_PLAINTEXT", "sasl.mechanism": mechanism, "sasl.jaas.config": jaas]
        return try settings(base.merging(more) { $1 }).login
    }

    @Test func `security.protocol says what is looked at`() throws {
        #expect(try settings([:]) == .plaintext)
        #expect(try settings(["ssl.truststore.location": "/x"]) == .plaintext)
        let ssl = try settings(["security.protocol": "ssl", "ssl.truststore.location": "/x"])
        #expect(ssl.tls?.trustStore?.location == "/x")
        #expect(ssl.tls?.verifiesHost == true)
        #expect(ssl.login == nil)
        let lax = try settings(["security.protocol": "SSL", "ssl.endpoint.identification.algorithm": ""])
        #expect(lax.tls?.verifiesHost == false)
        #expect(throws: ClientSecurityError.self) { try settings(["security.protocol": "TLS"]) }
        #expect(throws: ClientSecurityError.self) {
            try settings(["security.protocol": "SSL", "ssl.endpoint.identification.algorithm": "ldaps"])
        }
    }

    @Test func `login modules are read for what they say`() throws {
        let plain = "\(Self.module)plain.PlainLoginModule required username=\"u\" password=\"p\";"
        let scram = "\(Self.module)scram.ScramLoginModule required username=u password=p tokenauth=true;"
        #expect(try sasl("PLAIN", plain) == .fixed(.plain(user: "u", password: "p")))
        #expect(
            try sasl("SCRAM-SHA-512", scram) == .fixed(.scram(.sha512, user: "u", password: "p", isToken: true)))
        let bearer = "\(Self.module)oauthbearer.OAuthBearerLoginModule required"
        #expect(
            try sasl("OAUTHBEARER", "\(bearer) token=\"abc\" extension_a=b;")
                == .fixed(.bearer(token: "abc", extensions: ["a": "b"])))
        let url = "sasl.oauthbearer.token.endpoint.url"
        #expect(
            try sasl("OAUTHBEARER", "\(bearer);", [url: "file:///t"]) == .tokenFile(path: "/t", extensions: [:]))
        let credentials = "\(bearer) clientId=me clientSecret=\"s/1\" scope=\"a b\";"
        guard case .tokenEndpoint(let endpoint)? = try sasl("OAUTHBEARER", credentials, [url: "https://idp:8443/t"])
        else {
            Issue.record("no endpoint")
            return
        }
        #expect(endpoint.address.description == "https://idp:8443/t")
        #expect(endpoint.form.body == "grant_type=client_credentials&scope=a%20b")
        #expect(endpoint.form.authorization == "Basic \(base64(Array("me:s/1".utf8)))")
    }

    @Test(arguments: [
        ("GSSAPI", "x.PlainLoginModule required username=u password=SECRET;"),
        ("PLAIN", ""),
        ("PLAIN", "x.ScramLoginModule required username=u password=SECRET;"),
        ("PLAIN", "x.PlainLoginModule required password=SECRET;"),
        ("PLAIN", "x.PlainLoginModule required username=u password=SECRET"),
        ("SCRAM-SHA-256", "x.ScramLoginModule required username=u;"),
        ("OAUTHBEARER", "x.OAuthBearerLoginModule required clientSecret=SECRET;"),
        ("OAUTHBEARER", "x.OAuthBearerLoginModule required unsecuredLoginNumberClaim_a=SECRET;"),
    ])
    func `what is wrong is named, without its secrets`(mechanism: String, jaas: String) {
        do {
            _ = try sasl(mechanism, jaas)
            Issue.record("taken")
        } catch {
            #expect("\(error)".hasPrefix("sasl."))
            #expect(!"\(error)".contains("SECRET"))
        }
    }

    @Test func `a token of one's own is one that the unsecured validator takes`() throws {
        let token = try UnsecuredToken(options: [
            "unsecuredLoginStringClaim_sub": "ca\"rol", "unsecuredLoginLifetimeSeconds": "10",
            "unsecuredLoginListClaim_scope": ",a,b", "unsecuredLoginNumberClaim_n": "1.5",
        ])
        let text = try #require(token?.text(now: 1_700_000_000_000))
        let validator = UnsecuredTokenValidator(
            principalClaim: "sub", scopeClaim: "scope", requiredScopes: ["b"], clockSkewMilliseconds: 0)
        let found = try validator.validate(text, now: 1_700_000_001_000)
        #expect(found.principal == "ca\"rol")
        #expect(found.expiresAt == 1_700_000_010_000)
        #expect(throws: BearerTokenError.self) { try validator.validate(text, now: 1_700_000_011_000) }
        #expect(throws: JaasError.self) {
            try UnsecuredToken(options: ["unsecuredLoginLifetimeSeconds": "10"])
        }
        #expect(try UnsecuredToken(options: ["token": "x"]) == nil)
    }

    @Test func `answers of a token endpoint`() {
        func grant(_ text: String) -> TokenEndpoint.Grant? { TokenEndpoint.grant(Array(text.utf8)) }
        #expect(grant("{\"access_token\":\"t\",\"expires_in\":60}") == .init(token: "t", lifetime: 60_000))
        #expect(grant("{\"access_token\":\"t\"}") == .init(token: "t", lifetime: nil))
        #expect(grant("{\"access_token\":\"t\",\"expires_in\":9223372036854775807}")?.lifetime == 31_622_400_000)
        #expect(grant("{\"access_token\":\"\"}") == nil)
        #expect(grant("nothing") == nil)
    }
}
