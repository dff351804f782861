import KafkaCoordination
import KafkaProtocol
import KafkaWire

/// The cluster's metadata at one offset of its log: a pure value that changes only by applying records.
struct MetadataImage: Sendable {
    /// What a configuration belongs to, with the numbers of Kafka's config resources.
    struct ConfigResource: Hashable, Sendable {
        static let topic: Int8 = 2
        static let broker: Int8 = 4
        static let brokerLogger: Int8 = 8
        static let clientMetrics: Int8 = 16
        static let group: Int8 = 32

        let type: Int8
        let name: String
    }

    /// The offset of the last record applied, -1 before the first.
    var lastOffset: Int64 = -1
    private(set) var topics: [String: TopicImage] = [:]
    private(set) var topicNames: [Uuid: String] = [:]
    /// Every topic name with '.' folded into '_', for the collision rule.
    private(set) var collisionKeys: [String: String] = [:]
    private(set) var configs: [ConfigResource: [String: String]] = [:]
    /// Finalized feature levels, `metadata.version` among them.
    private(set) var features: [String: Int16] = [:]
    /// The first producer id that no block given out so far holds.
    private(set) var nextProducerId: Int64 = 0
    /// The registration epochs of known brokers.
    private(set) var brokerEpochs: [Int32: Int64] = [:]
    private(set) var acls = AclStore()
    private(set) var quotas = QuotaStore()

    /// What users authenticate with.
    private(set) var users = UserImage()

    /// The settings of a resource that differ from the defaults.
    func config(_ type: Int8, _ name: String) -> [String: String] {
        configs[ConfigResource(type: type, name: name)] ?? [:]
    }

    func topic(_ id: Uuid) -> TopicImage? {
        topicNames[id].flatMap { topics[$0] }
    }

    /// Applies one record, in log order. Records of kinds that this broker does not use change nothing;
    /// they stay in the log for whoever does.
    mutating func apply(_ record: MetadataRecord) {
        switch record {
        case .topic(let record): add(record)
        case .partition(let record): put(record)
        case .partitionChange(let record): change(record)
        case .removeTopic(let record): remove(record.topicId)
        case .config(let record): set(record)
        case .featureLevel(let record):
            features[record.name] =
                record.featureLevel > 0 || record.name == "kraft.version" ? record.featureLevel : nil
        case .registerBroker(let record): brokerEpochs[record.brokerId] = record.brokerEpoch
        case .unregisterBroker(let record): brokerEpochs[record.brokerId] = nil
        case .producerIds(let record): nextProducerId = max(nextProducerId, record.nextProducerId)
        case .userScramCredential(let record): users.apply(record)
        case .removeUserScramCredential(let record): users.apply(record)
        case .delegationToken(let record): users.apply(record)
        case .removeDelegationToken(let record): users.apply(record)
        case .accessControlEntry(let record):
            if let binding = AclBinding(record) { acls.add(record.id, binding) }
        case .clientQuota(let record):
            if let entity = QuotaEntity(record) {
                quotas.set(entity, record.key, record.remove ? nil : record.value)
            }
        case .removeAccessControlEntry(let record): acls.remove(record.id)
        case .brokerRegistrationChange, .registerController, .noOp, .beginTransaction, .endTransaction,
            .abortTransaction, .other:
            break
        }
    }

    private mutating func add(_ record: TopicRecord) {
        topics[record.name] = TopicImage(name: record.name, id: record.topicId)
        topicNames[record.topicId] = record.name
        collisionKeys[TopicName.collisionKey(record.name)] = record.name
    }

    private mutating func put(_ record: PartitionRecord) {
        guard let name = topicNames[record.topicId] else { return }
        topics[name]?.put(
            PartitionImage(
                index: record.partitionId, replicas: record.replicas, isr: record.isr, leader: record.leader,
                leaderEpoch: record.leaderEpoch, partitionEpoch: record.partitionEpoch))
    }

    private mutating func change(_ record: PartitionChangeRecord) {
        guard let name = topicNames[record.topicId] else { return }
        topics[name]?.change(record.partitionId) { partition in
            if let isr = record.isr { partition.isr = isr }
            if let replicas = record.replicas { partition.replicas = replicas }
            // -2 stands for "as it was"; any other value starts a new leader epoch, the old leader's too.
            if record.leader != -2 {
                partition.leader = record.leader
                partition.leaderEpoch &+= 1
            }
            partition.partitionEpoch &+= 1
        }
    }

    private mutating func remove(_ id: Uuid) {
        guard let name = topicNames.removeValue(forKey: id) else { return }
        topics[name] = nil
        collisionKeys[TopicName.collisionKey(name)] = nil
        configs[ConfigResource(type: ConfigResource.topic, name: name)] = nil
    }

    private mutating func set(_ record: ConfigRecord) {
        let resource = ConfigResource(type: record.resourceType, name: record.resourceName)
        configs[resource, default: [:]][record.name] = record.value
        if configs[resource]?.isEmpty == true { configs[resource] = nil }
    }
}
