/// Who appends, which decides how much is checked.
public enum AppendOrigin: Sendable {
    /// A producer: duplicates, epochs and sequences are checked.
    case client
    /// A coordinator of this broker: epochs are checked.
    case coordinator
    /// What is in the log already: nothing is refused.
    case replication
}

/// The decision about the batches of one append: whether their producers may, and what they leave behind.
struct ProducerAppend: Sendable {
    struct CompletedTransaction: Equatable, Sendable {
        var producerId: Int64
        var firstOffset: Int64
        var lastOffset: Int64
        var isAborted: Bool
    }

    enum Decision: Equatable, Sendable {
        case accept
        /// The batch is in the log already.
        case duplicate(ProducerStateEntry.Batch)
    }

    let origin: AppendOrigin
    private var latest: ProducerStateEntry?
    private var others: [ProducerStateEntry] = []
    private(set) var started: [ProducerStateTable.OpenTransaction] = []
    private(set) var completed: [CompletedTransaction] = []

    init(origin: AppendOrigin) {
        self.origin = origin
    }

    func forEachEntry(_ body: (ProducerStateEntry) -> Void) {
        for entry in others { body(entry) }
        if let latest { body(latest) }
    }

    /// Decides about a batch whose offsets are assigned. `marker` is given for control batches that hold one.
    mutating func add(
        _ batch: StoredBatch, marker: TransactionMarker?, in table: ProducerStateTable
    ) throws(LogError) -> Decision {
        guard batch.hasProducer else { return .accept }
        let current = table.entry(batch.producerId)
        if origin == .client, !batch.isControl, let current,
            let again = current.duplicate(
                epoch: batch.producerEpoch, firstSequence: batch.baseSequence, lastSequence: batch.lastSequence)
        {
            return .duplicate(again)
        }
        var entry = take(batch.producerId) ?? current ?? ProducerStateEntry(producerId: batch.producerId)
        if batch.isControl {
            // A control batch without its record is what compaction left of a transaction.
            if let marker { try end(&entry, batch, marker) }
        } else {
            try addData(batch, to: &entry, known: current)
        }
        latest = entry
        return .accept
    }

    /// The state that earlier batches of this append left of the producer.
    private mutating func take(_ producerId: Int64) -> ProducerStateEntry? {
        if let latest {
            if latest.producerId == producerId { return latest }
            others.append(latest)
            self.latest = nil
        }
        guard let index = others.firstIndex(where: { $0.producerId == producerId }) else { return nil }
        return others.remove(at: index)
    }

    private mutating func addData(
        _ batch: StoredBatch, to entry: inout ProducerStateEntry, known: ProducerStateEntry?
    ) throws(LogError) {
        try checkEpoch(batch, entry)
        if origin == .client { try checkSequence(batch, entry, known) }
        if entry.hasOpenTransaction, !batch.isTransactional, origin != .replication {
            throw .invalidTransactionState(producerId: batch.producerId)
        }
        entry.add(
            ProducerStateEntry.Batch(
                lastSequence: batch.lastSequence, lastOffset: batch.lastOffset, offsetDelta: batch.lastOffsetDelta,
                timestamp: batch.maxTimestamp),
            epoch: batch.producerEpoch)
        if !entry.hasOpenTransaction, batch.isTransactional {
            entry.transactionStart = batch.baseOffset
            started.append(.init(firstOffset: batch.baseOffset, producerId: batch.producerId))
        }
    }

    private mutating func end(
        _ entry: inout ProducerStateEntry, _ batch: StoredBatch, _ marker: TransactionMarker
    ) throws(LogError) {
        try checkEpoch(batch, entry)
        if entry.coordinatorEpoch > marker.coordinatorEpoch, origin != .replication {
            throw .coordinatorFenced(
                producerId: batch.producerId, current: entry.coordinatorEpoch, received: marker.coordinatorEpoch)
        }
        if entry.hasOpenTransaction {
            completed.append(
                CompletedTransaction(
                    producerId: batch.producerId, firstOffset: entry.transactionStart, lastOffset: batch.baseOffset,
                    isAborted: !marker.isCommit))
        }
        entry.adopt(batch.producerEpoch)
        entry.coordinatorEpoch = marker.coordinatorEpoch
        entry.transactionStart = -1
        entry.lastTimestamp = batch.maxTimestamp
    }

    private func checkEpoch(_ batch: StoredBatch, _ entry: ProducerStateEntry) throws(LogError) {
        guard batch.producerEpoch < entry.epoch, origin != .replication else { return }
        throw .invalidProducerEpoch(
            producerId: batch.producerId, current: entry.epoch, received: batch.producerEpoch)
    }

    /// A new epoch starts at 0; within an epoch numbers follow each other; a producer that is not known here
    /// (its records are gone, or it was idle for long) may go on where it is.
    private func checkSequence(
        _ batch: StoredBatch, _ entry: ProducerStateEntry, _ known: ProducerStateEntry?
    ) throws(LogError) {
        let first = batch.baseSequence
        if batch.producerEpoch != entry.epoch {
            guard first == 0 || entry.epoch == ProducerStateEntry.noEpoch else {
                throw .outOfOrderSequence(
                    producerId: batch.producerId, expectedAfter: ProducerStateEntry.noSequence, received: first)
            }
            return
        }
        guard let known, known.epoch != ProducerStateEntry.noEpoch else { return }
        let last = entry.lastSequence
        guard Int64(first) == Int64(last) + 1 || (first == 0 && last == Int32.max) else {
            throw .outOfOrderSequence(producerId: batch.producerId, expectedAfter: last, received: first)
        }
    }
}
