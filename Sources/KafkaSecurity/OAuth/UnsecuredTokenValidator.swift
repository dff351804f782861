/// Takes tokens that nobody signed (KIP-255), by the rules of Kafka's unsecured validator. They prove nothing.
public struct UnsecuredTokenValidator: BearerTokenValidator {
    /// `unsecuredValidatorPrincipalClaimName`.
    public var principalClaim: String
    /// `unsecuredValidatorScopeClaimName`.
    public var scopeClaim: String
    /// `unsecuredValidatorRequiredScope`.
    public var requiredScopes: [String]
    /// `unsecuredValidatorAllowableClockSkewMs`.
    public var clockSkewMilliseconds: Int64

    /// A validator with these rules.
    public init(principalClaim: String, scopeClaim: String, requiredScopes: [String], clockSkewMilliseconds: Int64) {
        self.principalClaim = principalClaim
        self.scopeClaim = scopeClaim
        self.requiredScopes = requiredScopes
        self.clockSkewMilliseconds = clockSkewMilliseconds
    }

    /// What a token claims at a moment, in milliseconds since 1970.
    public func validate(_ token: String, now: Int64) throws(BearerTokenError) -> BearerToken {
        let token = try JsonWebToken(token)
        guard token.algorithm == "none", token.signature.isEmpty else {
            throw BearerTokenError("the token is signed, and no keys are configured")
        }
        let rules = TokenRules(
            principalClaim: principalClaim, issuer: nil, audiences: [], clockSkewMilliseconds: clockSkewMilliseconds,
            needsIssueTime: false)
        let found = try rules.check(token, now: now)
        let scopes = token.texts(scopeClaim, splitsWords: true)
        for scope in requiredScopes where !scopes.contains(scope) {
            throw BearerTokenError(
                "the token lacks scope \(scope)", missingScope: requiredScopes.joined(separator: " "))
        }
        return found
    }
}
