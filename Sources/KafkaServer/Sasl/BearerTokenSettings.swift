public import KafkaSecurity

/// How the tokens of a listener are checked; listeners with the same settings share their keys.
public struct BearerTokenSettings: Sendable, Hashable {
    /// Where the issuer's keys are.
    public var keys: JwksLocation
    /// What a token must say.
    public var rules: TokenRules
    /// `sasl.oauthbearer.jwks.endpoint.refresh.ms`.
    public var refreshMilliseconds: Int64
    /// `sasl.oauthbearer.jwks.endpoint.retry.backoff.ms`.
    public var retryMilliseconds: Int64
    /// `sasl.oauthbearer.jwks.endpoint.retry.backoff.max.ms`.
    public var mostRetryMilliseconds: Int64
    /// How a server that keys are fetched from is checked.
    public var tls = TLSClientSettings()
}
