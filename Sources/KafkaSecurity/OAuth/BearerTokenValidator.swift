/// Checks bearer tokens.
public protocol BearerTokenValidator: Sendable {
    /// What a token proves at a moment, in milliseconds since 1970.
    func validate(_ token: String, now: Int64) throws(BearerTokenError) -> BearerToken
}

/// A bearer token that was found valid.
public struct BearerToken: Sendable, Equatable {
    /// Whom it speaks for.
    public var principal: String
    /// When it ends, in milliseconds since 1970.
    public var expiresAt: Int64

    /// A token with its subject and end.
    public init(principal: String, expiresAt: Int64) {
        self.principal = principal
        self.expiresAt = expiresAt
    }
}

/// Why a bearer token was refused.
public struct BearerTokenError: Error, Equatable, Sendable {
    /// For the log; never holds the token.
    public var reason: String
    /// The scope that was missing, where that was it.
    public var missingScope: String?

    /// A refusal with its reason.
    public init(_ reason: String, missingScope: String? = nil) {
        self.reason = reason
        self.missingScope = missingScope
    }
}
