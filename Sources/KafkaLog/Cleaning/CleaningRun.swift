/// One cleaning of one log.
struct CleaningRun<D: Disk> {
    private let log: PartitionLog<D>
    private let plan: CleaningPlan
    private let limits: CleanerLimits
    private let now: Int64
    private let configuration: LogConfiguration
    /// The segments below the first that may not be cleaned.
    private let segments: [CleaningSource<D>]

    typealias Pace = (Int) throws(CleaningError) -> Void

    init(
        _ log: PartitionLog<D>, _ plan: CleaningPlan, _ limits: CleanerLimits, now: Int64
    ) throws(CleaningError) {
        self.log = log
        self.plan = plan
        self.limits = limits
        self.now = now
        configuration = log.configuration
        do throws(DiskError) { try log.finishSwap(now: now) } catch { throw .storage(error) }
        segments = log.cleaningSources(below: plan.firstUncleanableOffset)
    }

    func clean(_ pace: Pace) throws(CleaningError) -> CleaningReport {
        var map = try makeMap()
        var report = CleaningReport(cleanedUpTo: plan.firstDirtyOffset)
        try learnKeys(&map, &report, pace)
        report.cleanedUpTo = map.latestOffset + 1
        // What ends where it began would begin again at once.
        guard report.cleanedUpTo > plan.firstDirtyOffset || plan.firstUncleanableOffset <= plan.firstDirtyOffset else {
            throw .mapTooSmall
        }
        (report.keys, report.keyLimit) = (map.count, map.limit)
        let cleaned = segments.prefix { $0.files.baseOffset < report.cleanedUpTo }
        let groups = SegmentGroups.ranges(
            try grouped(cleaned), segmentBytes: configuration.segmentBytes,
            indexBytes: configuration.segmentIndexBytes, endOffset: plan.firstUncleanableOffset)
        report.segmentsBefore = cleaned.count
        report.segmentsAfter = groups.count
        var filter = BatchFilter(
            rules: .init(
                now: now, deleteRetentionMs: configuration.deleteRetentionMs, upperBound: plan.firstUncleanableOffset))
        let horizon = try legacyDeleteHorizon()
        for group in groups { try clean(group, map, &filter, &report, legacyDeleteHorizon: horizon, pace) }
        (report.recordsRead, report.recordsKept) = (filter.recordsRead, filter.recordsKept)
        return report
    }

    /// No larger than what the offsets of the dirty part can need.
    private func makeMap() throws(CleaningError) -> OffsetMap {
        let most = max(plan.firstUncleanableOffset - plan.firstDirtyOffset, 0)
        let factor = max(limits.loadFactor, 0.01)
        let needed = Double(min(most, 1 << 40)) / factor * Double(OffsetMap.bytesPerEntry)
        let bytes = min(limits.mapBytes, Int(needed) + 64 * OffsetMap.bytesPerEntry)
        let hash = KeyHash(.random(in: .min ... .max), .random(in: .min ... .max))
        guard let map = OffsetMap(bytes: bytes, loadFactor: limits.loadFactor, hash: hash) else { throw .mapTooSmall }
        return map
    }

    private func grouped(_ segments: ArraySlice<CleaningSource<D>>) throws(CleaningError) -> [GroupedSegment] {
        var grouped: [GroupedSegment] = []
        for segment in segments {
            let (offsets, times) = try storing { () throws(DiskError) in
                (try segment.files.offsetIndex.count(), try segment.files.timeIndex.count())
            }
            grouped.append(
                GroupedSegment(
                    baseOffset: segment.files.baseOffset, size: segment.size,
                    offsetIndexSize: offsets * OffsetIndexEntry.size, timeIndexSize: times * TimeIndexEntry.size))
        }
        return grouped
    }

    /// Tombstones of old formats, which have no horizon of their own, go when the last clean segment is older than this.
    private func legacyDeleteHorizon() throws(CleaningError) -> Int64 {
        guard let last = segments.last(where: { $0.files.baseOffset < plan.firstDirtyOffset }) else { return 0 }
        return try storing { () throws(DiskError) in
            try last.files.lastModified() &- configuration.deleteRetentionMs
        }
    }

    /// Brings the newest offsets of the dirty part's keys into the map, up to the end or to where it is full.
    private func learnKeys(
        _ map: inout OffsetMap, _ report: inout CleaningReport, _ pace: Pace
    ) throws(CleaningError) {
        var learner = KeyLearner(from: plan.firstDirtyOffset)
        map.latestOffset = plan.firstDirtyOffset - 1
        learner.transactions.add(
            try log.abortedForCleaning(from: plan.firstDirtyOffset, to: plan.firstUncleanableOffset))
        for index in segments.indices {
            let end = index + 1 < segments.count ? segments[index + 1].files.baseOffset : plan.firstUncleanableOffset
            guard end > plan.firstDirtyOffset else { continue }
            guard try learn(segments[index], &map, &learner, &report, pace) else { return }
            // Compaction may have left a gap at the segment's end.
            map.latestOffset = max(map.latestOffset, end - 1)
        }
    }

