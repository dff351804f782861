import KafkaProtocol
import KafkaWire

/// The APIs this broker serves, with the versions that Kafka 4.3 serves of them. What is not here is not advertised.
enum ServedApis {
    /// In the order of their numbers, as the answer to ApiVersions lists them.
    static let all: [ApiKey] = [
        .produce, .fetch, .listOffsets, .metadata, .offsetCommit, .offsetFetch, .findCoordinator, .joinGroup,
        .heartbeat, .leaveGroup, .syncGroup, .describeGroups, .listGroups, .saslHandshake, .apiVersions, .createTopics,
        .deleteTopics, .deleteRecords, .initProducerId, .offsetForLeaderEpoch, .describeAcls, .createAcls,
        .deleteAcls, .describeConfigs, .alterConfigs, .alterReplicaLogDirs, .describeLogDirs, .saslAuthenticate,
        .createPartitions, .createDelegationToken, .renewDelegationToken, .expireDelegationToken,
        .describeDelegationToken, .deleteGroups, .electLeaders,
        .incrementalAlterConfigs, .alterPartitionReassignments, .listPartitionReassignments, .offsetDelete,
        .describeClientQuotas, .alterClientQuotas, .describeUserScramCredentials, .alterUserScramCredentials,
        .describeQuorum, .updateFeatures, .describeCluster,
        .describeProducers, .unregisterBroker,
        .getTelemetrySubscriptions, .pushTelemetry, .listConfigResources, .describeTopicPartitions,
    ]

    /// Answered versions by API number, so that the check on every request is one array access.
    private static let table: [ClosedRange<Int16>?] = {
        var table = [ClosedRange<Int16>?](repeating: nil, count: Int(all.map(\.rawValue).max() ?? 0) + 1)
        for key in all { table[Int(key.rawValue)] = stableVersions(key) }
        return table
    }()

    /// Without a last version that Kafka itself serves only where unstable versions are enabled.
    private static func stableVersions(_ key: ApiKey) -> ClosedRange<Int16>? {
        guard let description = key.apiDescription, let versions = description.kafka43Versions else { return nil }
        let isShorter = description.isLatestUnstable && versions.upperBound > versions.lowerBound
        return versions.lowerBound...(isShorter ? versions.upperBound - 1 : versions.upperBound)
    }

    /// The versions that are answered, nil for an API that is not served.
    static func versions(_ key: ApiKey) -> ClosedRange<Int16>? {
        key.rawValue >= 0 && Int(key.rawValue) < table.count ? table[Int(key.rawValue)] : nil
    }

    static func serves(_ key: ApiKey, _ version: Int16) -> Bool {
        versions(key)?.contains(version) ?? false
    }

    /// The versions that are told. Produce begins at 0, though versions below 3 only end the connection:
    /// librdkafka before 2.8.1 turns compression off when it does not see them (KAFKA-18659).
    static func advertisedVersions(_ key: ApiKey) -> ClosedRange<Int16>? {
        guard let versions = versions(key) else { return nil }
        return key == .produce ? 0...versions.upperBound : versions
    }
}
