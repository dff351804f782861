import KafkaProtocol
public import KafkaWire

/// What each API is checked for. Requests about the cluster are checked as a whole, by the first table, before a handler
/// sees them; the handlers of the others check what they are about to touch, and the second table says for what. A test
/// goes through both and sees every rule let through and refuse.
public enum AccessTable {
    /// APIs that need one permission on the cluster for anything at all.
    public static let ofCluster: [ApiKey: AccessRule] = [
        .describeLogDirs: .describeCluster,
        .alterReplicaLogDirs: .alterCluster,
        .electLeaders: .alterCluster,
        .alterPartitionReassignments: .alterCluster,
        .listPartitionReassignments: .describeCluster,
        .describeQuorum: .describeCluster,
        .updateFeatures: .alterCluster,
        .unregisterBroker: .alterCluster,
        .listConfigResources: .describeClusterConfigs,
        .createAcls: .alterCluster,
        .describeAcls: .describeCluster,
        .deleteAcls: .alterCluster,
        .describeClientQuotas: .describeClusterConfigs,
        .alterClientQuotas: .alterClusterConfigs,
        .describeUserScramCredentials: .describeCluster,
        .alterUserScramCredentials: .alterCluster,
    ]

    /// For APIs about single resources: what is needed, each with what will do instead of it.
    public static let ofResources: [ApiKey: [[AccessRule]]] = [
        .produce: [[.writeTopic]],
        .fetch: [[.readTopic]],
        .listOffsets: [[.describeTopic]],
        .metadata: [[.describeTopic]],
        .describeTopicPartitions: [[.describeTopic]],
        .offsetForLeaderEpoch: [[.actForCluster, .describeTopic]],
        .offsetCommit: [[.readGroup], [.readTopic]],
        .offsetFetch: [[.describeGroup], [.describeTopic]],
        .offsetDelete: [[.deleteGroup], [.readTopic]],
        .findCoordinator: [[.describeGroup]],
        .joinGroup: [[.readGroup]],
        .syncGroup: [[.readGroup]],
        .heartbeat: [[.readGroup]],
        .leaveGroup: [[.readGroup]],
        .describeGroups: [[.describeGroup]],
        .deleteGroups: [[.deleteGroup]],
        .createTopics: [[.createInCluster, .createTopic], [.describeTopicConfigs]],
        .deleteTopics: [[.deleteInCluster, .deleteTopic]],
        .createPartitions: [[.alterTopic]],
        .deleteRecords: [[.deleteTopic]],
        .describeProducers: [[.readTopic]],
        .describeConfigs: [[.describeTopicConfigs], [.describeGroupConfigs], [.describeClusterConfigs]],
        .alterConfigs: [[.alterTopicConfigs], [.alterGroupConfigs], [.alterClusterConfigs]],
        .incrementalAlterConfigs: [[.alterTopicConfigs], [.alterGroupConfigs], [.alterClusterConfigs]],
        .initProducerId: [[.writeIdempotently, .writeTopic]],
    ]

    /// APIs that answer everyone: they tell of no resource, or (ListGroups) only of those that the peer may see.
    /// Delegation tokens are for their owners and renewers; ACLs let others make and see them.
    public static let unchecked: Set<ApiKey> = [
        .apiVersions, .saslHandshake, .saslAuthenticate, .describeCluster, .listGroups, .getTelemetrySubscriptions,
        .pushTelemetry, .createDelegationToken, .renewDelegationToken, .expireDelegationToken,
        .describeDelegationToken,
    ]
}
