import KafkaProtocol
import KafkaWire
import NIOCore

/// What the records of the metadata log come to: for each thing its newest record, changes worked into the record that
/// they change, removed things gone. A snapshot is these records.
///
/// Records stay the bytes they were wherever nothing changed them, those of kinds that this broker does not serve too:
/// where their keys are known a later one takes an earlier one's place, and all others are kept.
struct MetadataFold {
    /// What a record is about.
    private enum Key: Hashable {
        case feature(String)
        case migration
        case broker(Int32)
        case controller(Int32)
        case topic(Uuid)
        case partition(Uuid, Int32)
        case config(Int8, String, String)
        case quota([String])
        case producerIds
        case accessControl(Uuid)
        case scram(String, Int8)
        case delegationToken(String)
        case other(Int)

        /// Kafka's order in a snapshot: what others refer to comes first.
        var rank: Int {
            switch self {
            case .feature: 0
            case .migration: 1
            case .broker, .controller: 2
            case .topic, .partition: 3
            case .config: 4
            default: 5
            }
        }
    }

    private struct Entry {
        /// Order of the thing's first record; of a partition that of its topic.
        var sequence: Int
        var partition: Int32 = -1
        var value: ByteBuffer
    }

    private var entries: [Key: Entry] = [:]
    private var partitions: [Key: PartitionRecord] = [:]
    private var partitionsOfTopics: [Uuid: Set<Int32>] = [:]
    private var brokers: [Int32: (record: RegisterBrokerRecord, version: Int16)] = [:]
    private var topicNames: [Uuid: String] = [:]
    private var next = 0
    /// Records since the beginning of a transaction (KIP-868) that is not ended.
    private var undecided: [ByteBuffer]?

    /// How many records there are.
    var count: Int { entries.count }

    /// Takes in a record's value, in log order.
    mutating func apply(_ value: ByteBuffer) throws(WireError) {
        let frame = try MetadataRecordFrame(value)
        switch frame.kind {
        case 23: undecided = []
        case 24:
            let decided = undecided ?? []
            undecided = nil
            for value in decided { try fold(value, try MetadataRecordFrame(value)) }
        case 25: undecided = nil
        case 20: break
        default:
            if undecided != nil { undecided?.append(value) } else { try fold(value, frame) }
        }
    }

    /// The records in the order in which a snapshot has them.
    func records() throws(WireError) -> [ByteBuffer] {
        let sorted = entries.sorted { one, other in
            (one.key.rank, one.value.sequence, one.value.partition)
                < (other.key.rank, other.value.sequence, other.value.partition)
        }
        var records: [ByteBuffer] = []
        records.reserveCapacity(sorted.count)
        for (key, entry) in sorted {
            if let partition = partitions[key] {
                let version: Int16 = partition.eligibleLeaderReplicas != nil || partition.lastKnownElr != nil ? 2 : 1
                records.append(try MetadataRecord.frame(partition, version: version))
            } else {
                records.append(entry.value)
            }
        }
        return records
    }

    private mutating func fold(_ value: ByteBuffer, _ frame: MetadataRecordFrame) throws(WireError) {
        switch frame.kind {
        case 0:
            let record = try frame.decode(RegisterBrokerRecord.self)
            brokers[record.brokerId] = (record, frame.version)
            put(.broker(record.brokerId), value)
        case 1: drop(.broker(try frame.decode(UnregisterBrokerRecord.self).brokerId))
        case 7: try changeBroker(try frame.decode(FenceBrokerRecord.self).id) { $0.fenced = true }
        case 8: try changeBroker(try frame.decode(UnfenceBrokerRecord.self).id) { $0.fenced = false }
        case 17: try change(try frame.decode(BrokerRegistrationChangeRecord.self))
        case 27: put(.controller(try frame.decode(RegisterControllerRecord.self).controllerId), value)
        case 2:
            let record = try frame.decode(TopicRecord.self)
            topicNames[record.topicId] = record.name
            put(.topic(record.topicId), value)
        case 3: put(try frame.decode(PartitionRecord.self))
        case 5: change(try frame.decode(PartitionChangeRecord.self))
        case 9: remove(topic: try frame.decode(RemoveTopicRecord.self).topicId)
        case 4:
            let record = try frame.decode(ConfigRecord.self)
            let key = Key.config(record.resourceType, record.resourceName, record.name)
            if record.value == nil { drop(key) } else { put(key, value) }
        case 12:
            let record = try frame.decode(FeatureLevelRecord.self)
            if record.featureLevel == 0, record.name != "kraft.version" {
                drop(.feature(record.name))
            } else {
                put(.feature(record.name), value)
            }
        case 15: put(.producerIds, value)
        case 21: put(.migration, value)
        default: try foldSecurity(value, frame)
        }
    }

