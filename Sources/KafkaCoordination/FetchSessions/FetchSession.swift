import KafkaProtocol
import KafkaWire

/// One client's list of partitions, kept here so that the client need not send it each time (KIP-227).
struct FetchSession: Sendable {
    private struct Key: Hashable, Sendable {
        let topic: String
        let topicId: Uuid
        let partition: Int32
    }

    let id: Int32
    let isPrivileged: Bool
    let usesTopicIds: Bool
    let createdAt: Int64
    var lastUsed: Int64
    /// What the next request must carry.
    var epoch: Int32 = 1
    /// Whether an incremental fetch is under way.
    var isBeingRead = false
    private(set) var partitions: [FetchSessionPartition] = []
    /// Positions in `partitions` in the order in which to read: who got records goes to the end.
    private(set) var order: [Int] = []
    private var positions: [Key: Int] = [:]

    init(id: Int32, isPrivileged: Bool, usesTopicIds: Bool, now: Int64) {
        self.id = id
        self.isPrivileged = isPrivileged
        self.usesTopicIds = usesTopicIds
        createdAt = now
        lastUsed = now
    }

    var count: Int { partitions.count }

    /// Adds partitions and takes over what is said of those that are there.
    mutating func take(_ topics: [FetchRequest.FetchTopic]) {
        for topic in topics {
            for partition in topic.partitions {
                let key = key(topic.topic, topic.topicId, partition.partition)
                if let position = positions[key] {
                    partitions[position].update(partition)
                } else {
                    positions[key] = partitions.count
                    order.append(partitions.count)
                    partitions.append(FetchSessionPartition(topic, partition))
                }
            }
        }
    }

    /// Drops partitions. Those that are not there (a topic named without its id, say) are passed over.
    mutating func forget(_ topics: [FetchRequest.ForgottenTopic]) {
        var gone: Set<Int> = []
        for topic in topics {
            for partition in topic.partitions {
                if let position = positions[key(topic.topic, topic.topicId, partition)] {
                    gone.insert(position)
                }
            }
        }
        guard !gone.isEmpty else { return }
        partitions = order.filter { !gone.contains($0) }.map { partitions[$0] }
        order = Array(partitions.indices)
        positions.removeAll(keepingCapacity: true)
        for (position, partition) in partitions.enumerated() {
            positions[key(partition.topic, partition.topicId, partition.partition)] = position
        }
    }

    /// Notes what is told at creation.
    mutating func note(_ outcome: FetchOutcome, _ topic: FetchRequest.FetchTopic, _ partition: Int32) {
        if let position = positions[key(topic.topic, topic.topicId, partition)] {
            _ = partitions[position].mustTell(outcome)
        }
    }

    /// Which answers to include, by their place in the reading order; `outcomes` go by the same order.
    mutating func select(_ outcomes: [FetchOutcome]) -> [Int] {
        var included: [Int] = []
        var withRecords = 0
        for (place, outcome) in outcomes.enumerated() where place < order.count {
            if partitions[order[place]].mustTell(outcome) {
                included.append(place)
            }
            withRecords += outcome.hasRecords ? 1 : 0
        }
        if withRecords > 0, withRecords < order.count {
            moveToEnd(outcomes)
        }
        return included
    }

    /// Partitions that got records now come last next time, so that a limit on the answer's size starves nobody.
    private mutating func moveToEnd(_ outcomes: [FetchOutcome]) {
        let served = order.indices.filter { $0 < outcomes.count && outcomes[$0].hasRecords }.map { order[$0] }
        let others = order.indices.filter { $0 >= outcomes.count || !outcomes[$0].hasRecords }.map { order[$0] }
        order = others + served
    }

    private func key(_ topic: String, _ topicId: Uuid, _ partition: Int32) -> Key {
        Key(topic: usesTopicIds ? "" : topic, topicId: usesTopicIds ? topicId : .zero, partition: partition)
    }
}
