import KafkaProtocol
import KafkaWire

@testable import KafkaBroker

extension MetadataTransaction {
    /// The controller of node 7, with nothing in its log.
    static func sample(
        _ image: MetadataImage = MetadataImage(), defaultPartitions: Int32 = 1, defaultReplicationFactor: Int16 = 1,
        deleteTopicEnabled: Bool = true
    ) -> MetadataTransaction {
        MetadataTransaction(
            image: image,
            settings: Settings(
                nodeId: 7, directoryId: Uuid(high: 9, low: 9), defaultPartitions: defaultPartitions,
                defaultReplicationFactor: defaultReplicationFactor, deleteTopicEnabled: deleteTopicEnabled))
    }

    /// Creates a topic whose settings are fine; its id comes from its name.
    @discardableResult
    mutating func create(
        _ request: CreateTopicsRequest.CreatableTopic
    ) throws(Refusal) -> CreatedTopic {
        let id = Uuid(high: 1, low: request.name.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
        return try createTopic(request, id: id) { (_) throws(Refusal) in }
    }

    /// Creates a topic in one word.
    @discardableResult
    mutating func create(_ name: String, partitions: Int32 = 1) throws(Refusal) -> CreatedTopic {
        try create(.init(name: name, numPartitions: partitions, replicationFactor: 1))
    }

    /// Why a command was refused; nil when it was not.
    mutating func refusal<Value>(
        _ body: (inout MetadataTransaction) throws -> Value
    ) -> Refusal? {
        do {
            _ = try body(&self)
            return nil
        } catch {
            return error as? Refusal
        }
    }
}

extension MetadataRecord {
    /// What a record does, in a word or two.
    var summary: String {
        switch self {
        case .topic(let record): "topic \(record.name)"
        case .partition(let record): "partition \(record.partitionId)"
        case .config(let record): "config \(record.name)=\(record.value ?? "nil")"
        case .partitionChange(let record): "change \(record.partitionId) leader \(record.leader)"
        case .removeTopic: "remove"
        default: "\(self)"
        }
    }
}
