import KafkaWire
import Synchronization

/// All topics at one moment, for look-ups on the hot path; never changed, only replaced.
final class TopicTable: Sendable {
    private let byName: [String: Topic]
    private let byId: [Uuid: Topic]
    /// The finalized features, and the metadata offset at which they hold.
    let features: (levels: [String: Int16], epoch: Int64)
    /// In name order, as answers about all topics list them.
    let sortedTopics: [Topic]

    init(_ topics: [Topic], features: [String: Int16] = [:], featuresEpoch: Int64 = -1) {
        self.features = (features, featuresEpoch)
        byName = Dictionary(topics.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
        byId = Dictionary(topics.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        sortedTopics = byName.values.sorted { $0.name < $1.name }
    }

    func topic(name: String) -> Topic? { byName[name] }

    func topic(id: Uuid) -> Topic? { byId[id] }

    func partition(_ name: String, _ index: Int32) -> Partition? { byName[name]?.partition(index) }
}

/// Where the current table is found; the metadata controller alone replaces it.
final class TopicTablePublisher: Sendable {
    private let table = Mutex(TopicTable([]))

    var current: TopicTable { table.withLock { $0 } }

    func publish(_ new: TopicTable) { table.withLock { $0 = new } }
}
