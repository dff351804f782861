import KafkaCoordination
import KafkaSecurity
import Synchronization

/// The decisions of the authorizer about a connection's peer, so that one that was made costs a look-up the next time.
/// They hold until the ACLs change, or the peer becomes another one.
public final class ConnectionDecisions: Sendable {
    /// More are forgotten, all at once.
    private static let most = 1_000

    private struct Key: Hashable {
        let operation: AclOperation
        let resource: AclResource
    }

    private struct State {
        var version: Int
        var principal: KafkaPrincipal
        var peer: AclPeer
        var known: [Key: Bool] = [:]
    }

    private let state = Mutex<State?>(nil)

    /// Nothing decided yet.
    public init() {}

    func decide(
        _ operation: AclOperation, _ resource: AclResource, principal: KafkaPrincipal, host: String,
        _ authorizer: Authorizer
    ) -> Bool {
        let key = Key(operation: operation, resource: resource)
        return state.withLock { state in
            let version = authorizer.version
            if state?.version != version || state?.principal != principal {
                state = State(version: version, principal: principal, peer: AclPeer(principal, host: host))
            }
            if let known = state?.known[key] { return known }
            let decision = authorizer.decide(operation, resource, by: state?.peer ?? AclPeer(principal, host: host))
            if let count = state?.known.count, count >= Self.most { state?.known = [:] }
            state?.known[key] = decision
            return decision
        }
    }
}

extension AclPeer {
    /// - Parameter host: the peer's address.
    init(_ principal: KafkaPrincipal, host: String) {
        self.init(principal: principal.description, host: JavaAddress.text(host), otherHost: host)
    }
}
