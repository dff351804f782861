// Generated from protocol-specs/APIs by tools/protocol-generator. Do not edit.

public import KafkaWire

extension ApiKey {
    /// Appends record batches to partitions.
    @inlinable public static var produce: ApiKey { ApiKey(rawValue: 0) }
    /// Reads record batches from partitions; in a session a request names only what changed.
    @inlinable public static var fetch: ApiKey { ApiKey(rawValue: 1) }
    /// Finds offsets by time, or a log's start, end and other marks.
    @inlinable public static var listOffsets: ApiKey { ApiKey(rawValue: 2) }
    /// Tells brokers, topics and partition leaders; may create missing topics.
    @inlinable public static var metadata: ApiKey { ApiKey(rawValue: 3) }
    /// A ZooKeeper-era controller tells a broker what it leads and follows.
    @inlinable public static var leaderAndIsr: ApiKey { ApiKey(rawValue: 4) }
    /// A ZooKeeper-era controller tells a broker to stop, and perhaps delete, replicas.
    @inlinable public static var stopReplica: ApiKey { ApiKey(rawValue: 5) }
    /// A ZooKeeper-era controller spreads the cluster metadata.
    @inlinable public static var updateMetadata: ApiKey { ApiKey(rawValue: 6) }
    /// A broker asks a ZooKeeper-era controller to move its leaders away.
    @inlinable public static var controlledShutdown: ApiKey { ApiKey(rawValue: 7) }
    /// Stores a group's offsets.
    @inlinable public static var offsetCommit: ApiKey { ApiKey(rawValue: 8) }
    /// Reads a group's stored offsets.
    @inlinable public static var offsetFetch: ApiKey { ApiKey(rawValue: 9) }
    /// Finds the broker that coordinates a group, a transactional id or a share partition.
    @inlinable public static var findCoordinator: ApiKey { ApiKey(rawValue: 10) }
    /// Enters a classic group and waits for the rebalance.
    @inlinable public static var joinGroup: ApiKey { ApiKey(rawValue: 11) }
    /// Keeps a member of a classic group alive.
    @inlinable public static var heartbeat: ApiKey { ApiKey(rawValue: 12) }
    /// Takes members out of a classic group.
    @inlinable public static var leaveGroup: ApiKey { ApiKey(rawValue: 13) }
    /// Hands a classic group's assignment in and out.
    @inlinable public static var syncGroup: ApiKey { ApiKey(rawValue: 14) }
    /// Describes classic groups and their members.
    @inlinable public static var describeGroups: ApiKey { ApiKey(rawValue: 15) }
    /// Lists the groups that a broker coordinates.
    @inlinable public static var listGroups: ApiKey { ApiKey(rawValue: 16) }
    /// Agrees on a SASL mechanism.
    @inlinable public static var saslHandshake: ApiKey { ApiKey(rawValue: 17) }
    /// Tells which APIs and versions a broker serves, and its features.
    @inlinable public static var apiVersions: ApiKey { ApiKey(rawValue: 18) }
    /// Creates topics.
    @inlinable public static var createTopics: ApiKey { ApiKey(rawValue: 19) }
    /// Deletes topics by name or id.
    @inlinable public static var deleteTopics: ApiKey { ApiKey(rawValue: 20) }
    /// Moves the start of logs forward.
    @inlinable public static var deleteRecords: ApiKey { ApiKey(rawValue: 21) }
    /// Gives out a producer id and epoch; ends what an older producer of the transactional id left open.
    @inlinable public static var initProducerId: ApiKey { ApiKey(rawValue: 22) }
    /// Finds where a leader epoch ended in a log.
    @inlinable public static var offsetForLeaderEpoch: ApiKey { ApiKey(rawValue: 23) }
    /// Adds partitions to an open transaction, or lets a broker verify that they are in it.
    @inlinable public static var addPartitionsToTxn: ApiKey { ApiKey(rawValue: 24) }
    /// Adds a group's offsets to an open transaction.
    @inlinable public static var addOffsetsToTxn: ApiKey { ApiKey(rawValue: 25) }
    /// Commits or aborts a transaction.
    @inlinable public static var endTxn: ApiKey { ApiKey(rawValue: 26) }
    /// A transaction coordinator has the end of transactions written into logs.
    @inlinable public static var writeTxnMarkers: ApiKey { ApiKey(rawValue: 27) }
    /// Stores a group's offsets as part of a transaction.
    @inlinable public static var txnOffsetCommit: ApiKey { ApiKey(rawValue: 28) }
    /// Lists access rules that match a filter.
    @inlinable public static var describeAcls: ApiKey { ApiKey(rawValue: 29) }
    /// Adds access rules.
    @inlinable public static var createAcls: ApiKey { ApiKey(rawValue: 30) }
    /// Removes access rules that match filters.
    @inlinable public static var deleteAcls: ApiKey { ApiKey(rawValue: 31) }
    /// Reads the configuration of topics, brokers and other resources.
    @inlinable public static var describeConfigs: ApiKey { ApiKey(rawValue: 32) }
    /// Replaces the whole dynamic configuration of resources.
    @inlinable public static var alterConfigs: ApiKey { ApiKey(rawValue: 33) }
    /// Moves replicas between the log directories of a broker.
    @inlinable public static var alterReplicaLogDirs: ApiKey { ApiKey(rawValue: 34) }
    /// Describes a broker's log directories and what lies in them.
    @inlinable public static var describeLogDirs: ApiKey { ApiKey(rawValue: 35) }
    /// Carries the messages of a SASL mechanism.
    @inlinable public static var saslAuthenticate: ApiKey { ApiKey(rawValue: 36) }
    /// Adds partitions to topics.
    @inlinable public static var createPartitions: ApiKey { ApiKey(rawValue: 37) }
    /// Creates a delegation token.
    @inlinable public static var createDelegationToken: ApiKey { ApiKey(rawValue: 38) }
    /// Renews a delegation token.
    @inlinable public static var renewDelegationToken: ApiKey { ApiKey(rawValue: 39) }
    /// Expires a delegation token.
    @inlinable public static var expireDelegationToken: ApiKey { ApiKey(rawValue: 40) }
    /// Lists delegation tokens.
    @inlinable public static var describeDelegationToken: ApiKey { ApiKey(rawValue: 41) }
    /// Deletes empty groups.
    @inlinable public static var deleteGroups: ApiKey { ApiKey(rawValue: 42) }
    /// Elects leaders of partitions.
    @inlinable public static var electLeaders: ApiKey { ApiKey(rawValue: 43) }
    /// Sets, deletes, appends to or takes from single configuration entries.
    @inlinable public static var incrementalAlterConfigs: ApiKey { ApiKey(rawValue: 44) }
    /// Starts or cancels moving replicas between brokers.
    @inlinable public static var alterPartitionReassignments: ApiKey { ApiKey(rawValue: 45) }
    /// Lists reassignments under way.
    @inlinable public static var listPartitionReassignments: ApiKey { ApiKey(rawValue: 46) }
    /// Deletes a group's offsets of topics it no longer reads.
    @inlinable public static var offsetDelete: ApiKey { ApiKey(rawValue: 47) }
    /// Lists client quotas that match a filter.
    @inlinable public static var describeClientQuotas: ApiKey { ApiKey(rawValue: 48) }
    /// Changes client quotas.
    @inlinable public static var alterClientQuotas: ApiKey { ApiKey(rawValue: 49) }
    /// Lists SCRAM credentials of users, without secrets.
    @inlinable public static var describeUserScramCredentials: ApiKey { ApiKey(rawValue: 50) }
    /// Changes SCRAM credentials.
    @inlinable public static var alterUserScramCredentials: ApiKey { ApiKey(rawValue: 51) }
    /// A quorum member asks for votes.
    @inlinable public static var vote: ApiKey { ApiKey(rawValue: 52) }
    /// A new quorum leader announces itself.
    @inlinable public static var beginQuorumEpoch: ApiKey { ApiKey(rawValue: 53) }
    /// A quorum leader steps down.
    @inlinable public static var endQuorumEpoch: ApiKey { ApiKey(rawValue: 54) }
    /// Describes the state of a quorum.
    @inlinable public static var describeQuorum: ApiKey { ApiKey(rawValue: 55) }
    /// A leader asks the controller to change the in-sync replicas.
    @inlinable public static var alterPartition: ApiKey { ApiKey(rawValue: 56) }
    /// Changes the cluster's feature levels.
    @inlinable public static var updateFeatures: ApiKey { ApiKey(rawValue: 57) }
    /// Carries a request that a broker forwards to the controller.
    @inlinable public static var envelope: ApiKey { ApiKey(rawValue: 58) }
    /// Reads a part of a snapshot of the metadata log.
    @inlinable public static var fetchSnapshot: ApiKey { ApiKey(rawValue: 59) }
    /// Describes the cluster and its brokers.
    @inlinable public static var describeCluster: ApiKey { ApiKey(rawValue: 60) }
    /// Describes the producers known to partitions.
    @inlinable public static var describeProducers: ApiKey { ApiKey(rawValue: 61) }
    /// A broker registers with the controller.
    @inlinable public static var brokerRegistration: ApiKey { ApiKey(rawValue: 62) }
    /// A broker keeps its registration alive.
    @inlinable public static var brokerHeartbeat: ApiKey { ApiKey(rawValue: 63) }
    /// Removes a broker's registration.
    @inlinable public static var unregisterBroker: ApiKey { ApiKey(rawValue: 64) }
    /// Describes transactions by id.
    @inlinable public static var describeTransactions: ApiKey { ApiKey(rawValue: 65) }
    /// Lists the transactions of a coordinator.
    @inlinable public static var listTransactions: ApiKey { ApiKey(rawValue: 66) }
    /// A broker takes a block of producer ids from the controller.
    @inlinable public static var allocateProducerIds: ApiKey { ApiKey(rawValue: 67) }
    /// Joins, keeps up and leaves a consumer group of the new protocol (KIP-848).
    @inlinable public static var consumerGroupHeartbeat: ApiKey { ApiKey(rawValue: 68) }
    /// Describes consumer groups of the new protocol (KIP-848).
    @inlinable public static var consumerGroupDescribe: ApiKey { ApiKey(rawValue: 69) }
    /// A controller registers with the active one.
    @inlinable public static var controllerRegistration: ApiKey { ApiKey(rawValue: 70) }
    /// Tells a client which metrics to push (KIP-714).
    @inlinable public static var getTelemetrySubscriptions: ApiKey { ApiKey(rawValue: 71) }
    /// Delivers a client's metrics (KIP-714).
    @inlinable public static var pushTelemetry: ApiKey { ApiKey(rawValue: 72) }
    /// A broker tells the controller which directories hold its replicas.
    @inlinable public static var assignReplicasToDirs: ApiKey { ApiKey(rawValue: 73) }
    /// Lists resources that have configuration.
    @inlinable public static var listConfigResources: ApiKey { ApiKey(rawValue: 74) }
    /// Describes topics page by page.
    @inlinable public static var describeTopicPartitions: ApiKey { ApiKey(rawValue: 75) }
    /// Joins, keeps up and leaves a share group (KIP-932).
    @inlinable public static var shareGroupHeartbeat: ApiKey { ApiKey(rawValue: 76) }
    /// Describes share groups (KIP-932).
    @inlinable public static var shareGroupDescribe: ApiKey { ApiKey(rawValue: 77) }
    /// Acquires records for a share group and acknowledges earlier ones (KIP-932).
    @inlinable public static var shareFetch: ApiKey { ApiKey(rawValue: 78) }
    /// Acknowledges records acquired for a share group (KIP-932).
    @inlinable public static var shareAcknowledge: ApiKey { ApiKey(rawValue: 79) }
    /// Adds a voter to a quorum (KIP-853).
    @inlinable public static var addRaftVoter: ApiKey { ApiKey(rawValue: 80) }
    /// Removes a voter from a quorum (KIP-853).
    @inlinable public static var removeRaftVoter: ApiKey { ApiKey(rawValue: 81) }
    /// Updates a voter's endpoints and versions (KIP-853).
    @inlinable public static var updateRaftVoter: ApiKey { ApiKey(rawValue: 82) }
    /// Sets up the state of share partitions at their coordinator (KIP-932).
    @inlinable public static var initializeShareGroupState: ApiKey { ApiKey(rawValue: 83) }
    /// Reads the state of share partitions (KIP-932).
    @inlinable public static var readShareGroupState: ApiKey { ApiKey(rawValue: 84) }
    /// Writes the state of share partitions (KIP-932).
    @inlinable public static var writeShareGroupState: ApiKey { ApiKey(rawValue: 85) }
    /// Deletes the state of share partitions (KIP-932).
    @inlinable public static var deleteShareGroupState: ApiKey { ApiKey(rawValue: 86) }
    /// Reads the start offsets of share partitions (KIP-932).
    @inlinable public static var readShareGroupStateSummary: ApiKey { ApiKey(rawValue: 87) }
    /// Joins, keeps up and leaves a streams group (KIP-1071).
    @inlinable public static var streamsGroupHeartbeat: ApiKey { ApiKey(rawValue: 88) }
    /// Describes streams groups (KIP-1071).
    @inlinable public static var streamsGroupDescribe: ApiKey { ApiKey(rawValue: 89) }
    /// Reads the start offsets of share groups.
    @inlinable public static var describeShareGroupOffsets: ApiKey { ApiKey(rawValue: 90) }
    /// Sets the start offsets of a share group.
    @inlinable public static var alterShareGroupOffsets: ApiKey { ApiKey(rawValue: 91) }
    /// Deletes the start offsets of a share group.
    @inlinable public static var deleteShareGroupOffsets: ApiKey { ApiKey(rawValue: 92) }
}

