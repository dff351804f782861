/// Follows a login whose tokens travel without any header, as after version 0 of SaslHandshake: which frames are tokens,
/// and with which of them it is over.
///
/// A pure value. Nothing in a token says whether another will follow, so that is known from the mechanism: PLAIN has one
/// from each side, SCRAM two (RFC 5802), and OAUTHBEARER one, which the client follows with another where the cluster
/// answers with a reason for refusing it (RFC 7628).
struct TokenRelay: Equatable {
    /// The largest token of either side, in bytes: the default of Kafka's `sasl.server.max.receive.size`.
    static let largestToken: Int32 = 512 * 1024

    /// The cluster took a mechanism of which it is not known here where its tokens end.
    struct UnknownMechanism: Error, Equatable {
        let name: String
    }

    private enum Rules: Equatable {
        /// So many tokens from each side.
        case rounds(Int)
        /// Until the cluster answers without content.
        case untilEmpty
    }

    private enum Phase: Equatable {
        case none
        /// The handshake is on its way to the cluster.
        case handshake(mechanism: String)
        case exchange(Rules, answered: Int)
    }

    private var phase = Phase.none

    /// Whether the client's next frame is a token.
    var expectsToken: Bool {
        if case .exchange = phase { return true }
        return false
    }

    /// The client asks for a mechanism by version 0 of SaslHandshake.
    mutating func handshakeSent(mechanism: String) {
        phase = .handshake(mechanism: mechanism)
    }

    /// The cluster has answered the handshake, with this code.
    mutating func handshakeAnswered(errorCode: Int16) throws(UnknownMechanism) {
        guard case .handshake(let mechanism) = phase else { return }
        phase = .none
        // The client hears why, and may ask for another mechanism.
        guard errorCode == 0 else { return }
        guard let rules = Self.rules(of: mechanism) else { throw UnknownMechanism(name: mechanism) }
        phase = .exchange(rules, answered: 0)
    }

    /// The cluster has answered a token, by one of so many bytes. A login that it refuses it ends by closing.
    mutating func tokenAnswered(byteCount: Int) {
        guard case .exchange(let rules, let before) = phase else { return }
        let answered = before &+ 1
        switch rules {
        case .rounds(let count): phase = answered < count ? .exchange(rules, answered: answered) : .none
        case .untilEmpty: phase = byteCount > 0 && answered < 2 ? .exchange(rules, answered: answered) : .none
        }
    }

    private static func rules(of mechanism: String) -> Rules? {
        switch mechanism {
        case "PLAIN": .rounds(1)
        case "SCRAM-SHA-256", "SCRAM-SHA-512": .rounds(2)
        case "OAUTHBEARER": .untilEmpty
        default: nil
        }
    }
}
