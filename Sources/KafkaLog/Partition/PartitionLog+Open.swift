internal import Synchronization

extension PartitionLog {
    /// Opens a partition's directory, which must exist; an empty one becomes an empty log. What was found and mended
    /// is in the report.
    public static func open(
        disk: D, directory: String, configuration: LogConfiguration, options: LoadOptions
    ) throws(LogError) -> (log: PartitionLog<D>, report: LoadReport) {
        var loader = LogLoader(disk: disk, directory: directory, configuration: configuration, options: options)
        do throws(DiskError) {
            let state = try loader.load()
            return (PartitionLog(state), loader.report)
        } catch {
            throw .storage(error)
        }
    }

    /// Writes down everything, makes it durable and lets go of the files. Later calls throw `closed`.
    ///
    /// A directory may be called cleanly shut down only when this did not throw.
    public func close() throws(LogError) {
        try flush()
        try close(syncing: true)
    }

    /// Without `syncing` the caller makes the whole file system durable afterwards: for many logs that is one call
    /// instead of thousands.
    func close(syncing: Bool) throws(LogError) {
        try state.withLock { (state) throws(LogError) in
            try state.checkOpen()
            do throws(DiskError) { try state.close(syncing: syncing) } catch { throw .storage(error) }
        }
    }

    /// Lets go of a log that is to be deleted. A move to another directory that is about to end is waited for, one that is
    /// not is given up: afterwards the log lies in the directory that knows of it.
    public func retire() {
        renames.withLock { _ in abandon() }
    }

    /// Lets go without writing anything: the partition is being deleted, or its disk has failed.
    public func abandon() {
        state.withLock { state in
            state.isClosed = true
            state.releaseFiles()
        }
    }
}

extension LogState {
    mutating func close(syncing: Bool) throws(DiskError) {
        // What a failed sync left behind must be read again at the next start, not be called durable by another one.
        if let lostSync { throw lostSync }
        if hasTornTail { try dropTornTail() }
        try segments[activeIndex].closeTimeIndex()
        try takeSnapshot()
        if epochsChanged { try writeEpochs() }
        for segment in segments[segmentIndex(for: recoveryPoint)...] {
            try segment.files.offsetIndex.flush()
            try segment.files.timeIndex.flush()
            try segment.files.transactionIndex.flush()
        }
        if syncing {
            let files = segments[activeIndex].files
            try files.offsetIndex.sync()
            try files.timeIndex.sync()
            try files.transactionIndex.sync()
            try activeFile().sync()
            try disk.syncDirectory(directory)
        }
        recoveryPoint = endOffset
        isClosed = true
        releaseFiles()
    }
}
