internal import Synchronization

/// Which segments of a partition have a transaction index. Kafka has no such note, and so cannot tell a segment without
/// aborted transactions from one whose `.txnindex` was lost.
struct TransactionIndexInventory: Equatable, Sendable {
    /// Segments that begin below this offset are accounted for.
    var knownTo: Int64
    /// Base offsets of those that have a transaction index, ascending.
    var segments: [Int64]
}

/// The inventories of a log directory's partitions: the content of `martlet-transaction-index-checkpoint`, one line of
/// topic, partition, known end and base offsets each. Only partitions that have seen transactions are in it.
struct TransactionIndexCheckpoint: Equatable, Sendable {
    static let fileName = "martlet-transaction-index-checkpoint"

    var partitions: [TopicPartition: TransactionIndexInventory] = [:]

    init() {}

    /// Nil for a text of another form.
    init?(text: String) {
        guard let lines = CheckpointText(text), lines.version == 0 else { return nil }
        for line in lines.entries {
            let fields = line.split(separator: " ")
            guard fields.count >= 3, let partition = Int32(fields[1]) else { return nil }
            let numbers = fields[2...].compactMap { Int64($0) }
            guard numbers.count == fields.count - 2 else { return nil }
            partitions[TopicPartition(topic: String(fields[0]), partition: partition)] = TransactionIndexInventory(
                knownTo: numbers[0], segments: Array(numbers.dropFirst()))
        }
    }

    /// The file's text, partitions in order of their names.
    var text: String {
        partitions.sorted { $0.key < $1.key }.reduce(into: "0\n\(partitions.count)\n") { text, entry in
            let numbers = ([entry.value.knownTo] + entry.value.segments).map(String.init).joined(separator: " ")
            text += "\(entry.key.topic) \(entry.key.partition) \(numbers)\n"
        }
    }
}

extension PartitionLog {
    /// What the next start has to know of this log's transaction indexes; nil when it has seen no transaction.
    var transactionIndexInventory: TransactionIndexInventory? {
        state.withLock { state in
            let segments = state.segments.filter(\.hasAbortedTransactions).map(\.baseOffset)
            guard !segments.isEmpty || state.producers.hasSeenMarker else { return nil }
            return TransactionIndexInventory(knownTo: state.endOffset, segments: segments)
        }
    }
}
