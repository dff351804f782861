/// What a token's claims must say.
public struct TokenRules: Sendable, Hashable {
    /// `sasl.oauthbearer.sub.claim.name`.
    public var principalClaim: String
    /// `sasl.oauthbearer.expected.issuer`; nil for any.
    public var issuer: String?
    /// `sasl.oauthbearer.expected.audience`: one of them; empty for any.
    public var audiences: [String]
    /// `sasl.oauthbearer.clock.skew.seconds`, in milliseconds.
    public var clockSkewMilliseconds: Int64
    /// Whether a token must say when it was issued.
    public var needsIssueTime: Bool

    /// Rules for claims.
    public init(
        principalClaim: String, issuer: String?, audiences: [String], clockSkewMilliseconds: Int64,
        needsIssueTime: Bool = true
    ) {
        self.principalClaim = principalClaim
        self.issuer = issuer
        self.audiences = audiences
        self.clockSkewMilliseconds = clockSkewMilliseconds
        self.needsIssueTime = needsIssueTime
    }

    func check(_ token: JsonWebToken, now: Int64) throws(BearerTokenError) -> BearerToken {
        guard let principal = token.text(principalClaim), principal.contains(where: { !$0.isWhitespace }) else {
            throw BearerTokenError("claim \(principalClaim), the principal, is missing")
        }
        guard let expiry = try token.time("exp") else { throw BearerTokenError("claim exp is missing") }
        let issued = try token.time("iat")
        guard issued != nil || !needsIssueTime else { throw BearerTokenError("claim iat is missing") }
        let skew = clockSkewMilliseconds
        guard now &- skew < expiry else { throw BearerTokenError("the token has expired") }
        if let start = try token.time("nbf"), start > now &+ skew {
            throw BearerTokenError("the token is not valid yet")
        }
        if let issued, issued > now &+ skew { throw BearerTokenError("the token was issued in the future") }
        if let issued, issued >= expiry { throw BearerTokenError("the token expires before it was issued") }
        if let issuer, token.text("iss") != issuer { throw BearerTokenError("the token is from another issuer") }
        if !audiences.isEmpty, !token.texts("aud", splitsWords: false).contains(where: audiences.contains) {
            throw BearerTokenError("the token is for another audience")
        }
        return BearerToken(principal: principal, expiresAt: expiry)
    }
}
