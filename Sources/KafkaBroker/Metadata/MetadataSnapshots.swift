import KafkaConfiguration
import KafkaLog
import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore
import Synchronization

/// When snapshots of the metadata are written, and how long old ones are kept; named after the keys.
struct MetadataLogSettings: Sendable {
    /// `metadata.log.segment.bytes`
    var segmentBytes = 1 << 30
    /// `metadata.log.segment.ms`
    var segmentMs: Int64 = 7 * 24 * 3600 * 1000
    /// `metadata.log.max.record.bytes.between.snapshots`
    var snapshotBytes: Int64 = 20 << 20
    /// `metadata.log.max.snapshot.interval.ms`, 0 = only by bytes
    var snapshotIntervalMs: Int64 = 3600 * 1000
    /// `metadata.max.retention.bytes`, -1 = without bound
    var retentionBytes: Int64 = 100 << 20
    /// `metadata.max.retention.ms`, -1 = for ever
    var retentionMs: Int64 = 7 * 24 * 3600 * 1000
}

/// A file `<end offset>-<epoch>.checkpoint`: the metadata as it was behind the record before the end offset (KIP-630).
struct MetadataSnapshot: Equatable {
    let endOffset: Int64
    let epoch: Int32

    init(endOffset: Int64, epoch: Int32) {
        self.endOffset = endOffset
        self.epoch = epoch
    }

    /// Nil for names of another form.
    init?(name: String) {
        guard name.hasSuffix(Self.suffix) else { return nil }
        let parts = name.dropLast(Self.suffix.count).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 20, parts[1].count == 10 else { return nil }
        guard let endOffset = Int64(parts[0]), let epoch = Int32(parts[1]), endOffset >= 0, epoch >= 0 else {
            return nil
        }
        self.init(endOffset: endOffset, epoch: epoch)
    }

    var name: String { Self.padded(endOffset, 20) + "-" + Self.padded(Int64(epoch), 10) + Self.suffix }

    private static let suffix = ".checkpoint"

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension MetadataFiles {
    /// Bytes of records in one batch of a snapshot.
    private static var batchBytes: Int { 1 << 20 }

    /// The snapshots in the directory, newest first.
    func snapshots() throws(DiskError) -> [MetadataSnapshot] {
        try disk.list(directory).compactMap { MetadataSnapshot(name: $0.name) }.sorted { $0.endOffset > $1.endOffset }
    }

    /// The newest snapshot that is whole, with its batches; nil when there is none.
    func newestSnapshot() throws(DiskError) -> (snapshot: MetadataSnapshot, batches: [ByteBuffer])? {
        for snapshot in try snapshots() {
            if let batches = try batches(of: snapshot) { return (snapshot, batches) }
        }
        return nil
    }

    /// Nil when the file does not end with the batch that closes a snapshot.
    private func batches(of snapshot: MetadataSnapshot) throws(DiskError) -> [ByteBuffer]? {
        guard let bytes = try disk.readSmallFile(directory + "/" + snapshot.name, limit: 1 << 30) else { return nil }
        var batches: [ByteBuffer] = []
        var isClosed = false
        let isWhole: ()? = try? LogScanner.forEachBatch(in: ByteBuffer(bytes: bytes)) { header, batch in
            batches.append(batch)
            isClosed = header.isControl && Self.isFooter(batch)
        }
        return isWhole != nil && isClosed ? batches : nil
    }

    private static func isFooter(_ batch: ByteBuffer) -> Bool {
        guard var reader = try? RecordBatchReader(batch, decompressionLimit: 1 << 20),
            let record = (try? reader.next()) ?? nil, let control = try? ControlRecord(record)
        else { return false }
        return control.kind == .snapshotFooter
    }

    /// Writes a snapshot; a crash leaves either none of it or all. `lastTimestamp` is that of the last record in it.
    func write(
        _ snapshot: MetadataSnapshot, records: [ByteBuffer], lastTimestamp: Int64
    ) throws {
        var bytes = ByteBuffer()
        var offset: Int64 = 0
        func control(_ kind: ControlRecord.Kind, _ message: some WireMessage) throws {
            bytes.writeImmutableBuffer(
                try Self.controlBatch(
                    kind, message, baseOffset: offset, leaderEpoch: snapshot.epoch, now: lastTimestamp))
            offset += 1
        }
        try control(.snapshotHeader, SnapshotHeaderRecord(lastContainedLogTimestamp: lastTimestamp))
        var index = 0
        while index < records.count {
            var batch = RecordBatchBuilder(.init(baseOffset: offset, partitionLeaderEpoch: snapshot.epoch))
            while index < records.count, batch.isEmpty || batch.uncompressedSize < Self.batchBytes {
                try batch.append(timestamp: lastTimestamp, key: nil, value: records[index])
                index += 1
            }
            offset += Int64(batch.recordCount)
            bytes.writeImmutableBuffer(try batch.build())
        }
        try control(.snapshotFooter, SnapshotFooterRecord())
        try disk.replaceFile(directory + "/" + snapshot.name, in: directory, with: Array(bytes.readableBytesView))
    }

    /// Size and age of a snapshot's file.
    func status(of snapshot: MetadataSnapshot) throws(DiskError) -> FileStatus {
        try disk.status(of: directory + "/" + snapshot.name)
    }

    func remove(_ snapshot: MetadataSnapshot) throws(DiskError) {
        try disk.removeIfPresent(directory + "/" + snapshot.name)
    }
}

extension MetadataLog {
    /// Writes a snapshot if enough records came since the last one, or it is old enough, and removes old snapshots and the
    /// log before them. Answers what was written.
    func snapshotIfDue() throws -> MetadataSnapshot? {
        let now = clock.now()
        let isDue = progress.withLock { progress in
            let bytes = progress.bytesSinceSnapshot
            guard bytes > 0 else { return false }
            let isOld = settings.snapshotIntervalMs > 0 && now - progress.lastSnapshotAt >= settings.snapshotIntervalMs
            return bytes >= settings.snapshotBytes || isOld
        }
        return isDue ? try takeSnapshot(now: now) : nil
    }

