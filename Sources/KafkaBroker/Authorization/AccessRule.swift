import KafkaCoordination
import KafkaWire

/// What a request must be allowed to do to a resource, and what it hears when it is not.
struct AccessRule: Sendable, Hashable {
    let operation: AclOperation
    let type: AclResourceType
    /// Kafka's error for resources of this type.
    let error: ErrorCode

    init(_ operation: AclOperation, _ type: AclResourceType) {
        self.operation = operation
        self.type = type
        error =
            switch type {
            case .topic: .topicAuthorizationFailed
            case .group: .groupAuthorizationFailed
            case .cluster, .user: .clusterAuthorizationFailed
            case .transactionalId: .transactionalIdAuthorizationFailed
            case .delegationToken: .delegationTokenAuthorizationFailed
            }
    }

    /// What answers say beside the error, where they can.
    var message: String {
        switch type {
        case .topic: "Topic authorization failed."
        case .group: "Group authorization failed."
        case .cluster, .user: "Cluster authorization failed."
        case .transactionalId: "Transactional Id authorization failed."
        case .delegationToken: "Delegation Token authorization failed."
        }
    }

    static let readTopic = AccessRule(.read, .topic)
    static let writeTopic = AccessRule(.write, .topic)
    static let createTopic = AccessRule(.create, .topic)
    static let deleteTopic = AccessRule(.delete, .topic)
    static let alterTopic = AccessRule(.alter, .topic)
    static let describeTopic = AccessRule(.describe, .topic)
    static let describeTopicConfigs = AccessRule(.describeConfigs, .topic)
    static let alterTopicConfigs = AccessRule(.alterConfigs, .topic)
    static let readGroup = AccessRule(.read, .group)
    static let deleteGroup = AccessRule(.delete, .group)
    static let describeGroup = AccessRule(.describe, .group)
    static let describeGroupConfigs = AccessRule(.describeConfigs, .group)
    static let alterGroupConfigs = AccessRule(.alterConfigs, .group)
    static let createInCluster = AccessRule(.create, .cluster)
    static let deleteInCluster = AccessRule(.delete, .cluster)
    static let alterCluster = AccessRule(.alter, .cluster)
    static let describeCluster = AccessRule(.describe, .cluster)
    static let actForCluster = AccessRule(.clusterAction, .cluster)
    static let describeClusterConfigs = AccessRule(.describeConfigs, .cluster)
    static let alterClusterConfigs = AccessRule(.alterConfigs, .cluster)
    static let writeIdempotently = AccessRule(.idempotentWrite, .cluster)
    static let describeTransactionalId = AccessRule(.describe, .transactionalId)
    static let writeTransactionalId = AccessRule(.write, .transactionalId)
}
