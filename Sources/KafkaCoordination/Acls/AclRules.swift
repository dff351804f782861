/// How a broker decides: its ACLs, and what its configuration says about them.
public struct AclRules: Sendable {
    /// The ACLs.
    public var store: AclStore
    /// Principals that may do everything (`super.users`).
    public let superUsers: Set<String>
    /// What holds for a resource that no ACL is about (`allow.everyone.if.no.acl.found`).
    public let allowsWithoutAcl: Bool

    /// Rules over no ACLs yet.
    public init(store: AclStore = AclStore(), superUsers: Set<String> = [], allowsWithoutAcl: Bool = false) {
        self.store = store
        self.superUsers = superUsers
        self.allowsWithoutAcl = allowsWithoutAcl
    }

    /// Whether a peer may do that, by the rules of Kafka's StandardAuthorizer.
    public func allow(_ operation: AclOperation, _ resource: AclResource, by peer: AclPeer) -> Bool {
        if isSuperUser(peer) { return true }
        switch store.verdict(operation, resource, by: peer) {
        case .allowed: return true
        case .denied: return false
        case .noAclFound: return allowsWithoutAcl
        }
    }

    /// Whether a peer may do that to some resource of the type, as idempotent producers need it (KIP-679).
    public func allowAny(_ operation: AclOperation, _ type: AclResourceType, by peer: AclPeer) -> Bool {
        // A name that nobody gives stands for the resources that no ACL is about.
        allow(operation, AclResource(type, "hardcode"), by: peer) || store.allowsAny(operation, type, by: peer)
    }

    /// Whether a peer may do that to every resource of the type, those included that there may be some day.
    public func allowAll(_ operation: AclOperation, _ type: AclResourceType, by peer: AclPeer) -> Bool {
        if isSuperUser(peer) { return true }
        switch store.verdictOnAll(operation, type, by: peer) {
        case .allowed: return true
        case .denied: return false
        case .noAclFound: return allowsWithoutAcl
        }
    }

    private func isSuperUser(_ peer: AclPeer) -> Bool {
        guard superUsers.contains(peer.principal) else { return false }
        return superUsers.contains { sameBytes($0, peer.principal) }
    }
}
