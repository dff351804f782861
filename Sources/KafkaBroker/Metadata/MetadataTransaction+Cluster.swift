import KafkaProtocol
import KafkaWire

/// How a feature's level may change, numbered as on the wire (KIP-778).
enum FeatureUpgrade: Int8 {
    case upgrade = 1
    case safeDowngrade = 2
    case unsafeDowngrade = 3
}

extension MetadataTransaction {
    /// Sets a feature's level (KIP-584) under the rules of Kafka's controller; `kind` is nil for one that is not known.
    mutating func updateFeature(_ name: String, to level: Int16, _ kind: FeatureUpgrade?) throws(Refusal) {
        func refusal(_ reason: String) -> Refusal {
            Refusal(.invalidUpdateVersion, "Invalid update version \(level) for feature \(name). \(reason)")
        }
        guard let kind else { throw refusal("The controller does not support the given upgrade type.") }
        guard level >= 0 else { throw refusal("A feature version cannot be less than 0.") }
        let supported = SupportedFeatures.all.first { $0.name == name }
        guard let supported, supported.maximum > 0 else {
            guard level == 0 else {
                throw refusal("Local controller \(settings.nodeId) does not support this feature.")
            }
            return
        }
        guard supported.minimum...supported.maximum ~= level else {
            throw refusal(
                "Local controller \(settings.nodeId) only supports versions "
                    + "\(supported.minimum)-\(supported.maximum)")
        }
        let current = image.features[name] ?? 0
        if level < current, kind == .upgrade {
            throw refusal(
                "Can't downgrade the version of this feature without setting the upgrade type to either safe or "
                    + "unsafe downgrade.")
        }
        if level > current, kind != .upgrade { throw refusal("Can't downgrade to a newer version.") }
        guard level != current else { return }
        guard name == SupportedFeatures.metadataVersionName else {
            throw refusal("The quorum of this broker has one voter for good, and stays at level \(current).")
        }
        if level < current, SupportedFeatures.changesMetadata(from: level, to: current) {
            throw Refusal(
                .invalidUpdateVersion,
                kind == .unsafeDowngrade
                    ? "Invalid metadata.version \(level). Unsafe metadata downgrade is not supported in this version."
                    : "Invalid metadata.version \(level). Refusing to perform the requested downgrade because it "
                        + "might delete metadata information.")
        }
        append(.featureLevel(FeatureLevelRecord(name: name, featureLevel: level)))
    }

    /// Forgets the registration of a broker that does not run; this one does.
    mutating func unregisterBroker(_ id: Int32) throws(Refusal) {
        guard let epoch = image.brokerEpochs[id] else {
            throw Refusal(.brokerIdNotRegistered, "Broker ID \(id) is not currently registered")
        }
        guard id != settings.nodeId else {
            throw Refusal(.invalidRequest, "Broker \(id) is running, and is the only one of its cluster.")
        }
        append(.unregisterBroker(UnregisterBrokerRecord(brokerId: id, brokerEpoch: epoch)))
    }

    /// Gives a partition the replicas that are asked for, or (nil) cancels a move of them (KIP-455).
    mutating func reassign(
        _ name: String, _ index: Int32, to replicas: [Int32]?, allowsFactorChange: Bool
    ) throws(Refusal) {
        guard let topic = image.topics[name] else {
            throw Refusal(.unknownTopicOrPartition, "Unable to find a topic named \(name).")
        }
        guard let partition = topic.partition(index) else {
            throw Refusal(.unknownTopicOrPartition, "Unable to find partition \(name):\(index).")
        }
        guard let replicas else { throw Refusal(.noReassignmentInProgress) }
        guard allowsFactorChange || replicas.count == partition.replicas.count else {
            throw Refusal(
                .invalidReplicationFactor,
                "The replication factor is changed from \(partition.replicas.count) to \(replicas.count)")
        }
        try checkReplicas(replicas)
        guard partition.replicas != replicas else { return }
        append(
            .partitionChange(
                PartitionChangeRecord(
                    partitionId: index, topicId: topic.id, isr: replicas, replicas: replicas,
                    directories: [settings.directoryId])))
    }
}
