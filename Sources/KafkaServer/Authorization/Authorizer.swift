public import KafkaConfiguration
public import KafkaCoordination
public import Logging
import Synchronization

/// Decides who may do what, by the ACLs as they stand; what Kafka's StandardAuthorizer is.
public final class Authorizer: Sendable {
    /// As in Kafka, so that what operators filter by still fits.
    public static let loggerName = "kafka.authorizer.logger"

    let audit: AuditLog
    private let rules: Mutex<AclRules>
    private let storeVersion: Atomic<Int>

    /// Nil when the configuration names no authorizer.
    public init?(_ settings: AuthorizationSettings?, acls: AclStore, logger: Logger) {
        guard let settings else { return nil }
        rules = Mutex(
            AclRules(
                store: acls, superUsers: Set(settings.superUsers),
                allowsWithoutAcl: settings.allowEveryoneIfNoAclFound))
        storeVersion = Atomic(acls.version)
        audit = AuditLog(logger: logger)
    }

    /// Another number when decisions may have become others.
    public var version: Int { storeVersion.load(ordering: .acquiring) }

    /// The ACLs in force.
    public var acls: AclStore { rules.withLock { $0.store } }

    /// Puts other ACLs into force.
    public func use(_ acls: AclStore) {
        guard acls.version != version else { return }
        // Who sees the new number must find the new ACLs.
        rules.withLock { $0.store = acls }
        storeVersion.store(acls.version, ordering: .releasing)
    }

    func decide(_ operation: AclOperation, _ resource: AclResource, by peer: AclPeer) -> Bool {
        rules.withLock { $0 }.allow(operation, resource, by: peer)
    }

    func decideAny(_ operation: AclOperation, _ type: AclResourceType, by peer: AclPeer) -> Bool {
        rules.withLock { $0 }.allowAny(operation, type, by: peer)
    }

    func decideAll(_ operation: AclOperation, _ type: AclResourceType, by peer: AclPeer) -> Bool {
        rules.withLock { $0 }.allowAll(operation, type, by: peer)
    }
}
