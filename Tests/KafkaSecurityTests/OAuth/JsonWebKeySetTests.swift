import Foundation
import KafkaMessageJSON
import Testing

@testable import KafkaSecurity

/// Tokens of the fixture were signed by the openssl program; they hold from 1 700 000 000 s for an hour.
@Suite struct JsonWebKeySetTests {
    private static let during: Int64 = 1_700_000_100_000
    private static let rules = TokenRules(
        principalClaim: "sub", issuer: "https://issuer.example", audiences: ["other", "kafka"],
        clockSkewMilliseconds: 30_000)

    private let fixture: JSONValue
    private let keys: JsonWebKeySet

    init() throws {
        let url = try #require(
            Bundle.module.url(forResource: "tokens", withExtension: "json", subdirectory: "Fixtures"))
        fixture = try JSONValue(parsing: try Data(contentsOf: url))
        keys = try JsonWebKeySet(Array(try #require(fixture["jwks"]).text.utf8))
    }

    private func token(_ algorithm: String = "RS256") throws -> String {
        try #require(fixture["tokens"]?[algorithm]?.stringValue)
    }

    private func refusal(
        _ token: String, rules: TokenRules = rules, now: Int64 = during
    ) -> String? {
        do throws(BearerTokenError) {
            _ = try keys.validate(token, rules: rules, now: now)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test(arguments: ["RS256", "RS384", "RS512", "PS256", "PS512", "ES256", "ES384"])
    func `signatures of every kind`(algorithm: String) throws {
        let good = try token(algorithm)
        #expect(
            try keys.validate(good, rules: Self.rules, now: Self.during)
                == BearerToken(principal: "erin", expiresAt: 1_700_003_600_000))
        let parts = good.split(separator: ".").map(String.init)
        let other = try token(algorithm == "RS256" ? "RS384" : "RS256").split(separator: ".").map(String.init)
        #expect(refusal("\(parts[0]).\(parts[1]).\(other[2])") == "the signature is wrong")
        let claims = Self.base64URL(
            #"{"sub":"root","iss":"https://issuer.example","aud":"kafka","iat":1,"exp":9999999999}"#)
        #expect(refusal("\(parts[0]).\(claims).\(parts[2])") == "the signature is wrong")
    }

    @Test func `keys that are too short do not count`() throws {
        #expect(keys.count == 3)
        #expect(refusal(try #require(fixture["small"]?.stringValue)) == JsonWebKeySet.unknownKey)
    }

    @Test func `a token without a signature proves nothing`() {
        let claims = Self.base64URL(
            #"{"sub":"root","iss":"https://issuer.example","aud":"kafka","iat":1,"exp":9999999999}"#)
        for algorithm in ["none", "None", "HS256", "RS1", ""] {
            let header = Self.base64URL("{\"alg\":\"\(algorithm)\"}")
            #expect(refusal("\(header).\(claims).") == "the token's algorithm is not served")
        }
    }

    @Test func `claims that do not hold`() throws {
        let token = try token()
        func with(_ change: (inout TokenRules) -> Void) -> TokenRules {
            var rules = Self.rules
            change(&rules)
            return rules
        }
        #expect(refusal(token, now: 1_700_003_629_999) == nil)
        #expect(refusal(token, now: 1_700_003_630_000) == "the token has expired")
        #expect(refusal(token, now: 1_699_999_900_000) == "the token was issued in the future")
        #expect(refusal(token, rules: with { $0.issuer = "https://other" }) == "the token is from another issuer")
        #expect(refusal(token, rules: with { $0.audiences = ["else"] }) == "the token is for another audience")
        #expect(refusal(token, rules: with { $0.audiences = [] }) == nil)
        #expect(refusal(token, rules: with { $0.principalClaim = "email" })?.contains("email") == true)
    }

    @Test(arguments: ["", ".", "..", "a.b.c", "e30.e30.", "!!.e30.e30", "e30.e30", "e30.e30.e30.e30"])
    func `what is no token`(text: String) {
        #expect(refusal(text) != nil)
    }

    @Test(arguments: ["", "{}", "[]", #"{"keys":[]}"#, #"{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"}]}"#])
    func `what is no key set`(text: String) {
        #expect(throws: BearerTokenError.self) { try JsonWebKeySet(Array(text.utf8)) }
    }

    @Test func `unsecured tokens by the rules of their validator`() throws {
        var validator = UnsecuredTokenValidator(
            principalClaim: "sub", scopeClaim: "scope", requiredScopes: [], clockSkewMilliseconds: 0)
        let header = Self.base64URL(#"{"alg":"none"}"#)
        let claims = Self.base64URL(#"{"sub":"carol","iat":100.5,"exp":200,"scope":"a b"}"#)
        let token = "\(header).\(claims)."
        #expect(
            try validator.validate(token, now: 150_000) == BearerToken(principal: "carol", expiresAt: 200_000))
        #expect(throws: BearerTokenError.self) { try validator.validate(token, now: 200_000) }
        validator.requiredScopes = ["a", "b"]
        #expect(throws: Never.self) { try validator.validate(token, now: 150_000) }
        validator.requiredScopes = ["c"]
        #expect(
            throws: BearerTokenError("the token lacks scope c", missingScope: "c")
        ) { try validator.validate(token, now: 150_000) }
        let signed = try self.token()
        #expect(throws: BearerTokenError.self) { try validator.validate(signed, now: Self.during) }
    }

    private static func base64URL(_ text: String) -> String {
        Base64.encode(Array(text.utf8)).replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