    /// Kinds of which only the keys matter here.
    private mutating func foldSecurity(_ value: ByteBuffer, _ frame: MetadataRecordFrame) throws(WireError) {
        switch frame.kind {
        case 10: put(.delegationToken(try frame.decode(DelegationTokenRecord.self).tokenId), value)
        case 26: drop(.delegationToken(try frame.decode(RemoveDelegationTokenRecord.self).tokenId))
        case 11:
            let record = try frame.decode(UserScramCredentialRecord.self)
            put(.scram(record.name, record.mechanism), value)
        case 22:
            let record = try frame.decode(RemoveUserScramCredentialRecord.self)
            drop(.scram(record.name, record.mechanism))
        case 14:
            let record = try frame.decode(ClientQuotaRecord.self)
            let entity = record.entity.map { "\($0.entityType) \($0.entityName.map { "=" + $0 } ?? "")" }.sorted()
            if record.remove { drop(.quota(entity + [record.key])) } else { put(.quota(entity + [record.key]), value) }
        case 18: put(.accessControl(try frame.decode(AccessControlEntryRecord.self).id), value)
        case 19: drop(.accessControl(try frame.decode(RemoveAccessControlEntryRecord.self).id))
        default: put(.other(next), value)
        }
    }

    private mutating func put(_ key: Key, _ value: ByteBuffer) {
        if entries[key] != nil {
            entries[key]?.value = value
        } else {
            entries[key] = Entry(sequence: next, value: value)
            next += 1
        }
    }

    private mutating func drop(_ key: Key) {
        entries[key] = nil
        if case .broker(let id) = key { brokers[id] = nil }
    }
}

// MARK: Records that change others

extension MetadataFold {
    private mutating func put(_ record: PartitionRecord) {
        guard let topic = entries[.topic(record.topicId)] else { return }
        let key = Key.partition(record.topicId, record.partitionId)
        partitions[key] = record
        partitionsOfTopics[record.topicId, default: []].insert(record.partitionId)
        entries[key] = Entry(sequence: topic.sequence, partition: record.partitionId, value: ByteBuffer())
    }

    private mutating func change(_ record: PartitionChangeRecord) {
        let key = Key.partition(record.topicId, record.partitionId)
        guard var partition = partitions[key] else { return }
        if let isr = record.isr { partition.isr = isr }
        if let replicas = record.replicas { partition.replicas = replicas }
        if let removing = record.removingReplicas { partition.removingReplicas = removing }
        if let adding = record.addingReplicas { partition.addingReplicas = adding }
        if let directories = record.directories { partition.directories = directories }
        if let eligible = record.eligibleLeaderReplicas { partition.eligibleLeaderReplicas = eligible }
        if let last = record.lastKnownElr { partition.lastKnownElr = last }
        if record.leaderRecoveryState >= 0 { partition.leaderRecoveryState = record.leaderRecoveryState }
        // -2 stands for "as it was".
        if record.leader != -2 {
            partition.leader = record.leader
            partition.leaderEpoch &+= 1
        }
        partition.partitionEpoch &+= 1
        partitions[key] = partition
    }

    private mutating func remove(topic: Uuid) {
        drop(.topic(topic))
        for partition in partitionsOfTopics.removeValue(forKey: topic) ?? [] {
            partitions[.partition(topic, partition)] = nil
            drop(.partition(topic, partition))
        }
        guard let name = topicNames.removeValue(forKey: topic) else { return }
        for key in entries.keys {
            if case .config(MetadataImage.ConfigResource.topic, name, _) = key { drop(key) }
        }
    }

    private mutating func changeBroker(_ id: Int32, _ body: (inout RegisterBrokerRecord) -> Void) throws(WireError) {
        guard var known = brokers[id] else { return }
        body(&known.record)
        brokers[id] = known
        put(.broker(id), try MetadataRecord.frame(known.record, version: known.version))
    }

    private mutating func change(_ record: BrokerRegistrationChangeRecord) throws(WireError) {
        try changeBroker(record.brokerId) { broker in
            if record.fenced != 0 { broker.fenced = record.fenced > 0 }
            if record.inControlledShutdown != 0 { broker.inControlledShutdown = record.inControlledShutdown > 0 }
            if !record.logDirs.isEmpty { broker.logDirs = record.logDirs }
        }
    }
}

/// The frame around a metadata record: its kind, its version, and the bytes of its fields.
struct MetadataRecordFrame {
    let kind: UInt32
    let version: Int16
    private let body: ByteBuffer

    init(_ value: ByteBuffer) throws(WireError) {
        var value = value
        let frame = try value.readMetadataVarint()
        guard frame == MetadataRecord.frameVersion else { throw .unsupportedVersion(Int16(clamping: frame)) }
        kind = try value.readMetadataVarint()
        version = Int16(clamping: try value.readMetadataVarint())
        body = value
    }

    func decode<Message: WireMessage>(_ type: Message.Type) throws(WireError) -> Message {
        try body.decodeMessage(type, version: version)
    }
}
