internal import KafkaRecords
internal import NIOCore

/// Why a file could not be read as one of a log.
public enum LogFileError: Error, Equatable, Sendable, CustomStringConvertible {
    case storage(DiskError)
    /// The name says no kind of file that there is in a log.
    case unknownKind
    /// A `.snapshot` that is damaged.
    case damagedSnapshot

    public var description: String {
        switch self {
        case .storage(let error): error.description
        case .unknownKind: "not a file of a log"
        case .damagedSnapshot: "the producer snapshot is damaged"
        }
    }
}

/// Reads a file of a log item by item, for people who look at it. Nothing is changed.
public struct LogFileReader<D: Disk> {
    public let disk: D
    public let path: String
    /// Open batches and read their records.
    public var readsRecords = false
    /// Only say of indexes whether their last entry makes sense.
    public var onlyChecksIndexes = false
    /// Bytes of a `.log` to read from its start.
    public var maxBytes = Int.max

    private static var decompressionLimit: Int { 256 << 20 }

    public init(disk: D, path: String) {
        self.disk = disk
        self.path = path
    }

    /// Calls `body` with each item; what it throws ends the reading.
    public func forEach(_ body: (LogFileItem) throws -> Void) throws {
        let name = String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
        if name.hasSuffix(".checkpoint") {
            try body(Self.snapshotItem(name))
            return try readBatches(body)
        }
        guard let file = Self.segmentFile(name) else { throw LogFileError.unknownKind }
        switch file.kind {
        case .log:
            try body(.segment(baseOffset: file.baseOffset))
            try readBatches(body)
        case .offsetIndex: try readOffsetIndex(file.baseOffset, body)
        case .timeIndex: try readTimeIndex(file.baseOffset, body)
        case .transactionIndex:
            for entry in try index(AbortedTransaction.self)?.entries ?? [] { try body(.abortedTransaction(entry)) }
        case .snapshot: try readProducers(body)
        }
    }

    /// Names as a log has them, those on their way out or in included, and segments that were put aside.
    private static func segmentFile(_ name: String) -> SegmentFileName? {
        if let file = SegmentFileName(name) { return file }
        let parts = name.split(separator: ".")
        guard parts.count >= 2, name.hasSuffix(Quarantine<D>.suffix) else { return nil }
        return SegmentFileName(parts[0] + "." + parts[1])
    }

    private static func snapshotItem(_ name: String) -> LogFileItem {
        let parts = name.dropLast(".checkpoint".count).split(separator: "-")
        guard parts.count == 2, let offset = Int64(parts[0]), let epoch = Int32(parts[1]) else {
            return .bootstrapSnapshot
        }
        return .metadataSnapshot(endOffset: offset, epoch: epoch)
    }

    private func readBatches(_ body: (LogFileItem) throws -> Void) throws {
        let file = try disk.open(path, .read)
        let size = min(try file.size(), maxBytes)
        var position = 0
        var walker = BatchWalker(file, from: 0, to: size, window: 64 << 10)
        while position < size {
            let next: (head: StoredBatch, isValid: Bool)?
            do throws(BatchReadError) {
                let head = try walker.next()
                next = try head.map { (head) throws(BatchReadError) in (head, try walker.isIntact(head)) }
            } catch {
                if case .disk(let error) = error { throw LogFileError.storage(error) }
                break
            }
            guard let next else { break }
            try body(.batch(try batch(next.head, next.isValid, file, at: position)))
            position = walker.position
        }
        if position < size, maxBytes == .max { try body(.trailingBytes(size - position)) }
    }

    private func batch(
        _ head: StoredBatch, _ isValid: Bool, _ file: D.File, at position: Int
    ) throws(DiskError) -> LogFileBatch {
        var batch = LogFileBatch(
            baseOffset: head.baseOffset, lastOffset: head.lastOffset,
            count: head.isCurrentFormat ? head.recordCount : nil, baseSequence: head.baseSequence,
            lastSequence: head.lastSequence, producerId: head.producerId, producerEpoch: head.producerEpoch,
            leaderEpoch: head.leaderEpoch, isTransactional: head.isTransactional, isControl: head.isControl,
            deleteHorizon: head.isCurrentFormat && head.attributes & 0x40 != 0 ? head.baseTimestamp : nil,
            position: position, isLogAppendTime: head.isLogAppendTime, maxTimestamp: head.maxTimestamp, size: head.size,
            magic: head.magic, compression: Int8(head.attributes & 0x07), checksum: head.checksum, isValid: isValid)
        guard readsRecords else { return batch }
        let bytes = ByteBuffer(bytes: try file.readBytes(count: head.size, at: position))
        do throws(RecordError) {
            if head.isCurrentFormat {
                var reader = try RecordBatchReader(
                    bytes, decompressionLimit: Self.decompressionLimit, verifyChecksum: false)
                while let record = try reader.next() { batch.records.append(record) }
            } else {
                var set = LegacyMessageSet(bytes, decompressionLimit: Self.decompressionLimit, verifyChecksum: false)
                while let record = try set.next() { batch.records.append(record) }
            }
        } catch {
            batch.recordError = error
        }
        return batch
    }

