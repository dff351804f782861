import KafkaCoordination
import KafkaSecurity
import KafkaServer
import Synchronization

/// What the engine keeps of a connection. Only to be touched on the connection's event loop, but for ``decisions``.
final class ConnectionState {
    /// What the client said it is, in ApiVersions.
    var software = ClientSoftware.unknown
    let decisions = ConnectionDecisions()
}

extension ConnectionContext {
    /// Only on ``eventLoop``.
    var connectionState: ConnectionState {
        if let state = engineState as? ConnectionState { return state }
        let state = ConnectionState()
        engineState = state
        return state
    }
}

/// The decisions of the authorizer about a connection's peer, so that one that was made costs a look-up the next time.
/// They hold until the ACLs change, or the peer becomes another one.
final class ConnectionDecisions: Sendable {
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

    func decide(
        _ operation: AclOperation, _ resource: AclResource, principal: KafkaPrincipal, context: ConnectionContext,
        _ authorizer: BrokerAuthorizer
    ) -> Bool {
        let key = Key(operation: operation, resource: resource)
        return state.withLock { state in
            let version = authorizer.version
            if state?.version != version || state?.principal != principal {
                state = State(version: version, principal: principal, peer: AclPeer(principal, context))
            }
            if let known = state?.known[key] { return known }
            let decision = authorizer.decide(operation, resource, by: state?.peer ?? AclPeer(principal, context))
            if let count = state?.known.count, count >= Self.most { state?.known = [:] }
            state?.known[key] = decision
            return decision
        }
    }
}

extension AclPeer {
    init(_ principal: KafkaPrincipal, _ context: ConnectionContext) {
        self.init(
            principal: principal.description, host: JavaAddress.text(context.peerHost), otherHost: context.peerHost)
    }
}
