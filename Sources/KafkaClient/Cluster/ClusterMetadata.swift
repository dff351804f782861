public import KafkaProtocol
public import KafkaWire

/// What a cluster said of its brokers and of the topics that were asked for.
public struct ClusterMetadata: Sendable {
    /// The cluster's id, where the broker gives one.
    public var clusterId: String?
    /// The broker to send administrative requests to; -1 if unknown.
    public var controllerId: Int32 = -1
    /// Addresses by broker id.
    public var brokers: [Int32: BrokerAddress] = [:]
    /// Topics by name.
    public var topics: [String: TopicMetadata] = [:]

    /// Nothing known yet.
    public init() {}

    /// From a response; a topic without a name (asked by an id that does not exist) is left out.
    public init(_ response: MetadataResponse) {
        clusterId = response.clusterId
        controllerId = response.controllerId
        for broker in response.brokers {
            brokers[broker.nodeId] = BrokerAddress(host: broker.host, port: Int(broker.port))
        }
        for topic in response.topics {
            guard let name = topic.name else { continue }
            topics[name] = TopicMetadata(name: name, topic)
        }
    }

    /// The partition's state; nil if it or its topic is unknown.
    public subscript(_ partition: TopicPartition) -> PartitionMetadata? {
        topics[partition.topic]?.partition(partition.partition)
    }

    /// The topic's name for an id.
    public func name(of id: Uuid) -> String? {
        topics.values.first { $0.id == id }?.name
    }
}

/// A topic as metadata describes it.
public struct TopicMetadata: Sendable {
    /// The topic's name.
    public var name: String
    /// Its id; zero where the broker is too old to have one.
    public var id: Uuid
    /// Whether it belongs to Kafka itself, as `__consumer_offsets` does.
    public var isInternal: Bool
    /// Why nothing is known of the topic, or `.none`.
    public var error: ErrorCode
    /// Its partitions in the order of their index.
    public var partitions: [PartitionMetadata]

    init(name: String, _ topic: MetadataResponse.MetadataResponseTopic) {
        self.name = name
        id = topic.topicId
        isInternal = topic.isInternal
        error = ErrorCode(rawValue: topic.errorCode)
        partitions = topic.partitions.map { PartitionMetadata($0) }.sorted { $0.index < $1.index }
    }

    /// The partition with an index.
    public func partition(_ index: Int32) -> PartitionMetadata? {
        let position = Int(index)
        if partitions.indices.contains(position), partitions[position].index == index { return partitions[position] }
        return partitions.first { $0.index == index }
    }
}

/// A partition as metadata describes it.
public struct PartitionMetadata: Sendable {
    /// The partition's index.
    public var index: Int32
    /// The leader's broker id, or -1.
    public var leader: Int32
    /// The leader's epoch, or -1.
    public var leaderEpoch: Int32
    /// Broker ids of all replicas, preferred leader first.
    public var replicas: [Int32]
    /// Broker ids of the replicas in sync.
    public var inSyncReplicas: [Int32]
    /// `.none`, or for instance `.leaderNotAvailable`.
    public var error: ErrorCode

    init(_ partition: MetadataResponse.MetadataResponsePartition) {
        index = partition.partitionIndex
        leader = partition.leaderId
        leaderEpoch = partition.leaderEpoch
        replicas = partition.replicaNodes
        inSyncReplicas = partition.isrNodes
        error = ErrorCode(rawValue: partition.errorCode)
    }
}