    private func readProducers(_ body: (LogFileItem) throws -> Void) throws {
        guard let entries = ProducerSnapshot.decode(try disk.readSmallFile(path) ?? []) else {
            throw LogFileError.damagedSnapshot
        }
        for entry in entries {
            try body(
                .producer(
                    LogFileProducer(
                        producerId: entry.producerId, producerEpoch: entry.epoch,
                        coordinatorEpoch: entry.coordinatorEpoch,
                        transactionStart: entry.hasOpenTransaction ? entry.transactionStart : nil,
                        lastTimestamp: entry.lastTimestamp,
                        lastBatch: entry.lastBatch.map {
                            .init(
                                firstSequence: $0.firstSequence, lastSequence: $0.lastSequence,
                                lastOffset: $0.lastOffset, offsetDelta: $0.offsetDelta, timestamp: $0.timestamp)
                        })))
        }
    }
}

// MARK: Indexes

extension LogFileReader {
    private func index<Entry: IndexEntry>(_ type: Entry.Type) throws(DiskError) -> IndexContent<Entry>? {
        guard try disk.exists(path) else { throw DiskError(.open, path: path, code: 2) }
        return try IndexContent<Entry>(disk, path)
    }

    /// The segment's bytes beside the index, when they are there.
    private func segment(_ base: Int64) throws(DiskError) -> SegmentContent? {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let log = folder + SegmentFileName(base, .log).text
        guard try disk.exists(log) else { return nil }
        let file = try disk.open(log, .read)
        var content = SegmentContent(baseOffset: base, size: try file.size())
        var producers = ProducerStateTable()
        var epochs = LeaderEpochs()
        try content.read(file, opensBatches: false, producers: &producers, epochs: &epochs)
        return content
    }

    private func readOffsetIndex(_ base: Int64, _ body: (LogFileItem) throws -> Void) throws {
        guard let index = try index(OffsetIndexEntry.self), let last = index.entries.last else {
            return try body(.emptyIndex)
        }
        if onlyChecksIndexes {
            let isSane = last.relativeOffset >= 0 && index.oddBytes == 0
            return try body(isSane ? .saneIndex : .mismatch("the last entry or the size of the index makes no sense"))
        }
        let content = try segment(base)
        for entry in index.entries {
            let offset = base + Int64(entry.relativeOffset)
            if let content, content.batch(at: Int(entry.position)) == nil || content.batch(holding: offset) == nil {
                try body(.mismatch("Index offset: \(offset), no batch at byte \(entry.position)"))
            }
            try body(.offsetIndexEntry(offset: offset, position: Int(entry.position)))
        }
    }

    private func readTimeIndex(_ base: Int64, _ body: (LogFileItem) throws -> Void) throws {
        guard let index = try index(TimeIndexEntry.self), let last = index.entries.last else {
            return try body(.emptyIndex)
        }
        if onlyChecksIndexes {
            let isSane = last.relativeOffset >= 0 && index.oddBytes == 0
            return try body(isSane ? .saneIndex : .mismatch("the last entry or the size of the index makes no sense"))
        }
        let content = try segment(base)
        var previous: Int64 = -1
        for entry in index.entries {
            let offset = base + Int64(entry.relativeOffset)
            if let content {
                let found = content.batch(holding: offset)
                if found?.maxTimestamp != entry.timestamp {
                    try body(
                        .mismatch("Index timestamp: \(entry.timestamp), log timestamp: \(found?.maxTimestamp ?? -1)"))
                }
            }
            if entry.timestamp <= previous {
                try body(.mismatch("Index timestamp: \(entry.timestamp) follows \(previous)"))
            }
            previous = entry.timestamp
            try body(.timeIndexEntry(timestamp: entry.timestamp, offset: offset))
        }
    }
}
