import KafkaCoordination
import KafkaProtocol
import KafkaSecurity
import KafkaServer
import KafkaWire

/// What the sender of one request may do. Handlers have it as an optional: nil when no authorizer is on, which is one
/// comparison and no more.
struct Access: Sendable {
    let authorizer: BrokerAuthorizer
    let decisions: ConnectionDecisions
    let principal: KafkaPrincipal
    let context: ConnectionContext
    let api: ApiKey

    /// Kafka tells what was asked for apart from what was only looked at to find out what a peer may see.
    func allows(
        _ operation: AclOperation, _ resource: AclResource, tellsGrant: Bool = true, tellsRefusal: Bool = true
    ) -> Bool {
        let decision = decisions.decide(operation, resource, principal: principal, context: context, authorizer)
        if decision {
            authorizer.audit.granted(entry(operation, resource), isTold: tellsGrant)
        } else {
            authorizer.audit.refused(entry(operation, resource), isTold: tellsRefusal)
        }
        return decision
    }

    /// Whether there is any resource of the type that this may be done to.
    func allowsAny(_ operation: AclOperation, _ type: AclResourceType) -> Bool {
        let decision = authorizer.decideAny(operation, type, by: AclPeer(principal, context))
        let entry = entry(operation, AclResource(type, "any"))
        if decision {
            authorizer.audit.granted(entry, isTold: true)
        } else {
            authorizer.audit.refused(entry, isTold: true)
        }
        return decision
    }

    private func entry(_ operation: AclOperation, _ resource: AclResource) -> AuditLog.Entry {
        AuditLog.Entry(
            principal: principal.description, host: context.peerHost, operation: operation, resource: resource, api: api
        )
    }
}

extension Access? {
    /// Whether the rule lets the request touch what has that name.
    func allows(
        _ rule: AccessRule, _ name: String, tellsGrant: Bool = true, tellsRefusal: Bool = true
    ) -> Bool {
        guard let self else { return true }
        return self.allows(
            rule.operation, AclResource(rule.type, name), tellsGrant: tellsGrant, tellsRefusal: tellsRefusal)
    }

    /// Whether the rule, which is one about the cluster, lets the request through.
    func allows(_ rule: AccessRule, tellsRefusal: Bool = true) -> Bool {
        allows(rule, AclResource.clusterName, tellsRefusal: tellsRefusal)
    }

    /// Everything that may be done to a resource (KIP-430), as bits.
    func operations(on type: AclResourceType, _ name: String) -> Int32 {
        let supported = type.supportedOperations
        guard let self else { return AuthorizedOperations.bits(supported) }
        return AuthorizedOperations.bits(
            supported.filter {
                self.allows($0, AclResource(type, name), tellsGrant: false, tellsRefusal: false)
            })
    }

    /// What may be done to the cluster: nothing for those who may not look at it.
    func clusterOperations() -> Int32 {
        allows(.describeCluster, tellsRefusal: false) ? operations(on: .cluster, AclResource.clusterName) : 0
    }
}

extension BrokerEngine {
    /// What the sender of a request may do. On the event loop of its connection.
    func access(_ request: Request) -> Access? {
        guard let authorizer = broker.authorizer else { return nil }
        return Access(
            authorizer: authorizer, decisions: request.context.connectionState.decisions,
            principal: request.principal, context: request.context, api: request.apiKey)
    }

    /// The same for what runs later, anywhere.
    func access(_ origin: Request.Origin) -> Access? { broker.access(origin) }
}

extension Broker {
    func access(_ origin: Request.Origin) -> Access? {
        guard let authorizer else { return nil }
        return Access(
            authorizer: authorizer, decisions: origin.decisions ?? ConnectionDecisions(), principal: origin.principal,
            context: origin.context, api: origin.apiKey)
    }

    /// Whether the sender of a request may do this to that; true when no authorizer is on.
    func authorize(_ origin: Request.Origin, _ operation: AclOperation, _ resource: AclResource) -> Bool {
        access(origin)?.allows(operation, resource) ?? true
    }
}
