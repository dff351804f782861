public import KafkaCoordination
import KafkaProtocol
public import KafkaSecurity
public import KafkaWire

/// What the sender of one request may do. Handlers have it as an optional: nil when no authorizer is on, which is one
/// comparison and no more.
public struct Access: Sendable {
    let authorizer: Authorizer
    let decisions: ConnectionDecisions
    let principal: KafkaPrincipal
    let host: String
    let api: ApiKey

    /// - Parameters:
    ///   - decisions: what was decided about the connection's peer so far.
    ///   - principal: who sent the request.
    ///   - host: the sender's address.
    ///   - api: the request's API, for the audit log.
    public init(
        authorizer: Authorizer, decisions: ConnectionDecisions, principal: KafkaPrincipal, host: String,
        api: ApiKey
    ) {
        self.authorizer = authorizer
        self.decisions = decisions
        self.principal = principal
        self.host = host
        self.api = api
    }

    /// Kafka tells what was asked for apart from what was only looked at to find out what a peer may see.
    public func allows(
        _ operation: AclOperation, _ resource: AclResource, tellsGrant: Bool = true, tellsRefusal: Bool = true
    ) -> Bool {
        let decision = decisions.decide(operation, resource, principal: principal, host: host, authorizer)
        if decision {
            authorizer.audit.granted(entry(operation, resource), isTold: tellsGrant)
        } else {
            authorizer.audit.refused(entry(operation, resource), isTold: tellsRefusal)
        }
        return decision
    }

    /// Whether there is any resource of the type that this may be done to.
    public func allowsAny(_ operation: AclOperation, _ type: AclResourceType) -> Bool {
        let decision = authorizer.decideAny(operation, type, by: AclPeer(principal, host: host))
        tell(decision, entry(operation, AclResource(type, "any")))
        return decision
    }

    /// Whether this may be done to every resource of the type, whatever its name.
    public func allowsAll(_ operation: AclOperation, _ type: AclResourceType) -> Bool {
        let decision = authorizer.decideAll(operation, type, by: AclPeer(principal, host: host))
        tell(decision, entry(operation, AclResource(type, AclBinding.wildcard)))
        return decision
    }

    private func tell(_ decision: Bool, _ entry: AuditLog.Entry) {
        if decision {
            authorizer.audit.granted(entry, isTold: true)
        } else {
            authorizer.audit.refused(entry, isTold: true)
        }
    }

    private func entry(_ operation: AclOperation, _ resource: AclResource) -> AuditLog.Entry {
        AuditLog.Entry(
            principal: principal.description, host: host, operation: operation, resource: resource, api: api
        )
    }
}

extension Access? {
    /// Whether the rule lets the request touch what has that name.
    public func allows(
        _ rule: AccessRule, _ name: String, tellsGrant: Bool = true, tellsRefusal: Bool = true
    ) -> Bool {
        guard let self else { return true }
        return self.allows(
            rule.operation, AclResource(rule.type, name), tellsGrant: tellsGrant, tellsRefusal: tellsRefusal)
    }

    /// Whether the rule, which is one about the cluster, lets the request through.
    public func allows(_ rule: AccessRule, tellsRefusal: Bool = true) -> Bool {
        allows(rule, AclResource.clusterName, tellsRefusal: tellsRefusal)
    }

    /// Everything that may be done to a resource (KIP-430), as bits.
    public func operations(on type: AclResourceType, _ name: String) -> Int32 {
        let supported = type.supportedOperations
        guard let self else { return AuthorizedOperations.bits(supported) }
        return AuthorizedOperations.bits(
            supported.filter {
                self.allows($0, AclResource(type, name), tellsGrant: false, tellsRefusal: false)
            })
    }

    /// What may be done to the cluster: nothing for those who may not look at it.
    public func clusterOperations() -> Int32 {
        allows(.describeCluster, tellsRefusal: false) ? operations(on: .cluster, AclResource.clusterName) : 0
    }
}
