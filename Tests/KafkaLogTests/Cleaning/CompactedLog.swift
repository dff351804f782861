import KafkaRecords
import NIOCore
import Testing

@testable import KafkaLog

/// A compacted log on a disk in memory, and what was written to it.
struct CompactedLog {
    /// A record as it was appended.
    struct Written: Equatable {
        var key: String?
        var value: String?
        var timestamp: Int64
        var isAborted = false
    }

    var disk = MemoryDisk()
    var configuration = LogConfiguration()
    var log: PartitionLog<MemoryDisk>
    var written: [Int64: Written] = [:]
    var clock: Int64 = 1_000_000
    var startOffset: Int64 = 0

    init(_ change: (inout LogConfiguration) -> Void = { _ in }) throws {
        configuration.compacts = true
        configuration.deletes = false
        configuration.segmentBytes = 400
        configuration.indexIntervalBytes = 100
        configuration.fileDeleteDelayMs = 0
        configuration.deleteRetentionMs = 1_000
        configuration.retentionMs = -1
        change(&configuration)
        try disk.makeDirectory("/p")
        log = try PartitionLog.open(
            disk: disk, directory: "/p", configuration: configuration, options: LoadOptions(isClean: true, now: 0)
        ).log
    }

    /// Appends one batch; answers its base offset.
    @discardableResult
    mutating func append(
        _ records: [(key: String?, value: String?)], compression: CompressionType = .none, producerId: Int64 = -1,
        epoch: Int16 = 0, sequence: Int32 = -1, isTransactional: Bool = false, stamped: Int64? = nil
    ) throws -> Int64 {
        var builder = RecordBatchBuilder(
            .init(
                compression: compression, logAppendTime: stamped, producerId: producerId,
                producerEpoch: producerId < 0 ? -1 : epoch, baseSequence: sequence, isTransactional: isTransactional))
        for record in records {
            clock += 1
            try builder.append(
                timestamp: clock, key: record.key.map { ByteBuffer(string: $0) },
                value: record.value.map { ByteBuffer(string: $0) })
        }
        let base = try log.append(try builder.build(), leaderEpoch: 3, now: clock).baseOffset
        for (index, record) in records.enumerated() {
            written[base + Int64(index)] = Written(
                key: record.key, value: record.value, timestamp: clock - Int64(records.count - 1 - index))
        }
        return base
    }

    mutating func put(_ key: String, _ value: String?) throws { try append([(key, value)]) }

    /// Ends a producer's transaction.
    mutating func end(_ producerId: Int64, commit: Bool, epoch: Int16 = 0, records: [Int64] = []) throws {
        clock += 1
        let marker = try ControlRecord.endTransactionBatch(
            commit: commit, coordinatorEpoch: 0, producerId: producerId, producerEpoch: epoch, timestamp: clock)
        _ = try log.append(marker, leaderEpoch: 3, origin: .coordinator, now: clock)
        if !commit {
            for offset in records { written[offset]?.isAborted = true }
        }
    }

    /// Cleans what is there to be cleaned, whether or not it is due.
    @discardableResult
    func clean(
        from lastCleaned: Int64? = nil, now: Int64? = nil, limits: CleanerLimits = CleanerLimits(mapBytes: 1 << 16)
    ) throws -> CleaningReport {
        let now = now ?? clock
        let plan = try #require(try log.cleaningPlan(lastCleaned: lastCleaned, now: now))
        return try LogCleaner(limits).clean(log, plan, now: now) { (_) throws(CleaningError) in }
    }

    mutating func reopen(_ survivor: MemoryDisk, isClean: Bool = false, recoveryPoint: Int64 = 0) throws {
        survivor.heal()
        disk = survivor
        try disk.makeDirectory("/p")
        log = try PartitionLog.open(
            disk: disk, directory: "/p", configuration: configuration,
            options: LoadOptions(
                isClean: isClean, recoveryPoint: recoveryPoint, logStartOffset: startOffset, now: clock)
        ).log
    }

    /// Every record that a consumer gets, by offset; control records left out.
    func records() throws -> [(offset: Int64, record: Record)] {
        var found: [(Int64, Record)] = []
        for batch in try log.readAll(maxBytes: 300) {
            var reader = try RecordBatchReader(ByteBuffer(bytes: batch.bytes), decompressionLimit: 1 << 20)
            guard !batch.head.isControl else { continue }
            for record in try reader.readAll() { found.append((record.offset, record)) }
        }
        return found
    }

    func text(_ buffer: ByteBuffer?) -> String? { buffer.map { String(buffer: $0) } }

    var files: [String] { ((try? disk.list("/p")) ?? []).map(\.name) }
}
