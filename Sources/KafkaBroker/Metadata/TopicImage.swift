import KafkaWire

/// A topic as the metadata log describes it.
struct TopicImage: Sendable {
    let name: String
    let id: Uuid
    /// Ordered by partition index; the indexes are consecutive unless the log says otherwise.
    private(set) var partitions: [PartitionImage] = []

    init(name: String, id: Uuid) {
        self.name = name
        self.id = id
    }

    /// The partition with this index, or nil: indexes come from clients and may be anything.
    func partition(_ index: Int32) -> PartitionImage? {
        if index >= 0, Int(index) < partitions.count, partitions[Int(index)].index == index {
            return partitions[Int(index)]
        }
        // Only a log that skips indexes gets here with one that exists.
        guard partitions.last?.index != Int32(clamping: partitions.count - 1) else { return nil }
        return partitions.first { $0.index == index }
    }

    /// Adds a partition or replaces the one with its index.
    mutating func put(_ partition: PartitionImage) {
        if partitions.last.map({ $0.index < partition.index }) ?? true {
            partitions.append(partition)
            return
        }
        let position = partitions.firstIndex { $0.index >= partition.index } ?? partitions.count
        if position < partitions.count, partitions[position].index == partition.index {
            partitions[position] = partition
        } else {
            partitions.insert(partition, at: position)
        }
    }

    /// Where the partition with this index stands, if there is one.
    func position(of index: Int32) -> Int? {
        let likely = Int(index)
        if partitions.indices.contains(likely), partitions[likely].index == index { return likely }
        return partitions.firstIndex { $0.index == index }
    }

    /// Changes the partition with this index, if there is one.
    mutating func change(_ index: Int32, _ body: (inout PartitionImage) -> Void) {
        guard let position = position(of: index) else { return }
        body(&partitions[position])
    }
}

/// A partition as the metadata log describes it.
struct PartitionImage: Sendable {
    let index: Int32
    var replicas: [Int32]
    var isr: [Int32]
    /// The leader's node id; -1 while there is none.
    var leader: Int32
    var leaderEpoch: Int32
    var partitionEpoch: Int32
}
