import KafkaConfiguration
import KafkaWire

/// A topic as requests meet it: immutable, replaced when partitions or settings change.
final class Topic: Sendable {
    let name: String
    let id: Uuid
    let isInternal: Bool
    /// Ordered by index, consecutive from 0.
    let partitions: [Partition]
    let configuration: TopicConfiguration

    init(name: String, id: Uuid, partitions: [Partition], configuration: TopicConfiguration) {
        self.name = name
        self.id = id
        self.isInternal = TopicName.isInternal(name)
        self.partitions = partitions
        self.configuration = configuration
    }

    /// The partition with this index, or nil: indexes come from clients and may be anything.
    func partition(_ index: Int32) -> Partition? {
        guard index >= 0, Int(index) < partitions.count else { return nil }
        return partitions[Int(index)]
    }
}
