internal import KafkaRecords
internal import NIOCore

/// Takes the keys of batches into the map: those of records that were not aborted, from an offset on.
struct KeyLearner: ~Copyable {
    var transactions = CleanedTransactions()
    private let start: Int64
    /// The keys of one batch: by the time the last of them is hashed, the memory that the first one needs has come.
    private var pending: [(OffsetMap.Key, Int64)] = []
    private var opened = RawOutput(capacity: 4096)

    init(from start: Int64) {
        self.start = start
    }

    /// False when the map is full; its `latestOffset` then says which records of the batch it still took, so that the
    /// next run goes on with the one behind, however many keys one batch has.
    mutating func learn(
        _ batch: StoredBatch, _ bytes: UnsafeRawBufferPointer, _ map: inout OffsetMap
    ) throws(BatchDefect) -> Bool {
        guard batch.isCurrentFormat else { return try learnLegacy(batch, bytes, &map) }
        if batch.isControl {
            _ = transactions.end(
                batch, TransactionMarker(record: .init(rebasing: bytes[StoredBatch.headerSize...])))
        } else if !transactions.isAborted(batch), batch.recordCount > 0 {
            guard try learnRecords(batch, bytes, &map) else { return false }
        }
        map.latestOffset = max(map.latestOffset, batch.lastOffset)
        return true
    }

    private mutating func learnRecords(
        _ batch: StoredBatch, _ bytes: UnsafeRawBufferPointer, _ map: inout OffsetMap
    ) throws(BatchDefect) -> Bool {
        var records = UnsafeRawBufferPointer(rebasing: bytes[StoredBatch.headerSize...])
        if batch.isCompressed {
            opened.removeAll()
            try batch.decompressed(bytes).withUnsafeReadableBytes { opened.append($0) }
            records = opened.bytes
        }
        pending.removeAll(keepingCapacity: true)
        var walk = RawRecordWalk(records)
        for _ in 0..<batch.recordCount {
            guard let record = walk.next() else { throw .malformed(.malformedRecord) }
            let offset = batch.baseOffset &+ Int64(record.offsetDelta)
            guard record.keyCount >= 0, offset >= start else { continue }
            pending.append((map.prepare(record.key(in: records)), offset))
        }
        for (key, offset) in pending {
            guard map.put(key, offset: offset) else { return false }
            map.latestOffset = max(map.latestOffset, offset)
        }
        return true
    }

    private func learnLegacy(
        _ batch: StoredBatch, _ bytes: UnsafeRawBufferPointer, _ map: inout OffsetMap
    ) throws(BatchDefect) -> Bool {
        for record in try batch.legacyRecords(bytes) where record.offset >= start {
            guard let key = record.key else { continue }
            let fits = key.withUnsafeReadableBytes { map.put($0, offset: record.offset) }
            guard fits else { return false }
            map.latestOffset = max(map.latestOffset, record.offset)
        }
        map.latestOffset = max(map.latestOffset, batch.lastOffset)
        return true
    }
}
