import KafkaWire

/// What Apache Kafka asks of the sender of each request and what it answers without, written down from its table of
/// required permissions and from what its brokers do (3.9 and 4.x), not from the table that this broker goes by.
///
/// `or` joins what will do instead of each other. After `;` comes what is checked next, of whoever got so far; `&` joins
/// what is checked of different resources of one request. The number is the error that the peer hears. `-` stands for
/// requests that nobody is refused.
enum KafkaPermissions {
    /// One permission, with the error for those who lack it.
    struct Permission: Hashable {
        let operation: String
        let resource: String
        let error: Int16
    }

    static let text = """
        Produce                       WRITE Topic 29
        Fetch                         READ Topic 29
        ListOffsets                   DESCRIBE Topic 29
        Metadata                      DESCRIBE Topic 29
        OffsetCommit                  READ Group 30 ; READ Topic 29
        OffsetFetch                   DESCRIBE Group 30 ; DESCRIBE Topic 29
        FindCoordinator               DESCRIBE Group 30
        JoinGroup                     READ Group 30
        Heartbeat                     READ Group 30
        LeaveGroup                    READ Group 30
        SyncGroup                     READ Group 30
        DescribeGroups                DESCRIBE Group 30
        ListGroups                    -
        SaslHandshake                 -
        ApiVersions                   -
        CreateTopics                  CREATE Cluster 31 or CREATE Topic 29 ; DESCRIBE_CONFIGS Topic 29
        DeleteTopics                  DELETE Cluster 31 or DELETE Topic 29
        DeleteRecords                 DELETE Topic 29
        InitProducerId                WRITE Topic 29 or IDEMPOTENT_WRITE Cluster 31
        OffsetForLeaderEpoch          CLUSTER_ACTION Cluster 31 or DESCRIBE Topic 29
        AddPartitionsToTxn            WRITE TransactionalId 53 ; WRITE Topic 29
        AddOffsetsToTxn               WRITE TransactionalId 53 ; READ Group 30
        EndTxn                        WRITE TransactionalId 53
        WriteTxnMarkers               ALTER Cluster 31 or CLUSTER_ACTION Cluster 31
        TxnOffsetCommit               WRITE TransactionalId 53 ; READ Group 30 ; READ Topic 29
        DescribeAcls                  DESCRIBE Cluster 31
        CreateAcls                    ALTER Cluster 31
        DeleteAcls                    ALTER Cluster 31
        DescribeConfigs               DESCRIBE_CONFIGS Topic 29 & DESCRIBE_CONFIGS Group 30 & DESCRIBE_CONFIGS Cluster 31
        AlterConfigs                  ALTER_CONFIGS Topic 29 & ALTER_CONFIGS Group 30 & ALTER_CONFIGS Cluster 31
        AlterReplicaLogDirs           ALTER Cluster 31
        DescribeLogDirs               DESCRIBE Cluster 31
        SaslAuthenticate              -
        CreatePartitions              ALTER Topic 29
        CreateDelegationToken         -
        RenewDelegationToken          -
        ExpireDelegationToken         -
        DescribeDelegationToken       -
        DeleteGroups                  DELETE Group 30
        ElectLeaders                  ALTER Cluster 31
        IncrementalAlterConfigs       ALTER_CONFIGS Topic 29 & ALTER_CONFIGS Group 30 & ALTER_CONFIGS Cluster 31
        AlterPartitionReassignments   ALTER Cluster 31
        ListPartitionReassignments    DESCRIBE Cluster 31
        OffsetDelete                  DELETE Group 30 ; READ Topic 29
        DescribeClientQuotas          DESCRIBE_CONFIGS Cluster 31
        AlterClientQuotas             ALTER_CONFIGS Cluster 31
        DescribeUserScramCredentials  DESCRIBE Cluster 31
        AlterUserScramCredentials     ALTER Cluster 31
        DescribeQuorum                DESCRIBE Cluster 31
        UpdateFeatures                ALTER Cluster 31
        DescribeCluster               -
        DescribeProducers             READ Topic 29
        UnregisterBroker              ALTER Cluster 31
        DescribeTransactions          DESCRIBE TransactionalId 53 ; DESCRIBE Topic 29
        ListTransactions              -
        ConsumerGroupHeartbeat        READ Group 30 ; DESCRIBE Topic 29
        ConsumerGroupDescribe         DESCRIBE Group 30 ; DESCRIBE Topic 29
        GetTelemetrySubscriptions     -
        PushTelemetry                 -
        ListConfigResources           DESCRIBE_CONFIGS Cluster 31
        DescribeTopicPartitions       DESCRIBE Topic 29
        """

    /// By the name of the API: what is checked in turn, each with what will do instead of it.
    static let all: [String: [[Permission]]] = {
        var all: [String: [[Permission]]] = [:]
        for (name, rest) in lines {
            all[name] = words(rest, ";").flatMap { words($0, "&") }.map { step in
                words(step, " or ").compactMap(permission)
            }
            .filter { !$0.isEmpty }
        }
        return all
    }()

    /// By the name of the API: the errors that somebody hears who may do nothing.
    static let heard: [String: Set<Int16>] = {
        var heard: [String: Set<Int16>] = [:]
        for (name, rest) in lines {
            // Of what will do instead of each other, the last that is tried gives the error.
            let first = words(rest, ";").first ?? ""
            heard[name] = Set(words(first, "&").compactMap { words($0, " or ").last.flatMap(permission)?.error })
        }
        return heard
    }()

    private static var lines: [(name: String, rest: String)] {
        text.split(separator: "\n").map { line in
            let name = line.prefix { $0 != " " }
            return (String(name), String(line.dropFirst(name.count)))
        }
    }

    private static func words(_ text: String, _ separator: String) -> [String] {
        text.split(separator: separator).map(String.init)
    }

    private static func permission(_ text: String) -> Permission? {
        let parts = text.split(separator: " ")
        guard parts.count == 3, let error = Int16(parts[2]) else { return nil }
        return Permission(operation: String(parts[0]), resource: String(parts[1]), error: error)
    }
}
