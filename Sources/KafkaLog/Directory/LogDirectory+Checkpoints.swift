internal import Synchronization

extension LogDirectory {
    /// Writes the checkpoint files: recovery points, start offsets where they lie inside the first segment, high
    /// watermarks. Each is replaced whole, durably. For a background thread.
    public func checkpoint() throws(LogDirectoryError) {
        let (logs, failed, unsynced) = state.withLock { state in
            defer { state.unsynced.removeAll() }
            return (state.logs, state.failed, state.unsynced)
        }
        var recovery = OffsetCheckpoint()
        var start = OffsetCheckpoint()
        var watermarks = OffsetCheckpoint()
        var indexes = TransactionIndexCheckpoint()
        for (partition, log) in logs {
            let points = log.checkpoint()
            recovery.offsets[partition] = points.recoveryPoint
            watermarks.offsets[partition] = points.highWatermark
            if let offset = points.startOffset { start.offsets[partition] = offset }
            indexes.partitions[partition] = log.transactionIndexInventory
        }
        for partition in failed {
            recovery.offsets[partition] = recoveryPoints.offsets[partition]
            start.offsets[partition] = startOffsets.offsets[partition]
            indexes.partitions[partition] = transactionIndexes.partitions[partition]
        }
        try storing { () throws(DiskError) in
            for directory in unsynced { try syncNew(directory) }
            try replace(indexes)
            try replace(CheckpointFile.recoveryPoint, recovery.text)
            try replace(CheckpointFile.logStart, start.text)
            try replace(CheckpointFile.replication, watermarks.text)
            try disk.syncDirectory(path)
        }
    }

    /// Closes all logs, makes them durable together, writes the checkpoints and then the marker of an orderly stop,
    /// which is left out when a log could not be closed. Returns the partitions of which that is true.
    public func close(brokerEpoch: Int64) throws(LogDirectoryError) -> [(TopicPartition, LogError)] {
        defer { lock.withLock { $0 = nil } }
        var failures: [(TopicPartition, LogError)] = []
        for (partition, log) in logs {
            do throws(LogError) {
                try log.close(syncing: false)
            } catch {
                failures.append((partition, error))
            }
        }
        try storing { () throws(DiskError) in try disk.syncFileSystem(of: path) }
        try checkpoint()
        // What could not be loaded has not been looked at, and must be at the next start.
        guard failures.isEmpty, state.withLock({ $0.failed.isEmpty }) else { return failures }
        try storing { () throws(DiskError) in
            let marker = CleanShutdownMarker(brokerEpoch: brokerEpoch)
            try disk.replaceFile(
                path + "/" + CleanShutdownMarker.fileName, in: path, with: Array(marker.text.utf8))
        }
        return []
    }

    /// Written before the recovery points: what lies below those is accounted for. Mostly there is nothing new.
    private func replace(_ indexes: TransactionIndexCheckpoint) throws(DiskError) {
        guard state.withLock({ $0.transactionIndexes }) != indexes else { return }
        try replace(TransactionIndexCheckpoint.fileName, indexes.text)
        state.withLock { $0.transactionIndexes = indexes }
    }

    private func replace(_ name: String, _ text: String) throws(DiskError) {
        let temporary = path + "/" + name + ".tmp"
        do {
            let file = try disk.open(temporary, .create)
            try file.truncate(to: 0)
            try file.write(Array(text.utf8), at: 0)
            try file.sync()
        }
        try disk.rename(temporary, to: path + "/" + name)
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
