internal import Synchronization

extension PartitionLog {
    /// Makes everything appended so far durable, then moves the recovery point. Syncing happens outside the lock, so
    /// appends go on meanwhile. For a background thread.
    ///
    /// After a sync that failed the log takes nothing more until it is opened again, which finds out what is there: the
    /// kernel may have dropped what it could not write, and a second sync would call that durable.
    public func flush() throws(LogError) {
        do throws(DiskError) {
            let work = try state.withLock { (state) throws(DiskError) in try state.flushWork() }
            guard let work else { return }
            for files in work.closed {
                try files.offsetIndex.sync()
                try files.timeIndex.sync()
                try files.transactionIndex.sync()
                try files.file().sync()
            }
            try work.active.transactionIndex.flush()
            try work.activeFile.sync()
            for path in work.smallFiles {
                // A snapshot may have gone with its segment meanwhile.
                do throws(DiskError) { try work.disk.open(path, .read).sync() } catch {
                    if !error.isNotFound { throw error }
                }
            }
            if work.touchesDirectory { try work.disk.syncDirectory(directory) }
            state.withLock { $0.flushed(work) }
        } catch {
            if error.operation == .sync, !error.isDiskFull { state.withLock { $0.lostSync = error } }
            throw .storage(error)
        }
    }

    /// Whether `flush.messages` or `flush.ms` asks for a flush.
    public func wantsFlush(now: Int64) -> Bool {
        state.withLock { $0.wantsFlush(now: now) }
    }
}

/// What a flush has to sync.
struct FlushWork<D: Disk>: Sendable {
    let disk: D
    /// Segments that are appended to no more, but were since the last flush.
    var closed: [SegmentFiles<D>]
    var active: SegmentFiles<D>
    var activeFile: D.File
    /// Snapshots and the epoch file.
    var smallFiles: [String]
    var touchesDirectory: Bool
    var endOffset: Int64
    var records: Int64
    var epochs: LeaderEpochs
}

extension LogState {
    /// Nil when everything is durable.
    mutating func flushWork() throws(DiskError) -> FlushWork<D>? {
        guard !isClosed, endOffset > recoveryPoint || epochsChanged else { return nil }
        if let lostSync { throw lostSync }
        if hasTornTail { try dropTornTail() }
        let first = segmentIndex(for: recoveryPoint)
        var small = segments[first...].dropFirst().map {
            directory + "/" + SegmentFileName($0.baseOffset, .snapshot).text
        }
        if epochsChanged {
            try writeEpochs()
            small.append(epochPath)
        }
        return FlushWork(
            disk: disk, closed: cutSegments + segments[first..<activeIndex].map(\.files),
            active: segments[activeIndex].files,
            activeFile: try activeFile(), smallFiles: small,
            touchesDirectory: !small.isEmpty || segments[activeIndex].baseOffset >= recoveryPoint,
            endOffset: endOffset, records: unflushedRecords, epochs: epochs)
    }

    mutating func flushed(_ work: FlushWork<D>) {
        recoveryPoint = max(recoveryPoint, min(work.endOffset, endOffset))
        if epochs == work.epochs { epochsChanged = false }
        let synced = Set(work.closed.map(\.baseOffset))
        cutSegments.removeAll { synced.contains($0.baseOffset) }
        unflushedRecords -= min(unflushedRecords, work.records)
        if unflushedRecords == 0 { unflushedSince = nil }
    }
}
