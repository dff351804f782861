internal import Synchronization

extension LogDirectory {
    /// Writes the checkpoint files: recovery points, start offsets where they lie inside the first segment, high
    /// watermarks. Each is replaced whole, durably. For a background thread.
    public func checkpoint() throws(LogDirectoryError) {
        try writeCheckpoints()
        keepReserve()
    }

    private func writeCheckpoints() throws(LogDirectoryError) {
        let (logs, failed, unsynced) = state.withLock { state in
            defer { state.unsynced.removeAll() }
            return (state.logs, state.failed, state.unsynced)
        }
        var next = RecordedCheckpoints()
        var watermarks = OffsetCheckpoint()
        for (partition, log) in logs {
            let points = log.checkpoint()
            next.recovery.offsets[partition] = points.recoveryPoint
            watermarks.offsets[partition] = points.highWatermark
            if let offset = points.startOffset { next.start.offsets[partition] = offset }
            next.indexes.partitions[partition] = log.transactionIndexInventory
        }
        for partition in failed {
            next.recovery.offsets[partition] = recoveryPoints.offsets[partition]
            next.start.offsets[partition] = startOffsets.offsets[partition]
            next.indexes.partitions[partition] = transactionIndexes.partitions[partition]
        }
        do throws(LogDirectoryError) {
            try storing { () throws(DiskError) in for directory in unsynced { try syncNew(directory) } }
            try checkpointFiles.withLock { (_) throws(LogDirectoryError) in
                // A partition may have gone while its neighbours were asked: what was learned of it is of no log now.
                let gone = state.withLock { state in
                    Set(logs.filter { state.logs[$0.key] !== $0.value }.keys).union(
                        failed.subtracting(state.failed))
                }
                watermarks.offsets = watermarks.offsets.filter { !gone.contains($0.key) }
                try storing { () throws(DiskError) in
                    try replace(next.filtered { !gone.contains($0) })
                    try replace(CheckpointFile.replication, watermarks.text)
                    try disk.syncDirectory(path)
                }
            }
        } catch {
            // A disk that is full takes the syncs later.
            state.withLock { $0.unsynced.insert(contentsOf: unsynced, at: 0) }
            throw error
        }
    }

    /// Makes sure, durably, that the checkpoint files have no entry of partitions that are not here (any more), so that
    /// a log that is made under the same name never gets the start or the recovery point of another.
    func forgetGone() throws(DiskError) {
        try checkpointFiles.withLock { (_) throws(DiskError) in
            let (recorded, present) = state.withLock { ($0.recorded, Set($0.logs.keys).union($0.failed)) }
            let left = recorded.filtered { present.contains($0) }
            if left != recorded { try replace(left) }
            try disk.syncDirectory(path)
        }
    }

    /// Before a log of this name is made.
    func forget(entriesOf partition: TopicPartition) throws(DiskError) {
        if state.withLock({ $0.recorded.names(partition) }) { try forgetGone() }
    }

    /// Closes all logs, makes them durable together, writes the checkpoints and then the marker of an orderly stop,
    /// which is left out when a log could not be closed. Returns the partitions of which that is true.
    ///
    /// - Parameter isOrderly: whether the marker may be written.
    public func close(
        brokerEpoch: Int64, isOrderly: Bool = true
    ) throws(LogDirectoryError) -> [(TopicPartition, LogError)] {
        defer { lock.withLock { $0 = nil } }
        var failures: [(TopicPartition, LogError)] = []
        releaseReserveIfShort()
        if hasRefusingLogs { try? syncNames() }
        for (partition, log) in logs {
            do throws(LogError) {
                try close(log)
            } catch {
                failures.append((partition, error))
            }
        }
        try storing { () throws(DiskError) in try disk.syncFileSystem(of: path) }
        try writeCheckpoints()
        // What could not be loaded has not been looked at, and must be at the next start.
        guard isOrderly, failures.isEmpty, state.withLock({ $0.failed.isEmpty }) else { return failures }
        try writeMarker(brokerEpoch: brokerEpoch)
        return []
    }

