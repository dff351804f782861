public import KafkaSecurity

/// Where the users come from that log in on some listeners. May be asked on any event loop, and must not block.
public struct SaslUsers: Sendable {
    private static let secretBytes = 32

    let scramCredential: @Sendable (ScramMechanism, String) -> ScramCredential?
    let tokenCredential: @Sendable (ScramMechanism, String) -> TokenCredential?
    let usualIterations: @Sendable (ScramMechanism) -> Int
    /// From which the salts of users that do not exist are made. Each set of users has its own: a name whose salt is the
    /// same in two of them would be known to be in neither.
    let fakeSaltSecret: [UInt8]

    /// - Parameters:
    ///   - scramCredential: finds a user's SCRAM credential.
    ///   - tokenCredential: finds a delegation token by its id.
    ///   - usualIterations: how many iterations most users of a mechanism have.
    public init(
        scramCredential: @escaping @Sendable (ScramMechanism, _ user: String) -> ScramCredential?,
        tokenCredential: @escaping @Sendable (ScramMechanism, _ tokenId: String) -> TokenCredential? = { _, _ in nil },
        usualIterations: @escaping @Sendable (ScramMechanism) -> Int = { _ in ScramCredential.usualIterations }
    ) {
        self.scramCredential = scramCredential
        self.tokenCredential = tokenCredential
        self.usualIterations = usualIterations
        var generator = SystemRandomNumberGenerator()
        fakeSaltSecret = (0..<Self.secretBytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// The policy of a listener with these users.
    func policy(_ policy: SaslPolicy) -> SaslPolicy {
        var policy = policy
        policy.fakeSaltSecret = fakeSaltSecret
        policy.fakeIterations = usualIterations
        policy.scramCredential = scramCredential
        policy.tokenCredential = tokenCredential
        return policy
    }
}
