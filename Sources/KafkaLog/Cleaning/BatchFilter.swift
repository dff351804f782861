internal import KafkaRecords
internal import NIOCore

/// What the cleaner keeps of each batch, and the bytes that it becomes. Kafka's rules: the newest record of a key stays,
/// tombstones and markers stay until their batch's delete horizon (KIP-534), a batch that loses nothing stays byte for
/// byte, one that loses records is put together anew under its codec, and one that loses all of them stays as an empty
/// head where a producer's sequence or the log's end hangs on it.
struct BatchFilter: ~Copyable {
    /// What does not change during the cleaning of a log.
    struct Rules {
        var now: Int64
        var deleteRetentionMs: Int64
        /// End of the cleaning round: its last batch stays, if only as a head.
        var upperBound: Int64
        /// The newest batch of each producer that the log still knows.
        var lastRecords: [Int64: LastRecord] = [:]
        /// Tombstones of the old formats in this segment stay.
        var keepsLegacyTombstones = true
    }

    /// What a producer's sequence number hangs on.
    struct LastRecord {
        /// -1: there are only markers of it.
        var dataOffset: Int64
        var epoch: Int16
    }

    /// A batch that goes into the cleaned segment.
    struct Kept {
        var lastOffset: Int64
        var maxTimestamp: Int64
        var size: Int
        /// An aborted transaction whose marker this is.
        var aborted: AbortedTransaction?
    }

    var rules: Rules
    var transactions = CleanedTransactions()
    private(set) var recordsRead = 0
    private(set) var recordsKept = 0
    /// The records of one batch with their keys: by the time the last of them is hashed, the memory of the map that the
    /// first one needs has come.
    private var candidates: [(RawRecord, OffsetMap.Key?)] = []
    private var kept: [RawRecord] = []
    private var body = RawOutput(capacity: 4096)
    private var opened = RawOutput(capacity: 4096)

    init(rules: Rules) {
        self.rules = rules
    }

    /// Appends what stays of a batch to `output`; nil when nothing does.
    mutating func filter(
        _ batch: StoredBatch, _ bytes: UnsafeRawBufferPointer, _ map: borrowing OffsetMap,
        into output: inout RawOutput
    ) throws(BatchDefect) -> Kept? {
        guard batch.isCurrentFormat else { return try filterLegacy(batch, bytes, map, into: &output) }
        var aborted: AbortedTransaction?
        let mayGo: Bool
        if batch.isControl {
            let marker = TransactionMarker(record: .init(rebasing: bytes[StoredBatch.headerSize...]))
            (mayGo, aborted) = transactions.end(batch, marker)
        } else {
            mayGo = transactions.isAborted(batch)
        }
        let horizon = batch.hasDeleteHorizon ? batch.baseTimestamp : nil
        let dropsRecords = mayGo && (!batch.isControl || horizon.map { $0 <= rules.now } ?? false)
        let keepsHead = isLastOfProducer(batch) || batch.nextOffset == rules.upperBound
        recordsRead += Int(batch.recordCount)
        if dropsRecords, !keepsHead { return nil }
        if dropsRecords { return keepHead(of: batch, bytes, into: &output) }
        let isMarkerOfNothing = mayGo && batch.isControl
        let kept =
            batch.isCompressed
            ? try filterCompressed(batch, bytes, map, isMarkerOfNothing, into: &output)
            : try filter(
                batch, bytes, records: .init(rebasing: bytes[StoredBatch.headerSize...]), map, isMarkerOfNothing,
                into: &output)
        guard var kept else { return keepsHead ? keepHead(of: batch, bytes, into: &output) : nil }
        kept.aborted = aborted
        return kept
    }

    private func isLastOfProducer(_ batch: StoredBatch) -> Bool {
        guard batch.hasProducer, let last = rules.lastRecords[batch.producerId] else { return false }
        if last.dataOffset >= 0 { return batch.lastOffset == last.dataOffset }
        return batch.isControl && batch.producerEpoch == last.epoch
    }

    private mutating func filterCompressed(
        _ batch: StoredBatch, _ bytes: UnsafeRawBufferPointer, _ map: borrowing OffsetMap, _ isMarkerOfNothing: Bool,
        into output: inout RawOutput
    ) throws(BatchDefect) -> Kept? {
        guard batch.recordCount > 0 else { return nil }
        opened.removeAll()
        try batch.decompressed(bytes).withUnsafeReadableBytes { opened.append($0) }
        return try filter(batch, bytes, records: opened.bytes, map, isMarkerOfNothing, into: &output)
    }

