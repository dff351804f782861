import KafkaCoordination
import KafkaServer

extension BrokerEngine {
    /// What the sender of a request may do. On the event loop of its connection.
    func access(_ request: Request) -> Access? {
        guard let authorizer = broker.authorizer else { return nil }
        return Access(
            authorizer: authorizer, decisions: request.context.connectionState.decisions,
            principal: request.principal, host: request.context.peerHost, api: request.apiKey)
    }

    /// The same for what runs later, anywhere.
    func access(_ origin: Request.Origin) -> Access? { broker.access(origin) }
}

extension Broker {
    func access(_ origin: Request.Origin) -> Access? {
        guard let authorizer else { return nil }
        return Access(
            authorizer: authorizer, decisions: origin.decisions ?? ConnectionDecisions(), principal: origin.principal,
            host: origin.context.peerHost, api: origin.apiKey)
    }

    /// Whether the sender of a request may do this to that; true when no authorizer is on.
    func authorize(_ origin: Request.Origin, _ operation: AclOperation, _ resource: AclResource) -> Bool {
        access(origin)?.allows(operation, resource) ?? true
    }
}
