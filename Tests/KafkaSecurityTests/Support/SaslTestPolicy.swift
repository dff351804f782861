@testable import KafkaSecurity

/// A policy with a user of each mechanism, and the messages that prove who they are.
struct SaslTestPolicy {
    static let user = "alice"
    static let password = "alice-secret"
    static let tokenId = "token-1"
    static let tokenSecret = "token-secret"
    static let bearer = "good-token"

    var policy = SaslPolicy()

    init() throws {
        let salt = Array("0123456789abcdefghijklmnop".utf8)
        let credentials = try [ScramMechanism.sha256, .sha512].map {
            try ScramCredential($0, password: Self.password, salt: salt)
        }
        let tokens = try [ScramMechanism.sha256, .sha512].map {
            try ScramCredential($0, password: Self.tokenSecret, salt: salt)
        }
        policy.mechanisms = SaslMechanism.allCases
        policy.plainUsers = PlainUsers([Self.user: Self.password])
        policy.scramCredential = { mechanism, user in
            user == Self.user ? credentials[mechanism == .sha256 ? 0 : 1] : nil
        }
        policy.tokenCredential = { mechanism, id in
            guard id == Self.tokenId else { return nil }
            return TokenCredential(
                owner: KafkaPrincipal("owner"), credential: tokens[mechanism == .sha256 ? 0 : 1], expiresAt: 50_000)
        }
        policy.bearerTokens = OneToken()
        policy.fakeSaltSecret = [1, 2, 3]
        policy.fakeIterations = { _ in ScramCredential.iterations.lowerBound }
        policy.makeNonce = { "server-nonce" }
    }

    static func plain(user: String = user, password: String = password, authorizationId: String = "") -> [UInt8] {
        Array(authorizationId.utf8) + [0] + Array(user.utf8) + [0] + Array(password.utf8)
    }

    static func bearer(_ token: String = bearer, authorizationId: String = "") -> [UInt8] {
        let id = authorizationId.isEmpty ? "" : "a=\(authorizationId)"
        return Array("n,\(id),\u{1}auth=Bearer \(token)\u{1}\u{1}".utf8)
    }

    private struct OneToken: BearerTokenValidator {
        func validate(_ token: String, now: Int64) throws(BearerTokenError) -> BearerToken {
            guard token == SaslTestPolicy.bearer else { throw BearerTokenError("wrong") }
            return BearerToken(principal: SaslTestPolicy.user, expiresAt: 100_000)
        }
    }
}
