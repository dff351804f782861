public import KafkaSecurity

/// Where a server finds what the clients of a listener are authenticated by.
public protocol SaslPolicySource: Sendable {
    /// The policy of a listener as it stands now; asked for at every step of an authentication. May be called on any
    /// event loop, and must not block.
    func saslPolicy(listener: String) -> SaslPolicy
}
