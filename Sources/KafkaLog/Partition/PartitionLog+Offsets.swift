internal import KafkaRecords
internal import NIOCore
internal import Synchronization

extension PartitionLog {
    /// The offset that a query stands for; nil when no record matches. Looks inside batches, and so may decompress
    /// one: not for an event loop where the query is a time.
    ///
    /// A record found by its time counts only below the offset up to which `isolation` lets consumers read.
    public func offset(
        for query: OffsetQuery, isolation: FetchIsolation = .highWatermark
    ) throws(LogError) -> TimestampedOffset? {
        switch query {
        case .earliest:
            return try state.withLock { (state) throws(LogError) in
                try state.checkOpen()
                let first = state.epochs.entries.first.flatMap { $0.startOffset <= state.startOffset ? $0.epoch : nil }
                return TimestampedOffset(timestamp: -1, offset: state.startOffset, leaderEpoch: first ?? -1)
            }
        case .latest(let isolation):
            return try state.withLock { (state) throws(LogError) in
                try state.checkOpen()
                let offset = isolation == .committed ? state.lastStableOffset : state.highWatermark
                return TimestampedOffset(
                    timestamp: -1, offset: offset, leaderEpoch: state.epochs.latest?.epoch ?? -1)
            }
        case .latestTiered:
            return TimestampedOffset(timestamp: -1, offset: -1, leaderEpoch: -1)
        case .maxTimestamp:
            return try visible(try offsetOfMaxTimestamp(), isolation)
        case .at(let timestamp):
            return try visible(try offset(at: timestamp), isolation)
        }
    }

    /// As in Kafka, what is found past the limit is not replaced by another record before it.
    private func visible(
        _ found: TimestampedOffset?, _ isolation: FetchIsolation
    ) throws(LogError) -> TimestampedOffset? {
        guard let found else { return nil }
        let offsets = try state.withLock { (state) throws(LogError) in
            try state.checkOpen()
            return state.offsets
        }
        let limit =
            switch isolation {
            case .logEnd: offsets.end
            case .highWatermark: offsets.highWatermark
            case .committed: offsets.lastStable
            }
        return found.offset < limit ? found : nil
    }

    private func offset(at timestamp: Int64) throws(LogError) -> TimestampedOffset? {
        let snapshot = try timedSegments()
        for segment in snapshot.segments where segment.largest.timestamp >= timestamp {
            let found = try segment.firstRecord(from: snapshot.start) {
                $0.timestamp >= timestamp
            } among: { entry in
                entry.timestamp <= timestamp
            } inBatches: { batch in
                batch.maxTimestamp >= timestamp
            }
            if let found { return found }
        }
        return nil
    }

    private func offsetOfMaxTimestamp() throws(LogError) -> TimestampedOffset? {
        let snapshot = try timedSegments()
        guard let top = snapshot.segments.map(\.largest.timestamp).max(), top >= 0 else { return nil }
        for segment in snapshot.segments where segment.largest.timestamp == top {
            let found = try segment.firstRecord(from: snapshot.start) {
                $0.timestamp == top
            } among: { entry in
                entry.timestamp < top
            } inBatches: { batch in
                batch.maxTimestamp == top
            }
            if let found { return found }
        }
        return nil
    }

    private func timedSegments() throws(LogError) -> (segments: [TimedSegment<D>], start: Int64) {
        try state.withLock { (state) throws(LogError) in
            try state.checkOpen()
            do throws(DiskError) {
                return (try state.timedSegments(), state.startOffset)
            } catch {
                throw .storage(error)
            }
        }
    }
}

/// A segment as a search by time sees it.
struct TimedSegment<D: Disk>: Sendable {
    var files: SegmentFiles<D>
    var size: Int
    var largest: LargestTimestamp

    /// The first record at or past `start` of which `matches` is true, in batches of which `inBatches` is.
    /// `among` is true of the entries of the time index before which no such batch lies.
    func firstRecord(
        from start: Int64, where matches: (Record) -> Bool, among: (TimeIndexEntry) -> Bool,
        inBatches: (StoredBatch) -> Bool
    ) throws(LogError) -> TimestampedOffset? {
        do throws(BatchReadError) {
            let entry: TimeIndexEntry?
            let file: D.File
            do throws(DiskError) {
                entry = try files.timeIndex.last(where: among)
                file = try files.file()
            } catch {
                throw .disk(error)
            }
            let known = entry.map { files.baseOffset &+ Int64($0.relativeOffset) } ?? files.baseOffset
            guard let from = try files.locate(max(known, start), end: size) else { return nil }
            var walker = BatchWalker(file, from: from.position, to: size)
            while let batch = try walker.next() {
                guard inBatches(batch), batch.lastOffset >= start else { continue }
                let records = try Self.records(of: batch, in: file, at: walker.position - batch.size)
                if let record = records.first(where: { $0.offset >= start && matches($0) }) {
                    return TimestampedOffset(
                        timestamp: record.timestamp, offset: record.offset, leaderEpoch: batch.leaderEpoch)
                }
            }
            return nil
        } catch {
            throw LogError(error)
        }
    }

    /// Bytes that a batch may come to when it is opened to find a time in it.
    private static var decompressionLimit: Int { 256 << 20 }

    private static func records(
        of batch: StoredBatch, in file: D.File, at position: Int
    ) throws(BatchReadError) -> [Record] {
        let bytes: [UInt8]
        do throws(DiskError) {
            bytes = try file.readBytes(count: batch.size, at: position)
        } catch {
            throw .disk(error)
        }
        let buffer = ByteBuffer(bytes: bytes)
        do throws(RecordError) {
            guard batch.isCurrentFormat else {
                var set = LegacyMessageSet(buffer, decompressionLimit: decompressionLimit)
                return try set.readAll()
            }
            var reader = try RecordBatchReader(buffer, decompressionLimit: decompressionLimit)
            return try reader.readAll()
        } catch {
            throw .defect(.malformed(error), position: position)
        }
    }
}

extension LogState {
    /// Segments with records that can be read, and their largest timestamps.
    mutating func timedSegments() throws(DiskError) -> [TimedSegment<D>] {
        var timed: [TimedSegment<D>] = []
        for index in segmentIndex(for: startOffset)..<segments.count where segments[index].size > 0 {
            let largest = try segments[index].largestTimestamp()
            timed.append(TimedSegment(files: segments[index].files, size: segments[index].size, largest: largest))
        }
        return timed
    }
}
