/// An offset for each of many partitions: the content of `recovery-point-offset-checkpoint`,
/// `log-start-offset-checkpoint`, `replication-offset-checkpoint` and `cleaner-offset-checkpoint`.
public struct OffsetCheckpoint: Equatable, Sendable {
    public var offsets: [TopicPartition: Int64]

    public init(offsets: [TopicPartition: Int64] = [:]) {
        self.offsets = offsets
    }

    /// Nil for a text of another form; a line that makes no sense makes the whole file suspect.
    public init?(text: String) {
        guard let lines = CheckpointText(text), lines.version == 0 else { return nil }
        var offsets: [TopicPartition: Int64] = [:]
        for line in lines.entries {
            let fields = line.split(separator: " ")
            guard fields.count == 3, let partition = Int32(fields[1]), let offset = Int64(fields[2]) else { return nil }
            guard partition >= 0, offset >= 0, offset <= SegmentFileName.largestBase else { return nil }
            offsets[TopicPartition(topic: String(fields[0]), partition: partition)] = offset
        }
        self.offsets = offsets
    }

    /// The file's text, partitions in order of their names.
    public var text: String {
        offsets.sorted { $0.key < $1.key }.reduce(into: "0\n\(offsets.count)\n") {
            $0 += "\($1.key.topic) \($1.key.partition) \($1.value)\n"
        }
    }
}
