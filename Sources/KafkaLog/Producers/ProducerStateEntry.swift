/// What the log remembers of one producer: its epoch, its last five batches, its open transaction.
struct ProducerStateEntry: Sendable {
    /// Batches a retry may ask for again (Kafka's bound for `max.in.flight.requests.per.connection`).
    static let retainedBatches = 5
    static let noEpoch: Int16 = -1
    static let noSequence: Int32 = -1

    /// A batch that was appended.
    struct Batch: Equatable, Sendable {
        var lastSequence: Int32
        var lastOffset: Int64
        /// Last offset minus first offset.
        var offsetDelta: Int32
        var timestamp: Int64

        /// Sequences wrap from 2^31-1 to 0.
        var firstSequence: Int32 {
            Int32(truncatingIfNeeded: (Int64(lastSequence) - Int64(offsetDelta)) & 0x7fff_ffff)
        }
        var firstOffset: Int64 { lastOffset &- Int64(offsetDelta) }
    }

    var producerId: Int64
    var epoch: Int16 = noEpoch
    /// Epoch of the transaction coordinator that wrote the last marker, -1 = none.
    var coordinatorEpoch: Int32 = -1
    var lastTimestamp: Int64 = -1
    /// First offset of the open transaction, -1 = none.
    var transactionStart: Int64 = -1
    /// Oldest first; only the first `count` count.
    private var batches = InlineArray<5, Batch>(
        repeating: Batch(lastSequence: -1, lastOffset: -1, offsetDelta: 0, timestamp: -1))
    private(set) var count = 0

    init(producerId: Int64) {
        self.producerId = producerId
    }

    var lastBatch: Batch? { count > 0 ? batches[count - 1] : nil }
    var lastSequence: Int32 { lastBatch?.lastSequence ?? Self.noSequence }
    var hasOpenTransaction: Bool { transactionStart >= 0 }

    /// The remembered batch of the same epoch with exactly these sequences: the batch came again.
    func duplicate(epoch: Int16, firstSequence: Int32, lastSequence: Int32) -> Batch? {
        guard epoch == self.epoch else { return nil }
        for index in 0..<count {
            let batch = batches[index]
            if batch.lastSequence == lastSequence, batch.firstSequence == firstSequence { return batch }
        }
        return nil
    }

    /// A batch of another epoch makes those before it uninteresting.
    mutating func add(_ batch: Batch, epoch: Int16) {
        adopt(epoch)
        if count == Self.retainedBatches {
            for index in 1..<Self.retainedBatches { batches[index - 1] = batches[index] }
            count -= 1
        }
        batches[count] = batch
        count += 1
        lastTimestamp = batch.timestamp
    }

    mutating func adopt(_ epoch: Int16) {
        if self.epoch != epoch {
            count = 0
            self.epoch = epoch
        }
    }

    /// The remembered batches, oldest first.
    var remembered: [Batch] { (0..<count).map { batches[$0] } }
}
