/// Where reading a partition begins.
public enum StartPosition: Sendable, Equatable {
    /// The first record that is there.
    case earliest
    /// The next record that comes.
    case latest
    /// This offset.
    case offset(Int64)
    /// The first record with this timestamp or a later one, in milliseconds since 1970.
    case timestamp(Int64)

    /// What to ask the broker; nil if the offset is known already.
    var query: OffsetQuery? {
        switch self {
        case .earliest: .earliest
        case .latest: .latest
        case .timestamp(let milliseconds): .timestamp(milliseconds)
        case .offset: nil
        }
    }
}

/// Which partitions a consumer reads.
public enum ConsumerMode: Sendable {
    /// Those that its group assigns to it, from the group's committed offsets on.
    case group(id: String, topics: [String])
    /// All partitions of the topics, without a group, from where `auto.offset.reset` says.
    case standalone(topics: [String])
    /// These, from where it says.
    case assigned([TopicPartition: StartPosition])

    var topics: [String] {
        switch self {
        case .group(_, let topics), .standalone(let topics): topics
        case .assigned(let partitions): Set(partitions.keys.map(\.topic)).sorted()
        }
    }
}
