public import KafkaSecurity

/// Stands for a validator where only the settings are looked at.
public struct RefusingTokenValidator: BearerTokenValidator {
    /// Refuses every token.
    public init() {}

    public func validate(_ token: String, now: Int64) throws(BearerTokenError) -> BearerToken {
        throw BearerTokenError("no token is checked")
    }
}