extension ApiDescription {
    /// Every API by ascending number.
    static let table: [ApiDescription] = [
        ApiDescription(
            key: .produce, name: "Produce", listeners: [.broker],
            validVersions: 0...13, kafka43Versions: 3...13,
            firstFlexibleRequest: 9, firstFlexibleResponse: 9,
            isLatestUnstable: false),
        ApiDescription(
            key: .fetch, name: "Fetch", listeners: [.broker, .controller],
            validVersions: 0...18, kafka43Versions: 4...18,
            firstFlexibleRequest: 12, firstFlexibleResponse: 12,
            isLatestUnstable: false),
        ApiDescription(
            key: .listOffsets, name: "ListOffsets", listeners: [.broker],
            validVersions: 0...11, kafka43Versions: 1...11,
            firstFlexibleRequest: 6, firstFlexibleResponse: 6,
            isLatestUnstable: false),
        ApiDescription(
            key: .metadata, name: "Metadata", listeners: [.broker],
            validVersions: 0...13, kafka43Versions: 0...13,
            firstFlexibleRequest: 9, firstFlexibleResponse: 9,
            isLatestUnstable: false),
        ApiDescription(
            key: .leaderAndIsr, name: "LeaderAndIsr", listeners: [],
            validVersions: 0...7, kafka43Versions: nil,
            firstFlexibleRequest: 4, firstFlexibleResponse: 4,
            isLatestUnstable: false),
        ApiDescription(
            key: .stopReplica, name: "StopReplica", listeners: [],
            validVersions: 0...4, kafka43Versions: nil,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .updateMetadata, name: "UpdateMetadata", listeners: [],
            validVersions: 0...8, kafka43Versions: nil,
            firstFlexibleRequest: 6, firstFlexibleResponse: 6,
            isLatestUnstable: false),
        ApiDescription(
            key: .controlledShutdown, name: "ControlledShutdown", listeners: [],
            validVersions: 0...3, kafka43Versions: nil,
            firstFlexibleRequest: 3, firstFlexibleResponse: 3,
            isLatestUnstable: false),
        ApiDescription(
            key: .offsetCommit, name: "OffsetCommit", listeners: [.broker],
            validVersions: 0...10, kafka43Versions: 2...10,
            firstFlexibleRequest: 8, firstFlexibleResponse: 8,
            isLatestUnstable: false),
        ApiDescription(
            key: .offsetFetch, name: "OffsetFetch", listeners: [.broker],
            validVersions: 0...10, kafka43Versions: 1...10,
            firstFlexibleRequest: 6, firstFlexibleResponse: 6,
            isLatestUnstable: false),
        ApiDescription(
            key: .findCoordinator, name: "FindCoordinator", listeners: [.broker],
            validVersions: 0...6, kafka43Versions: 0...6,
            firstFlexibleRequest: 3, firstFlexibleResponse: 3,
            isLatestUnstable: false),
        ApiDescription(
            key: .joinGroup, name: "JoinGroup", listeners: [.broker],
            validVersions: 0...9, kafka43Versions: 0...9,
            firstFlexibleRequest: 6, firstFlexibleResponse: 6,
            isLatestUnstable: false),
        ApiDescription(
            key: .heartbeat, name: "Heartbeat", listeners: [.broker],
            validVersions: 0...4, kafka43Versions: 0...4,
            firstFlexibleRequest: 4, firstFlexibleResponse: 4,
            isLatestUnstable: false),
        ApiDescription(
            key: .leaveGroup, name: "LeaveGroup", listeners: [.broker],
            validVersions: 0...5, kafka43Versions: 0...5,
            firstFlexibleRequest: 4, firstFlexibleResponse: 4,
            isLatestUnstable: false),
        ApiDescription(
            key: .syncGroup, name: "SyncGroup", listeners: [.broker],
            validVersions: 0...5, kafka43Versions: 0...5,
            firstFlexibleRequest: 4, firstFlexibleResponse: 4,
            isLatestUnstable: false),
        ApiDescription(
            key: .describeGroups, name: "DescribeGroups", listeners: [.broker],
            validVersions: 0...6, kafka43Versions: 0...6,
            firstFlexibleRequest: 5, firstFlexibleResponse: 5,
            isLatestUnstable: false),
        ApiDescription(
            key: .listGroups, name: "ListGroups", listeners: [.broker],
            validVersions: 0...5, kafka43Versions: 0...5,
            firstFlexibleRequest: 3, firstFlexibleResponse: 3,
            isLatestUnstable: false),
        ApiDescription(
            key: .saslHandshake, name: "SaslHandshake", listeners: [.broker, .controller],
            validVersions: 0...1, kafka43Versions: 0...1,
            firstFlexibleRequest: .max, firstFlexibleResponse: .max,
            isLatestUnstable: false),
        ApiDescription(
            key: .apiVersions, name: "ApiVersions", listeners: [.broker, .controller],
            validVersions: 0...4, kafka43Versions: 0...4,
            firstFlexibleRequest: 3, firstFlexibleResponse: 3,
            isLatestUnstable: false),
        ApiDescription(
            key: .createTopics, name: "CreateTopics", listeners: [.broker, .controller],
            validVersions: 0...7, kafka43Versions: 2...7,
            firstFlexibleRequest: 5, firstFlexibleResponse: 5,
            isLatestUnstable: false),
        ApiDescription(
            key: .deleteTopics, name: "DeleteTopics", listeners: [.broker, .controller],
            validVersions: 0...6, kafka43Versions: 1...6,
            firstFlexibleRequest: 4, firstFlexibleResponse: 4,
            isLatestUnstable: false),
        ApiDescription(
            key: .deleteRecords, name: "DeleteRecords", listeners: [.broker],
            validVersions: 0...2, kafka43Versions: 0...2,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .initProducerId, name: "InitProducerId", listeners: [.broker],
            validVersions: 0...6, kafka43Versions: 0...6,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: true),
        ApiDescription(
            key: .offsetForLeaderEpoch, name: "OffsetForLeaderEpoch", listeners: [.broker],
            validVersions: 0...4, kafka43Versions: 2...4,
            firstFlexibleRequest: 4, firstFlexibleResponse: 4,
            isLatestUnstable: false),
        ApiDescription(
            key: .addPartitionsToTxn, name: "AddPartitionsToTxn", listeners: [.broker],
            validVersions: 0...5, kafka43Versions: 0...5,
            firstFlexibleRequest: 3, firstFlexibleResponse: 3,
            isLatestUnstable: false),
        ApiDescription(
            key: .addOffsetsToTxn, name: "AddOffsetsToTxn", listeners: [.broker],
            validVersions: 0...4, kafka43Versions: 0...4,
            firstFlexibleRequest: 3, firstFlexibleResponse: 3,
            isLatestUnstable: false),
        ApiDescription(
            key: .endTxn, name: "EndTxn", listeners: [.broker],
            validVersions: 0...5, kafka43Versions: 0...5,
            firstFlexibleRequest: 3, firstFlexibleResponse: 3,
            isLatestUnstable: false),
        ApiDescription(
            key: .writeTxnMarkers, name: "WriteTxnMarkers", listeners: [.broker],
            validVersions: 0...2, kafka43Versions: 1...2,
            firstFlexibleRequest: 1, firstFlexibleResponse: 1,
            isLatestUnstable: false),
        ApiDescription(
            key: .txnOffsetCommit, name: "TxnOffsetCommit", listeners: [.broker],
            validVersions: 0...5, kafka43Versions: 0...5,
            firstFlexibleRequest: 3, firstFlexibleResponse: 3,
            isLatestUnstable: false),
        ApiDescription(
            key: .describeAcls, name: "DescribeAcls", listeners: [.broker, .controller],
            validVersions: 0...3, kafka43Versions: 1...3,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .createAcls, name: "CreateAcls", listeners: [.broker, .controller],
            validVersions: 0...3, kafka43Versions: 1...3,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .deleteAcls, name: "DeleteAcls", listeners: [.broker, .controller],
            validVersions: 0...3, kafka43Versions: 1...3,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .describeConfigs, name: "DescribeConfigs", listeners: [.broker, .controller],
            validVersions: 0...4, kafka43Versions: 1...4,
            firstFlexibleRequest: 4, firstFlexibleResponse: 4,
            isLatestUnstable: false),
        ApiDescription(
            key: .alterConfigs, name: "AlterConfigs", listeners: [.broker, .controller],
            validVersions: 0...2, kafka43Versions: 0...2,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .alterReplicaLogDirs, name: "AlterReplicaLogDirs", listeners: [.broker],
            validVersions: 0...2, kafka43Versions: 1...2,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .describeLogDirs, name: "DescribeLogDirs", listeners: [.broker],
            validVersions: 0...5, kafka43Versions: 1...5,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .saslAuthenticate, name: "SaslAuthenticate", listeners: [.broker, .controller],
            validVersions: 0...2, kafka43Versions: 0...2,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .createPartitions, name: "CreatePartitions", listeners: [.broker, .controller],
            validVersions: 0...3, kafka43Versions: 0...3,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .createDelegationToken, name: "CreateDelegationToken", listeners: [.broker, .controller],
            validVersions: 0...3, kafka43Versions: 1...3,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .renewDelegationToken, name: "RenewDelegationToken", listeners: [.broker, .controller],
            validVersions: 0...2, kafka43Versions: 1...2,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .expireDelegationToken, name: "ExpireDelegationToken", listeners: [.broker, .controller],
            validVersions: 0...2, kafka43Versions: 1...2,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .describeDelegationToken, name: "DescribeDelegationToken", listeners: [.broker, .controller],
            validVersions: 0...3, kafka43Versions: 1...3,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .deleteGroups, name: "DeleteGroups", listeners: [.broker],
            validVersions: 0...2, kafka43Versions: 0...2,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .electLeaders, name: "ElectLeaders", listeners: [.broker, .controller],
            validVersions: 0...2, kafka43Versions: 0...2,
            firstFlexibleRequest: 2, firstFlexibleResponse: 2,
            isLatestUnstable: false),
        ApiDescription(
            key: .incrementalAlterConfigs, name: "IncrementalAlterConfigs", listeners: [.broker, .controller],
            validVersions: 0...1, kafka43Versions: 0...1,
            firstFlexibleRequest: 1, firstFlexibleResponse: 1,
            isLatestUnstable: false),
        ApiDescription(
            key: .alterPartitionReassignments, name: "AlterPartitionReassignments", listeners: [.broker, .controller],
            validVersions: 0...1, kafka43Versions: 0...1,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .listPartitionReassignments, name: "ListPartitionReassignments", listeners: [.broker, .controller],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .offsetDelete, name: "OffsetDelete", listeners: [.broker],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: .max, firstFlexibleResponse: .max,
            isLatestUnstable: false),
        ApiDescription(
            key: .describeClientQuotas, name: "DescribeClientQuotas", listeners: [.broker],
            validVersions: 0...1, kafka43Versions: 0...1,
            firstFlexibleRequest: 1, firstFlexibleResponse: 1,
            isLatestUnstable: false),
        ApiDescription(
            key: .alterClientQuotas, name: "AlterClientQuotas", listeners: [.broker, .controller],
            validVersions: 0...1, kafka43Versions: 0...1,
            firstFlexibleRequest: 1, firstFlexibleResponse: 1,
            isLatestUnstable: false),
        ApiDescription(
            key: .describeUserScramCredentials, name: "DescribeUserScramCredentials", listeners: [.broker, .controller],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .alterUserScramCredentials, name: "AlterUserScramCredentials", listeners: [.broker, .controller],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .vote, name: "Vote", listeners: [.controller],
            validVersions: 0...2, kafka43Versions: 0...2,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .beginQuorumEpoch, name: "BeginQuorumEpoch", listeners: [.controller],
            validVersions: 0...1, kafka43Versions: 0...1,
            firstFlexibleRequest: 1, firstFlexibleResponse: 1,
            isLatestUnstable: false),
        ApiDescription(
            key: .endQuorumEpoch, name: "EndQuorumEpoch", listeners: [.controller],
            validVersions: 0...1, kafka43Versions: 0...1,
            firstFlexibleRequest: 1, firstFlexibleResponse: 1,
            isLatestUnstable: false),
        ApiDescription(
            key: .describeQuorum, name: "DescribeQuorum", listeners: [.broker, .controller],
            validVersions: 0...2, kafka43Versions: 0...2,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .alterPartition, name: "AlterPartition", listeners: [.controller],
            validVersions: 0...3, kafka43Versions: 2...3,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .updateFeatures, name: "UpdateFeatures", listeners: [.broker, .controller],
            validVersions: 0...2, kafka43Versions: 0...2,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .envelope, name: "Envelope", listeners: [.controller],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .fetchSnapshot, name: "FetchSnapshot", listeners: [.controller],
            validVersions: 0...1, kafka43Versions: 0...1,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .describeCluster, name: "DescribeCluster", listeners: [.broker, .controller],
            validVersions: 0...2, kafka43Versions: 0...2,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .describeProducers, name: "DescribeProducers", listeners: [.broker],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .brokerRegistration, name: "BrokerRegistration", listeners: [.controller],
            validVersions: 0...4, kafka43Versions: 0...4,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .brokerHeartbeat, name: "BrokerHeartbeat", listeners: [.controller],
            validVersions: 0...2, kafka43Versions: 0...2,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .unregisterBroker, name: "UnregisterBroker", listeners: [.broker, .controller],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .describeTransactions, name: "DescribeTransactions", listeners: [.broker],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .listTransactions, name: "ListTransactions", listeners: [.broker],
            validVersions: 0...2, kafka43Versions: 0...2,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .allocateProducerIds, name: "AllocateProducerIds", listeners: [.controller],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .consumerGroupHeartbeat, name: "ConsumerGroupHeartbeat", listeners: [.broker],
            validVersions: 0...1, kafka43Versions: 0...1,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .consumerGroupDescribe, name: "ConsumerGroupDescribe", listeners: [.broker],
            validVersions: 0...1, kafka43Versions: 0...1,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .controllerRegistration, name: "ControllerRegistration", listeners: [.controller],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .getTelemetrySubscriptions, name: "GetTelemetrySubscriptions", listeners: [.broker],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .pushTelemetry, name: "PushTelemetry", listeners: [.broker],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .assignReplicasToDirs, name: "AssignReplicasToDirs", listeners: [.controller],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .listConfigResources, name: "ListConfigResources", listeners: [.broker],
            validVersions: 0...1, kafka43Versions: 0...1,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .describeTopicPartitions, name: "DescribeTopicPartitions", listeners: [.broker],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .shareGroupHeartbeat, name: "ShareGroupHeartbeat", listeners: [.broker],
            validVersions: 0...1, kafka43Versions: 1...1,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .shareGroupDescribe, name: "ShareGroupDescribe", listeners: [.broker],
            validVersions: 0...1, kafka43Versions: 1...1,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .shareFetch, name: "ShareFetch", listeners: [.broker],
            validVersions: 0...2, kafka43Versions: 1...2,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .shareAcknowledge, name: "ShareAcknowledge", listeners: [.broker],
            validVersions: 0...2, kafka43Versions: 1...2,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .addRaftVoter, name: "AddRaftVoter", listeners: [.broker, .controller],
            validVersions: 0...1, kafka43Versions: 0...1,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .removeRaftVoter, name: "RemoveRaftVoter", listeners: [.broker, .controller],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .updateRaftVoter, name: "UpdateRaftVoter", listeners: [.controller],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .initializeShareGroupState, name: "InitializeShareGroupState", listeners: [.broker],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .readShareGroupState, name: "ReadShareGroupState", listeners: [.broker],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .writeShareGroupState, name: "WriteShareGroupState", listeners: [.broker],
            validVersions: 0...1, kafka43Versions: 0...1,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .deleteShareGroupState, name: "DeleteShareGroupState", listeners: [.broker],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .readShareGroupStateSummary, name: "ReadShareGroupStateSummary", listeners: [.broker],
            validVersions: 0...1, kafka43Versions: 0...1,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .streamsGroupHeartbeat, name: "StreamsGroupHeartbeat", listeners: [.broker],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .streamsGroupDescribe, name: "StreamsGroupDescribe", listeners: [.broker],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .describeShareGroupOffsets, name: "DescribeShareGroupOffsets", listeners: [.broker],
            validVersions: 0...1, kafka43Versions: 0...1,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .alterShareGroupOffsets, name: "AlterShareGroupOffsets", listeners: [.broker],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
        ApiDescription(
            key: .deleteShareGroupOffsets, name: "DeleteShareGroupOffsets", listeners: [.broker],
            validVersions: 0...0, kafka43Versions: 0...0,
            firstFlexibleRequest: 0, firstFlexibleResponse: 0,
            isLatestUnstable: false),
    ]
}
