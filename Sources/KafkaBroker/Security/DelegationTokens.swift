import KafkaConfiguration
import KafkaMessageJSON
import KafkaProtocol
import KafkaSecurity
import Synchronization

/// The secrets of delegation tokens (KIP-48): what the metadata does not hold.
///
/// A token's secret is the code that authenticates its id under `delegation.token.secret.key`; its holder logs in by
/// SCRAM with the id as name and the secret in Base64 as password.
final class DelegationTokens: Sendable {
    private struct CacheKey: Hashable {
        let id: String
        let mechanism: ScramMechanism
    }

    private struct State {
        var secret: [UInt8]?
        var credentials: [CacheKey: ScramCredential] = [:]
    }

    private let state = Mutex(State())

    /// Whether there is a key to sign tokens with.
    var isEnabled: Bool { state.withLock { $0.secret != nil } }

    /// Sets the key that tokens are signed with; nil switches tokens off.
    func use(secret: String?) {
        state.withLock { state in
            state.secret = secret.flatMap { $0.isEmpty ? nil : Array($0.utf8) }
            state.credentials = [:]
        }
    }

    /// A token's secret; nil where tokens are switched off.
    func secret(of id: String) -> [UInt8]? {
        guard let key = state.withLock({ $0.secret }) else { return nil }
        return try? HashAlgorithm.sha512.authenticationCode(of: Array(id.utf8), key: key)
    }

    /// The id of the token with that secret; nil if there is none.
    func id(of secret: [UInt8], among users: UserImage) -> String? {
        users.tokens.keys.first { id in
            self.secret(of: id).map { ConstantTime.areEqual($0, secret) } ?? false
        }
    }

    /// The credential that a token's holder logs in with; made when it is first asked for.
    func credential(_ mechanism: ScramMechanism, _ id: String, among users: UserImage) -> TokenCredential? {
        guard let token = users.tokens[id], let owner = KafkaPrincipal(text: token.owner),
            let credential = cached(CacheKey(id: id, mechanism: mechanism), tokens: users.tokens.count)
        else { return nil }
        return TokenCredential(owner: owner, credential: credential, expiresAt: token.expirationTimestamp)
    }

    private func cached(_ key: CacheKey, tokens: Int) -> ScramCredential? {
        if let known = state.withLock({ $0.credentials[key] }) { return known }
        guard let secret = secret(of: key.id),
            let made = try? ScramCredential(
                key.mechanism, password: Base64.encode(secret), salt: ScramCredential.makeSalt())
        else { return nil }
        return state.withLock { state in
            // Of tokens that are gone nothing is kept for long.
            if state.credentials.count > 2 * tokens + 16 { state.credentials = [:] }
            if let known = state.credentials[key] { return known }
            state.credentials[key] = made
            return made
        }
    }
}

extension KafkaPrincipal {
    /// Reads `User:alice`; nil where there is no colon or nothing before it.
    init?(text: String) {
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return nil }
        self.init(String(text[text.index(after: colon)...]), type: String(text[..<colon]))
    }
}
