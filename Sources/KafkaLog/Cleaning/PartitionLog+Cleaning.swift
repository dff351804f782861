internal import Glibc
internal import Synchronization

/// A segment as the cleaner reads it.
struct CleaningSource<D: Disk>: Sendable {
    var files: SegmentFiles<D>
    var size: Int
    var created: Int64

    func open() throws(BatchReadError) -> D.File {
        do throws(DiskError) { return try files.file() } catch { throw .disk(error) }
    }
}

/// Whether somebody rearranges a log's closed segments: one at a time may.
enum LogMaintenance: Sendable {
    case none
    case running
    /// A batch could not be read: until the next start nobody cleans.
    case unfit
}

extension PartitionLog {
    /// What there is to clean; nil for a log that is not compacted, is being looked after, or cannot be cleaned.
    /// `lastCleaned` is what `cleaner-offset-checkpoint` says.
    public func cleaningPlan(lastCleaned: Int64?, now: Int64) throws(LogError) -> CleaningPlan? {
        try state.withLock { (state) throws(LogError) in
            guard state.configuration.compacts, !state.isClosed, state.maintenance == .none else { return nil }
            do throws(DiskError) {
                return try state.cleaningPlan(lastCleaned: lastCleaned, now: now)
            } catch {
                throw .storage(error)
            }
        }
    }

    var disk: D { state.withLock { $0.disk } }
    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// False when somebody rearranges the closed segments already, or nobody may.
    func beginMaintenance() -> Bool {
        state.withLock { state in
            guard !state.isClosed, state.maintenance == .none else { return false }
            state.maintenance = .running
            return true
        }
    }

    func endMaintenance() {
        state.withLock { if $0.maintenance == .running { $0.maintenance = .none } }
    }

    func noteUncleanable() {
        state.withLock { $0.maintenance = .unfit }
    }

    /// Whether cleaning met a batch that it could not read.
    public var isUncleanable: Bool { state.withLock { $0.maintenance == .unfit } }

    func cleaningSources(below offset: Int64) -> [CleaningSource<D>] {
        state.withLock { state in
            state.segments.dropLast().prefix { $0.baseOffset < offset }.map {
                CleaningSource(files: $0.files, size: $0.size, created: $0.created)
            }
        }
    }

    func abortedForCleaning(from start: Int64, to end: Int64) throws(CleaningError) -> [AbortedTransaction] {
        do throws(LogError) {
            return try abortedTransactions(from: start, to: end)
        } catch {
            if case .storage(let error) = error { throw .storage(error) }
            throw .unavailable
        }
    }

    /// What sequence numbers and epochs of producers hang on.
    func lastRecordsOfProducers() -> [Int64: BatchFilter.LastRecord] {
        state.withLock { state in
            state.producers.entries.mapValues {
                BatchFilter.LastRecord(dataOffset: $0.lastBatch?.lastOffset ?? -1, epoch: $0.epoch)
            }
        }
    }

    /// Puts a cleaned segment in the place of others. At every moment of it a crash leaves either them or it: its files
    /// become `.swap`, which says that they are whole; then the others become `.deleted`, then it takes its name.
    ///
    /// Throws when the log was closed meanwhile: its directory may be another's by now.
    func replace(_ old: [SegmentFiles<D>], with new: LogSegment<D>, now: Int64) throws(DiskError) {
        try withFilesAtRest { () throws(DiskError) in
            guard !isClosed else { throw DiskError(.rename, path: directory, code: ENOENT) }
            try new.files.rename(to: .swap, keepingSnapshot: true)
            try disk.syncDirectory(directory)
            state.withLock { $0.replace(old, with: new) }
            try endSwap(now: now)
        }
    }

    /// Ends a replacement whose renames did not all succeed.
    func finishSwap(now: Int64) throws(DiskError) {
        try withFilesAtRest { () throws(DiskError) in if !isClosed { try endSwap(now: now) } }
    }

    /// Runs a step that renames or removes files of the log by name, one such step at a time. A log that is closed
    /// has none to rename: who closes it waits here until a step is over before giving the directory's name away.
    func withFilesAtRest<T>(_ body: () throws(DiskError) -> T) throws(DiskError) -> T {
        try renames.withLock { (_) throws(DiskError) in try body() }
    }

    private func endSwap(now: Int64) throws(DiskError) {
        guard let swap = state.withLock({ $0.unfinishedSwap }) else { return }
        let disk = disk
        for files in swap.old { try files.markDeleted(keepingSnapshot: files.baseOffset == swap.new.baseOffset) }
        try disk.syncDirectory(directory)
        try swap.new.rename(to: nil, keepingSnapshot: true)
        try disk.syncDirectory(directory)
        state.withLock { state in
            state.unfinishedSwap = nil
            let due = now.saturatingAdding(state.configuration.fileDeleteDelayMs)
            for files in swap.old { state.deletions.append((files, due)) }
        }
    }
}

/// A cleaned segment on its way to its name.
struct UnfinishedSwap<D: Disk>: Sendable {
    var new: SegmentFiles<D>
    var old: [SegmentFiles<D>]
}

extension LogState {
    mutating func replace(_ old: [SegmentFiles<D>], with new: LogSegment<D>) {
        guard let first = old.first, let start = segments.firstIndex(where: { $0.files === first }) else { return }
        segments.replaceSubrange(start..<start + old.count, with: [new])
        cutSegments.removeAll { cut in old.contains { $0 === cut } }
        unfinishedSwap = UnfinishedSwap(new: new.files, old: old)
        // Positions in the old files mean nothing in the new one.
        hints.clear()
        replacements &+= 1
    }
}
