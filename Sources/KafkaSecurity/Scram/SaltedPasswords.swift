import Synchronization

/// Salted passwords of SCRAM that clients have computed, which RFC 5802 lets them keep: thousands of rounds of a hash for
/// each connection would be most of what a login costs. Safe from any thread.
///
/// What is kept is as good as the password, so it lives as long as that does in memory, and nowhere else.
public final class SaltedPasswords: Sendable {
    /// How many are kept; with more, all are forgotten. Brokers of one cluster share the salt of a user.
    static let most = 16

    private struct Key: Hashable {
        var algorithm: HashAlgorithm
        var password: [UInt8]
        var salt: [UInt8]
        var iterations: Int
    }

    private let known = Mutex<[Key: [UInt8]]>([:])

    /// None yet.
    public init() {}

    /// How many are kept now.
    var count: Int { known.withLock { $0.count } }

    func salted(
        _ algorithm: HashAlgorithm, password: [UInt8], salt: [UInt8], iterations: Int
    ) throws(CryptoError) -> [UInt8] {
        let key = Key(algorithm: algorithm, password: password, salt: salt, iterations: iterations)
        if let salted = known.withLock({ $0[key] }) { return salted }
        let salted = try algorithm.derivedKey(password: password, salt: salt, iterations: iterations)
        known.withLock { known in
            if known.count >= Self.most { known = [:] }
            known[key] = salted
        }
        return salted
    }
}