    /// False when the map is full.
    private func learn(
        _ segment: CleaningSource<D>, _ map: inout OffsetMap, _ learner: inout KeyLearner,
        _ report: inout CleaningReport, _ pace: Pace
    ) throws(CleaningError) -> Bool {
        let base = segment.files.baseOffset
        let (file, start) = try reading(base) { () throws(BatchReadError) in
            let first = try segment.files.locate(plan.firstDirtyOffset, end: segment.size)
            return (try segment.open(), first?.position ?? segment.size)
        }
        var reader = BatchReader(file, from: start, to: segment.size, window: limits.bufferBytes)
        while let (batch, bytes) = try next(&reader, in: base) {
            let fits = try sound(batch, reader.position, in: base) { () throws(BatchDefect) in
                try learner.learn(batch, bytes, &map)
            }
            guard fits else { return false }
            try tell(&reader, written: 0, &report, pace)
        }
        return true
    }

    private func next<File: DiskFile>(
        _ reader: inout BatchReader<File>, in segment: Int64
    ) throws(CleaningError) -> (StoredBatch, UnsafeRawBufferPointer)? {
        do throws(BatchReadError) {
            return try reader.next()
        } catch {
            throw CleaningError(error, in: segment)
        }
    }

    private func tell<File: DiskFile>(
        _ reader: inout BatchReader<File>, written: Int, _ report: inout CleaningReport, _ pace: Pace
    ) throws(CleaningError) {
        let read = reader.takeReadCount()
        guard read + written > 0 else { return }
        report.bytesRead += read
        report.bytesWritten += written
        try pace(read + written)
    }

    /// Makes one segment of a group of them.
    private func clean(
        _ group: Range<Int>, _ map: borrowing OffsetMap, _ filter: inout BatchFilter, _ report: inout CleaningReport,
        legacyDeleteHorizon: Int64, _ pace: Pace
    ) throws(CleaningError) {
        guard let first = segments[group].first, let last = segments[group].last else { return }
        filter.rules.lastRecords = log.lastRecordsOfProducers()
        var cleaned: CleanedSegment<D>
        do throws(DiskError) {
            cleaned = try .begin(
                disk: log.disk, directory: log.directory, baseOffset: first.files.baseOffset,
                indexInterval: configuration.indexIntervalBytes, bufferSize: limits.bufferBytes)
        } catch {
            throw .storage(error)
        }
        do throws(CleaningError) {
            for index in group {
                let modified = try storing { () throws(DiskError) in try segments[index].files.lastModified() }
                filter.rules.keepsLegacyTombstones = modified > legacyDeleteHorizon
                filter.transactions.add(
                    try log.abortedForCleaning(from: segments[index].files.baseOffset, to: end(of: index)))
                try copy(segments[index], into: &cleaned, map, &filter, &report, pace)
            }
            let segment: LogSegment<D>
            do throws(DiskError) {
                segment = try cleaned.finish(created: first.created, modified: last.files.lastModified())
            } catch {
                throw .storage(error)
            }
            try pace(0)
            do throws(DiskError) {
                try log.replace(segments[group].map(\.files), with: segment, now: now)
            } catch {
                throw .storage(error)
            }
        } catch {
            cleaned.discard()
            throw error
        }
    }

    private func end(of index: Int) -> Int64 {
        index + 1 < segments.count ? segments[index + 1].files.baseOffset : plan.firstUncleanableOffset
    }

    private func copy(
        _ segment: CleaningSource<D>, into cleaned: inout CleanedSegment<D>, _ map: borrowing OffsetMap,
        _ filter: inout BatchFilter, _ report: inout CleaningReport, _ pace: Pace
    ) throws(CleaningError) {
        let base = segment.files.baseOffset
        let file = try reading(base) { () throws(BatchReadError) in try segment.open() }
        var reader = BatchReader(file, from: 0, to: segment.size, window: limits.bufferBytes)
        while let (batch, bytes) = try next(&reader, in: base) {
            try sound(batch, reader.position, in: base) { () throws(BatchDefect) in
                try cleaned.add(batch, bytes, map, &filter)
            }
            let written = try storing { () throws(DiskError) in try cleaned.writeIfFull() }
            try tell(&reader, written: written, &report, pace)
        }
    }

    private func reading<T>(_ segment: Int64, _ body: () throws(BatchReadError) -> T) throws(CleaningError) -> T {
        do throws(BatchReadError) {
            return try body()
        } catch {
            throw CleaningError(error, in: segment)
        }
    }

    private func sound<T>(
        _ batch: StoredBatch, _ end: Int, in segment: Int64, _ body: () throws(BatchDefect) -> T
    ) throws(CleaningError) -> T {
        do throws(BatchDefect) {
            return try body()
        } catch {
            throw .unreadable(error, segment: segment, position: end - batch.size)
        }
    }

    private func storing<T>(_ body: () throws(DiskError) -> T) throws(CleaningError) -> T {
        do throws(DiskError) {
            return try body()
        } catch {
            throw .storage(error)
        }
    }
}
