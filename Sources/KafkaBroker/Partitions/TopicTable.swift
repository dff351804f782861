import KafkaWire
import Synchronization

/// All topics at one moment, for look-ups on the hot path; never changed, only replaced.
final class TopicTable: Sendable {
    private let byName: [String: Topic]
    private let byId: [Uuid: Topic]
    /// The finalized features, and the metadata offset at which they hold.
    let features: (levels: [String: Int16], epoch: Int64)
    /// Settings of every kind of resource that has any, as the metadata holds them.
    let configs: [MetadataImage.ConfigResource: [String: String]]
    /// What users authenticate with, as the metadata holds it.
    let users: UserImage
    /// In name order, as answers about all topics list them.
    let sortedTopics: [Topic]

    init(
        _ topics: [Topic], features: [String: Int16] = [:], featuresEpoch: Int64 = -1,
        configs: [MetadataImage.ConfigResource: [String: String]] = [:], users: UserImage = UserImage()
    ) {
        self.users = users
        self.features = (features, featuresEpoch)
        self.configs = configs
        byName = Dictionary(topics.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
        byId = Dictionary(topics.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        sortedTopics = byName.values.sorted { $0.name < $1.name }
    }

    func topic(name: String) -> Topic? { byName[name] }

    func topic(id: Uuid) -> Topic? { byId[id] }

    /// The settings of a resource that differ from the defaults.
    func config(_ type: Int8, _ name: String) -> [String: String] {
        configs[MetadataImage.ConfigResource(type: type, name: name)] ?? [:]
    }

    /// The names of all resources of a kind that have settings, sorted.
    func configuredNames(_ type: Int8) -> [String] {
        configs.keys.filter { $0.type == type }.map(\.name).sorted()
    }

    func partition(_ name: String, _ index: Int32) -> Partition? { byName[name]?.partition(index) }
}

/// Where the current table is found; the metadata controller alone replaces it.
final class TopicTablePublisher: Sendable {
    private let table = Mutex(TopicTable([]))

    var current: TopicTable { table.withLock { $0 } }

    func publish(_ new: TopicTable) { table.withLock { $0 = new } }
}
