/// What the clients of a listener are authenticated by: the settings and credentials at one moment.
public struct SaslPolicy: Sendable {
    /// `sasl.enabled.mechanisms`, in their order.
    public var mechanisms: [SaslMechanism] = []
    /// The users of PLAIN.
    public var plainUsers = PlainUsers([:])
    /// Finds a user's SCRAM credential.
    public var scramCredential: @Sendable (ScramMechanism, _ user: String) -> ScramCredential? = { _, _ in nil }
    /// Finds a delegation token by its id.
    public var tokenCredential: @Sendable (ScramMechanism, _ tokenId: String) -> TokenCredential? = { _, _ in nil }
    /// Checks bearer tokens; nil refuses them all.
    public var bearerTokens: (any BearerTokenValidator)?
    /// `connections.max.reauth.ms` by mechanism; what is not above zero gives sessions no end.
    public var maxSessionMilliseconds: [SaslMechanism: Int64] = [:]
    /// `connection.failed.authentication.delay.ms`.
    public var failureDelayMilliseconds: Int64 = 100
    /// `sasl.server.max.receive.size`: the largest frame before a client is authenticated, in bytes.
    public var maxReceiveBytes: Int32 = 524_288
    /// From which the salts of users that do not exist are made; never told, the same for as long as the process runs.
    public var fakeSaltSecret: [UInt8] = []
    /// The iterations of users that do not exist: as many as those have that do, or they would stand out.
    public var fakeIterations: @Sendable (ScramMechanism) -> Int = { _ in ScramCredential.usualIterations }
    /// Makes the server's part of a nonce: printable ASCII without the comma that nobody can guess.
    public var makeNonce: @Sendable () -> String = SaslNonce.make

    /// A policy without mechanisms: everybody is refused.
    public init() {}
}

/// A delegation token as its holder logs in with it (KIP-48).
public struct TokenCredential: Sendable, Equatable {
    /// Whom the token speaks for.
    public var owner: KafkaPrincipal
    /// What its secret was made into.
    public var credential: ScramCredential
    /// When it ends, in milliseconds since 1970.
    public var expiresAt: Int64

    /// A token's credential.
    public init(owner: KafkaPrincipal, credential: ScramCredential, expiresAt: Int64) {
        self.owner = owner
        self.credential = credential
        self.expiresAt = expiresAt
    }
}