    private func takeSnapshot(now: Int64) throws -> MetadataSnapshot {
        let snapshot = MetadataSnapshot(endOffset: log.logEndOffset, epoch: leaderEpoch)
        var fold = MetadataFold()
        var lastTimestamp: Int64 = 0
        var failure: WireError?
        func take(_ header: RecordBatchHeader, _ batch: ByteBuffer) {
            lastTimestamp = max(lastTimestamp, header.maxTimestamp)
            guard !header.isControl, failure == nil else { return }
            let damage = LogScanner.forEachRecord(of: batch, header) { _, record in
                guard failure == nil, let value = record.value else { return }
                do throws(WireError) { try fold.apply(value) } catch { failure = error }
            }
            if damage != nil, failure == nil { failure = .truncated(needed: 1, available: 0) }
        }
        let newest = try files.newestSnapshot()
        for batch in newest?.batches ?? [] { take(try RecordBatchHeader(parsing: batch), batch) }
        let start = max(log.logStartOffset, newest?.snapshot.endOffset ?? 0)
        try LogScanner(log: log).forEachBatch(from: start) { header, batch in
            if header.lastOffset >= start { take(header, batch) }
        }
        if let failure { throw Failure.decoding(failure, offset: start) }
        try files.write(snapshot, records: try fold.records(), lastTimestamp: lastTimestamp)
        progress.withLock { $0 = Progress(bytesSinceSnapshot: 0, lastSnapshotAt: now) }
        try removeOld(now: now)
        return snapshot
    }

    /// The newest snapshot stays, and the log from it on; before it goes what exceeds the bounds.
    private func removeOld(now: Int64) throws {
        var oldestFirst = Array(try files.snapshots().reversed())
        var total = Int64(log.sizeInBytes)
        for snapshot in oldestFirst { total += Int64(try files.status(of: snapshot).size) }
        while oldestFirst.count > 1 {
            let status = try files.status(of: oldestFirst[0])
            let isTooMuch = settings.retentionBytes >= 0 && total > settings.retentionBytes
            let isTooOld = settings.retentionMs >= 0 && now - status.modified > settings.retentionMs
            guard isTooMuch || isTooOld else { break }
            try files.remove(oldestFirst.removeFirst())
            total -= Int64(status.size)
            let before = log.sizeInBytes
            _ = try log.deleteRecords(before: oldestFirst[0].endOffset)
            _ = try log.applyRetention(now: now)
            total -= Int64(before - log.sizeInBytes)
        }
        try log.removeDeletedFiles(now: .max)
    }
}

extension MetadataLogSettings {
    init(_ values: MetadataLogValues) {
        segmentBytes = Int(values.metadataLogSegmentBytes)
        segmentMs = values.metadataLogSegmentMs
        snapshotBytes = values.metadataLogMaxRecordBytesBetweenSnapshots
        snapshotIntervalMs = values.metadataLogMaxSnapshotIntervalMs
        retentionBytes = values.metadataMaxRetentionBytes
        retentionMs = values.metadataMaxRetentionMs
    }
}
