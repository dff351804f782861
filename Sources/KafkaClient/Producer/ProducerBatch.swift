import NIOCore

/// Records of one partition that travel together.
struct ProducerBatch: Sendable {
    var records: [ProducerRecord]
    /// Their estimated size, which counts against the buffer memory.
    var bytes: Int
    /// When the first record came.
    let opened: ContinuousClock.Instant
    /// The batch as it travels, once it was built; kept for retries, so that the broker can tell a duplicate.
    var encoded: ByteBuffer?
    /// Whether an attempt ended without an answer, so that the broker may have stored the batch.
    var isAmbiguous = false
    /// The producer identity that the encoded form carries.
    var identityVersion = 0
    /// Attempts so far.
    var attempts = 0

    init(opened: ContinuousClock.Instant) {
        records = []
        bytes = 0
        self.opened = opened
    }

    /// Two batches with half of the records each, in order; for a batch that the broker finds too large.
    func halves() -> (ProducerBatch, ProducerBatch) {
        let middle = records.count / 2
        var first = ProducerBatch(opened: opened)
        var second = ProducerBatch(opened: opened)
        first.records = Array(records[..<middle])
        second.records = Array(records[middle...])
        first.bytes = first.records.reduce(0) { $0 + $1.estimatedSize }
        second.bytes = bytes - first.bytes
        return (first, second)
    }
}

/// What waits for one partition: a batch that still grows, and whole ones in order. At most one is in flight.
struct PartitionQueue: Sendable {
    var open: ProducerBatch?
    var ready: [ProducerBatch] = []
    var isInFlight = false
    /// The sequence number of the next batch, under the identity of `identityVersion`.
    var nextSequence: Int32 = 0
    var identityVersion = 0
    /// No attempt before this, after a failure.
    var notBefore: ContinuousClock.Instant?

    /// Ends the growing batch.
    mutating func seal() {
        guard let batch = open else { return }
        ready.append(batch)
        open = nil
    }
}
