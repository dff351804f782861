import KafkaSecurity

/// How the tokens of a listener are checked; listeners with the same settings share their keys.
struct BearerTokenSettings: Sendable, Hashable {
    var keys: JwksLocation
    var rules: TokenRules
    /// `sasl.oauthbearer.jwks.endpoint.refresh.ms`.
    var refreshMilliseconds: Int64
    /// `sasl.oauthbearer.jwks.endpoint.retry.backoff.ms`.
    var retryMilliseconds: Int64
    /// `sasl.oauthbearer.jwks.endpoint.retry.backoff.max.ms`.
    var mostRetryMilliseconds: Int64
}