    private mutating func filter(
        _ batch: StoredBatch, _ bytes: UnsafeRawBufferPointer, records: UnsafeRawBufferPointer,
        _ map: borrowing OffsetMap, _ isMarkerOfNothing: Bool, into output: inout RawOutput
    ) throws(BatchDefect) -> Kept? {
        let hasTombstones = try choose(batch, records, map)
        guard !kept.isEmpty else { return nil }
        recordsKept += kept.count
        let setsHorizon = (hasTombstones || isMarkerOfNothing) && !batch.hasDeleteHorizon
        if kept.count == Int(batch.recordCount), !setsHorizon {
            output.append(bytes)
            return Kept(lastOffset: batch.lastOffset, maxTimestamp: batch.maxTimestamp, size: batch.size)
        }
        var horizon = batch.hasDeleteHorizon ? batch.baseTimestamp : -1
        if setsHorizon {
            let (sum, overflow) = rules.now.addingReportingOverflow(rules.deleteRetentionMs)
            horizon = overflow ? .max : sum
        }
        return try rebuild(batch, bytes, records, horizon: horizon, into: &output)
    }

    /// Notes the records that stay; true when there are tombstones among them.
    private mutating func choose(
        _ batch: StoredBatch, _ records: UnsafeRawBufferPointer, _ map: borrowing OffsetMap
    ) throws(BatchDefect) -> Bool {
        kept.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        var walk = RawRecordWalk(records)
        for _ in 0..<batch.recordCount {
            guard let record = walk.next() else { throw .malformed(.malformedRecord) }
            let key = record.keyCount >= 0 && !batch.isControl ? map.prepare(record.key(in: records)) : nil
            candidates.append((record, key))
        }
        var hasTombstones = false
        let keepsTombstones = !batch.hasDeleteHorizon || rules.now < batch.baseTimestamp
        for (record, key) in candidates {
            guard batch.isControl || stays(record, key, batch, map, keepsTombstones) else { continue }
            if !record.hasValue { hasTombstones = true }
            kept.append(record)
        }
        return hasTombstones
    }

    @inline(__always)
    private func stays(
        _ record: RawRecord, _ key: OffsetMap.Key?, _ batch: StoredBatch, _ map: borrowing OffsetMap,
        _ keepsTombstones: Bool
    ) -> Bool {
        let offset = batch.baseOffset &+ Int64(record.offsetDelta)
        if offset > map.latestOffset { return true }
        guard let key, record.hasValue || keepsTombstones else { return false }
        return offset >= map.offset(of: key)
    }

    /// Puts the records that stay behind a head that says so. Deltas of time are counted from the delete horizon where
    /// there is one, and from the first record elsewhere.
    private mutating func rebuild(
        _ batch: StoredBatch, _ bytes: UnsafeRawBufferPointer, _ records: UnsafeRawBufferPointer, horizon: Int64,
        into output: inout RawOutput
    ) throws(BatchDefect) -> Kept {
        let isStamped = batch.isLogAppendTime
        func timestamp(_ record: RawRecord) -> Int64 {
            isStamped ? batch.maxTimestamp : batch.baseTimestamp &+ record.timestampDelta
        }
        let base = horizon >= 0 ? horizon : kept.first.map(timestamp) ?? -1
        var largest: Int64 = -1
        let start = output.count
        output.append(.init(rebasing: bytes[..<StoredBatch.headerSize]))
        body.removeAll()
        for record in kept {
            let time = timestamp(record)
            largest = max(largest, time)
            if batch.isCompressed {
                Self.append(record, timestampDelta: time &- base, records, to: &body)
            } else {
                Self.append(record, timestampDelta: time &- base, records, to: &output)
            }
        }
        if batch.isCompressed { try compress(batch, into: &output) }
        let maxTimestamp = isStamped ? batch.maxTimestamp : largest
        var attributes = batch.attributes & ~StoredBatch.deleteHorizonBit
        if horizon >= 0 { attributes |= StoredBatch.deleteHorizonBit }
        let size = Self.finish(
            &output, from: start, attributes: attributes, baseTimestamp: base, maxTimestamp: maxTimestamp,
            count: Int32(truncatingIfNeeded: kept.count))
        return Kept(lastOffset: batch.lastOffset, maxTimestamp: maxTimestamp, size: size)
    }

    private mutating func compress(_ batch: StoredBatch, into output: inout RawOutput) throws(BatchDefect) {
        guard let codec = CompressionType(rawValue: Int8(batch.attributes & 7)) else { throw .header }
        var compressed = ByteBuffer()
        do throws(RecordError) {
            try Compression.compress(ByteBuffer(bytes: body.bytes), with: codec, into: &compressed)
        } catch {
            throw .malformed(error)
        }
        compressed.withUnsafeReadableBytes { output.append($0) }
    }

    private static func append(
        _ record: RawRecord, timestampDelta: Int64, _ records: UnsafeRawBufferPointer, to output: inout RawOutput
    ) {
        if timestampDelta == record.timestampDelta {
            return output.append(.init(rebasing: records[record.start..<record.end]))
        }
        let rest = record.end - record.afterTimestamp
        output.append(varint: Int64(1 + RawOutput.size(ofVarint: timestampDelta) + rest))
        output.append(byte: records[record.body])
        output.append(varint: timestampDelta)
        output.append(.init(rebasing: records[record.afterTimestamp..<record.end]))
    }

