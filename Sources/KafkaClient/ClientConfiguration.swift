/// What every connection of a client shares; times are milliseconds.
public struct ClientConfiguration: Sendable {
    /// `client.id`, sent with every request.
    public var clientId: String
    /// How long one attempt to connect may take, name resolution and ApiVersions included.
    public var connectTimeout: Int64
    /// How long a request waits for its answer before the connection is given up (`request.timeout.ms`).
    public var requestTimeout: Int64
    /// How long an operation is retried in all (`default.api.timeout.ms`).
    public var operationTimeout: Int64
    /// The first pause before a retry; it doubles up to `retryBackoffMax` (`retry.backoff.ms`).
    public var retryBackoff: Int64
    /// The longest pause before a retry (`retry.backoff.max.ms`).
    public var retryBackoffMax: Int64
    /// A response longer than this ends the connection before memory is taken, in bytes.
    public var maxFrameSize: Int
    /// The most requests that may wait for an answer on one connection; more are refused.
    public var maxInFlight: Int
    /// TLS and SASL (`security.protocol`).
    public var security: ClientSecurity

    /// Defaults as Kafka's clients have them, but for the connect timeout, which is for people who wait.
    public init(
        clientId: String = "martlet",
        connectTimeout: Int64 = 10_000,
        requestTimeout: Int64 = 30_000,
        operationTimeout: Int64 = 60_000,
        retryBackoff: Int64 = 100,
        retryBackoffMax: Int64 = 1_000,
        maxFrameSize: Int = 256 * 1024 * 1024,
        maxInFlight: Int = 1_000,
        security: ClientSecurity = .plaintext
    ) {
        self.clientId = clientId
        self.connectTimeout = connectTimeout
        self.requestTimeout = requestTimeout
        self.operationTimeout = operationTimeout
        self.retryBackoff = retryBackoff
        self.retryBackoffMax = retryBackoffMax
        self.maxFrameSize = maxFrameSize
        self.maxInFlight = maxInFlight
        self.security = security
    }
}
