import KafkaConfiguration
import KafkaCoordination
import KafkaProtocol
import KafkaSecurity
import KafkaServer
import KafkaWire
import Logging

@testable import KafkaProxy

/// Gates for alice, who may do what a test says.
struct TestGate {
    static let orders = Uuid(high: 1, low: 1)
    static let hidden = Uuid(high: 1, low: 2)

    let authorizer: Authorizer

    init(_ bindings: [AclBinding]) throws {
        let configuration = try BrokerConfiguration.load(
            properties: "",
            overrides: ["authorizer.class.name=\(AuthorizationSettings.standardAuthorizer)", "log.dirs=/tmp/none"])
        guard
            let authorizer = Authorizer(
                configuration.authorization, acls: AclStore(),
                logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
        else { throw Missing() }
        self.authorizer = authorizer
        authorizer.use(bindings)
    }

    struct Missing: Error {}

    func gate(_ api: ApiKey, version: Int16, patterns: PatternMembers? = nil) -> AccessGate {
        AccessGate(
            access: Access(
                authorizer: authorizer, decisions: ConnectionDecisions(), principal: KafkaPrincipal("alice"),
                host: "10.0.0.1", api: api),
            version: version,
            topicName: { id in
                switch id {
                case Self.orders: "orders"
                case Self.hidden: "hidden"
                default: nil
                }
            },
            patterns: patterns)
    }

    /// What alice may do.
    static func may(_ operation: AclOperation, _ type: AclResourceType, _ name: String) -> AclBinding {
        AclBinding(type, name, principal: "User:alice", operation: operation)
    }
}

extension Restriction {
    /// The cluster's answer as the client sees it, or the one that the client gets without it.
    func answer(to upstream: Response) -> Response? {
        switch self {
        case .none: return upstream
        case .refused(let answer): return answer
        case .hangUp: return nil
        case .partly(_, let merge):
            var answer = upstream
            merge(&answer)
            return answer
        }
    }

    var passes: Bool {
        switch self {
        case .none, .partly: true
        case .refused, .hangUp: false
        }
    }
}
