public import KafkaCoordination
public import KafkaWire

/// What a request must be allowed to do to a resource, and what it hears when it is not.
public struct AccessRule: Sendable, Hashable {
    /// What is done.
    public let operation: AclOperation
    /// To what.
    public let type: AclResourceType
    /// Kafka's error for resources of this type.
    public let error: ErrorCode

    /// A rule with Kafka's error for resources of the type.
    public init(_ operation: AclOperation, _ type: AclResourceType) {
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
    public var message: String {
        switch type {
        case .topic: "Topic authorization failed."
        case .group: "Group authorization failed."
        case .cluster, .user: "Cluster authorization failed."
        case .transactionalId: "Transactional Id authorization failed."
        case .delegationToken: "Delegation Token authorization failed."
        }
    }

    public static let readTopic = AccessRule(.read, .topic)
    public static let writeTopic = AccessRule(.write, .topic)
    public static let createTopic = AccessRule(.create, .topic)
    public static let deleteTopic = AccessRule(.delete, .topic)
    public static let alterTopic = AccessRule(.alter, .topic)
    public static let describeTopic = AccessRule(.describe, .topic)
    public static let describeTopicConfigs = AccessRule(.describeConfigs, .topic)
    public static let alterTopicConfigs = AccessRule(.alterConfigs, .topic)
    public static let readGroup = AccessRule(.read, .group)
    public static let deleteGroup = AccessRule(.delete, .group)
    public static let describeGroup = AccessRule(.describe, .group)
    public static let describeGroupConfigs = AccessRule(.describeConfigs, .group)
    public static let alterGroupConfigs = AccessRule(.alterConfigs, .group)
    public static let createInCluster = AccessRule(.create, .cluster)
    public static let deleteInCluster = AccessRule(.delete, .cluster)
    public static let alterCluster = AccessRule(.alter, .cluster)
    public static let describeCluster = AccessRule(.describe, .cluster)
    public static let actForCluster = AccessRule(.clusterAction, .cluster)
    public static let describeClusterConfigs = AccessRule(.describeConfigs, .cluster)
    public static let alterClusterConfigs = AccessRule(.alterConfigs, .cluster)
    public static let writeIdempotently = AccessRule(.idempotentWrite, .cluster)
    public static let describeTransactionalId = AccessRule(.describe, .transactionalId)
    public static let writeTransactionalId = AccessRule(.write, .transactionalId)
}
