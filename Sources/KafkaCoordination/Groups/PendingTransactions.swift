import KafkaProtocol

/// Offsets committed inside transactions whose end is not in the log yet.
struct PendingTransactions: Sendable {
    struct Entry: Sendable {
        let key: OffsetCommitKey
        let offset: CommittedOffset?
    }

    private var producers: [Int64: [Entry]] = [:]

    mutating func add(_ producerId: Int64, _ key: OffsetCommitKey, _ offset: CommittedOffset?) {
        var entries = producers[producerId] ?? []
        entries.removeAll { Self.same($0.key, key) }
        entries.append(Entry(key: key, offset: offset))
        producers[producerId] = entries
    }

    mutating func end(_ producerId: Int64) -> [Entry] {
        producers.removeValue(forKey: producerId) ?? []
    }

    /// A tombstone outside of any transaction takes the offset away from all of them.
    mutating func forget(_ key: OffsetCommitKey) {
        for producerId in producers.keys {
            producers[producerId]?.removeAll { Self.same($0.key, key) }
            if producers[producerId]?.isEmpty == true {
                producers[producerId] = nil
            }
        }
    }

    func touches(_ groupId: String, _ topic: String, _ partition: Int32) -> Bool {
        producers.values.contains { entries in
            entries.contains { $0.key.group == groupId && $0.key.topic == topic && $0.key.partition == partition }
        }
    }

    func touches(_ groupId: String) -> Bool {
        producers.values.contains { entries in entries.contains { $0.key.group == groupId } }
    }

    /// The partitions of a group that open transactions hold offsets for, in order and each once.
    func partitions(_ groupId: String) -> [(topic: String, partition: Int32)] {
        let all = producers.values.joined().filter { $0.key.group == groupId }
            .map { (topic: $0.key.topic, partition: $0.key.partition) }
            .sorted { $0 < $1 }
        return all.enumerated().filter { $0.offset == 0 || all[$0.offset - 1] != $0.element }.map(\.element)
    }

    private static func same(_ lhs: OffsetCommitKey, _ rhs: OffsetCommitKey) -> Bool {
        lhs.partition == rhs.partition && lhs.topic == rhs.topic && lhs.group == rhs.group
    }
}
