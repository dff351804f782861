internal import Synchronization

extension PartitionLog {
    /// Moves the log's start up to an offset, as DeleteRecords asks; returns the start, which never goes back.
    /// Whole segments before it go with the next `applyRetention`.
    public func deleteRecords(before offset: Int64) throws(LogError) -> Int64 {
        try state.withLock { (state) throws(LogError) in
            try state.checkOpen()
            guard offset <= state.highWatermark, offset >= 0 else {
                throw .offsetOutOfRange(requested: offset, start: state.startOffset, end: state.highWatermark)
            }
            state.moveStart(to: offset)
            return state.startOffset
        }
    }

    /// Takes segments out of the log that lie before its start or are beyond `retention.ms` or `retention.bytes`, and
    /// renames their files. Returns how many went; none while the log is being cleaned. For a background thread.
    public func applyRetention(now: Int64) throws(LogError) -> Int {
        let isAlone = state.withLock { state in
            guard state.maintenance != .running else { return false }
            if state.maintenance == .none { state.maintenance = .running }
            return true
        }
        guard isAlone else { return 0 }
        defer { endMaintenance() }
        do throws(DiskError) {
            try finishSwap(now: now)
            let gone = try withFilesAtRest { () throws(DiskError) in
                let gone = try state.withLock { (state) throws(DiskError) in
                    state.isClosed ? [] : try state.removeOldSegments(now: now)
                }
                for files in gone { try files.markDeleted() }
                return gone
            }
            try state.withLock { (state) throws(DiskError) in
                if state.epochsChanged, !state.isClosed { try state.writeEpochs() }
            }
            return gone.count
        } catch {
            throw .storage(error)
        }
    }

    /// Removes the files of segments that left the log at least `file.delete.delay.ms` ago.
    public func removeDeletedFiles(now: Int64) throws(LogError) {
        let due = state.withLock { state in
            let due = state.deletions.filter { $0.due <= now }.map(\.files)
            state.deletions.removeAll { $0.due <= now }
            return due
        }
        do throws(DiskError) {
            try withFilesAtRest { () throws(DiskError) in
                guard !isClosed else { return }
                for files in due { try files.remove() }
            }
        } catch {
            throw .storage(error)
        }
    }

    /// Lets go of descriptors that no reader holds; the next use opens the files again. For a background thread, on
    /// logs that were idle for a while.
    public func releaseIdleFiles() {
        state.withLock { $0.releaseFiles() }
    }
}

extension LogState {
    mutating func moveStart(to offset: Int64) {
        guard offset > startOffset else { return }
        startOffset = offset
        if epochs.truncate(fromStart: offset) { epochsChanged = true }
    }

    /// Never takes what is past the high watermark; when everything is too old, a new segment is begun first.
    mutating func removeOldSegments(now: Int64) throws(DiskError) -> [SegmentFiles<D>] {
        var count = segments.indices.dropLast().prefix { segments[$0 + 1].baseOffset <= startOffset }.count
        if configuration.deletes {
            count = max(count, countBeyondSize())
            count = max(count, try countBeyondTime(now: now))
        }
        guard count > 0 else { return [] }
        if count == segments.count { try roll(now: now) }
        let gone = segments.prefix(count).map(\.files)
        segments.removeFirst(count)
        moveStart(to: segments[0].baseOffset)
        for files in gone { deletions.append((files, now.saturatingAdding(configuration.fileDeleteDelayMs))) }
        return gone
    }

    private func countBeyondSize() -> Int {
        guard configuration.retentionBytes >= 0 else { return 0 }
        var excess = segments.reduce(0) { $0 + $1.size } - configuration.retentionBytes
        var count = 0
        for segment in segments where segment.size > 0 || segment.baseOffset != endOffset {
            guard excess - segment.size >= 0 else { break }
            excess -= segment.size
            count += 1
        }
        return count
    }

    private mutating func countBeyondTime(now: Int64) throws(DiskError) -> Int {
        guard configuration.retentionMs >= 0 else { return 0 }
        var count = 0
        for index in segments.indices {
            if index == activeIndex, segments[index].size == 0 { break }
            let largest = try segments[index].largestTimestamp().timestamp
            let age = now &- (largest >= 0 ? largest : try segments[index].files.lastModified())
            guard age > configuration.retentionMs else { break }
            count += 1
        }
        return count
    }
}
