internal import Synchronization

extension PartitionLog {
    /// Makes everything appended so far durable, then moves the recovery point. Syncing happens outside the lock, so
    /// appends go on meanwhile. For a background thread.
    ///
    /// After a sync that failed the log takes nothing more until it is opened again, which finds out what is there: the
    /// kernel may have dropped what it could not write, and a second sync would call that durable. That goes for a full
    /// disk, too: where space is found missing only when pages are written, the pages are gone.
    ///
    /// Throws `closed` once the log was let go of: nobody can say then what of it is on the device.
    public func flush() throws(LogError) {
        while try !flushOnce() {}
    }

    /// False when the log went on in another directory meanwhile: what was synced are files that it has left.
    private func flushOnce() throws(LogError) -> Bool {
        let (work, moves) = try state.withLock { (state) throws(LogError) in
            try state.checkOpen()
            do throws(DiskError) { return (try state.flushWork(), state.moves) } catch { throw .storage(error) }
        }
        guard let work else { return true }
        do throws(DiskError) {
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
            if work.touchesDirectory { try work.disk.syncDirectory(work.directory) }
        } catch {
            let isOutdated = state.withLock { state in
                if state.moves == moves, error.operation == .sync { state.lostSync = error }
                return state.moves != moves
            }
            if isOutdated { return false }
            throw .storage(error)
        }
        return state.withLock { state in
            guard state.moves == moves else { return false }
            state.flushed(work)
            return true
        }
    }

    /// After a flush that failed: cuts the last append, of so many bytes, from the file, as far as the disk lets us. Who
    /// asked for it hears that it failed, and the next start must not find it. The log takes nothing more in any case.
    public func takeBackLastAppend(size: Int) {
        state.withLock { state in
            let end = state.segments[state.activeIndex].size - size
            guard state.lostSync != nil, end >= 0 else { return }
            try? state.activeFile().truncate(to: end)
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
    let directory: String
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
        if let lostSync { throw lostSync }
        guard endOffset > recoveryPoint || epochsChanged else { return nil }
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
            disk: disk, directory: directory, closed: cutSegments + segments[first..<activeIndex].map(\.files),
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
