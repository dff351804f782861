/// The committed offsets of all groups of a shard.
struct CommittedOffsets: Sendable {
    private var groups: [String: [String: [Int32: CommittedOffset]]] = [:]

    func offset(_ groupId: String, _ topic: String, _ partition: Int32) -> CommittedOffset? {
        groups[groupId]?[topic]?[partition]
    }

    func offsets(_ groupId: String, _ topic: String) -> [Int32: CommittedOffset] {
        groups[groupId]?[topic] ?? [:]
    }

    func hasOffsets(_ groupId: String) -> Bool {
        groups[groupId] != nil
    }

    /// The topics with offsets of the group, in order of name.
    func topics(_ groupId: String) -> [String] {
        groups[groupId].map { $0.keys.sorted() } ?? []
    }

    /// The partitions of a topic with offsets of the group, in order.
    func partitions(_ groupId: String, _ topic: String) -> [Int32] {
        groups[groupId]?[topic].map { $0.keys.sorted() } ?? []
    }

    /// All groups with offsets, in order of id.
    var groupIds: [String] { groups.keys.sorted() }

    mutating func set(_ groupId: String, _ topic: String, _ partition: Int32, _ offset: CommittedOffset) {
        groups[groupId, default: [:]][topic, default: [:]][partition] = offset
    }

    mutating func remove(_ groupId: String, _ topic: String, _ partition: Int32) {
        groups[groupId]?[topic]?[partition] = nil
        if groups[groupId]?[topic]?.isEmpty == true {
            groups[groupId]?[topic] = nil
        }
        if groups[groupId]?.isEmpty == true {
            groups[groupId] = nil
        }
    }
}