    /// A quota may be used up where the file system has space.
    private func close(_ log: PartitionLog<D>) throws(LogError) {
        do throws(LogError) {
            try log.close(syncing: false)
        } catch {
            guard case .storage(let failure) = error, failure.isDiskFull else { throw error }
            releaseReserve()
            try log.close(syncing: false)
        }
    }

    /// Leaves a directory to the next start as this one found it, when nothing came of this one before the partitions
    /// were loaded.
    public func giveBack() throws(LogDirectoryError) {
        defer { lock.withLock { $0 = nil } }
        if wasClean { try writeMarker(brokerEpoch: -1) }
    }

    private func writeMarker(brokerEpoch: Int64) throws(LogDirectoryError) {
        try storing { () throws(DiskError) in
            let marker = CleanShutdownMarker(brokerEpoch: brokerEpoch)
            try disk.replaceFile(
                path + "/" + CleanShutdownMarker.fileName, in: path, with: Array(marker.text.utf8))
        }
    }

    /// The transaction indexes first: what lies below the recovery points is accounted for. Mostly they are the same.
    private func replace(_ next: RecordedCheckpoints) throws(DiskError) {
        if state.withLock({ $0.recorded.indexes }) != next.indexes {
            try replace(TransactionIndexCheckpoint.fileName, next.indexes.text)
        }
        try replace(CheckpointFile.recoveryPoint, next.recovery.text)
        try replace(CheckpointFile.logStart, next.start.text)
        state.withLock { $0.recorded = next }
    }

    private func replace(_ name: String, _ text: String) throws(DiskError) {
        try disk.replaceFile(path + "/" + name, with: Array(text.utf8))
    }

    /// A new partition's directory may be gone again.
    private func syncNew(_ directory: String) throws(DiskError) {
        do throws(DiskError) {
            let metadata = directory + "/" + PartitionMetadata.fileName
            if try disk.exists(metadata) { try disk.open(metadata, .read).sync() }
            try disk.syncDirectory(directory)
        } catch {
            if !error.isNotFound { throw error }
        }
    }
}

extension PartitionLog {
    /// What the checkpoint files say of this log; a start offset only where the first segment does not say it.
    func checkpoint() -> (recoveryPoint: Int64, startOffset: Int64?, highWatermark: Int64) {
        let recoveryPoint = settle()
        return state.withLock { state in
            let start = state.startOffset > state.segments[0].baseOffset ? state.startOffset : nil
            return (min(recoveryPoint, state.recoveryPoint), start, state.highWatermark)
        }
    }

    /// Makes durable what the indexes of its segment say below the recovery point, which is returned: the next start
    /// does not read there again. Where that fails it is the point of the last time.
    ///
    /// A flush leaves those indexes out, so that who waits for it waits for one sync instead of three.
    func settle() -> Int64 {
        let (point, settled, files, moves) = state.withLock { state in
            let segment = state.segments[state.segmentIndex(for: state.recoveryPoint)]
            let isDue = !state.isClosed && state.recoveryPoint > max(state.settledPoint, segment.baseOffset)
            return (state.recoveryPoint, state.settledPoint, isDue ? segment.files : nil, state.moves)
        }
        guard let files else { return point }
        if state.withLock({ $0.lostSync != nil }) { return settled }
        do throws(DiskError) {
            try files.offsetIndex.sync()
            try files.timeIndex.sync()
            try files.transactionIndex.sync()
        } catch {
            if error.operation == .sync {
                state.withLock { if $0.moves == moves { $0.lostSync = error } }
            }
            return settled
        }
        return state.withLock { state in
            // The indexes of the place that the log went on in are others.
            guard state.moves == moves else { return min(settled, state.settledPoint) }
            state.settledPoint = max(state.settledPoint, point)
            return point
        }
    }
}
