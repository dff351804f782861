import KafkaMessageJSON
import KafkaProtocol
import KafkaWire

/// The APIs that a virtual cluster serves.
enum VirtualApis {
    /// Names in them are changed, as far as they have any.
    static let served: Set<ApiKey> = [
        .produce, .fetch, .listOffsets, .metadata, .offsetCommit, .offsetFetch, .findCoordinator, .joinGroup,
        .heartbeat, .leaveGroup, .syncGroup, .describeGroups, .listGroups, .createTopics, .deleteTopics, .deleteRecords,
        .initProducerId, .offsetForLeaderEpoch, .addPartitionsToTxn, .addOffsetsToTxn, .endTxn, .txnOffsetCommit,
        .describeAcls, .createAcls, .deleteAcls, .describeConfigs, .alterConfigs, .incrementalAlterConfigs,
        .createPartitions, .deleteGroups, .offsetDelete, .describeProducers, .describeTransactions, .listTransactions,
        .describeTopicPartitions, .describeLogDirs, .consumerGroupHeartbeat, .consumerGroupDescribe,
        .shareGroupHeartbeat, .shareGroupDescribe, .shareFetch, .shareAcknowledge, .describeShareGroupOffsets,
        .alterShareGroupOffsets, .deleteShareGroupOffsets, .listConfigResources, .describeCluster,
    ]

    /// They have no names in them and pass as they are.
    static let passing: Set<ApiKey> = [
        .apiVersions, .saslHandshake, .saslAuthenticate, .getTelemetrySubscriptions, .pushTelemetry,
    ]

    static let interests: [FilterInterest] = {
        let named = Dictionary(
            NamedApis.interests(in: [.topicName, .groupId, .transactionalId]).map { ($0.apiKey, $0) },
            uniquingKeysWith: { first, _ in first })
        let changed = served.sorted { $0.rawValue < $1.rawValue }.map { key -> FilterInterest in
            switch key {
            // Ids of topics are held against those that the virtual cluster has.
            case .shareFetch, .shareAcknowledge: return FilterInterest(key, responses: true)
            // From version 4 on it is for brokers.
            case .addPartitionsToTxn: return FilterInterest(key, responses: true, newestVersion: 3)
            default: return FilterInterest(key, responses: true, newestVersion: named[key]?.newestVersion)
            }
        }
        return changed
            + passing.sorted { $0.rawValue < $1.rawValue }.map {
                FilterInterest($0, requests: false, responses: false)
            }
    }()
}
