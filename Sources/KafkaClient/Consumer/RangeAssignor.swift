/// Kafka's `range` assignor: each topic's partitions are laid out in order and cut into one range a member.
///
/// The members come in the order of their instance id where they have one, else of their member id.
/// Racks are not looked at.
public enum RangeAssignor {
    /// A member and what it subscribes to.
    public struct Member: Sendable {
        /// The id that the coordinator gave.
        public var memberId: String
        /// `group.instance.id`, for static members.
        public var instanceId: String?
        /// Subscribed topics.
        public var topics: [String]

        /// A member and its subscription.
        public init(memberId: String, instanceId: String? = nil, topics: [String]) {
            self.memberId = memberId
            self.instanceId = instanceId
            self.topics = topics
        }
    }

    /// Partitions for every member; a topic missing from `partitionCounts` is passed over.
    public static func assign(members: [Member], partitionCounts: [String: Int32]) -> [String: [TopicPartition]] {
        var assignment: [String: [TopicPartition]] = [:]
        for member in members { assignment[member.memberId] = [] }
        let ordered = members.sorted(by: precedes)
        for topic in Set(members.flatMap(\.topics)).sorted() {
            guard let count = partitionCounts[topic], count > 0 else { continue }
            let subscribers = ordered.filter { $0.topics.contains(topic) }
            let base = Int(count) / subscribers.count
            let extra = Int(count) % subscribers.count
            var next = 0
            for (position, member) in subscribers.enumerated() {
                let size = base + (position < extra ? 1 : 0)
                for partition in next..<(next + size) {
                    assignment[member.memberId, default: []].append(
                        TopicPartition(topic: topic, partition: Int32(partition)))
                }
                next += size
            }
        }
        return assignment
    }

    /// Static members before dynamic ones, each by its id.
    private static func precedes(_ left: Member, _ right: Member) -> Bool {
        switch (left.instanceId, right.instanceId) {
        case (let leftId?, let rightId?): leftId < rightId
        case (.some, nil): true
        case (nil, .some): false
        case (nil, nil): left.memberId < right.memberId
        }
    }
}
