/// A partition by the name of its topic, and the name of its directory.
public struct TopicPartition: Hashable, Sendable, Comparable {
    public var topic: String
    public var partition: Int32

    public init(topic: String, partition: Int32) {
        self.topic = topic
        self.partition = partition
    }

    /// The partition that a directory of this name holds; nil for names of another form, and for directories on their
    /// way out (`-delete`), in (`-future`) or out of use (`-stray`).
    public init?(directoryName name: String) {
        guard let dash = name.lastIndex(of: "-"), dash != name.startIndex else { return nil }
        let digits = name[name.index(after: dash)...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        // `t-00` is another directory than `t-0`, and no partition's.
        guard digits.utf8.count == 1 || digits.utf8.first != 0x30, let partition = Int32(digits) else { return nil }
        self.init(topic: String(name[..<dash]), partition: partition)
    }

    public var directoryName: String { "\(topic)-\(partition)" }

    public static func < (lhs: TopicPartition, rhs: TopicPartition) -> Bool {
        (lhs.topic, lhs.partition) < (rhs.topic, rhs.partition)
    }
}
