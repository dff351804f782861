import KafkaCoordination
import KafkaSecurity
import Synchronization

/// The decisions of the authorizer about a connection's peer, so that one that was made costs a look-up the next time.
/// They hold until the ACLs change, or the peer becomes another one.
public final class ConnectionDecisions: Sendable {
    /// More are forgotten, all at once.
    private static let most = 1_000
    /// So many are found by comparing names, which for few costs less than hashing one.
    private static let mostRecent = 8

    private struct Key: Hashable {
        let operation: AclOperation
        let resource: AclResource
    }

    private struct State {
        var version = 0
        var principal: KafkaPrincipal?
        var recent: [(key: Key, decision: Bool)] = []
        var oldest = 0
        var known: [Key: Bool] = [:]

        mutating func remember(_ key: Key, _ decision: Bool) {
            if recent.count < ConnectionDecisions.mostRecent {
                recent.append((key, decision))
            } else {
                recent[oldest] = (key, decision)
                oldest = (oldest &+ 1) % ConnectionDecisions.mostRecent
            }
        }
    }

    private let state = Mutex(State())

    /// Nothing decided yet.
    public init() {}

    func decide(
        _ operation: AclOperation, _ resource: AclResource, principal: KafkaPrincipal, host: String,
        _ authorizer: Authorizer
    ) -> Bool {
        state.withLock { state in
            let version = authorizer.version
            if state.version != version || state.principal != principal {
                state = State(version: version, principal: principal)
            }
            for (key, decision) in state.recent where key.operation == operation && key.resource == resource {
                return decision
            }
            let key = Key(operation: operation, resource: resource)
            let decision =
                state.known[key] ?? authorizer.decide(operation, resource, by: AclPeer(principal, host: host))
            if state.known.count >= Self.most { state.known = [:] }
            state.known[key] = decision
            state.remember(key, decision)
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