    /// What is left of a batch without records: that its offsets and sequences were used.
    private func keepHead(
        of batch: StoredBatch, _ bytes: UnsafeRawBufferPointer, into output: inout RawOutput
    ) -> Kept {
        let start = output.count
        output.append(.init(rebasing: bytes[..<StoredBatch.headerSize]))
        let attributes = batch.attributes & ~(StoredBatch.deleteHorizonBit | StoredBatch.compressionBits)
        let size = Self.finish(
            &output, from: start, attributes: attributes, baseTimestamp: -1, maxTimestamp: batch.maxTimestamp, count: 0)
        return Kept(lastOffset: batch.lastOffset, maxTimestamp: batch.maxTimestamp, size: size)
    }

    /// Sets what changed in the head at `start`; offsets, epoch and sequences stay. Returns the batch's size.
    private static func finish(
        _ output: inout RawOutput, from start: Int, attributes: Int16, baseTimestamp: Int64, maxTimestamp: Int64,
        count: Int32
    ) -> Int {
        output.change(from: start) { bytes in
            bytes.storeBigEndian(Int32(truncatingIfNeeded: bytes.count - 12), at: StoredBatch.Field.length)
            bytes.storeBigEndian(attributes, at: StoredBatch.Field.attributes)
            bytes.storeBigEndian(baseTimestamp, at: StoredBatch.Field.baseTimestamp)
            bytes.storeBigEndian(maxTimestamp, at: StoredBatch.Field.maxTimestamp)
            bytes.storeBigEndian(count, at: StoredBatch.Field.recordCount)
            let covered = UnsafeRawBufferPointer(rebasing: bytes[RecordBatchHeader.checksummedFrom...])
            bytes.storeBigEndian(CRC32C.checksum(covered), at: StoredBatch.Field.checksum)
            return bytes.count
        }
    }
}

extension BatchFilter {
    /// A message of format 0 or 1 stays as it is or goes. Of a compressed set of them, what stays of a part of it
    /// becomes a batch of format 2, which every consumer of today reads.
    private mutating func filterLegacy(
        _ batch: StoredBatch, _ bytes: UnsafeRawBufferPointer, _ map: borrowing OffsetMap,
        into output: inout RawOutput
    ) throws(BatchDefect) -> Kept? {
        let records = try batch.legacyRecords(bytes)
        recordsRead += records.count
        var staying: [Record] = []
        for record in records {
            guard record.offset <= map.latestOffset else {
                staying.append(record)
                continue
            }
            guard let key = record.key, record.value != nil || rules.keepsLegacyTombstones else { continue }
            if record.offset >= key.withUnsafeReadableBytes({ map.offset(of: $0) }) { staying.append(record) }
        }
        recordsKept += staying.count
        guard let first = staying.first else { return nil }
        guard staying.count < records.count else {
            output.append(bytes)
            return Kept(lastOffset: batch.lastOffset, maxTimestamp: batch.maxTimestamp, size: batch.size)
        }
        let rebuilt: ByteBuffer
        do throws(RecordError) {
            var builder = RecordBatchBuilder(
                .init(
                    baseOffset: first.offset,
                    compression: CompressionType(rawValue: Int8(batch.attributes & 7)) ?? .none,
                    logAppendTime: batch.isLogAppendTime ? batch.maxTimestamp : nil))
            for record in staying { try builder.appendKeepingOffset(record) }
            rebuilt = try builder.build()
        } catch {
            throw .malformed(error)
        }
        rebuilt.withUnsafeReadableBytes { output.append($0) }
        let largest = batch.isLogAppendTime ? batch.maxTimestamp : staying.map(\.timestamp).max() ?? -1
        return Kept(
            lastOffset: staying.last?.offset ?? first.offset, maxTimestamp: largest, size: rebuilt.readableBytes)
    }
}

extension StoredBatch {
    /// Bytes that a batch may come to when it is opened to be cleaned.
    static let decompressionLimit = 256 << 20

    /// The records of a message of format 0 or 1, given all of its bytes.
    func legacyRecords(_ bytes: UnsafeRawBufferPointer) throws(BatchDefect) -> [Record] {
        do throws(RecordError) {
            var set = LegacyMessageSet(ByteBuffer(bytes: bytes), decompressionLimit: Self.decompressionLimit)
            return try set.readAll()
        } catch {
            throw .malformed(error)
        }
    }

    /// The bytes of its records, given all of its own.
    func decompressed(_ bytes: UnsafeRawBufferPointer) throws(BatchDefect) -> ByteBuffer {
        guard let codec = CompressionType(rawValue: Int8(attributes & 7)) else { throw .header }
        do throws(RecordError) {
            let stored = ByteBuffer(bytes: UnsafeRawBufferPointer(rebasing: bytes[StoredBatch.headerSize...]))
            return try Compression.decompress(stored, with: codec, limit: Self.decompressionLimit)
        } catch {
            throw .malformed(error)
        }
    }
}
